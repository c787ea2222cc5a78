import type { Faq } from '#domain/cards/rolegen.ts'
import type { RoleSection } from './assign.ts'
import { rangeOf, type DutyParts } from './duty-parts.ts'
import { factId } from './fact-id.ts'
import { plainText } from './words.ts'

interface Place {
  readonly start: number
  readonly end: number
}

/** A question with its answer, as places in the text. */
interface Asked {
  readonly question: Place
  readonly answer: Place
}

const numbered = /^\s*(?:\*\*|__)?(?:q(?:uestion)?\s*\d*\s*[.:)]\s*|\d{1,2}\s*[.)]\s*)/i
const marked = /^\s*(?:\*\*|__)?a(?:nswer)?\s*\d*\s*[.:)]\s*(?:\*\*|__)?\s*/i
const questionText = (text: string) =>
  plainText(text).replace(/^(?:q(?:uestion)?\s*\d*\s*[.:)]\s*|\d{1,2}\s*[.)]\s*)/i, '')

/** The place of a text without "Q1." or "A:" before it. */
function without(text: string, place: Place, prefix: RegExp): Place {
  const length = prefix.exec(text.slice(place.start, place.end))?.[0].length ?? 0
  return { start: place.start + length, end: place.end }
}

/** Questions as paragraphs, each with the paragraph below it or the rest of its own ("Q: Who? A: The cook."). */
function inBlocks(parts: DutyParts, section: RoleSection): Asked[] {
  const { text } = parts
  return section.blocks.flatMap((block, at): Asked[] => {
    const [first, ...rest] = parts.sentencesIn(block.start, block.end)
    if (!first || !/\?(?:\*\*|__)?$/.test(first.text)) return []
    const question = without(text, first, numbered)
    const last = rest.at(-1)
    if (rest[0] && last)
      return [{ question, answer: without(text, { start: rest[0].start, end: last.end }, marked) }]
    const next = section.blocks[at + 1]
    const isAnswer = next && next.kind !== 'heading' && !/\?$/.test(next.text)
    return isAnswer ? [{ question, answer: without(text, next, marked) }] : []
  })
}

const fewest = 4

/** The rank at which a page of questions asks them, below a heading that speaks of questions; null for other texts. */
function rankOfQuestions(sections: readonly RoleSection[]): number | null {
  const headed = sections.filter(({ heading }) => heading?.mark === 'hash')
  const isBelow = ({ parent }: RoleSection): boolean => {
    const above = parent === null ? undefined : sections[parent]
    return (
      above !== undefined && (/\bquestions\b/i.test(above.heading?.text ?? '') || isBelow(above))
    )
  }
  for (const [rank, group] of Map.groupBy(headed, (section) => section.rank)) {
    const asked = group.filter((each) => each.heading?.text.endsWith('?') && isBelow(each))
    if (asked.length >= fewest && asked.length * 3 >= group.length * 2) return rank
  }
  return null
}

/**
 * Questions that the document asks and answers, below an FAQ heading or as a page of questions: as headings with a question mark or as
 * paragraphs. The same question under several headings is a label ("What are the responsibilities?"), none.
 */
export function questionsOf(parts: DutyParts, sections: readonly RoleSection[]): Faq[] {
  const asked = Map.groupBy(
    sections.filter((section) => section.heading?.text.endsWith('?')),
    (section) => section.heading?.text.toLowerCase() ?? '',
  )
  const found: Asked[] = []
  const rank = rankOfQuestions(sections)
  let isFaq = false
  for (const section of sections) {
    const { heading } = section
    if (!heading) continue
    const isQuestion = heading.text.endsWith('?')
    if (section.kind === 'faq' && !isQuestion) {
      isFaq = true
      found.push(...inBlocks(parts, section))
      continue
    }
    if (!isQuestion) isFaq = false
    const answer = section.blocks.find(
      (block) => block.kind === 'paragraph' || block.kind === 'bullet',
    )
    const repeats = asked.get(heading.text.toLowerCase())?.length ?? 0
    if ((isFaq || section.rank === rank) && isQuestion && answer && repeats === 1)
      found.push({ question: without(parts.text, heading, numbered), answer })
  }
  return found.map(({ question, answer }) => {
    const text = questionText(parts.text.slice(question.start, question.end))
    return {
      id: factId('q', 'faq', text),
      question: text,
      answer: plainText(parts.text.slice(answer.start, answer.end)),
      prov: [rangeOf(parts, answer, 'answer'), rangeOf(parts, question, 'prompt')],
    }
  })
}
