const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }

/** Words for answering a card before grading it. */
export const answering = {
  order: 'Choose them in their order, by digit or by press; again takes one back.',
  match: 'Choose what belongs to each, one after the other; again takes one back.',
  place: (n: number) => `${n}${endings[ordinals.select(n)] ?? 'th'}`,
  type: 'Your answer (Enter shows the right one)',
  marks: {
    right: 'Right',
    close: 'Right, but for small slips',
    wrong: 'Not right',
  },
  other: 'Not the same',
  yours: (text: string) => `Yours: ${text}`,
  chosen: 'your choice',
  chosenWrong: 'your choice: wrong',
  count: 'Count mine as right',
  hint: (text: string) => `Hint: ${text}`,
  timer: 'Time on this card',
  elapsed: (ms: number, isMost: boolean) =>
    `${Math.floor(ms / 60_000)}:${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')}${isMost ? '+' : ''}`,
}
