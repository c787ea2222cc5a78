import type { Range, RoleGen } from '#domain/cards/rolegen.ts'

/** Tells the line of a place in the sources' canonical text, from 1. */
export function lineFinder(gen: RoleGen): (range: Range) => number {
  const starts = new Map(
    gen.sources.map(({ id, text }) => [
      id,
      [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)],
    ]),
  )
  return ({ source, start }) => {
    const lines = starts.get(source) ?? [0]
    let low = 0
    let high = lines.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((lines[middle] ?? 0) <= start) low = middle
      else high = middle
    }
    return low + 1
  }
}

/** A text on one line, blanks of all kinds as single spaces. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
