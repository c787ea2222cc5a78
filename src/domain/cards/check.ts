import { contentOf, sharedCount, similarity, stemSetOf, wordsOf } from '#domain/roles/words.ts'
import { headsOf } from './affinity.ts'
import type { CardDraft } from './draft.ts'
import type { MissReason } from './miss.ts'
import { fault, faultsOf, faultsOfText, isLoose, praise } from './text-faults.ts'

/** What the checks know of the document besides the draft. */
export interface CheckScope {
  /** Stems of all role names: they tell nothing of a duty. */
  readonly roleStems: ReadonlySet<string>
}

/** A draft as the checks look at it. */
interface Looked extends CheckScope {
  readonly draft: CardDraft
  readonly answer: string
  readonly options: readonly string[]
  /** Question, answer and options, without empty ones. */
  readonly texts: readonly string[]
  /** Faults of any of them, as bits of `fault`. */
  readonly faults: number
}

/** Something that must not be so, and the reason that is given for it. */
interface Check {
  readonly reason: MissReason
  readonly fails: (looked: Looked) => boolean
}

const lookAt = (draft: CardDraft, { roleStems }: CheckScope): Looked => {
  const answer = typeof draft.answer === 'string' ? draft.answer : ''
  const options = (draft.choices ?? []).map((choice) => choice.text)
  const texts = [draft.prompt, answer, ...options].filter((text) => text !== '')
  // A question stands in one draft, what is chosen from in many.
  let faults = faultsOf(draft.prompt)
  for (const text of texts) if (text !== draft.prompt) faults |= faultsOfText(text)
  return { draft, answer, options, texts, faults, roleStems }
}

const inText = (bit: number, reason: MissReason): Check => ({
  reason,
  fails: ({ faults }) => (faults & bit) !== 0,
})

const form: readonly Check[] = [
  { reason: 'question-too-long', fails: ({ draft }) => wordsOf(draft.prompt).length > 38 },
  {
    reason: 'answer-too-long',
    fails: ({ draft: { type }, answer }) =>
      (type === 'basic' || type === 'cloze') &&
      answer.split(/\s+/).length > (type === 'cloze' ? 24 : 30),
  },
  inText(fault.unbalanced, 'unbalanced'),
  inText(fault.twice, 'word-twice'),
  {
    reason: 'ends-in-middle',
    fails: ({ draft: { prompt }, answer, options }) =>
      [answer, ...options].some((text) => text !== '' && isLoose(text)) ||
      (!prompt.endsWith('?') && isLoose(prompt.replace(/[:.]\s*$/, ''))) ||
      /^\p{Ll}/u.test(prompt),
  },
  inText(fault.pronoun, 'pronoun'),
  {
    reason: 'praise',
    fails: ({ draft, texts, faults }) => {
      if (draft.type !== 'tf' && (faults & fault.flowery) !== 0) return true
      let sum = 0
      for (const text of texts) {
        const own = praise(text)
        if (own >= 2 || (own === 1 && contentOf(text).size <= 5)) return true
        sum += own
      }
      return sum >= 3
    },
  },
  inText(fault.markup, 'markup'),
  inText(fault.sentence, 'broken-sentence'),
]

const overlap = (options: readonly string[]) =>
  options.some((option, index) =>
    options
      .slice(index + 1)
      .some((other) => similarity(stemSetOf(option), stemSetOf(other)) >= 0.75),
  )

const choice: readonly Check[] = [
  {
    reason: 'longest-option',
    fails: ({ draft: { type, choices } }) => {
      const key = choices?.find((option) => option.correct)?.text ?? ''
      const wrong = (choices ?? []).filter((option) => !option.correct).map(({ text }) => text)
      if (type !== 'mcq' || wrong.length === 0) return false
      const longest = Math.max(...wrong.map((text) => text.length))
      return key.length * 0.75 > longest && key.split(' ').length >= 4
    },
  },
  { reason: 'options-alike', fails: ({ options }) => overlap(options) },
  {
    reason: 'negative',
    fails: ({ draft: { type, prompt } }) =>
      (type === 'mcq' && /\b(?:not(?! only)|except|never|least|incorrect|false)\b/i.test(prompt)) ||
      (type === 'tf' && /\b(?:not(?! only)|never|no)\b/i.test(prompt)),
  },
  {
    reason: 'absolute',
    fails: ({ draft: { type, prompt } }) =>
      type === 'mcq' &&
      /\b(?:always|never|none|completely|absolutely|totally|definitely|inevitable)\b/i.test(prompt),
  },
]

/** Words of our own that stand in every question of a kind. */
const frame =
  /\b(?:true or false|whose|which role|what does|mean in the work|for what purpose|listed|name the \d+)\b/gi

const content: readonly Check[] = [
  {
    reason: 'question-says-answer',
    fails: ({ draft: { type, prompt }, answer }) => {
      if (type !== 'basic') return false
      const told = stemSetOf(answer)
      const heads = headsOf(answer)
      const family = sharedCount(heads, headsOf(prompt))
      return (
        (told.size > 0 && sharedCount(told, stemSetOf(prompt)) / told.size >= 0.5) ||
        (heads.size > 0 && heads.size <= 3 && family / heads.size >= 0.5)
      )
    },
  },
  {
    reason: 'too-little',
    fails: ({ draft: { type, prompt, choices }, answer, options, roleStems }) => {
      if (type === 'match' || type === 'order') return false
      const key = options.filter((_, index) => choices?.[index]?.correct)
      if (type === 'tf') {
        // A statement is the last that a duty can be asked by: what names other roles may be all it says.
        const all = contentOf(prompt.replace(frame, ' '))
        return all.isSubsetOf(roleStems) && all.size < 4
      }
      const told = new Set<string>()
      // The answer alone mostly tells enough; the question is a text of its own for each card.
      for (const text of [answer, ...key, prompt]) {
        for (const stem of contentOf(text.replace(frame, ' '))) {
          if (!roleStems.has(stem)) told.add(stem)
        }
        if (told.size >= 2) return false
      }
      return true
    },
  },
]

const checks: readonly Check[] = [...form, ...choice, ...content]

/** What every card that is made has been checked for, in order. */
export const checkedFor: readonly MissReason[] = checks.map(({ reason }) => reason)

/** The first thing that is wrong with a draft, for the list of what was not made; null when nothing is. */
export function faultOf(draft: CardDraft, scope: CheckScope): MissReason | null {
  const looked = lookAt(draft, scope)
  return checks.find(({ fails }) => fails(looked))?.reason ?? null
}
