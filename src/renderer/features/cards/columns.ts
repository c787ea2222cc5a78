import type { CardOrder } from '#contract/shapes/cards.ts'

/** Columns of the table, in the order on screen. The question is always there. */
export const columnNames = [
  'question',
  'answer',
  'deck',
  'kind',
  'state',
  'due',
  'recall',
  'stability',
  'difficulty',
  'answers',
  'lapses',
  'tags',
] as const
export type ColumnName = (typeof columnNames)[number]

/** What a click on a column's head sorts by; columns without are not sorted by. */
export const orderOf: Partial<Record<ColumnName, CardOrder>> = {
  question: 'question',
  deck: 'deck',
  kind: 'kind',
  due: 'due',
  recall: 'recall',
  stability: 'stability',
  difficulty: 'difficulty',
  answers: 'answers',
  lapses: 'lapses',
}

/** The least width of a column in rem, and its share of what is left. */
const widths: Record<ColumnName, readonly [least: number, share: number]> = {
  question: [11, 3],
  answer: [12, 2],
  deck: [8, 1],
  kind: [9, 0],
  state: [7.5, 0],
  due: [6.5, 0],
  recall: [5.5, 0],
  stability: [6.5, 0],
  difficulty: [6.5, 0],
  answers: [6, 0],
  lapses: [6.5, 0],
  tags: [8, 1],
}
const markRem = 2.75

/** The columns as CSS takes them: the same for every row, whatever is in it. */
export function trackOf(columns: readonly ColumnName[]): {
  readonly template: string
  readonly leastWidth: string
} {
  const tracks = columns.map((name) => {
    const [least, share] = widths[name]
    return share === 0 ? `${least}rem` : `minmax(${least}rem, ${share}fr)`
  })
  const least = columns.reduce((sum, name) => sum + widths[name][0], markRem)
  return { template: [`${markRem}rem`, ...tracks].join(' '), leastWidth: `${least}rem` }
}

const usual: readonly ColumnName[] = ['question', 'deck', 'state', 'due', 'recall']
const usualNarrow: readonly ColumnName[] = ['question', 'due']
const place = 'remit-card-columns'

/** The columns that were chosen in this browser; the usual ones, fewer where there is little room. */
export function readColumns(isNarrow: boolean): readonly ColumnName[] {
  const saved = (localStorage.getItem(place) ?? '').split(',')
  const known = columnNames.filter((name) => saved.includes(name))
  return known.includes('question') ? known : isNarrow ? usualNarrow : usual
}

export const saveColumns = (columns: readonly ColumnName[]): void =>
  localStorage.setItem(place, columns.join(','))
