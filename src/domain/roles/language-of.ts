import { foreignScripts, smallWords } from './lexicon/languages.ts'

/** English comes first. */
const languages = Object.entries(smallWords).map(
  ([language, words]) => [language, [...new Set(words.split(' '))]] as const,
)

/** A part of the whole is enough to tell the language, and keeps the cost of large documents flat. */
const sampled = 60_000
/** Below this many small words of a language, nothing is claimed. */
const fewest = 6

/** Beginning, middle and end: a translated preface must not decide for the rest. */
function sampleOf(text: string): string {
  if (text.length <= sampled) return text
  const third = Math.floor(sampled / 3)
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, third)}\n${text.slice(middle, middle + third)}\n${text.slice(-third)}`
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Letters of a text, and those of them that are Latin. */
function countLetters(text: string): { readonly letters: number; readonly latin: number } {
  let plain = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at) | 32
    if (code >= 97 && code <= 122) plain += 1
  }
  const rest = text.replace(/[\0-\x7f]+/g, '')
  return {
    letters: plain + countOf(rest, /\p{L}/gu),
    latin: plain + countOf(rest, /\p{Script=Latin}/gu),
  }
}

/** Words of two letters and more, lower case: single letters are cells of matrices and list marks, not words. */
function wordsIn(text: string): readonly string[] {
  const lower = text.toLowerCase()
  const isPlain = /^[\0-\x7f]*$/.test(lower)
  return lower.match(isPlain ? /[a-z]{2,}/g : /\p{L}{2,}/gu) ?? []
}

/**
 * The language of a text as an ISO 639-1 code, by the share of small words or by its script; `und` where it is
 * certainly not English but nothing else is clear. Lists of names and tasks have few small words: a text counts
 * as English until another language speaks clearly.
 */
export function languageOf(text: string): string {
  const sample = sampleOf(text)
  const { letters, latin } = countLetters(sample)
  if (letters > 0 && latin < letters / 2) {
    const counts = foreignScripts.map(
      ([language, pattern]) => [language, sample.match(pattern)?.length ?? 0] as const,
    )
    // The order of the list decides between scripts that share letters: a few kana make Japanese, a few і Ukrainian.
    return counts.find(([, count]) => count > letters / 50)?.[0] ?? 'und'
  }
  const words = wordsIn(sample)
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  const scores = languages.map(([language, small]) => {
    const hits = small.flatMap((word) => times.get(word) ?? [])
    return { language, count: hits.reduce((sum, each) => sum + each, 0), distinct: hits.length }
  })
  const english = scores[0]?.count ?? 0
  const best = scores.reduce((top, each) => (each.count > top.count ? each : top))
  // One repeated word ("Da Silva") is a name.
  if (best.distinct >= 3 && best.count >= fewest && best.count > 2 * english) return best.language
  if (words.length < 200 || english * 50 >= words.length) return 'en'
  const accented = words.filter((word) => /[^a-z]/.test(word)).length
  return accented * 30 > words.length ? 'und' : 'en'
}
