/** A stretch of text, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

const marks = /[*_`|#>\u200b\ufeff]/
const linkPattern = /\[([^\]\n]*)\]\([^)\n]*\)/y

/** A text as a reader sees it, marks left out and blanks squeezed, with the place of each character in the original. */
function asRead(text: string): { readonly read: string; readonly places: readonly number[] } {
  const places: number[] = []
  let read = ''
  const put = (at: number) => {
    const character = text[at] ?? ''
    if (marks.test(character)) return
    if (/\s/.test(character)) {
      if (read === '' || read.endsWith(' ')) return
      read += ' '
    } else read += character
    places.push(at)
  }
  let at = 0
  while (at < text.length) {
    linkPattern.lastIndex = at
    const link = text[at] === '[' ? linkPattern.exec(text) : null
    if (link) {
      const label = link[1] ?? ''
      for (let within = 1; within <= label.length; within += 1) put(at + within)
      at += link[0].length
    } else {
      // A backslash before a mark is no word.
      if (!(text[at] === '\\' && /[-*.#_`+]/.test(text[at + 1] ?? ''))) put(at)
      at += 1
    }
  }
  return { read, places }
}

/** Finds quotes in a document whatever its marks, line breaks and blanks: every place, in order. */
export function quoteFinder(text: string): (quote: string) => Span[] {
  const { read, places } = asRead(text)
  return (quote) => {
    const wanted = asRead(quote).read.trim()
    if (wanted === '') return []
    const spans: Span[] = []
    for (let at = read.indexOf(wanted); at !== -1; at = read.indexOf(wanted, at + 1)) {
      const start = places[at]
      const last = places[at + wanted.length - 1]
      if (start !== undefined && last !== undefined) spans.push({ start, end: last + 1 })
    }
    return spans
  }
}

/** The words of a stretch as a reader sees them. */
export const readAloud = (text: string): string => asRead(text).read.trim()

/**
 * Does a generated range point at this place of the key? It must lie in it for the most part, or be the whole of it
 * with little around; a whole section around a sentence does not count, nor does a sliver of it.
 */
export function pointsAt(range: Span, place: Span): boolean {
  const shared = Math.min(range.end, place.end) - Math.max(range.start, place.start)
  const own = range.end - range.start
  const whole = place.end - place.start
  if (shared < Math.min(8, whole) || own <= 0) return false
  return shared / own >= 0.7 || (shared / whole >= 0.9 && own <= 1.6 * whole)
}
