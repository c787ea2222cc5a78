/** Words of the dialog in which cards are written by hand. */
export const newCardWords = {
  open: 'New card',
  openIn: (deck: string) => `New card in ${deck}`,
  title: 'New card',
  kindLabel: 'Kind of card',
  kinds: {
    basic: 'Question and answer',
    reversed: 'Both ways',
    cloze: 'Gaps',
    mcq: 'Multiple choice',
  },
  text: 'Text with gaps',
  makeGap: 'Make a gap of the selection',
  gapHint:
    'Select what is to be recalled and press the button, or Ctrl Shift C. Each gap is a card of its own.',
  noGap: 'Select some words outside of other gaps first.',
  mostOptions: 'Give two to six options that differ.',
  deck: 'Deck',
  ownDeck: 'My cards',
  tags: 'Tags, with commas between',
  same: (prompt: string, answer: string, deck: string) =>
    `“${deck}” asks this already: “${prompt}”${answer === '' ? '' : ` Its answer: “${answer}”`}`,
  save: (cards: number) => (cards > 1 ? `Save ${cards} cards` : 'Save the card'),
  saved: (cards: number, deck: string) =>
    cards === 1 ? `One card is in “${deck}”.` : `${cards} cards are in “${deck}”.`,
}
