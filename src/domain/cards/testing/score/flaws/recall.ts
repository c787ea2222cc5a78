import { stemsIn, wordsIn } from '../normal.ts'
import { textsOf, wordCount, type CardView, type Flaw } from './card-view.ts'

/** Words that say little in any answer. */
const thin = stemsIn(
  `ensure support help provide team success organization business seamless effective efficient various related task use
  include overall process contribute individual project stakeholder need goal environment system improve`,
)
/** Nouns that fit almost any blank. */
const anything = stemsIn(
  `goal change success efficacy tool system process solution thing aspect area way level step part issue growth
  improvement need approach environment practice method organization future various key main best other result value
  opportunity work team business`,
)
const action =
  /^(?:align|analy[sz]e|build|choose|collaborate|communicate|conduct|configure|coordinate|create|decide|define|deploy|develop|ensure|establish|evaluate|facilitate|identify|implement|improve|integrate|maintain|manage|monitor|optimi[sz]e|oversee|prioriti[sz]e|provide|resolve|select|validate|verify|best|using)$/

const praise =
  /\b(?:seamless(?:ly)?|pivotal|meticulous(?:ly)?|crucial|dynamic|realm|landscape|paramount|tireless(?:ly)?|indispensable|adeptly|skillfully|robust|resilient|cutting-edge|holistic|multifaceted|linchpin|bedrock|intricate|hallmark|forefront|ever-(?:evolving|changing)|impactful|overall success|greatly|significantly|paving the way|well-oiled)\b/gi

const isRecall = (card: CardView) => card.type === 'basic' || card.type === 'cloze'
const withoutBlank = (prompt: string) => prompt.replace(/_{2,}/g, ' ')

/** Flaws of cards to recall: too much at once, too little, nothing to think about. */
export const recallFlaws: readonly Flaw[] = [
  {
    code: 'no-question',
    has: ({ type, prompt }) =>
      type !== 'tf' &&
      (stemsIn(prompt).size === 0 ||
        (type !== 'cloze' &&
          !/[?:]$/.test(prompt) &&
          !/^(?:name|list|match|order|put|complete|describe|state|give|explain|select)\b/i.test(
            prompt,
          ))),
  },
  {
    code: 'long-prompt',
    has: ({ type, prompt }) => type !== 'mcq' && (wordCount(prompt) > 40 || prompt.length > 260),
  },
  {
    code: 'long-answer',
    has: (card) => isRecall(card) && wordCount(card.answer) > (card.type === 'cloze' ? 24 : 30),
  },
  { code: 'long-blank', has: ({ type, answer }) => type === 'cloze' && wordCount(answer) > 5 },
  { code: 'long-list', has: (card) => isRecall(card) && card.items.length > 5 },
  {
    code: 'yes-or-no',
    has: ({ type, prompt }) =>
      type === 'basic' && /^(?:is|are|does|do|can|will|has|have|was|were|may|must)\b/i.test(prompt),
  },
  {
    code: 'no-blank',
    has: ({ type, prompt }) => type === 'cloze' && !/____|\{\{c\d/.test(prompt),
  },
  {
    code: 'little-context',
    has: ({ type, prompt }) => type === 'cloze' && stemsIn(withoutBlank(prompt)).size < 4,
  },
  {
    code: 'answer-in-context',
    has: ({ type, prompt, answer }) =>
      type === 'cloze' &&
      stemsIn(answer).size > 0 &&
      stemsIn(answer).isSubsetOf(stemsIn(withoutBlank(prompt))),
  },
  {
    code: 'weak-blank',
    has: ({ type, prompt, answer }) => {
      if (type !== 'cloze' || answer === '') return false
      const stems = stemsIn(answer)
      const words = wordsIn(answer)
      const isOne = stems.size === 1
      return (
        [...stems].every((stem) => anything.has(stem)) ||
        action.test(words[0] ?? '') ||
        (isOne && /(?:ing|ly|ive|ful|able)$/.test(words.at(-1) ?? '')) ||
        (isOne && /\b(?:and|or) _{3,}/.test(prompt))
      )
    },
  },
  {
    code: 'match-size',
    has: ({ type, pairs }) => type === 'match' && (pairs < 3 || pairs > 6),
  },
  {
    code: 'little-content',
    has: (card) => {
      if (card.type === 'match' || card.type === 'order') return false
      const told = stemsIn([card.prompt, card.answer, ...card.keys].join(' '))
      return [...told].filter((stem) => !thin.has(stem)).length < 2
    },
  },
  {
    code: 'praise',
    has: (card) => {
      const counts = textsOf(card).map((text) => text.match(praise)?.length ?? 0)
      const sum = counts.reduce((all, count) => all + count, 0)
      const isShort = stemsIn(`${card.prompt} ${card.answer}`).size <= 6
      return counts.some((count) => count >= 2) || sum >= 3 || (isShort && sum >= 1)
    },
  },
]
