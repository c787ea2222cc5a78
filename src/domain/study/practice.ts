/** A practice session: what is still to be known, in order. Nothing of it is scheduled. */
export interface Practice<Item> {
  readonly queue: readonly Item[]
  readonly known: readonly Item[]
  /** Answers, and how many of them were not known. */
  readonly answers: number
  readonly missed: number
}

/** What was not known comes back after so many others. */
const comesBackAfter = 4

export const startPractice = <Item>(items: readonly Item[]): Practice<Item> => ({
  queue: items,
  known: [],
  answers: 0,
  missed: 0,
})

/** The session after the first of its queue was known, or not: then it comes back soon. */
export function afterAnswer<Item>(practice: Practice<Item>, isKnown: boolean): Practice<Item> {
  const [item, ...rest] = practice.queue
  if (item === undefined) return practice
  const answers = practice.answers + 1
  if (isKnown) return { ...practice, queue: rest, known: [...practice.known, item], answers }
  const queue = [...rest.slice(0, comesBackAfter), item, ...rest.slice(comesBackAfter)]
  return { ...practice, queue, answers, missed: practice.missed + 1 }
}
