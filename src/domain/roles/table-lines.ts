import type { Line } from './lines.ts'
import { plainText } from './words.ts'

/** A cell of a table row with its place in the canonical text. */
export interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
}
export type Row = readonly Cell[]
export type Table = readonly Row[]

const outer = /^\s*\|.*\|\s*$/
const rule = /^\s*\|?[\s:|+-]*-[\s:|+-]*\|?\s*$/

/** `| --- | :-: |`: the line that makes the one above it a table head. */
export const isTableRule = (raw: string): boolean => raw.includes('|') && rule.test(raw)

const barsOf = (raw: string): number => raw.replaceAll('\\|', '').split('|').length - 1

/** Is the line at `index` a row of a table, with or without bars at its ends? */
export function isTableRow(lines: readonly Line[], index: number, isOpen: boolean): boolean {
  const raw = lines[index]?.raw ?? ''
  if (!raw.includes('|')) return false
  if (outer.test(raw)) return true
  // Without outer bars the line is a row only next to a rule or below another row.
  return barsOf(raw) > 0 && (isOpen || isTableRule(lines[index + 1]?.raw ?? ''))
}

/** The cells of a row; empty cells keep their place. */
export function cellsOf(line: Line): Cell[] {
  const { raw } = line
  const open = /^\s*\|/.exec(raw)?.[0].length ?? 0
  const close = /\|\s*$/.test(raw) ? raw.lastIndexOf('|') : raw.length
  const cells: Cell[] = []
  let from = open
  for (let index = open; index <= close; index += 1) {
    const isEnd = index === close || (raw[index] === '|' && raw[index - 1] !== '\\')
    if (!isEnd) continue
    const piece = raw.slice(from, index)
    const lead = piece.length - piece.trimStart().length
    const start = line.start + from + lead
    cells.push({ start, end: start + piece.trim().length, text: plainText(piece) })
    from = index + 1
  }
  return cells
}
