import { stemmer } from 'stemmer'
import { genericWords, stopWords } from './lexicon/stop-words.ts'
import { remembered } from './remembered.ts'

const wordPattern = /[\p{L}\p{N}]+(?:[+#.&'’-][\p{L}\p{N}]+)*[+#]*/gu

/** The same for text without letters of other alphabets, which is read faster. */
const plainWordPattern = /[a-z0-9]+(?:[+#.&'-][a-z0-9]+)*[+#]*/g

const splitWords = (text: string): readonly string[] => {
  const lower = text.toLowerCase()
  const isPlain = /^[\0-\x7f]*$/.test(lower)
  const words = isPlain
    ? lower.match(plainWordPattern)
    : lower.replaceAll('’', "'").match(wordPattern)
  if (words === null) return []
  return isPlain && !lower.includes("'s")
    ? words
    : words.map((word) => (word.endsWith("'s") ? word.slice(0, -2) : word))
}

/** Families of words that say the same of a duty; any member counts as the first. */
const rings = [
  'develop build construct create craft',
  'deploy deployment rollout release',
  'monitor observe watch oversee supervise track',
  'implement apply introduce',
  'explore discover research investigate',
  'methodology method technique approach',
  'novel new innovative emerging advanced pioneering modern',
  'ensure guarantee assure',
  'safeguard protect secure fortify defend',
  'identify detect discover spot discern',
  'issue problem bottleneck challenge',
  'adapt tailor customize adjust',
  'choose select pick',
  'optimize improve enhance refine tune',
  'manage administer handle run',
  'maintain uphold sustain',
  'evaluate assess examine appraise review',
  'data dataset',
  'automate streamline',
  'integrate incorporate merge',
  'requirement need demand',
  'goal objective target aim',
  'define specify determine',
  'smooth seamless fluid',
  'transition shift move',
  'organization company enterprise organisation',
]
const ringOf = new Map(
  rings.flatMap((ring) => {
    const stems = ring.split(' ').map((word) => stemmer(word))
    return stems.map((stem) => [stem, stems[0] ?? stem] as const)
  }),
)

const genericStems = new Set([...genericWords].map((word) => stemmer(word)))

/** What a word contributes to a text: its stem, and the member of its family that counts; null for none. */
interface WordValue {
  readonly stem: string | null
  readonly content: string | null
}

const valueOf = remembered((word): WordValue => {
  if (word.length <= 1 || stopWords.has(word)) return { stem: null, content: null }
  const stem = stemmer(word)
  return { stem, content: genericStems.has(stem) ? null : (ringOf.get(stem) ?? stem) }
}, 50_000)

/** A text as it is compared: each part is worked out when it is first asked for, and kept. */
class Reading {
  readonly words: readonly string[]
  #values: readonly WordValue[] | null = null
  #stems: readonly string[] | null = null
  #stemSet: ReadonlySet<string> | null = null
  #content: ReadonlySet<string> | null = null
  constructor(text: string) {
    this.words = splitWords(text)
  }
  get #own(): readonly WordValue[] {
    return (this.#values ??= this.words.map(valueOf))
  }
  get stems(): readonly string[] {
    if (this.#stems) return this.#stems
    const stems: string[] = []
    for (const { stem } of this.#own) if (stem !== null) stems.push(stem)
    this.#stems = stems
    return stems
  }
  get stemSet(): ReadonlySet<string> {
    return (this.#stemSet ??= new Set(this.stems))
  }
  get content(): ReadonlySet<string> {
    if (this.#content) return this.#content
    const content = new Set<string>()
    for (const own of this.#own) if (own.content !== null) content.add(own.content)
    this.#content = content
    return content
  }
}

const read = remembered((text) => new Reading(text))

/** The words of a text, lower case, possessives removed. */
export const wordsOf = (text: string): readonly string[] => read(text).words

/** The stems of a text's content words, in order. */
export const stemsOf = (text: string): readonly string[] => read(text).stems

/** The stems of a text's content words, each once. */
export const stemSetOf = (text: string): ReadonlySet<string> => read(text).stemSet

/** The stems that make a text about something: synonyms unified, generic words left out. */
export const contentOf = (text: string): ReadonlySet<string> => read(text).content

/** How many members two sets share; counting makes no set of them. */
export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a]
  let count = 0
  for (const each of smaller) if (larger.has(each)) count += 1
  return count
}

/** Share of the smaller set that the other holds, 0..1. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size)
  return smaller === 0 ? 0 : sharedCount(a, b) / smaller
}

/** Is the Jaccard similarity of two sets at least `least`? Most pairs are told apart after a few members. */
export function isSimilar(a: ReadonlySet<string>, b: ReadonlySet<string>, least: number): boolean {
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a]
  // The share is shared / (a + b - shared); a little more is allowed to miss than that leaves, for rounding.
  let mayMiss = smaller.size - (least * (a.size + b.size)) / (1 + least) + 0.01
  if (mayMiss < 0) return false
  for (const each of smaller) {
    if (larger.has(each)) continue
    mayMiss -= 1
    if (mayMiss < 0) return false
  }
  return similarity(a, b) >= least
}

/** Jaccard similarity, 0..1. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = sharedCount(a, b)
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
}

/** Text without Markdown's inline marks and tags, blanks squeezed: for reading, never for offsets. */
export function plainText(text: string): string {
  if (!/[!<&\\*`~_[\]\n\t\u00a0\u200b\ufeff]| {2}/.test(text)) return text.trim()
  return unmarked(text)
}

/** A word that the end of a line parts: "oper-" above "ator". */
const brokenWord = /(?<![\p{L}-])(\p{L}+)-[^\S\n]*\n\s*(?=\p{Ll}{2,}(?!-))/gu
/** First halves that have their hyphen wherever the line ends; so has "part-time", which only one line in a hundred parts. */
const keepsHyphen: ReadonlySet<string> = new Set(
  'self non well full part half cross long short high low all ex anti semi multi first second third one two three on off in up day night hands cost time year face front back'.split(
    ' ',
  ),
)

const unmarked = (text: string): string =>
  text
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g, ' ')
    .replace(/\[([^[\]]*)\](?:\([^)]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/\[([^[\]\s][^[\]]*)\]/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(/&([a-z]{2,6});/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\\([-*.#_`()[\]])/g, '$1')
    .replace(/\n\s*>/g, ' ')
    .replace(brokenWord, (whole, first: string) =>
      keepsHyphen.has(first.toLowerCase()) ? `${first}-` : first,
    )
    .replace(/\*\*|__|`|~~/g, '')
    .replace(/(^|[\s(“"])[*_](\S[^*_]*\S|\S)[*_](?=\s|[.,;:!?)”"’]|$)/g, '$1$2')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** With a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
