import type { Faq, Range } from '#domain/cards/rolegen.ts'
import type { RoleSection } from './assign.ts'
import type { DutyParts } from './duty-parts.ts'
import { factId } from './fact-id.ts'
import { plainText } from './words.ts'

const rangeOf = (
  parts: DutyParts,
  start: number,
  end: number,
  supports: Range['supports'],
): Range => ({
  source: parts.sourceId,
  start,
  end,
  quote: parts.text.slice(start, end),
  ...(supports ? { supports } : {}),
})

/**
 * Questions that the document asks and answers: headings with a question mark below an FAQ heading. The same
 * question under several headings is a label ("What are the responsibilities?"), not a question.
 */
export function questionsOf(parts: DutyParts, sections: readonly RoleSection[]): Faq[] {
  const asked = Map.groupBy(
    sections.filter((section) => section.heading?.text.endsWith('?')),
    (section) => section.heading?.text.toLowerCase() ?? '',
  )
  const faqs: Faq[] = []
  let isFaq = false
  for (const section of sections) {
    const { heading } = section
    if (!heading) continue
    const isQuestion = heading.text.endsWith('?')
    if (section.kind === 'faq' && !isQuestion) {
      isFaq = true
      continue
    }
    if (!isQuestion) isFaq = false
    const answer = section.blocks.find(
      (block) => block.kind === 'paragraph' || block.kind === 'bullet',
    )
    const repeats = asked.get(heading.text.toLowerCase())?.length ?? 0
    if (!isFaq || !isQuestion || !answer || repeats > 1) continue
    const question = plainText(heading.text)
    faqs.push({
      id: factId('q', 'faq', question),
      question,
      answer: answer.text,
      prov: [
        rangeOf(parts, answer.start, answer.end, 'answer'),
        rangeOf(parts, heading.start, heading.end, 'prompt'),
      ],
    })
  }
  return faqs
}
