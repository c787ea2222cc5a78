import type { Block } from './block.ts'
import { isCallToAction, kindOf, type SectionKind } from './section-kinds.ts'

/** A heading (or the document's beginning) with the blocks up to the next one. */
export interface Section {
  readonly heading: Block | null
  readonly kind: SectionKind
  /** 1 is the highest; comparable within a document. */
  readonly rank: number
  readonly blocks: readonly Block[]
  /** The section that this one stands in, by its place in the list; null at the top. */
  readonly parent: number | null
}

const isCaption = (block: Block, next: Block | undefined): boolean => {
  if (block.mark !== 'plain') return false
  const words = block.text.split(' ').length
  if (words > 4 || /[:?]$/.test(block.text)) return false
  const isLowerCase = /^\p{Ll}/u.test(block.text)
  return (
    isLowerCase ||
    (next?.kind === 'heading' &&
      next.mark !== 'hash' &&
      next.mark !== 'setext' &&
      next.mark !== 'run-in' &&
      kindOf(next.text) === 'plain' &&
      kindOf(block.text) === 'plain')
  )
}

const ranks = { caps: 2, number: 4, plain: 8, bold: 8, colon: 10, 'run-in': 40 } as const

/** Headings that announce what stands below ("Duties") stand below those of the same mark that name somebody. */
function rankOf({ mark, level, text }: Block, hasHashes: boolean): number {
  const isLabel = kindOf(text) !== 'plain' ? 1 : 0
  if (mark === 'hash' || mark === 'setext') return level * 2 + isLabel
  const depth = mark === 'number' ? Math.min(level, 2) - 1 : 0
  return ranks[mark] + depth + isLabel + (hasHashes && mark !== 'run-in' ? 20 : 0)
}

/** A heading whose content is over before the next heading: a list below a colon, an item with its own items. */
interface Scope {
  readonly above: number
  readonly isOver: (block: Block) => boolean
}

const scopeOf = (heading: Block, first: Block | undefined, above: number): Scope | null => {
  if (heading.mark === 'run-in') {
    const own = heading.level - 1
    return { above, isOver: (block) => block.kind !== 'bullet' || block.level <= own }
  }
  const isListAhead = first?.kind === 'bullet' || first?.kind === 'row'
  if (heading.mark !== 'colon' || !isListAhead) return null
  return { above, isOver: (block) => block.kind === 'paragraph' || block.kind === 'quote' }
}

interface Open extends Omit<Section, 'blocks'> {
  readonly blocks: Block[]
}

/** The block after one, past invitations and links, which are no content. */
function nextAfter(blocks: readonly Block[], index: number): Block | undefined {
  let next = index + 1
  while (isCallToAction(blocks[next]?.text ?? '')) next += 1
  return blocks[next]
}

/**
 * Groups blocks under their headings. Picture captions (a short line alone, above another heading) and calls
 * to action are no headings: what follows belongs to the section before. What follows the list of a heading
 * with a colon goes on with the section above it.
 */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const hasHashes = blocks.some((block) => block.mark === 'hash' || block.mark === 'setext')
  const sections: Open[] = [{ heading: null, kind: 'plain', rank: 99, blocks: [], parent: null }]
  let scope: Scope | null = null
  const parentFor = (rank: number): number | null => {
    let at: number | null = sections.length - 1
    while (at !== null && ((sections[at]?.rank ?? 99) >= rank || sections[at]?.rank === 99))
      at = sections[at]?.parent ?? null
    return at
  }
  for (const [index, block] of blocks.entries()) {
    const next = nextAfter(blocks, index)
    if (block.kind !== 'heading') {
      if (scope?.isOver(block)) {
        const above: Open | undefined = sections[scope.above]
        if (above) sections.push({ ...above, blocks: [] })
        scope = null
      }
      sections.at(-1)?.blocks.push(block)
      continue
    }
    if (block.mark !== 'run-in' && (isCallToAction(block.text) || isCaption(block, next))) continue
    const rank = rankOf(block, hasHashes)
    const parent = parentFor(rank)
    // An item ends where its neighbour begins; both stand in the section above.
    const above: number =
      scope !== null && block.mark === 'run-in' ? scope.above : sections.length - 1
    const kind = kindOf(block.text)
    sections.push({ heading: block, kind, rank, blocks: [], parent })
    scope = scopeOf(block, next, above)
  }
  return sections
}
