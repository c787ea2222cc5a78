import { textsOf, type CardView, type Flaw } from './card-view.ts'

/** A text that breaks off: its last word wants another one. */
const loose =
  /(?:\b(?:and|or|of|the|a|an|to|for|with|by|in|on|at|as|that|which|from|into|their|its|such as|including|e\.g)|[,:;(–-])\s*[?.]?$/i
/** Questions that stop in the middle of what they ask for: "... teach patients how?" */
const danglingQuestion = /\b(?:how|whether|that|only|who|the|and|or|of)\?$/i

const markup = /\*\*|__(?=\w)|`|\]\(|^#{1,6}\s|\\-|&[a-z]+;|[•◦▪]|https?:\/\/|www\./
const residue = /\{\{|\}\}|\bundefined\b|\[object|\bNaN\b|\bnull\b|%s/

const pointsElsewhere =
  /^(?:true or false:?\s*)?(?:they|it|this|these|those|he|she|such)\b|\b(?:them|these|those|this)\s+(?:\w+\s+)?(?:aspect|issue|task|tool|project|metric|approach|pipeline|skill|system|area|initiative|model|goal)s?\b|\b(?:adapt|tailor|use|make|do|achieve|support|handle|resolve|build|maintain)(?:s|ing)?\s+(?:them|it|this|these)\b/i

const isClosed = (text: string) =>
  [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
    ['“', '”'],
  ].every(([open = '', close = '']) => text.split(open).length === text.split(close).length) &&
  text.split('"').length % 2 === 1

const wrongArticle = (text: string) =>
  /\ba\s+(?=[aeio]\w)(?!one|eu|us|uni)/.test(text) ||
  /\ban\s+(?=[bcdfgjklpqtvwz][a-z])/.test(text) ||
  /\ba\s+(?=[AEFHILMNORSX][A-Z])(?!NASA|RAM|ROM|RACI|SCRUM|NATO|LAN|SAN|HIPAA|HACCP)/.test(text) ||
  /\bthe (?:every(?:one|body)|all (?:two|three|four|five|of)|L\d)\b/i.test(text)

/** Verbs that are nothing else, to see whether verbs in a row stand in one form. */
const pureVerb =
  /^(?:decide|align|ensure|implement|maintain|manage|optimize|identify|evaluate|analyze|develop|deploy|configure|integrate|create|build|spearhead|initiate|prioritize|facilitate|collaborate|communicate|oversee|establish|enhance|improve|adapt|adjust|validate|verify|troubleshoot|define|provide|resolve|choose|select|mitigate|investigate|coordinate|conduct)$/

/** "Which role plans X and build Y?" */
function mixesForms(text: string): boolean {
  const head =
    /^(?:which role|(?:true or false|according to the text)[:,]?.{0,60}?|the [A-Z].{2,60}?)?\s*(?:\w+ly )?[a-z]+(?:s|ing)\b/i.exec(
      text,
    )
  if (!head || /^which of/i.test(text)) return false
  const rest = text.slice(head[0].length)
  return [...rest.matchAll(/(?:,|\band|\bor) (?:\w+ly )?([a-z]+)\b/g)].some((later) => {
    const before = text.slice(0, head[0].length + later.index)
    const isGoverned = /\b(?:to|can|that|will|may|must|should|how|who)\b[^,]{0,40}$/.test(before)
    return pureVerb.test(later[1] ?? '') && !isGoverned
  })
}

const any = (card: CardView, pattern: RegExp) => textsOf(card).some((text) => pattern.test(text))
const withoutBlanks = (text: string) => text.replace(/_{3,}/g, '')

/** Flaws of language that any proof-reader marks. */
export const wordingFlaws: readonly Flaw[] = [
  { code: 'markup', has: (card) => textsOf(card).some((text) => markup.test(withoutBlanks(text))) },
  { code: 'template', has: (card) => any(card, residue) },
  {
    code: 'doubled-word',
    has: (card) => textsOf(card).some((text) => /\b(?!that\b|had\b)(\w+) \1\b/i.test(text)),
  },
  { code: 'unbalanced', has: (card) => !textsOf(card).every(isClosed) },
  { code: 'article', has: (card) => textsOf(card).some(wrongArticle) },
  {
    code: 'cut-off',
    has: ({ prompt, answer, options }) =>
      (!prompt.endsWith('?') && loose.test(prompt.replace(/[:.]$/, ''))) ||
      danglingQuestion.test(prompt) ||
      [answer, ...options].some((text) => text !== '' && loose.test(text)),
  },
  { code: 'small-start', has: ({ prompt }) => /^\p{Ll}/u.test(prompt) },
  {
    code: 'pronoun',
    has: ({ type, prompt }) =>
      type === 'cloze'
        ? /^(?:they|it|this|these|those|he|she)\b/i.test(prompt)
        : pointsElsewhere.test(prompt),
  },
  { code: 'verb-forms', has: (card) => textsOf(card).some(mixesForms) },
  {
    code: 'agreement',
    has: ({ type, prompt }) => {
      const verb = /^which (?:role|team|person)\s+(?:(?:\w+ly|also)\s+)?([a-z]+)/i.exec(prompt)?.[1]
      if (verb === undefined || (type !== 'basic' && type !== 'mcq')) return false
      return !/s$|^(?:can|would|must|should|may|of|in|among)$/.test(verb)
    },
  },
  {
    code: 'broken-clause',
    has: ({ prompt, answer }) =>
      /\b(?:ensure|guarantee|make|implement|manage|optimize)s?\b[^.?]{3,60}\b(?:is|are|stands|remains)\s+(?:a |the |as )?(?:paramount|crucial|key|critical|essential|important|vital)\b/i.test(
        `${prompt} ${answer}`,
      ),
  },
]
