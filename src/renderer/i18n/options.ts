// The words of the options of decks and of the plan after a break.

import { count, date, number, weekday } from './formats.ts'

const percent = (recall: number) => `${number.format(Math.round(recall * 100))} %`
/** Minutes as a person would say them: tenths only where they matter. */
const minutes = (value: number) =>
  value < 10
    ? `${number.format(Math.round(value * 10) / 10)} min`
    : `${number.format(Math.round(value))} min`
const loss = (value: number) => value.toFixed(4)

const orders = {
  worth: 'most valuable first',
  day: 'longest overdue first',
  weakest: 'weakest first',
}

/** Sunday of a week long ago, to name the days by. */
const aSunday = 3

export const options = {
  title: 'Options of all decks',
  titleOf: (name: string) => `Options of ${name}`,
  toAll: 'Options of all decks',
  toDeck: 'Deck options',
  saved: 'Saved. It acts from the next answer on; no date moves.',
  optional: 'Empty: none of its own',
  whereFrom: 'The rest',
  fromSettings: (value: string) => `${value}, from the options of all decks.`,
  fromDeck: (value: string, name: string) => `${value}, from “${name}” above it.`,
  restFromAll:
    'Days of the week, steps, the longest interval, the order and the parameters are the same for all decks.',
  reset: 'Use what is above',
  chosenHere: (value: string) => `${value}, chosen here.`,

  recall: 'Recall to aim for',
  recallHint:
    'How likely you know a card when it comes back: 70 to 97 %. Higher brings every card sooner.',
  recallInput: 'Recall to aim for, in percent',
  simulate: 'Show minutes a day',
  simulating: 'Half a year of study is being simulated …',
  stop: 'Stop',
  percent,
  minutes,
  choicesTitle: 'What each recall costs',
  choicesText: (cards: number) =>
    `Simulated over half a year from where ${count(cards, 'card stands', 'cards stand')} now, with your limits, your parameters and the time your answers take. A forecast, not a promise.`,
  noCards: 'There is no card here to simulate.',
  compared: (from: number, to: number, more: number) =>
    more >= 0
      ? `${percent(to)} instead of ${percent(from)} costs ${minutes(more)} a day more.`
      : `${percent(to)} instead of ${percent(from)} saves ${minutes(-more)} a day.`,
  columns: {
    recall: 'Recall',
    minutes: 'Minutes a day',
    known: 'Known after half a year',
    choose: 'Choose',
  },
  current: 'now',
  known: (value: number) => number.format(Math.round(value)),

  limits: 'Limits a day',
  limitsHintAll: 'They hold for all decks together. What goes beyond waits and keeps its date.',
  limitsHintDeck:
    'They hold for this deck with all below it. The limits of the decks above hold as well, for everything below them together.',
  newPerDay: 'New cards a day',
  reviewsPerDay: 'Reviews a day',
  newHint: 'Cards you meet for the first time.',
  reviewsHint: 'New cards count as well.',
  limitsOf: (name: string, fresh: number | null, reviews: number | null) =>
    `“${name}” above: ${limitText(fresh, reviews)}.`,
  limitsOfAll: (fresh: number, reviews: number) => `All decks: ${limitText(fresh, reviews)}.`,
  today: 'Today only',
  todayHint: 'In the place of the usual limits until the day ends. Tomorrow the usual ones hold.',
  todayNew: 'New cards today',
  todayReviews: 'Reviews today',
  todaySet: 'Saved for today.',
  todayNone: 'Today has the usual limits.',
  todayNow: (fresh: number | null, reviews: number | null) =>
    `Today: ${limitText(fresh, reviews)}.`,
  todayClear: 'Back to the usual limits',

  week: 'Days of the week',
  weekHint:
    'Cards are spread evenly over the days on which they may come back. On lighter days fewer come; dates that stand already do not move.',
  weekdayName: (index: number) => weekday(aSunday + index),
  eases: { usual: 'As usual', fewer: 'Fewer', fewest: 'As few as can be' },

  steps: 'Steps and intervals',
  learningSteps: 'Steps of a new card, in minutes',
  learningHint: 'When a new card comes again on its first day, such as 1 10. Empty: not at all.',
  relearningSteps: 'Steps of a forgotten card, in minutes',
  relearningHint: 'The same after a card was forgotten.',
  stepsWrong: 'Write whole minutes from 1 to 1439 with spaces between them, eight at most.',
  maximum: 'Longest interval, in days',
  maximumHint: 'No card stays away longer, however well you know it.',

  order: 'What comes when',
  bury: 'One card of a fact a day',
  buryHint:
    'Other cards about the same fact wait for the next day, so that one does not give the other away.',
  backlog: 'When more is due than fits the limits',
  backlogOrders: {
    worth: {
      label: 'Most valuable first',
      hint: 'What adds the most recall for your time, by gain per second. Advised.',
    },
    day: { label: 'Longest overdue first', hint: 'By the day each card was due.' },
    weakest: {
      label: 'Weakest first',
      hint: 'What you have most likely forgotten. In simulations it keeps the least known.',
    },
  },

  parameters: 'Parameters of your memory',
  parametersHint:
    'The memory model comes with parameters that fit many learners. With enough answers Remit can fit them to yours.',
  tooFew: (answers: number, needed: number) =>
    `You have given ${count(answers, 'answer', 'answers')}; fitting begins at ${number.format(needed)}. With fewer, fitted parameters look better than they are and predict worse, so the usual ones stay in use.`,
  enough: (answers: number) =>
    `${count(answers, 'answer', 'answers')} to fit to. The fit is drawn towards the usual parameters the more, the fewer answers there are.`,
  fit: 'Fit to my answers',
  fitting: 'Fitting to your answers …',
  fitted: 'Fitted. Nothing uses it until you say so.',
  inUse: 'In use',
  usual: 'The usual parameters',
  set: (answers: number, fittedOn: number) =>
    `Fitted to ${count(answers, 'answer', 'answers')} on ${date(fittedOn)}`,
  losses: (before: number, after: number) =>
    `Error in predicting your answers (log loss): ${loss(before)} with the usual parameters, ${loss(after)} with these. Lower is better.`,
  improvement: (before: number, after: number) =>
    `${number.format(Math.round(((before - after) / before) * 1000) / 10)} % less error.`,
  use: 'Use these',
  useUsual: 'Use the usual ones',
  used: 'In use now. The strength of each card was reckoned again from its answers; no date moved.',
  showNumbers: 'Show the numbers',
  numbers: 'Parameter by parameter',
  numbersColumns: { n: 'No.', usual: 'Usual', fitted: 'Fitted' },
}

function limitText(fresh: number | null, reviews: number | null): string {
  const parts = [
    fresh === null ? '' : `${number.format(fresh)} new`,
    reviews === null ? '' : `${count(reviews, 'review', 'reviews')}`,
  ].filter(Boolean)
  return parts.length === 0 ? 'no limits of its own' : `${parts.join(', ')} a day`
}

export const catchUp = {
  title: 'After the break',
  titleBacklog: 'More waits than a day holds',
  titlePlan: 'Catching up',
  away: (days: number, cards: number) =>
    `You were away ${count(days, 'day', 'days')}; ${count(cards, 'card waits', 'cards wait')}.`,
  waiting: (cards: number) =>
    `${count(cards, 'card', 'cards')} from earlier days ${cards === 1 ? 'waits' : 'wait'}.`,
  kept: 'No date is moved: what waits keeps its day, and new cards pause until it is done.',
  working: 'Working out how long it takes …',
  pace: 'Cards a day',
  ownLabel: 'Cards a day, your own number',
  ownShow: 'Work it out',
  plan: (perDay: number, order: keyof typeof orders) =>
    `${number.format(perDay)} a day, ${orders[order]}`,
  doneBy: (day: number, days: number) =>
    days <= 1
      ? 'done today'
      : `done by ${weekday(day)}, ${date(day)} (${count(days, 'day', 'days')})`,
  never: 'too slow: new reviews come as fast as these are worked off',
  minutes: (value: number) => `about ${minutes(value)} a day`,
  accept: 'Start with this plan',
  change: 'Change the plan',
  changeTo: 'Go on with this',
  end: 'End the plan',
  ended: 'The plan has ended. The usual limits hold again; what waits keeps its day.',
  notNow: 'Not now',
  started: (perDay: number) => `The plan stands: ${count(perDay, 'card', 'cards')} a day.`,
  running: (perDay: number, order: keyof typeof orders, left: number) =>
    `${number.format(perDay)} a day, ${orders[order]}. ${count(left, 'card', 'cards')} from earlier days left.`,
}
