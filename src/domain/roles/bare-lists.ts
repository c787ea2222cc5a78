import type { Line } from './lines.ts'

/** An item of a list without marks: its place, and the index of its last line. */
export interface BareItem {
  readonly start: number
  readonly end: number
  readonly last: number
}

const indentOf = (raw: string) =>
  (/^[\s\u00a0]*/.exec(raw)?.[0] ?? '').replaceAll('\t', '    ').length

/** How far the line would go with the first word of the next one. */
const neededFor = (line: Line, next: Line): number =>
  line.raw.trimEnd().length + 1 + (/^\S+/.exec(next.raw.trim())?.[0].length ?? 0)

/** Words and marks that no item ends with: whatever ends so goes on in the next line. */
export const goesOn =
  /(?:[,–—-]|\b(?:the|a|an|and|or|of|to|in|on|at|by|for|from|with|that|which|who|as|is|are|be|was|were|has|have|will|shall|may|must|can|not|its|their|his|her|our|your|this|these|if|than|into|about|because|but|so))$/i

const longestItem = 100
/** Lines of so few columns are no running text. */
const narrow = 50
/** Whoever wraps text does it no sooner. */
const leastWidth = 60

/** Did nothing force the breaks between lines, neither the document's width nor that of the lines themselves? */
function areCutOnPurpose(heads: readonly Line[], width: number): boolean {
  const pairs = heads.slice(1).map((next, at) => [heads[at] ?? next, next] as const)
  const own = Math.max(...heads.map(({ raw }) => raw.trimEnd().length))
  const free = (columns: number) =>
    pairs.filter(([line, next]) => neededFor(line, next) <= columns).length
  const cut = pairs.filter(([line]) => goesOn.test(line.raw.trim())).length
  const isShort = pairs.length < 3
  return (
    free(width) >= pairs.length * 0.6 &&
    (isShort ? own <= narrow : free(own) >= pairs.length * 0.5) &&
    cut <= pairs.length / 5
  )
}

/**
 * The items of a list without marks that begins at a line: lines below one another, as far in, broken on purpose; a
 * line further in, or in small letters after a full one, goes on with the item above it. Null when the lines are
 * running text. `longest` is how far the lines of the document go; `begins` tells where something else begins.
 */
export function bareItemsAt(
  lines: readonly Line[],
  index: number,
  { longest, begins }: { longest: number; begins: (index: number) => boolean },
): readonly BareItem[] | null {
  const width = Math.max(longest, leastWidth)
  let last = index
  while (!begins(last + 1)) last += 1
  const run = lines.slice(index, last + 1)
  const indent = indentOf(run[0]?.raw ?? '')
  const least = indent > 0 ? 2 : 3
  if (run.some(({ raw }) => raw.trim().length > longestItem || indentOf(raw) < indent)) return null
  const heads: Line[] = []
  const items: BareItem[] = []
  for (const [offset, line] of run.entries()) {
    const before = run[offset - 1]
    const open = items.at(-1)
    const isFull = before !== undefined && neededFor(before, line) > width
    const joins = indentOf(line.raw) > indent || (isFull && /^\s*[\p{Ll}(&]/u.test(line.raw))
    if (open && joins) items[items.length - 1] = { ...open, end: line.end, last: index + offset }
    else {
      heads.push(line)
      items.push({ start: line.start, end: line.end, last: index + offset })
    }
  }
  return items.length >= least && areCutOnPurpose(heads, width) ? items : null
}
