import { blockAt, type Block } from './block.ts'
import { runInOf, type RunIn } from './run-ins.ts'
import { kindOf } from './section-kinds.ts'
import { sentencesIn, type Sentence } from './sentences.ts'

/** Labels that open a small section of their own inside a list or below it: "**Works with:** ...". */
const opensSection = (runIn: RunIn): boolean => {
  const kind = kindOf(runIn.text)
  return (
    kind === 'works-with' ||
    kind === 'not-duties' ||
    (runIn.isBold && (kind === 'skills' || kind === 'aside'))
  )
}

const finite =
  /^(?:he|she|they|it|you|we|i|this|these|there|who|nobody|somebody)\b|\b(?:is|are|was|were|has|have|had|shall|must|will|should|may|can|does|do)\b/i
const clauseStart =
  /\b(?:that|which|who|whom|whose|what|when|where|while|if|how|why|whether|because|as|until|unless|before|after|once|so)\b/i

/** "Check-in of lorries. Handing out passes.": fragments one after the other, each a duty; none for sentences. */
function fragmentsIn(text: string, start: number, end: number): readonly Sentence[] {
  const all = sentencesIn(text, start, end).filter(({ text: words }) => !/^[([]/.test(words))
  const told = all.filter(({ text: words }) => finite.test(words.split(clauseStart)[0] ?? ''))
  return all.length >= 2 && told.length * 4 <= all.length ? all : []
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
    const parts = runIn && isRole.has(block) ? fragmentsIn(text, runIn.bodyStart, block.end) : []
    const whole = { start: runIn?.bodyStart ?? block.end, end: block.end }
    const bodies = (parts.length > 0 ? parts : [whole]).map(({ start, end }) =>
      runIn ? blockAt(text, 'bullet', [start, end], { level }) : null,
    )
    return [heading, ...bodies].filter((each) => each !== null)
  })
}
