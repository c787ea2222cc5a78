import { fluffWords } from '#domain/roles/lexicon/stop-words.ts'
import { contentOf, similarity, stemsOf, wordsOf } from '#domain/roles/words.ts'
import { headsOf } from './affinity.ts'
import type { CardDraft } from './draft.ts'
import type { MissReason } from './miss.ts'

/** What the checks know of the document besides the draft. */
export interface CheckScope {
  /** Stems of all role names: they tell nothing of a duty. */
  readonly roleStems: ReadonlySet<string>
}

/** Why a draft is not good enough; null when it is. */
type Check = (draft: CardDraft, scope: CheckScope) => MissReason | null

const answerOf = ({ answer }: CardDraft): string => (typeof answer === 'string' ? answer : '')
const optionsOf = (draft: CardDraft) => (draft.choices ?? []).map((choice) => choice.text)
const texts = (draft: CardDraft) =>
  [draft.prompt, answerOf(draft), ...optionsOf(draft)].filter((text) => text !== '')

const isBalanced = (text: string) =>
  [
    ['(', ')'],
    ['[', ']'],
    ['“', '”'],
  ].every(([open, close]) => text.split(open ?? '').length === text.split(close ?? '').length) &&
  text.split('"').length % 2 === 1

const endsLoose =
  /(?:\b(?:and|or|of|the|a|an|to|for|with|by|in|on|at|as|that|which|from|into|their|its|such as|including|e\.g)|[,:;(–-])\s*[?.]?$/i

const pronoun =
  /^(?:true or false:?\s*)?(?:they|it|this|these|those|he|she|such)\b|\b(?:them|these|those|this)\s+(?:\w+\s+)?(?:aspect|issue|task|tool|project|metric|approach|pipeline|skill|system|area|initiative|model|goal)s?\b|\b(?:adapt|tailor|use|make|do|achieve|support|handle|resolve|build|maintain)(?:s|ing)?\s+(?:them|it|this|these)\b/i

/** Pictures and praise that stay when single words are dropped. */
const flowery =
  /\b(?:(?:operates?|runs?|works?) like a|keen eye|realm|landscape|linchpin|bedrock|transcends?|unleash(?:ing)?|custodians?|catalysts?|hallmark|forefront|ever-(?:evolving|changing)|impactful|dynamic|well-oiled|pav(?:es?|ing) the way|shap(?:es?|ing) the future|overall success|dedicated to excellence|game.?changer|cornerstone|heart and soul)\b/gi

const wrongArticle =
  /\ba\s+(?=[aeio]\w)(?!one|eu)|\ban\s+(?=[bcdfgjklpqtvwz][a-z])|\ba\s+(?=[AEFHILMNORSX][A-Z])(?!NASA|RAM|ROM|RACI|SCRUM|NATO|LAN|SAN|HIPAA)/

const brokenClause =
  /\b(?:ensures?|guarantees?|makes?|implements?|manages?|optimizes?)\b[^.?]{3,60}\b(?:is|are|stands|remains)\s+(?:a |the |as )?(?:paramount|crucial|key|critical|essential|important|vital)/i

const praise = (text: string): number =>
  wordsOf(text).filter((word) => fluffWords.has(word)).length + (text.match(flowery)?.length ?? 0)

/** "automate X, automated Y, and decide Z": things between verbs. */
const mixedList = /\b[a-z]+ [^,;.]+, [a-z]+ed [a-z]+ [a-z]+, and [a-z]+/

const form: readonly Check[] = [
  ({ prompt }) => (wordsOf(prompt).length > 38 ? 'question-too-long' : null),
  (draft) => {
    const most = draft.type === 'cloze' ? 24 : 30
    const isOne = draft.type === 'basic' || draft.type === 'cloze'
    return isOne && answerOf(draft).split(/\s+/).length > most ? 'answer-too-long' : null
  },
  (draft) => (texts(draft).every(isBalanced) ? null : 'unbalanced'),
  (draft) =>
    texts(draft).some(
      (text) => /\b(\w+) \1\b/i.test(text) && !/\b(?:that that|had had)\b/i.test(text),
    )
      ? 'word-twice'
      : null,
  (draft) =>
    [answerOf(draft), ...optionsOf(draft)].some((text) => text !== '' && endsLoose.test(text)) ||
    (!draft.prompt.endsWith('?') && endsLoose.test(draft.prompt.replace(/[:.]\s*$/, '')))
      ? 'ends-in-middle'
      : null,
  ({ prompt }) => (/^\p{Ll}/u.test(prompt) ? 'ends-in-middle' : null),
  (draft) => (texts(draft).some((text) => pronoun.test(text)) ? 'pronoun' : null),
  (draft) =>
    texts(draft).some(
      (text) =>
        praise(text) >= 2 ||
        (praise(text) === 1 && contentOf(text).size <= 5) ||
        (draft.type !== 'tf' && text.match(flowery) !== null),
    ) || praise(texts(draft).join(' ')) >= 3
      ? 'praise'
      : null,
  (draft) =>
    texts(draft).some((text) =>
      /\*\*|__|`|\]\(|https?:|www\.|\\-|^#|&[a-z]+;|[•◦▪]/.test(text.replace(/_{3,}/g, '')),
    )
      ? 'markup'
      : null,
  (draft) => (texts(draft).some((text) => wrongArticle.test(text)) ? 'broken-sentence' : null),
  (draft) =>
    texts(draft).some((text) => brokenClause.test(text) || mixedList.test(text))
      ? 'broken-sentence'
      : null,
]

const overlap = (options: readonly string[]) =>
  options.some((option, index) =>
    options
      .slice(index + 1)
      .some((other) => similarity(new Set(stemsOf(option)), new Set(stemsOf(other))) >= 0.75),
  )

const choice: readonly Check[] = [
  (draft) => {
    const key = draft.choices?.find((option) => option.correct)?.text ?? ''
    const wrong = (draft.choices ?? []).filter((option) => !option.correct).map(({ text }) => text)
    if (draft.type !== 'mcq' || wrong.length === 0) return null
    const longest = Math.max(...wrong.map((text) => text.length))
    return key.length * 0.75 > longest && key.split(' ').length >= 4 ? 'longest-option' : null
  },
  (draft) => (draft.choices && overlap(optionsOf(draft)) ? 'options-alike' : null),
  ({ type, prompt }) =>
    (type === 'mcq' && /\b(?:not(?! only)|except|never|least|incorrect|false)\b/i.test(prompt)) ||
    (type === 'tf' && /\b(?:not(?! only)|never|no)\b/i.test(prompt))
      ? 'negative'
      : null,
  ({ type, prompt }) =>
    type === 'mcq' &&
    /\b(?:always|never|none|completely|absolutely|totally|definitely|inevitable)\b/i.test(prompt)
      ? 'absolute'
      : null,
]

/** Words of our own that stand in every question of a kind. */
const frame =
  /\b(?:true or false|whose|which role|what does|mean in the work|for what purpose|listed|name the \d+)\b/gi

const content: readonly Check[] = [
  (draft) => {
    if (draft.type !== 'basic') return null
    const asked = new Set(stemsOf(draft.prompt))
    const told = new Set(stemsOf(answerOf(draft)))
    const heads = headsOf(answerOf(draft))
    const family = heads.intersection(headsOf(draft.prompt)).size
    return (told.size > 0 && told.intersection(asked).size / told.size >= 0.5) ||
      (heads.size > 0 && heads.size <= 3 && family / heads.size >= 0.5)
      ? 'question-says-answer'
      : null
  },
  (draft, { roleStems }) => {
    if (draft.type === 'match' || draft.type === 'order') return null
    const key = optionsOf(draft).filter((_, index) => draft.choices?.[index]?.correct)
    const told = contentOf([draft.prompt, answerOf(draft), ...key].join(' ').replace(frame, ' '))
    return told.difference(roleStems).size < 2 ? 'too-little' : null
  },
]

/** The first thing that is wrong with a draft, for the list of what was not made; null when nothing is. */
export function faultOf(draft: CardDraft, scope: CheckScope): MissReason | null {
  for (const check of [...form, ...choice, ...content]) {
    const fault = check(draft, scope)
    if (fault !== null) return fault
  }
  return null
}
