import type { CardRow } from '#contract/shapes/cards.ts'
import type { LineKind } from '#domain/scheduling/fold.ts'
import type { SearchState } from '#domain/search/search.ts'

const number = new Intl.NumberFormat('en')
const one = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const count = (n: number) => `${number.format(n)} ${n === 1 ? 'card' : 'cards'}`
const shortDate = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const dayMs = 86_400_000

const types: Record<CardRow['type'], string> = {
  basic: 'Question',
  cloze: 'Gap',
  mcq: 'Choice',
  multi: 'Several right',
  tf: 'True or false',
  match: 'Matching',
  order: 'Order',
}

/** How far the learner has come with a card, or why it is not studied. */
function stateOf({ status, memory, marks }: CardRow, day: number): string {
  if (status !== 'active') {
    return {
      contested: 'Contested',
      suspended: 'Suspended',
      deleted: 'Deleted',
      rejected: 'Rejected',
      archived: 'No longer in its document',
    }[status]
  }
  if (marks.buriedDay === day) return 'Not today'
  switch (memory.kind) {
    case 'new':
      return 'New'
    case 'learning':
      return 'Learning'
    case 'relearning':
      return 'Relearning'
    case 'review':
      return memory.stability < 21 ? 'Young' : 'Mature'
  }
}

function dueOf({ memory }: CardRow, day: number): string {
  if (memory.kind === 'new') return ''
  if (memory.kind !== 'review') return 'Today'
  const days = memory.dueDay - day
  if (days === 0) return 'Today'
  if (days === 1) return 'Tomorrow'
  return days < 0 ? `${number.format(-days)} d late` : `In ${number.format(days)} d`
}

type Column =
  | 'question'
  | 'answer'
  | 'deck'
  | 'kind'
  | 'state'
  | 'due'
  | 'recall'
  | 'stability'
  | 'difficulty'
  | 'answers'
  | 'lapses'
  | 'tags'

function cell(column: Column, row: CardRow, day: number): string {
  const { memory } = row
  const seen = memory.kind === 'new' ? null : memory
  switch (column) {
    case 'question':
      return row.prompt
    case 'answer':
      return row.answer
    case 'deck':
      return row.deckName
    case 'kind':
      return types[row.type]
    case 'state':
      return stateOf(row, day)
    case 'due':
      return dueOf(row, day)
    case 'recall':
      return row.recall === null ? '' : `${number.format(Math.round(row.recall * 100))} %`
    case 'stability':
      return seen ? `${one.format(seen.stability)} d` : ''
    case 'difficulty':
      return seen ? one.format(seen.difficulty) : ''
    case 'answers':
      return seen ? number.format(seen.reps) : ''
    case 'lapses':
      return seen ? number.format(seen.lapses) : ''
    case 'tags':
      return row.tags.join(', ')
  }
}

const columns: Record<Column, string> = {
  question: 'Question',
  answer: 'Answer',
  deck: 'Deck',
  kind: 'Kind',
  state: 'State',
  due: 'Due',
  recall: 'Recall',
  stability: 'Stability',
  difficulty: 'Difficulty',
  answers: 'Answers',
  lapses: 'Forgotten',
  tags: 'Tags',
}

const lines: Record<LineKind, string> = {
  study: 'Answer',
  undo: 'Taken back',
  due: 'Became due: its document changed',
  cram: 'Practice',
  reset: 'Begun anew',
  date: 'Given a date',
  bury: 'Set aside for a day',
  suspend: 'Suspended, or no longer',
  flag: 'Flagged',
  edit: 'Worded anew',
  delete: 'Deleted, or brought back',
  leech: 'Found in order',
  quiz: 'Quiz',
}

const states: Record<SearchState, string> = {
  due: 'to be studied now',
  new: 'never answered',
  learning: 'in the first steps',
  review: 'past the first steps',
  young: 'comes back within three weeks',
  mature: 'comes back later than that',
  leech: 'forgotten often',
  suspended: 'suspended',
  buried: 'set aside until tomorrow',
  flagged: 'with a flag',
  contested: 'said to be wrong',
  edited: 'in your own words',
  pinned: 'pinned',
  rejected: 'rejected',
  archived: 'no longer in its document',
  deleted: 'deleted',
  all: 'every card, those put away too',
}

/** Words of the list of cards. */
export const cardWords = {
  title: 'Cards',
  search: 'Search cards',
  searchHint: 'Words, or terms such as deck: tag: is:due',
  table: 'Cards found',
  columns,
  cell,
  types,
  chosenColumn: 'Chosen',
  sortBy: (column: Column) => `Sort by ${columns[column].toLowerCase()}`,
  chooseColumns: 'Columns',
  found: (n: number) => count(n),
  chosen: (n: number) => `${count(n)} chosen`,
  chooseNone: 'Choose none',
  study: 'Study these',
  studyHint: 'Those of them that are due or new, within today’s limits',
  emptyTitle: 'No card yet',
  emptyHint: 'Add a ready deck on Today, or import a document: its cards come here.',
  noMatch: 'No card fits this search',
  noMatchHint: (search: string) => {
    const word = /^[\p{L}\p{N}]{2,}$/u.exec(search.trim())?.[0]
    return word === undefined
      ? 'Take a word away, or look under “Search help”. Rejected and deleted cards come with is:all.'
      : `Whole words are looked for. With a star “${word}*” finds what begins so.`
  },
  tryPrefix: (search: string) => `Search for ${search.trim()}*`,
  fault: 'What is not understood',
  help: 'Search help',
  helpTitle: 'What a search can say',
  helpIntro: 'All terms have to fit. Choose an example to search for it.',
  helpGroups: {
    words: 'Words',
    names: 'Names',
    states: 'State',
    numbers: 'Numbers',
    joined: 'Joined',
  },
  helpExamples: {
    words: [
      ['report', 'this word, in the question, the answer, the explanation, options or tags'],
      ['respons*', 'words that begin so'],
      ['"each month"', 'these words side by side'],
    ],
    names: [
      ['deck:"Data Engineer"', 'in this deck and those below it'],
      ['role:data*', 'of roles that begin so'],
      ['tag:exam', 'with this tag'],
      ['kind:choice', 'of this kind: basic, cloze, mcq, multi, tf, match, order'],
    ],
    numbers: [
      ['prop:lapses>=3', 'forgotten three times or more'],
      ['prop:recall<80%', 'of which less than four in five are recalled today'],
      ['prop:due<=7', 'due within a week'],
      ['prop:stability>90', 'kept for more than 90 days'],
    ],
    joined: [
      ['-report', 'without this word'],
      ['report or budget', 'one of the two'],
      ['is:due (report or budget)', 'brackets keep together'],
    ],
  } as const,
  states,
  actions: {
    suspend: 'Suspend',
    unsuspend: 'No longer suspend',
    flag: 'Flag',
    move: 'Move',
    tag: 'Tag',
    untag: 'Take a tag off',
    replace: 'Replace words',
    delete: 'Delete',
  },
  moved: (n: number, deck: string) => `${count(n)} moved to “${deck}”.`,
  tagged: (n: number, tag: string) => `“${tag}” put on ${count(n)}.`,
  untagged: (n: number, tag: string) => `“${tag}” taken off ${count(n)}.`,
  takenBack: 'Taken back.',
  moveTitle: (n: number) => `Move ${count(n)}`,
  moveLabel: 'Deck',
  moveHint: 'Their schedules stay. They stay there when their document changes.',
  tagTitle: (n: number) => `Put a tag on ${count(n)}`,
  untagTitle: (n: number) => `Take a tag off ${count(n)}`,
  tagLabel: 'Tag',
  replaceTitle: (n: number) => `Replace words in ${count(n)}`,
  find: 'Find',
  replaceWith: 'Replace with',
  caseSensitive: 'Capitals matter',
  wholeWords: 'Whole words only',
  replaceCount: (cards: number, places: number) =>
    `${number.format(places)} ${places === 1 ? 'place' : 'places'} in ${count(cards)}`,
  replaceNone: 'These words stand in none of the chosen cards.',
  leftOut: (n: number) =>
    `${count(n)} ${n === 1 ? 'stays' : 'stay'} as ${n === 1 ? 'it is' : 'they are'}: a text would be empty or too long.`,
  replaceMore: (n: number) => `Show ${number.format(n)} more`,
  replaceDo: (n: number) => `Replace in ${count(n)}`,
  fields: {
    prompt: 'Question',
    answer: 'Answer',
    choice: 'Option',
    item: 'Entry',
    pair: 'Pair',
    explanation: 'Explanation',
  },
  tooMany: 'Words can be replaced in 20,000 cards at once. Choose fewer.',
  infoTitle: 'About this card',
  schedule: 'Schedule',
  history: 'History',
  noHistory: 'It was not answered yet.',
  historyColumns: {
    date: 'Day',
    what: 'What',
    grade: 'Grade',
    next: 'Comes back in',
    took: 'Time',
  },
  grades: { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' },
  line: (kind: LineKind, isUndone: boolean) =>
    isUndone ? `${lines[kind]} (taken back)` : lines[kind],
  took: (ms: number) => `${one.format(ms / 1000)} s`,
  date: (day: number) => shortDate.format(day * dayMs),
  source: 'Document',
  role: 'Role',
  none: 'None',
  flagTitle: (n: number) => `Flag ${count(n)}`,
  showPassage: 'Passage',
}
