import type { Block } from '#domain/roles/block.ts'
import { parseBlocks } from '#domain/roles/blocks.ts'
import { countBefore } from '#domain/places.ts'

/** Where the same words stand in both versions, as offsets. */
export interface Placed {
  readonly id: string
  readonly before: number
  readonly after: number
}

/** The most that keep their order: a longest run that does not fall (patience sorting, n log n). */
function inOrder(placed: readonly Placed[]): Set<string> {
  const sorted = placed.toSorted((a, b) => a.before - b.before || a.after - b.after)
  const tails: number[] = []
  const previous: number[] = []
  for (const [index, each] of sorted.entries()) {
    const length = countBefore(tails.length, (run) => {
      const tail = sorted[tails[run] ?? 0]
      return tail !== undefined && tail.after <= each.after
    })
    previous[index] = tails[length - 1] ?? -1
    tails[length] = index
  }
  const kept = new Set<string>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const each = sorted[index]
    if (each) kept.add(each.id)
  }
  return kept
}

/** The text of the heading above an offset, and all headings there are. */
export function headingsOf(blocks: readonly Block[]): {
  readonly at: (offset: number) => string
  readonly all: ReadonlySet<string>
} {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const isReached = (offset: number) => (index: number) => (headings[index]?.start ?? 0) <= offset
  const at = (offset: number) =>
    headings[countBefore(headings.length, isReached(offset)) - 1]?.text ?? ''
  return { at, all: new Set(headings.map((block) => block.text)) }
}

/**
 * Which of these stand elsewhere now: not in the order of the others, or below another heading, unless that
 * heading is the old one under a new name. A paragraph put in before them moves nothing.
 */
export function findMoved(before: string, after: string, placed: readonly Placed[]): Set<string> {
  const kept = inOrder(placed)
  const then = headingsOf(parseBlocks(before))
  const now = headingsOf(parseBlocks(after))
  const isElsewhere = (each: Placed) => {
    if (!kept.has(each.id)) return true
    const [from, to] = [then.at(each.before), now.at(each.after)]
    return from !== to && now.all.has(from) && then.all.has(to)
  }
  return new Set(placed.filter(isElsewhere).map((each) => each.id))
}
