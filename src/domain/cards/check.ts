import { fluffWords } from '#domain/roles/lexicon/stop-words.ts'
import { contentOf, stemsOf, wordsOf } from '#domain/roles/words.ts'
import type { CardDraft } from './draft.ts'
import type { MissReason } from './miss.ts'

/** Why a draft is not good enough; null when it is. */
type Check = (draft: CardDraft) => MissReason | null

const answerOf = ({ answer }: CardDraft): string => (typeof answer === 'string' ? answer : '')

const texts = (draft: CardDraft) => [
  draft.prompt,
  answerOf(draft),
  ...(draft.choices ?? []).map((choice) => choice.text),
]

const isBalanced = (text: string) =>
  [
    ['(', ')'],
    ['[', ']'],
    ['“', '”'],
  ].every(([open, close]) => text.split(open ?? '').length === text.split(close ?? '').length)

const endsLoose =
  /(?:\b(?:and|or|of|the|a|an|to|for|with|by|in|on|at|as|that|which|from|into|their|its|such as|including)|[,:;(–-])\s*[?.]?$/i

const pronoun =
  /^(?:they|it|this|these|those|he|she|such)\b|\b(?:them|these|those)\s+(?:\w+\s+)?(?:aspect|issue|task|tool|project|metric|approach|pipeline|skill|system|area|initiative|model|goal)s?\b|\b(?:adapt|tailor|use|make|do|achieve|support|handle|resolve|build|maintain)(?:s|ing)?\s+(?:them|it|this|these)\b/i

const checks: readonly Check[] = [
  ({ prompt }) => (wordsOf(prompt).length > 40 ? 'question-too-long' : null),
  (draft) =>
    draft.type === 'basic' && answerOf(draft).split(/\s+/).length > 30 ? 'answer-too-long' : null,
  (draft) => (texts(draft).every(isBalanced) ? null : 'unbalanced'),
  (draft) =>
    texts(draft).some(
      (text) => /\b(\w+) \1\b/i.test(text) && !/\b(?:that that|had had)\b/i.test(text),
    )
      ? 'word-twice'
      : null,
  (draft) =>
    [answerOf(draft), ...(draft.choices ?? []).map((choice) => choice.text)].some(
      (text) => text !== '' && endsLoose.test(text),
    )
      ? 'ends-in-middle'
      : null,
  (draft) => (texts(draft).some((text) => text !== '' && pronoun.test(text)) ? 'pronoun' : null),
  (draft) =>
    texts(draft).some((text) => wordsOf(text).filter((word) => fluffWords.has(word)).length >= 2)
      ? 'praise'
      : null,
  (draft) =>
    texts(draft).some((text) =>
      /\*\*|__|`|\]\(|https?:|www\.|\\-|^#/.test(text.replace(/_{3,}/g, '')),
    )
      ? 'markup'
      : null,
  (draft) => {
    if (draft.type !== 'basic') return null
    const asked = new Set(stemsOf(draft.prompt))
    const told = new Set(stemsOf(answerOf(draft)))
    return told.size > 0 && told.intersection(asked).size / told.size >= 0.5
      ? 'question-says-answer'
      : null
  },
  (draft) => (contentOf(`${draft.prompt} ${answerOf(draft)}`).size < 3 ? 'too-little' : null),
]

/** The first thing that is wrong with a draft, for the list of what was not made; null when nothing is. */
export function faultOf(draft: CardDraft): MissReason | null {
  for (const check of checks) {
    const fault = check(draft)
    if (fault !== null) return fault
  }
  return null
}
