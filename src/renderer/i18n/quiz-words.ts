import type { QuizKind } from '#domain/quiz/question.ts'
import type { Sureness } from '#domain/quiz/marking.ts'
import { count, number } from './formats.ts'

const kinds: Record<QuizKind, string> = {
  single: 'One right option',
  multi: 'Several right options',
  truth: 'True or false',
  match: 'Matching',
  order: 'Ordering',
  typed: 'Typed answer',
  cloze: 'Gaps to fill',
  raci: 'Who does what (RACI)',
}
const sure: Record<Sureness, string> = {
  low: 'Guessing',
  mid: 'Fairly sure',
  high: 'Certain',
}
const signed = (points: number) =>
  `${points < 0 ? '−' : '+'}${number.format(Math.abs(Math.round(points * 100) / 100))}`

/** Words for setting up a quiz. */
export const quizSetupWords = {
  quick: 'Quick quiz',
  quickHint: (n: number) =>
    `${count(n, 'question', 'questions')} from all roles, no clock, no effect on the schedule.`,
  kinds: 'Kinds of question',
  kindNames: kinds,
  kindPool: (n: number) => count(n, 'card', 'cards'),
  search: 'Only cards that a search finds',
  searchHint: 'As in Browse, such as tag:safety or is:leech. Empty: all cards.',
  only: (n: number) => `Only ${count(n, 'chosen card', 'chosen cards')}.`,
  mode: 'How the clock counts',
  modes: { exam: 'Exam', practice: 'Practice' },
  modeHints: {
    exam: 'Time goes on while Remit is closed and while the computer sleeps.',
    practice: 'Only time in which Remit runs counts.',
  },
  isTimed: 'With a time limit',
  rules: 'Marks, order and schedule',
  secondsPerQuestion: 'Seconds for each question (0: no limit)',
  passMark: 'Pass mark in percent (0: none)',
  switches: {
    isPartial: {
      name: 'Partial credit',
      hint: 'Several options, pairs and orders count in part. Off: all or nothing.',
    },
    isNegative: {
      name: 'Negative marking',
      hint: 'A wrong option costs what guessing would gain. The total never falls below 0.',
    },
    asksSureness: {
      name: 'Ask how sure you are',
      hint: 'Points for knowing what you know, beside the score and not part of it.',
    },
    isShuffled: { name: 'Shuffle options', hint: 'Off: as the card has them.' },
    isSequential: {
      name: 'One after the other',
      hint: 'Without a way back. A limit for each question does the same.',
    },
    feeds: {
      name: 'Let answers change when cards come back',
      hint: 'Off by default: a rehearsal changes nothing.',
    },
  },
  feedsSaid:
    'This quiz changes your schedule: a right choice counts as Hard, a right typed answer as Good, a wrong one as Again; what you leave out changes nothing. One undo takes all of it back.',
  feedsNot: 'This quiz does not change when cards come back. Its answers count for your streak.',
  seed: 'Seed for parallel forms (empty: drawn anew)',
  seedHint:
    'The same seed, form and cards give the same questions anywhere; neighbouring forms share as few as they can.',
  form: 'Form',
  templates: 'Saved set-ups',
  templateName: 'Save this set-up as',
  saveTemplate: 'Save',
  savedTemplate: (name: string) => `Saved as “${name}”.`,
  useTemplate: (name: string) => `Use ${name}`,
  removeTemplate: (name: string) => `Remove ${name}`,
  inTime: (n: number, minutes: number | null) =>
    minutes === null
      ? `${count(n, 'question', 'questions')} without a time limit.`
      : `${count(n, 'question', 'questions')} in ${count(minutes, 'minute', 'minutes')}.`,
  atZero: {
    exam: 'The clock runs on while the page is closed; at zero, what you answered is handed in.',
    practice:
      'The clock stands still while Remit is closed; at zero, what you answered is handed in.',
  },
  startUntimed: 'Start',
}

/** Words for answering one. */
export const quizRunWords = {
  questionLeft: (seconds: number) => `${count(seconds, 'second', 'seconds')} for this question`,
  many: 'Choose all that are right.',
  order: 'Choose them in their order; again takes one back.',
  match: 'Choose what belongs to each, one after the other; again takes one back.',
  lefts: 'What to match',
  typed: 'Your answer',
  sure: 'How sure are you?',
  sureNames: sure,
  flag: 'Flag',
  unflag: 'Take the flag off',
  flagged: 'flagged',
  nextForGood: 'Next (no way back)',
  toAnswer: 'Not answered',
  toLookAt: 'Flagged',
  goTo: (n: number) => `Question ${number.format(n)}`,
  repeats: (n: number) =>
    `${count(n, 'question was', 'questions were')} in your last quiz too: the chosen cards give no others.`,
  feeds: 'Handing in changes your schedule.',
}

/** Words for what quizzes tell of questions and roles. */
export const quizFigureWords = {
  chart: (n: number) =>
    `Percent reached in your last ${count(n, 'quiz', 'quizzes')}, the oldest first; the table below has the figures.`,
  confusions: 'Roles you mix up',
  confusionsHint: 'How often something of one role was taken for another’s, in all quizzes.',
  asked: 'Asked for',
  takenFor: 'Taken from',
  times: 'Times',
  drill: 'Quiz on these',
  questions: 'What the questions tell',
  questionsHint:
    'From your own answers only, so it describes you as much as the question: the share right from five answers on, how well it tells good attempts from weak ones (−100 to 100) from thirty.',
  question: 'Question',
  answers: 'Answers',
  facility: 'Right',
  discrimination: 'Tells apart',
  tooEasy: 'Too easy to tell anything.',
  dead: (option: string) => `Never chosen: “${option}”`,
  tooFew: 'too few',
}

/** Words for its result. */
export const quizResultWords = {
  passed: (mark: number) => `Passed (${number.format(mark)} % needed)`,
  failed: (mark: number) => `Not passed (${number.format(mark)} % needed)`,
  points: (points: number, total: number) =>
    `${number.format(Math.round(points * 100) / 100)} of ${count(total, 'point', 'points')}`,
  sureness: (points: number) => `${signed(points)} points for being sure, beside the score.`,
  byTopic: 'By responsibility',
  topic: 'Responsibility',
  mark: (mark: number) => `${signed(mark)}`,
  partly: 'Partly right',
  yourAnswer: 'Your answer',
  rightAnswer: 'Right answer',
  mixedUp: (role: string) => `You took it for something of the ${role}.`,
  saidSure: (how: Sureness) => `You were: ${sure[how].toLowerCase()}.`,
  fed: (n: number) => `${count(n, 'card comes', 'cards come')} back by another date.`,
  fedUndone: 'The schedule is as it was before this quiz.',
  undoFeed: 'Undo for the schedule',
  missed: 'Quiz on what was missed',
  unseen: 'Quiz on other questions',
  print: 'Print',
  form: (seed: string, form: number) => `Form ${number.format(form)} of “${seed}”`,
}
