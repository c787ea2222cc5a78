import { sentencesIn } from '#domain/roles/sentences.ts'
import { contentOf, wordsOf } from '#domain/roles/words.ts'
import type { Recipe } from '../draft.ts'

const longest = 30

/** The first sentence of a text, when the whole is too long to recall. */
const briefly = (text: string): string => {
  if (wordsOf(text).length <= longest) return text
  return sentencesIn(text, 0, text.length)[0]?.text ?? text
}

/** Answers that say nothing one could know. */
const evasive = /\b(?:varies|vary|depends?|it depends|can range|contact us|see above|click)\b/i

/** "Everything You Need To Know" is a headline, and "Later on, perhaps" no sentence either. */
const isHeadline = (answer: string): boolean => {
  const words = answer.match(/\p{L}+/gu) ?? []
  return words.length > 2 && words.every((word) => /^\p{Lu}/u.test(word))
}

/**
 * Is a question about roles: it names one, asks who does something or what a job is about, or what the trade is called
 * that a role is named after?
 */
function isAboutRoles(question: string, names: readonly string[]): boolean {
  const lower = question.toLowerCase()
  const defined = contentOf(/^what (?:is|are) (?:an? |the )?([^?]+)\?/i.exec(question)?.[1] ?? '')
  return (
    names.some(
      (name) =>
        lower.includes(name.toLowerCase()) ||
        (defined.size > 0 && defined.isSubsetOf(contentOf(name))),
    ) ||
    /^who (?!(?:is|are|was) (?:an? |the )?[\w ]+\?$)/i.test(question) ||
    /\b(?:responsib\w+|dut(?:y|ies)|in charge|accountable)\b/i.test(question)
  )
}

/** The document's own questions about roles; yes/no questions and answers that do not stand alone are left out. */
export const faq: Recipe = ({ model, reject }) => {
  const names = model.roles.flatMap((role) => [role.name, ...role.aliases])
  return model.faqs.flatMap((each) => {
    if (/^(?:is|are|does|do|can|will|has|have|was|were|should|must|may)\b/i.test(each.question)) {
      reject('faq.basic', each.id, 'yes-no-question')
      return []
    }
    const answer = briefly(each.answer.replace(/^A\d*\s*[:.)]\s*/, ''))
    if (wordsOf(answer).length > longest || contentOf(answer).size < 2) {
      reject('faq.basic', each.id, 'answer-too-long')
      return []
    }
    if (isHeadline(answer) || !isAboutRoles(each.question, names)) {
      reject('faq.basic', each.id, 'not-about-roles')
      return []
    }
    if (evasive.test(answer)) {
      reject('faq.basic', each.id, 'evasive')
      return []
    }
    if (
      /\b(?:I|my|me|we|our|us|one|ones|they|them|it|this|these|both|each)\b/.test(each.question)
    ) {
      reject('faq.basic', each.id, 'pronoun')
      return []
    }
    const lower = each.question.toLowerCase()
    const named = model.roles.filter((role) =>
      [role.name, ...role.aliases].some((name) => lower.includes(name.toLowerCase())),
    )
    const [only] = named
    return [
      {
        recipe: 'faq.basic',
        type: 'basic' as const,
        prompt: each.question.replace(/^Q\d*\s*[:.)]\s*/, ''),
        answer,
        target: [each.id],
        role: named.length === 1 && only ? only.id : null,
        prov: each.prov,
        bloom: 'understand' as const,
        score: 0.8,
      },
    ]
  })
}
