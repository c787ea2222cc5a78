import { goesOn } from './bare-lists.ts'
import { markerOf } from './lines.ts'

/** "Page 3 of 12", "- 3 -", "p. 3": a line that says no more than which page it is. */
const pageMark =
  /^[\s|*_–—-]*(?:(?:page|pg\.?|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|[–—-]\s*\d{1,4}\s*[–—-])[\s|*_–—-]*$/i
/** "Staff handbook      12", "12 | Staff handbook": a number in a column of its own. */
const numberedColumn =
  /^(?:\S.*?(?:\s{3,}|\s*\|\s*|\t)(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|(?:page\s*)?\d{1,4}(?:\s{3,}|\s*\|\s*|\t)\S.*)$/i

/** How many lines of words the head and the foot of a page have at most, each. */
const deepest = 4
/** The number of a page within such a line; "Level 2" is no page. */
const pageNumber = /(?<=\s{3}|\||^|\bpage\s)[^\S\n]*\d{1,4}(?=\s{3}|\s*\||\s*$|\s+of\s)/gi
const fewestColumns = 3

interface Row {
  readonly start: number
  readonly end: number
  readonly words: string
  /** Equal for the same line on another page. */
  readonly key: string
}

function rowsOf(text: string): Row[] {
  let start = 0
  return text.split('\n').map((raw) => {
    const words = raw.trim()
    const key = words.replace(pageNumber, '#').replace(/\s+/g, ' ')
    const row = { start, end: start + raw.length, words, key }
    start = row.end + 1
    return row
  })
}

/** Lines with a number in a column that grows from page to page. */
function countedLines(rows: readonly Row[]): Set<number> {
  const found = new Set<number>()
  const byKey = Map.groupBy(
    rows.flatMap(({ words, key }, index) =>
      numberedColumn.test(words) ? [{ key, index, page: Number(/\d+/.exec(words)?.[0]) }] : [],
    ),
    ({ key }) => key,
  )
  for (const lines of byKey.values()) {
    const isCounted = lines.every(({ page }, at) => at === 0 || page > (lines[at - 1]?.page ?? 0))
    // Rows of a table stand right below one another.
    const isApart = lines.every(
      ({ index }, at) => at === 0 || index > (lines[at - 1]?.index ?? 0) + 8,
    )
    if (lines.length >= fewestColumns && isCounted && isApart)
      for (const { index } of lines) found.add(index)
  }
  return found
}

/** The lines with words next to a place, nearest first. */
function* linesFrom(rows: readonly Row[], from: number, step: 1 | -1): Generator<number> {
  let found = 0
  for (let at = from; at >= 0 && at < rows.length && found < deepest; at += step) {
    if (rows[at]?.words === '') continue
    found += 1
    yield at
  }
}

/** The heads and feet of pages: page numbers, and the lines that stand beside several of the places where pages end. */
function furnitureIn(text: string, rows: readonly Row[]): Set<number> {
  const marks = countedLines(rows)
  const breaks = new Set<number>()
  for (const [index, { start, end, words }] of rows.entries()) {
    if (pageMark.test(words)) marks.add(index)
    else if (text.slice(start, end).includes('\f')) breaks.add(index)
  }
  if (marks.size + breaks.size === 0) return marks
  // The page of each line: what stands at the top of one and at the top of the next is its head.
  const near = new Map<number, number>()
  const note = (index: number, boundary: number) => {
    if (!marks.has(index) && !near.has(index)) near.set(index, boundary)
  }
  let boundary = 0
  for (const index of [-1, ...[...marks, ...breaks].sort((a, b) => a - b), rows.length]) {
    for (const at of linesFrom(rows, Math.max(0, index), 1)) note(at, boundary)
    for (const at of linesFrom(rows, index - 1, -1)) note(at, boundary)
    boundary += 1
  }
  const all = Map.groupBy(rows.keys(), (index) => rows[index]?.key ?? '')
  for (const [key, lines] of all) {
    const beside = lines.filter((index) => near.has(index))
    const places = new Set(beside.map((index) => near.get(index))).size
    if (key === '' || places < 2 || beside.length < lines.length) continue
    // Standing at the top of the document it is its title.
    const isTitle =
      !/#/.test(key) && lines[0] !== undefined && [...linesFrom(rows, 0, 1)].includes(lines[0])
    for (const index of isTitle ? lines.slice(1) : lines) marks.add(index)
  }
  return marks
}

/**
 * A text without the heads, feet and numbers of its pages, for reading: blanks stand in their place, so that every
 * offset stays what it was. A sentence that a page's end parts goes on as if nothing stood between. Linear.
 */
export function withoutPageFurniture(text: string): string {
  if (!/\f|\bpage\b|\bp\.|\d\s*(?:[–—-]\s*)?(?:\n|$)/i.test(text)) return text
  const rows = rowsOf(text)
  const furniture = furnitureIn(text, rows)
  if (furniture.size === 0 && !text.includes('\f')) return text
  const parts: string[] = []
  let at = 0
  let isParted = false
  let before: Row | null = null
  for (const [index, row] of rows.entries()) {
    const isFurniture = furniture.has(index)
    isParted ||= isFurniture || text.slice(row.start, row.end).includes('\f')
    if (isFurniture || row.words === '') continue
    const raw = text.slice(row.start, row.end)
    // A bullet or number begins something of its own, whatever stands above it.
    const joins =
      isParted &&
      before !== null &&
      markerOf(raw) === null &&
      !/[.!?:;]$/.test(before.words) &&
      (/^\p{Ll}/u.test(row.words) || goesOn.test(before.words))
    const gap = text.slice(at, row.start)
    const words = before === null ? '' : text.slice(before.start, before.end)
    const hole = gap.slice(words.length)
    const blank = joins
      ? `${' '.repeat(Math.max(0, hole.length - 1))}\n`
      : hole.replace(/[^\n]/g, ' ')
    parts.push(words, blank)
    at = row.start
    before = row
    isParted = false
  }
  const rest = text.slice(at)
  const last = before === null ? 0 : before.end - before.start
  parts.push(rest.slice(0, last), rest.slice(last).replace(/[^\n]/g, ' '))
  return parts.join('').replaceAll('\f', ' ')
}
