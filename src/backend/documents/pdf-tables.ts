import type { Row, Segment } from './pdf-rows.ts'

/** Rows of cells, the head first. */
export interface PdfTable {
  readonly cells: readonly (readonly string[])[]
}

interface Span {
  left: number
  right: number
}

/**
 * Where the columns of these rows lie: what overlaps from row to row is one column, and so are neighbours that no
 * row fills both (a centred head above cells at the left).
 */
function columnsOf(rows: readonly Row[]): Span[] {
  const spans = rows
    .flatMap((row) => row.segments.map(({ x, right }) => ({ left: x, right })))
    .sort((a, b) => a.left - b.left)
  const parts: Span[] = []
  for (const span of spans) {
    const last = parts.at(-1)
    if (last && span.left <= last.right) last.right = Math.max(last.right, span.right)
    else parts.push({ ...span })
  }
  const fills = (row: Row, span: Span) => row.segments.some((segment) => overlap(segment, span) > 0)
  const columns: Span[] = []
  for (const part of parts) {
    const last = columns.at(-1)
    if (last && !rows.some((row) => fills(row, last) && fills(row, part))) last.right = part.right
    else columns.push(part)
  }
  return columns
}

const overlap = (segment: Segment, span: Span) =>
  Math.min(segment.right, span.right) - Math.max(segment.x, span.left)

/** The column that holds a segment; null where it lies across several. */
function placeOf(segment: Segment, columns: readonly Span[]): number | null {
  const touched = columns.filter((span) => overlap(segment, span) > 0)
  if (touched.length > 1) return null
  const nearest = columns.reduce(
    (best, span, index) =>
      overlap(segment, span) > overlap(segment, columns[best] ?? span) ? index : best,
    0,
  )
  return nearest
}

/** Lines of one table row stand closer than the rows do. */
function grouped(rows: readonly Row[], columns: readonly Span[]): Row[][] {
  const groups: Row[][] = []
  for (const row of rows) {
    const before = groups.at(-1)?.at(-1)
    const size = Math.max(...row.segments.map((segment) => segment.size))
    const gap = before ? row.y - before.y : Infinity
    const isFirstFilled = row.segments.some((segment) => placeOf(segment, columns) === 0)
    const isTight = gap < 1.5 * size
    const isContinued = isTight && (!isFirstFilled || gaps(rows, size))
    if (isContinued) groups.at(-1)?.push(row)
    else groups.push([row])
  }
  return groups
}

/** Do rows of this table have wider gaps between them than the lines inside of them? */
const gaps = (rows: readonly Row[], size: number): boolean =>
  rows.some((row, index) => index > 0 && row.y - (rows[index - 1]?.y ?? row.y) >= 1.5 * size)

const cellsOf = (group: readonly Row[], columns: readonly Span[]): string[] =>
  columns.map((_, index) =>
    group
      .flatMap((row) => row.segments.filter((segment) => placeOf(segment, columns) === index))
      .map((segment) => segment.text.trim())
      .join(' ')
      .replaceAll('|', '/'),
  )

const isInside = (row: Row, columns: readonly Span[]) =>
  row.segments.every((segment) => placeOf(segment, columns) !== null)

/** Rows of one page that are looked at for one table. */
const mostRows = 200

/** How many rows from `from` on belong to one table; 0 when none begins there. */
function lengthOf(rows: readonly Row[], from: number): number {
  const isWide = (row: Row | undefined) => (row?.segments.length ?? 0) >= 2
  const sizeOf = (row: Row) => Math.max(...row.segments.map((segment) => segment.size))
  const isTight = (row: Row, before: Row | undefined) =>
    before !== undefined && row.y - before.y < 1.5 * sizeOf(row)
  const first = rows[from]
  if (!first || !isWide(first)) return 0
  let wide = 1
  let end = from + 1
  for (let index = from + 1; index < Math.min(rows.length, from + mostRows); index += 1) {
    const row = rows[index]
    const before = rows[index - 1]
    if (!row || !before || row.y - before.y > 5 * sizeOf(row)) break
    const columns = columnsOf(rows.slice(from, index + 1).filter(isWide))
    if (columns.length < 2 || !isInside(row, columns)) break
    if (isWide(row)) {
      wide += 1
      end = index + 1
      continue
    }
    // A line of its own at the left is the next heading, unless it is the first of several in its cell.
    const next = rows[index + 1]
    const isLeft = row.segments.every((segment) => placeOf(segment, columns) === 0)
    const isAlone = !isTight(row, before) && !(next && isTight(next, row))
    if (isLeft && (isAlone || sizeOf(row) > 1.1 * sizeOf(first))) break
    if (isTight(row, before) || !isLeft) end = index + 1
  }
  return wide >= 3 ? end - from : 0
}

/** The table that begins at a row, and how many rows it takes; null when there is none. */
export function tableAt(
  rows: readonly Row[],
  from: number,
): { readonly table: PdfTable; readonly length: number } | null {
  const length = lengthOf(rows, from)
  if (length === 0) return null
  const own = rows.slice(from, from + length)
  const columns = columnsOf(own.filter((row) => row.segments.length >= 2))
  return { table: { cells: grouped(own, columns).map((group) => cellsOf(group, columns)) }, length }
}
