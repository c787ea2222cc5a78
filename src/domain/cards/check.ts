import { fluffWords } from '#domain/roles/lexicon/stop-words.ts'
import { remembered } from '#domain/roles/remembered.ts'
import { contentOf, sharedCount, similarity, stemSetOf, wordsOf } from '#domain/roles/words.ts'
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
  !/["()[\]“”]/.test(text) ||
  ([
    ['(', ')'],
    ['[', ']'],
    ['“', '”'],
  ].every(([open, close]) => text.split(open ?? '').length === text.split(close ?? '').length) &&
    text.split('"').length % 2 === 1)

const endsLoose =
  /(?:\b(?:and|or|of|the|a|an|to|for|with|by|in|on|at|as|that|which|from|into|their|its|such as|including|e\.g)|[,:;(–-])\s*[?.]?$/i

const isLoose = remembered((text) => endsLoose.test(text))

const pronoun =
  /^(?:true or false:?\s*)?(?:they|it|this|these|those|he|she|such)\b|\b(?:them|these|those|this)\s+(?:\w+\s+)?(?:aspect|issue|task|tool|project|metric|approach|pipeline|skill|system|area|initiative|model|goal)s?\b|\b(?:adapt|tailor|use|make|do|achieve|support|handle|resolve|build|maintain)(?:s|ing)?\s+(?:them|it|this|these)\b|\b(?:hers|his or hers|ours|mine|his own|her own)\b|\bbut (?:the|a|an|their) \w+ (?:is|are)\b/i

/** Pictures and praise that stay when single words are dropped. */
const flowery =
  /\b(?:(?:operates?|runs?|works?) like a|keen eye|realm|landscape|linchpin|bedrock|transcends?|unleash(?:ing)?|custodians?|catalysts?|hallmark|forefront|ever-(?:evolving|changing)|impactful|dynamic|well-oiled|pav(?:es?|ing) the way|shap(?:es?|ing) the future|overall success|dedicated to excellence|game.?changer|cornerstone|heart and soul)\b/gi

const wrongArticle =
  /\ba\s+(?=[aeio]\w)(?!one|eu)|\ban\s+(?=[bcdfgjklpqtvwz][a-z])|\ba\s+(?=[AEFHILMNORSX][A-Z])(?!NASA|RAM|ROM|RACI|SCRUM|NATO|LAN|SAN|HIPAA)/

const brokenClause =
  /\b(?:ensures?|guarantees?|makes?|implements?|manages?|optimizes?)\b[^.?]{3,60}\b(?:is|are|stands|remains)\s+(?:a |the |as )?(?:paramount|crucial|key|critical|essential|important|vital)/i

const praise = remembered(
  (text): number =>
    wordsOf(text).filter((word) => fluffWords.has(word)).length +
    (text.match(flowery)?.length ?? 0),
)

/** "automate X, automated Y, and decide Z": things between verbs. */
const mixedList = /\b[a-z]+ [^,;.]+, [a-z]+ed [a-z]+ [a-z]+, and [a-z]+/

const markup = /\*\*|__|`|\]\(|https?:|www\.|\\-|^#|&[a-z]+;|[•◦▪]/

/** Faults of a text by itself, a bit each: a text stands in many drafts and is looked at once. */
const fault = { unbalanced: 1, twice: 2, pronoun: 4, markup: 8, sentence: 16, flowery: 32 } as const

const faultsOfText = remembered((text): number => {
  const isTwice = /\b(\w+) \1\b/i.test(text) && !/\b(?:that that|had had)\b/i.test(text)
  const isBroken = wrongArticle.test(text) || brokenClause.test(text) || mixedList.test(text)
  return (
    (isBalanced(text) ? 0 : fault.unbalanced) |
    (isTwice ? fault.twice : 0) |
    (pronoun.test(text) ? fault.pronoun : 0) |
    (markup.test(text.replace(/_{3,}/g, '')) ? fault.markup : 0) |
    (isBroken ? fault.sentence : 0) |
    (text.match(flowery) === null ? 0 : fault.flowery)
  )
})

/** A draft has a fault when one of its texts has. */
const inText =
  (bit: number, reason: MissReason): Check =>
  (draft) =>
    texts(draft).some((text) => (faultsOfText(text) & bit) !== 0) ? reason : null

const form: readonly Check[] = [
  ({ prompt }) => (wordsOf(prompt).length > 38 ? 'question-too-long' : null),
  (draft) => {
    const most = draft.type === 'cloze' ? 24 : 30
    const isOne = draft.type === 'basic' || draft.type === 'cloze'
    return isOne && answerOf(draft).split(/\s+/).length > most ? 'answer-too-long' : null
  },
  inText(fault.unbalanced, 'unbalanced'),
  inText(fault.twice, 'word-twice'),
  (draft) =>
    [answerOf(draft), ...optionsOf(draft)].some((text) => text !== '' && isLoose(text)) ||
    (!draft.prompt.endsWith('?') && isLoose(draft.prompt.replace(/[:.]\s*$/, '')))
      ? 'ends-in-middle'
      : null,
  ({ prompt }) => (/^\p{Ll}/u.test(prompt) ? 'ends-in-middle' : null),
  inText(fault.pronoun, 'pronoun'),
  (draft) => {
    const all = texts(draft)
    const isFlowery = (text: string) => (faultsOfText(text) & fault.flowery) !== 0
    return all.some(
      (text) =>
        praise(text) >= 2 ||
        (praise(text) === 1 && contentOf(text).size <= 5) ||
        (draft.type !== 'tf' && isFlowery(text)),
    ) || all.reduce((sum, text) => sum + praise(text), 0) >= 3
      ? 'praise'
      : null
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
    const asked = stemSetOf(draft.prompt)
    const told = stemSetOf(answerOf(draft))
    const heads = headsOf(answerOf(draft))
    const family = sharedCount(heads, headsOf(draft.prompt))
    return (told.size > 0 && sharedCount(told, asked) / told.size >= 0.5) ||
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

const checks: readonly Check[] = [...form, ...choice, ...content]

/** The first thing that is wrong with a draft, for the list of what was not made; null when nothing is. */
export function faultOf(draft: CardDraft, scope: CheckScope): MissReason | null {
  for (const check of checks) {
    const fault = check(draft, scope)
    if (fault !== null) return fault
  }
  return null
}
