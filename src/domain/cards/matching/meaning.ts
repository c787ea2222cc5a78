// Matching: what a changed document says still, says otherwise, says no more. Pure and near-linear.
// May import src/domain/roles (words, blocks) and the shapes of src/domain/cards.
// This file: do two wordings say the same?

import {
  boundWords,
  negations,
  numberWords,
  opposites,
  timeWords,
} from '#domain/roles/lexicon/critical-words.ts'
import { singularRoleNoun } from '#domain/roles/lexicon/role-nouns.ts'
import { contentOf, stemsOf, wordsOf } from '#domain/roles/words.ts'

/** A wording that only lost or gained words says the same down to this similarity. */
const enough = 0.7
/** Where a word stands in place of another one, nearly all the rest must be as it was. */
const enoughWhenExchanged = 0.8

const singular = (word: string) => (word.length > 3 ? word.replace(/s$/, '') : word)

/** What a word contributes to the sense of a rule, unified ("two" is 2); null for all other words. */
function criticalOf(word: string): string | null {
  const figure = numberWords.get(word)
  if (figure !== undefined) return figure
  if (/\p{N}|^[€$£<>≤≥]$/u.test(word)) return word
  if (/n't$/.test(word)) return 'not'
  const one = singular(word)
  for (const words of [negations, timeWords, boundWords, opposites])
    for (const each of [word, one]) if (words.has(each)) return each
  return singularRoleNoun(word)
}

/**
 * May two words be one word and its misspelling? Two letters swapped, one too many or too few inside, or in longer
 * words one letter that is another.
 */
export function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 3 || long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from += 1
  let tail = 0
  while (
    tail < short.length - from &&
    short[short.length - 1 - tail] === long[long.length - 1 - tail]
  )
    tail += 1
  const inShort = short.slice(from, short.length - tail)
  const inLong = long.slice(from, long.length - tail)
  if (inShort.length === 2) return inLong === `${inShort[1]}${inShort[0]}`
  if (inShort.length > 1 || inLong.length > 1) return false
  return short.length >= 6 || (short.length === 5 && inShort === '' && from > 0 && tail > 0)
}

/** The critical words among some words, in order of the alphabet. */
const criticalAmong = (words: readonly string[]): string =>
  words
    .map(criticalOf)
    .filter((word) => word !== null)
    .sort()
    .join(' ')

/** The words of a text; signs that belong to numbers count as words. */
const tokensOf = (text: string): string[] => [
  ...wordsOf(text.replaceAll('%', ' percent ')),
  ...(text.match(/[€$£<>≤≥]|\d[.,]\d+/gu) ?? []),
]

/** The words of `before`, those that are misspelt in one of the two written as in `after`. */
function alignSpelling(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(after)
  const then = new Set(before)
  const open = after.filter((word) => !then.has(word))
  return before.map((word) => {
    if (known.has(word)) return word
    const slip = open.find((other) => isSlip(word, other))
    const isOther = slip === undefined || (criticalOf(word) !== null && criticalOf(slip) !== null)
    return isOther ? word : slip
  })
}

/** The stems that carry the sense; words without content of their own stand in when there are no others. */
export const senseOf = (text: string): ReadonlySet<string> => {
  const content = contentOf(text)
  return content.size > 0 ? content : new Set(stemsOf(text))
}

/** How alike two sets of stems are, 0..1, and whether words were exchanged; misspelt words count as the same. */
export function compare(before: ReadonlySet<string>, after: ReadonlySet<string>) {
  const added = [...after.difference(before)]
  const dropped = [...before.difference(after)].filter((stem) => {
    const slip = added.findIndex((other) => isSlip(stem, other))
    if (slip !== -1) added.splice(slip, 1)
    return slip === -1
  })
  const all = before.size + added.length
  return {
    alike: all === 0 ? 1 : (before.size - dropped.length) / all,
    isExchanged: dropped.length > 0 && added.length > 0,
  }
}

/**
 * Do two wordings of a fact say the same? Numbers, denials, times, bounds, opposites and named jobs must be the
 * same; of the other words most must be.
 */
export function saysTheSame(before: string, after: string): boolean {
  if (before === after) return true
  const now = tokensOf(after)
  if (criticalAmong(alignSpelling(tokensOf(before), now)) !== criticalAmong(now)) return false
  const { alike, isExchanged } = compare(senseOf(before), senseOf(after))
  return alike >= (isExchanged ? enoughWhenExchanged : enough)
}
