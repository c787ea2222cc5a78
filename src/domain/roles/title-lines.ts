import { markerOf } from './lines.ts'
import { kindOf } from './section-kinds.ts'

const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length

/** A line that is short and ends like a title. */
export const looksLikeTitle = (text: string): boolean => {
  if (text.length > 120 || wordCount(text) > 14 || !/[\p{L}\p{N}]/u.test(text)) return false
  const bare = text.replace(/\b(vs|etc|inc|ltd|dr|mr|ms|no(?=\.\s*\d))\./gi, '$1')
  return !/[.!;,…]$/.test(bare) && !/[.!?]\s+\p{Lu}/u.test(bare)
}

/** "Article IV. Officers", "B) Duties": what numbers a title and is no part of it. */
const numbering =
  /^\s*(?:(?:article|section|chapter|part|annex|appendix|schedule|clause)\s+(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])\s*[.):–—-]*|(?:[IVX]{1,5}|[A-Z])[.)]|§+\s*\d{1,3}[a-z]?(?:\s*\(\d{1,2}\))?[.:]?)\s+(?=\S)/i

/** How many characters of numbering a title begins with; 0 for none. */
export function numberingLength(raw: string): number {
  const lettered = /^\s*[a-z]/.test(raw) && !/^\s*(?:article|section|chapter)/.test(raw)
  return lettered ? 0 : (numbering.exec(raw)?.[0].length ?? 0)
}

/** "Section 2.", "§ 3 (2)" before the first sentence of a paragraph: how many characters it takes. */
export const sectionLabelLength = (raw: string): number =>
  /^\s*(?:(?:article|section|clause|art\.|sec\.)\s+\d{1,2}(?:\.\d{1,2})*\s*[.):–—-]+|§+\s*\d{1,3}[a-z]?(?:\s*\(\d{1,2}\))?[.:]?)\s+(?=\p{Lu})/iu.exec(
    raw,
  )?.[0].length ?? 0

/** "DUTIES OF THE CHAIR": capitals only, with at least one word of four letters. */
export const isCapitals = (text: string): boolean =>
  /\p{Lu}{4,}/u.test(text) && !/\p{Ll}/u.test(text) && wordCount(text) <= 10

/** `**Duties**`, `__Duties:__`: a line that is bold from end to end. */
export const isBoldLine = (raw: string): boolean =>
  /^\s*(?:\*\*|__)(?!\s)[^*]{1,100}(?:\*\*|__)\s*:?\s*$/.test(raw) ||
  (/^\s*[*_](?![*_\s])[^*_]{1,60}[*_]:?\s*$/.test(raw) && kindOf(raw) !== 'plain')

const smallWords = new Set('a an and as at by for from in into of on or the to vs with'.split(' '))

/** Most words begin with a capital: "Head of Stage Crew". */
export const isTitleCase = (text: string): boolean => {
  const words = text.split(/[\s/]+/).filter((word) => /^[\p{L}]/u.test(word))
  const large = words.filter((word) => !smallWords.has(word.toLowerCase()))
  return large.length > 0 && large.every((word) => /^\p{Lu}/u.test(word))
}

/** A line that text or a list follows at once and that is a title all the same. */
export function isTitleAbove(raw: string, next: string, isCut: boolean): boolean {
  const text = raw.trim()
  if (!looksLikeTitle(text) || wordCount(text) > 9 || !/^[\p{Lu}\p{N}“"'(]/u.test(text))
    return false
  const isAboveList = markerOf(next) !== null
  const announces = kindOf(text) !== 'plain'
  if (isAboveList) return announces || isTitleCase(text) || /[?]$/.test(text)
  return (
    isCut && wordCount(text) <= 6 && (announces || isTitleCase(text)) && /^\s*\p{Lu}/u.test(next)
  )
}
