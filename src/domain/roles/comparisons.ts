import type { Comparison, ComparisonAspect, Range } from '#domain/cards/rolegen.ts'
import type { RoleSection } from './assign.ts'
import type { MentionIndex } from './mentions.ts'
import type { DutyParts } from './duty-parts.ts'
import { factId } from './fact-id.ts'
import { runInOf } from './run-ins.ts'
import type { Sentence } from './sentences.ts'

const range = (parts: DutyParts, sentence: Sentence): Range => ({
  source: parts.sourceId,
  start: sentence.start,
  end: sentence.end,
  quote: parts.original.slice(sentence.start, sentence.end),
  supports: 'answer',
})

/** Which of two roles a sentence is about: the one it names first; one that names none goes on with the one before. */
function bySide(
  parts: DutyParts,
  sentences: readonly Sentence[],
  index: MentionIndex,
  a: string,
  b: string,
) {
  const sides: { a: Range[]; b: Range[] } = { a: [], b: [] }
  let current: 'a' | 'b' | null = null
  for (const sentence of sentences) {
    const first = index
      .within(sentence.start, sentence.end)
      .find((mention) => mention.key === a || mention.key === b)
    if (first) current = first.key === a ? 'a' : 'b'
    if (current) sides[current].push(range(parts, sentence))
  }
  return sides
}

/** Comparisons of two roles: "A vs. B" with a list of aspects, each telling both sides. */
export function comparisonsOf(
  parts: DutyParts,
  sections: readonly RoleSection[],
  index: MentionIndex,
): Comparison[] {
  return sections.flatMap((section): Comparison[] => {
    const { heading } = section
    if (section.kind !== 'comparison' || !heading) return []
    const named = [
      ...new Set(index.within(heading.start, heading.end).map((mention) => mention.key)),
    ]
    const [a, b] = named
    if (named.length !== 2 || a === undefined || b === undefined) return []
    const aspects = section.blocks
      .filter((block) => block.kind === 'bullet')
      .flatMap((block): ComparisonAspect[] => {
        const label = runInOf(parts.text, block)
        if (!label || label.text.length > 40) return []
        const sentences = parts.sentencesIn(label.bodyStart, block.end)
        const sides = bySide(parts, sentences, index, a, b)
        return [{ name: label.text, ...sides }]
      })
    if (aspects.length === 0) return []
    return [
      {
        id: factId('v', parts.idOfRole(a), parts.idOfRole(b)),
        a: parts.idOfRole(a),
        b: parts.idOfRole(b),
        aspects,
        prov: aspects.flatMap((aspect) => [...aspect.a, ...aspect.b]),
      },
    ]
  })
}
