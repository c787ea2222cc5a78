import type { PdfPage, Piece } from './pdf-page.ts'

/** Neighbouring pieces on one line, read as one: a line of a column, a cell of a table. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly isBold: boolean
}

/** All that stands at one height of a page, from left to right. */
export interface Row {
  readonly y: number
  readonly segments: readonly Segment[]
}

const bulletSign =
  /^[\u2022\u25e6\u25aa\u25ab\u2023\u00b7\u25cf\u25cb\u25a0\u25a1\u27a2\u2713\u2714\u2756\u2043\uf000-\uf0ff\u2013\u2014*-]$/
const isListMark = (text: string) =>
  bulletSign.test(text.trim()) || /^\(?(?:\d{1,2}|[a-z])[.)]$/.test(text.trim())

function join(a: Segment, b: Segment): Segment {
  const isApart = b.x - a.right > 0.12 * Math.min(a.size, b.size)
  const blank = isApart && !/\s$/.test(a.text) && !/^\s/.test(b.text) ? ' ' : ''
  const isLonger = a.text.trim().length >= b.text.trim().length
  return {
    text: `${a.text}${blank}${b.text}`,
    x: a.x,
    right: Math.max(a.right, b.right),
    y: a.y,
    size: isLonger ? a.size : b.size,
    isBold: a.isBold && b.isBold,
  }
}

/** Bold text drawn as the same letters twice, a hair apart. */
const isShadow = (a: Piece, b: Piece) =>
  a.text === b.text && Math.abs(a.x - b.x) < 0.1 * a.size && Math.abs(a.y - b.y) < 0.1 * a.size

/** In font sizes: wider gaps part columns and cells. */
const partsAlways = 1.15
/** Gaps from here on part only where pieces of other rows begin at the same place; blanks of justified lines do not. */
const partsAligned = 0.6
/** Rows above and below that are looked at for it. */
const nearRows = 4

const startKey = (x: number) => Math.round(x / 2)

/** In how many rows near row `index`, itself included, does a piece begin at `x` after a wide blank? */
function startsAfterBlanks(
  rows: readonly (readonly Piece[])[],
): (x: number, index: number) => number {
  const rowsOfStart = new Map<number, number[]>()
  for (const [index, pieces] of rows.entries()) {
    for (const [at, piece] of pieces.entries()) {
      const before = pieces[at - 1]
      if (!before || piece.x - before.right < partsAligned * Math.min(before.size, piece.size))
        continue
      const key = startKey(piece.x)
      rowsOfStart.set(key, [...(rowsOfStart.get(key) ?? []), index])
    }
  }
  return (x, index) => {
    const key = startKey(x)
    const near = [key - 1, key, key + 1]
      .flatMap((each) => rowsOfStart.get(each) ?? [])
      .filter((row) => Math.abs(row - index) <= nearRows)
    return new Set(near).size
  }
}

function segmentsOf(pieces: readonly Piece[], alignedAt: (x: number) => number): Segment[] {
  const segments: Segment[] = []
  let before: Piece | null = null
  for (const piece of pieces) {
    if (before && isShadow(before, piece)) continue
    before = piece
    const last = segments.at(-1)
    const gap = last ? (piece.x - last.right) / Math.min(last.size, piece.size) : Infinity
    // The wider the blank, the fewer rows must agree that it parts.
    const isNear =
      gap < partsAligned || (gap < partsAlways && alignedAt(piece.x) < (gap < 0.9 ? 3 : 2))
    const isMarked = last !== undefined && isListMark(last.text) && gap < 4
    if (last && (isNear || isMarked)) segments[segments.length - 1] = join(last, piece)
    else segments.push(piece)
  }
  return segments
}

/** Pieces at the same height, small shifts (raised signs, mixed fonts) allowed for. */
export function rowsOf(page: PdfPage): Row[] {
  const rows: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of page.pieces.toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    if (last && piece.y - last.y < 0.35 * Math.max(piece.size, last.size)) {
      last.pieces.push(piece)
      if (piece.size > last.size) Object.assign(last, { y: piece.y, size: piece.size })
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  const sorted = rows.map(({ pieces }) => pieces.toSorted((a, b) => a.x - b.x))
  const alignedAt = startsAfterBlanks(sorted)
  return rows.map(({ y }, index) => ({
    y,
    segments: segmentsOf(sorted[index] ?? [], (x) => alignedAt(x, index)),
  }))
}

const textOf = (row: Row) =>
  row.segments
    .map((segment) => segment.text.trim())
    .join(' ')
    .trim()

const isPageNumber = (text: string) =>
  /^(?:(?:page|p\.|seite)\s*)?[-–|]?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von|de)\s*\d{1,4})?\s*[-–|]?$/i.test(
    text,
  )

/** Rows at a page's edge that come again on other pages at the same height, but for their numbers. */
export function withoutRunningHeads(pages: readonly (readonly Row[])[]): Row[][] {
  const edge = 2
  const keyOf = (row: Row) => `${Math.round(row.y / 4)} ${textOf(row).replace(/\d+/g, '#')}`
  const isAtEdge = (rows: readonly Row[], index: number) =>
    index < edge || index >= rows.length - edge
  const times = new Map<string, number>()
  for (const rows of pages) {
    const keys = new Set(rows.filter((_, index) => isAtEdge(rows, index)).map(keyOf))
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  }
  const enough = Math.max(2, Math.floor(pages.length * 0.3))
  return pages.map((rows) =>
    rows.filter((row, index) => {
      if (!isAtEdge(rows, index)) return true
      const isOutermost = index === 0 || index === rows.length - 1
      const isNumber = isOutermost && rows.length > 2 && isPageNumber(textOf(row))
      return !isNumber && (times.get(keyOf(row)) ?? 0) < enough
    }),
  )
}
