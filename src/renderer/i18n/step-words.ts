import type { Step } from '#contract/shapes/steps.ts'
import type { Flag } from '#domain/study/marks.ts'

const grades = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const
const flagNames: Record<Flag, string> = {
  0: 'No flag',
  1: 'Red',
  2: 'Orange',
  3: 'Green',
  4: 'Blue',
  5: 'Pink',
  6: 'Turquoise',
  7: 'Purple',
}

/** What a step is told by; the page knows some of it before the backend does. */
export type StepFacts = Omit<Step, 'stepId'>

function deed({ kind, grade, flag, isOn }: StepFacts): string {
  switch (kind) {
    case 'study':
      return grade === null ? 'an answer' : grades[grade]
    case 'cram':
      return grade === null ? 'practice' : `${grades[grade]} in practice`
    case 'bury':
      return isOn ? 'set aside until tomorrow' : 'brought back for today'
    case 'suspend':
      return isOn ? 'suspended' : 'no longer suspended'
    case 'flag':
      return flag === null || flag === 0 ? 'flag taken off' : `${flagNames[flag]} flag`
    case 'reset':
      return 'begun anew'
    case 'date':
      return 'another date'
    case 'edit':
      return 'other words'
    case 'delete':
      return isOn ? 'deleted' : 'brought back'
    case 'leech':
      return 'found in order'
    case 'quiz':
      return 'answers of a quiz'
  }
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()} …` : text)

const told = (step: StepFacts): string =>
  step.cardCount > 1
    ? `${deed(step)} (${step.cardCount} cards)`
    : `${deed(step)} on “${short(step.prompt)}”`

export const stepWords = {
  undone: (step: StepFacts) => `Undone: ${told(step)}`,
  redone: (step: StepFacts) => `Done again: ${told(step)}`,
  done: (step: StepFacts) => {
    const words = told(step)
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  },
  redo: 'Do again',
  flags: flagNames,
  flagged: (flag: Flag) => `${flagNames[flag]} flag`,
  more: 'More',
  moreTitle: 'More for this card',
  flagTitle: 'Flag this card',
  flagHint: 'A flag is a mark of your own. It changes nothing about the schedule.',
  editTitle: 'Edit this card',
  dateTitle: 'When shall it come back?',
  dateDays: 'In so many days',
  dateOn: (date: string) => `It comes back on ${date}. How well you know it stays as it is.`,
  dateNew: 'This card has no date yet: it was never answered.',
  dateOut: 'Choose a whole number of days from 0 to 36,500.',
  setDate: 'Set the date',
  acts: {
    hint: 'Hint',
    editCard: 'Edit',
    flag: 'Flag',
    bury: 'Not today',
    suspend: 'Suspend',
    date: 'Set the date',
    reset: 'Begin anew',
    remove: 'Delete',
  },
  actHints: {
    hint: 'Shows first letters of the answer',
    editCard: 'Your own words; the schedule stays',
    flag: 'One of seven colours with names',
    bury: 'It comes back tomorrow',
    suspend: 'It stays away until you say so',
    date: 'Choose the day on which it comes back',
    reset: 'As if it were new; its history is kept',
    remove: 'It does not come back; Undo brings it back',
  },
}

export const studySettingWords = {
  title: 'While you study',
  twoButtons: {
    name: 'Two buttons',
    hint: 'Again and Good only. Hard and Easy are left out.',
  },
  typing: {
    name: 'Type short answers',
    hint: 'What you type is compared, kindly: case, punctuation, articles and small slips do not matter, and you have the last word.',
  },
  timer: {
    name: 'Show the time',
    hint: 'How long the card has been there. No more than a minute is counted.',
  },
  revealAfter: 'Show the answer by itself after',
  revealAfterHint: 'Seconds; 0 waits for you. You grade yourself in any case.',
}
