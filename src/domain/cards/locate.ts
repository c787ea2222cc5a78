/** Where a passage was, and its words. */
interface Remembered {
  readonly start: number
  readonly end: number
  readonly quote: string
}

/**
 * Finds a remembered passage in a text that may have changed since: at its old place, else where its words stand
 * nearest to it. Null when the text no longer holds them.
 */
export function locate<Passage extends Remembered>(text: string, passage: Passage): Passage | null {
  const { start, end, quote } = passage
  if (text.slice(start, end) === quote) return passage
  if (quote === '') return null
  const after = text.indexOf(quote, start)
  const before = text.lastIndexOf(quote, start)
  const found = [before, after]
    .filter((at) => at !== -1)
    .sort((a, b) => Math.abs(a - start) - Math.abs(b - start))[0]
  return found === undefined ? null : { ...passage, start: found, end: found + quote.length }
}
