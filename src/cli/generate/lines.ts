import type { Range, RoleGen } from '#domain/cards/rolegen.ts'
import { linesIn } from '#domain/places.ts'

/** Tells the line of a place in the sources' canonical text, from 1. */
export function lineFinder(gen: RoleGen): (range: Range) => number {
  const lines = new Map(gen.sources.map(({ id, text }) => [id, linesIn(text)]))
  return ({ source, start }) => lines.get(source)?.(start) ?? 1
}

/** A text on one line, blanks of all kinds as single spaces. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
