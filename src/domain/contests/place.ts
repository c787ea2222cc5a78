import { headingsOf } from '#domain/cards/matching/place.ts'
import { parseBlocks } from '#domain/roles/blocks.ts'
import { linesIn } from '#domain/places.ts'

/** Where in a document something stands: its line, from 1, and the heading above it. */
export interface Place {
  readonly line: number
  readonly section: string | null
}

/** Reads a document once and tells the place of any offset (UTF-16) in it. */
export function placesIn(text: string): (offset: number) => Place {
  const lineAt = linesIn(text)
  const headings = headingsOf(parseBlocks(text))
  return (offset) => ({ line: lineAt(offset), section: headings.at(offset) || null })
}
