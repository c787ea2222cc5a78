import type { Row, Segment } from './pdf-rows.ts'

/** Fewer lines beside each other are no columns. */
const fewest = 5
/** A side whose fuller lines are shorter holds labels or cells. */
const shortLine = 25

interface Cut {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

const isAligned = (a: Segment, others: readonly Segment[]) =>
  others.some((b) => Math.abs(a.y - b.y) < 0.35 * a.size)

const isShort = (side: readonly Segment[]) => {
  const lengths = side.map((segment) => segment.text.trim().length).sort((a, b) => a - b)
  return (lengths[Math.floor(lengths.length * 0.75)] ?? 0) < shortLine
}

/** Lines that stand apart from the one above: beginnings of paragraphs, or of a table's rows. */
const beginnings = (side: readonly Segment[]): Segment[] =>
  side.filter((segment, index) => {
    const before = side[index - 1]
    return !before || segment.y - before.y > 1.5 * segment.size
  })

/** Two columns of text, or two of a table? The rows of a table begin at one height on both sides. */
function isText(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [smaller, larger] = left.length <= right.length ? [left, right] : [right, left]
  if (isShort(left) || isShort(right))
    return smaller.filter((segment) => isAligned(segment, larger)).length < 0.4 * smaller.length
  const begun = beginnings(left)
  const other = beginnings(right)
  return (
    begun.length < 3 || begun.filter((each) => isAligned(each, other)).length < 0.8 * begun.length
  )
}

/** The place between two columns: where many lines begin, and that few lines cross. */
function cutOf(segments: readonly Segment[]): Cut | null {
  const starts = new Map<number, number>()
  for (const { x } of segments) {
    const at = Math.round(x / 3)
    starts.set(at, (starts.get(at) ?? 0) + 1)
  }
  const first = Math.min(...segments.map((segment) => segment.x))
  let best: (Cut & { weight: number }) | null = null
  for (const [at, count] of starts) {
    const x = at * 3 - 3
    if (count < fewest || x <= first + 30) continue
    const right = segments.filter((segment) => segment.x >= x)
    const top = Math.min(...right.map((segment) => segment.y)) - 1
    const bottom = Math.max(...right.map((segment) => segment.y)) + 1
    const beside = segments.filter((segment) => segment.y >= top && segment.y <= bottom)
    const left = beside.filter((segment) => segment.right < x)
    const crossing = beside.filter((segment) => segment.x < x && segment.right >= x)
    if (left.length < fewest || crossing.length > 0.2 * right.length) continue
    if (!isText(left, right)) continue
    const weight = Math.min(left.length, right.length)
    if (!best || weight > best.weight) best = { x, top, bottom, weight }
  }
  return best
}

/**
 * Rows in reading order, in groups that stand in one column each: where a page has columns, the left one comes
 * before the right one, and lines across both part what is above from what is below.
 */
export function inReadingOrder(rows: readonly Row[], depth = 0): Row[][] {
  const cut = depth < 4 ? cutOf(rows.flatMap((row) => row.segments)) : null
  if (!cut) return rows.length > 0 ? [[...rows]] : []
  const { x, top, bottom } = cut
  const groups: { isSplit: boolean; rows: Row[] }[] = []
  for (const row of rows) {
    const isBeside = row.y >= top && row.y <= bottom
    const isSplit = isBeside && !row.segments.some((each) => each.x < x && each.right >= x)
    const last = groups.at(-1)
    if (last?.isSplit === isSplit) last.rows.push(row)
    else groups.push({ isSplit, rows: [row] })
  }
  const side = (part: readonly Row[], keep: (segment: Segment) => boolean): Row[] =>
    part
      .map((row) => ({ y: row.y, segments: row.segments.filter(keep) }))
      .filter((row) => row.segments.length > 0)
  return groups.flatMap(({ isSplit, rows: part }) =>
    isSplit
      ? [
          ...inReadingOrder(
            side(part, (each) => each.right < x),
            depth + 1,
          ),
          ...inReadingOrder(
            side(part, (each) => each.x >= x),
            depth + 1,
          ),
        ]
      : [part],
  )
}
