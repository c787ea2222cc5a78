import { count, number } from './formats.ts'

export const practice = {
  title: 'Practise',
  hint: 'As often as you like: practice never moves a date, a limit or the queue. Answers count for your streak.',
  kinds: {
    cards: {
      label: 'Cards, due or not',
      hint: 'Grade yourself Again or Good; what you missed comes back soon.',
    },
    look: {
      label: 'Look through',
      hint: 'Questions and answers one after the other. Nothing is graded or kept.',
    },
    duties: {
      label: 'Whose responsibility is this?',
      hint: 'Every responsibility of the chosen roles: choose whose it is.',
    },
  },
  kind: 'What to practise',
  roles: 'Roles',
  rolesHint: 'None chosen means all.',
  duty: 'One responsibility only',
  allDuties: 'All of its responsibilities',
  start: 'Start',
  empty: 'No role yet',
  emptyHint: 'Add a ready deck on Today, or import a document.',
  nothing: 'There is nothing to practise in this choice.',
  whose: 'Whose responsibility is this?',
  left: (n: number) => `${number.format(n)} left`,
  next: 'Next',
  known: 'Known',
  missed: 'Again',
  gradesLabel: 'Did you know it?',
  doneTitle: 'All known once',
  lookedTitle: 'That was all',
  done: (answers: number, missed: number) =>
    `${count(answers, 'answer', 'answers')}, ${number.format(missed)} not known at first.`,
  untouched: 'Your schedule is as it was.',
  again: 'Practise something else',
  open: 'Practise without a schedule',
}

export const difficult = {
  title: 'Difficult cards',
  intro:
    'Cards that you forgot eight times or more. A card like that is mostly too long, unclear, or taken for another. Put it right rather than learning it once more.',
  waiting: (n: number) => count(n, 'difficult card', 'difficult cards'),
  waitingHint: 'Forgotten eight times or more. A minute on them saves many.',
  look: 'Look at them',
  empty: 'No card is difficult',
  emptyHint: 'A card that you forget eight times comes here, and after that each four times.',
  lapses: (n: number) => `Forgotten ${count(n, 'time', 'times')}`,
  became: (n: number) => `This card was forgotten ${count(n, 'time', 'times')}.`,
  rewrite: 'Rewrite',
  split: 'Split',
  source: 'Show the passage',
  hideSource: 'Hide the passage',
  contrast: 'Contrast',
  suspend: 'Suspend',
  dismiss: 'It is in order',
  splitTitle: 'Split into smaller cards',
  splitHint:
    'Each asks for one thing. The old card is deleted; Undo brings it back. The new ones are new.',
  part: (n: number) => `Card ${number.format(n)}`,
  addPart: 'Add a card',
  splitSave: (n: number) => `Make ${count(n, 'card', 'cards')}`,
  splitDone: (n: number) => `Split into ${count(n, 'card', 'cards')}.`,
  contrastTitle: 'Set two roles against each other',
  contrastHint: 'A card that asks which of two it is helps where one is taken for the other.',
  otherRole: 'Taken for',
  contrastSave: 'Make the card',
  contrastDone: 'The contrast card is among your new cards.',
  contrastPrompt: (a: string, b: string, duty: string) =>
    `${a} or ${b}: whose responsibility is this? “${duty}”`,
}
