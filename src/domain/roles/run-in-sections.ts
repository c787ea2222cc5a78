import { blockAt, type Block } from './blocks.ts'
import { runInOf, type RunIn } from './run-ins.ts'
import { kindOf } from './section-kinds.ts'

/** Labels that open a small section of their own inside a list or below it: "**Works with:** ...". */
const opensSection = (runIn: RunIn): boolean => {
  const kind = kindOf(runIn.text)
  return (
    kind === 'works-with' ||
    kind === 'not-duties' ||
    (runIn.isBold && (kind === 'skills' || kind === 'aside'))
  )
}

/**
 * The blocks of a document with titles at the beginning of items and paragraphs as headings of their own, where
 * they name a role or announce something; what follows the title becomes the first item below it.
 */
export function withRunIns(
  text: string,
  blocks: readonly Block[],
  isRole: ReadonlySet<Block>,
): Block[] {
  return blocks.flatMap((block, index): Block[] => {
    if (block.kind !== 'bullet' && block.kind !== 'paragraph') return [block]
    const runIn = runInOf(text, block)
    const next = blocks[index + 1]
    const isAbove = next?.kind === 'bullet' && next.level > block.level
    if (!isRole.has(block) && !(runIn && opensSection(runIn))) return [block]
    if (!runIn && !isAbove) return [block]
    const level = block.kind === 'bullet' ? block.level + 1 : 0
    const end = runIn?.end ?? block.end
    const heading = blockAt(text, 'heading', [runIn?.start ?? block.start, end], {
      mark: 'run-in',
      level,
    })
    const body = runIn ? blockAt(text, 'bullet', [runIn.bodyStart, block.end], { level }) : null
    return [heading, body].filter((each) => each !== null)
  })
}
