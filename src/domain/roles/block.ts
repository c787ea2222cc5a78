import type { Cell } from './table-lines.ts'
import { plainText } from './words.ts'

export type BlockKind = 'heading' | 'bullet' | 'paragraph' | 'row' | 'quote'

/** A piece of a document: `start`..`end` is its content in the canonical text, markers left out. */
export interface Block {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  /** The content for reading: inline marks removed, lines joined. */
  readonly text: string
  /** Headings with marks: 1 is the highest, 0 a title in the front matter. Bullets: nesting from 0. */
  readonly level: number
  /** A hand-written or list number. */
  readonly number: number | null
  /** Headings: what makes the line one. */
  readonly mark: 'hash' | 'setext' | 'number' | 'caps' | 'plain' | 'bold' | 'colon' | 'run-in'
  /** Rows: the cells with their own ranges. */
  readonly cells: readonly Cell[]
}

/** A block of `text.slice(from, to)` without the blanks around it; null when there is nothing to read. */
export function blockAt(
  text: string,
  kind: BlockKind,
  [from, to]: readonly [number, number],
  extra: Partial<Block> = {},
): Block | null {
  const raw = text.slice(from, to)
  const start = from + (raw.length - raw.trimStart().length)
  const end = start + raw.trim().length
  const content = plainText(raw)
  if (end <= start || content === '') return null
  return {
    kind,
    start,
    end,
    text: content,
    level: 0,
    number: null,
    mark: 'plain',
    cells: [],
    ...extra,
  }
}
