import { foldText } from './fold-text.ts'

/** What is right, by kind of question; options and pairs are named by their place. */
export type Key =
  | { readonly kind: 'single'; readonly optionCount: number; readonly key: number }
  | { readonly kind: 'multi'; readonly optionCount: number; readonly keys: readonly number[] }
  /** For each thing on the left, what belongs to it. */
  | { readonly kind: 'match'; readonly key: readonly string[] }
  | { readonly kind: 'order'; readonly key: readonly string[] }
  | { readonly kind: 'text'; readonly accepted: readonly string[] }
  | { readonly kind: 'number'; readonly key: number; readonly tolerance: number }

/** An answer of the kind's own form. Null: none was given. */
export type Given =
  null | number | string | readonly number[] | readonly (string | null | undefined)[]

export interface MarkRules {
  /** Wrong answers take points away. */
  readonly isNegative: boolean
  /** Several options, pairs and orders give a part of the mark for a part of the answer. */
  readonly isPartial: boolean
}

/** The share of true values among so many. */
const share = (count: number, of: number) => (of === 0 ? 0 : count / of)

/** Length of the longest strictly rising run of numbers, gaps allowed (patience sorting). */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = []
  for (const each of numbers) {
    const at = ends.findIndex((end) => end >= each)
    ends[at === -1 ? ends.length : at] = each
  }
  return ends.length
}

function markMulti(
  { optionCount, keys }: Extract<Key, { kind: 'multi' }>,
  given: readonly unknown[],
  { isNegative, isPartial }: MarkRules,
): number {
  const chosen = new Set(given)
  const hits = keys.filter((key) => chosen.has(key)).length
  const wrong = chosen.size - hits
  if (!isPartial) return hits === keys.length && wrong === 0 ? 1 : 0
  const mark = share(hits, keys.length) - share(wrong, optionCount - keys.length)
  return isNegative ? mark : Math.max(0, mark)
}

function markOrder(key: readonly string[], given: readonly unknown[]): number {
  if (key.length < 2) return given[0] === key[0] ? 1 : 0
  const places = given.map((each) => key.findIndex((step) => step === each))
  const rise = longestRise(places.filter((place) => place !== -1))
  return Math.max(0, rise - 1) / (key.length - 1)
}

const whole = (mark: number, { isPartial }: MarkRules) => (isPartial || mark >= 1 ? mark : 0)

/**
 * The mark of one answer as a share of what the question is worth: 0..1, below 0 only with negative marking. One option:
 * a wrong one costs 1/(n-1), so that guessing gains nothing. Several: share of the keys less share of the others. Order: how
 * much of it stands in the right sequence. No answer is 0.
 */
export function markOf(key: Key, given: Given, rules: MarkRules): number {
  if (given === null) return 0
  switch (key.kind) {
    case 'single':
      if (given === key.key) return 1
      return rules.isNegative && key.optionCount > 1 ? -1 / (key.optionCount - 1) : 0
    case 'multi':
      return Array.isArray(given) ? markMulti(key, given, rules) : 0
    case 'match': {
      if (!Array.isArray(given)) return 0
      const right = key.key.filter((each, index) => given[index] === each).length
      return whole(share(right, key.key.length), rules)
    }
    case 'order':
      return Array.isArray(given) ? whole(markOrder(key.key, given), rules) : 0
    case 'text':
      return typeof given === 'string' &&
        key.accepted.some((each) => foldText(each) === foldText(given))
        ? 1
        : 0
    case 'number':
      return typeof given === 'number' &&
        Math.abs(given - key.key) <= key.tolerance + 1e-9 * Math.max(1, Math.abs(key.key))
        ? 1
        : 0
  }
}

/** How sure the learner was before the key was shown. */
export const sureness = ['low', 'mid', 'high'] as const
export type Sureness = (typeof sureness)[number]
const worth = { low: [1, 0], mid: [2, -2], high: [3, -6] } as const

/** Points for being sure: right and wrong answers weigh more the surer, a part of a mark counts in proportion. */
export function surenessPoints(mark: number, sure: Sureness): number {
  const right = Math.min(1, Math.max(0, mark))
  const [gain, loss] = worth[sure]
  return right * gain + (1 - right) * loss
}

export interface Marked {
  /** As `markOf` gives it. */
  readonly mark: number
  readonly weight: number
}

export interface TotalMark {
  /** Never below 0. */
  readonly total: number
  readonly max: number
  /** 0..100, not rounded. */
  readonly percent: number
}

/** What the answers come to. */
export function totalMark(marked: readonly Marked[]): TotalMark {
  const max = marked.reduce((sum, { weight }) => sum + weight, 0)
  const sum = marked.reduce((sum, { mark, weight }) => sum + mark * weight, 0)
  const total = Math.max(0, sum)
  return { total, max, percent: max === 0 ? 0 : (100 * total) / max }
}

/** Is a percentage enough? A mark that is met but for the last bit of a fraction is met. */
export const isPassed = (percent: number, passMark: number): boolean => percent + 1e-9 >= passMark
