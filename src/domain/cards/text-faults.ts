import { fluffWords } from '#domain/roles/lexicon/stop-words.ts'
import { remembered } from '#domain/roles/remembered.ts'
import { wordsOf } from '#domain/roles/words.ts'

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

/** Does a text end where another word must follow? */
export const isLoose = remembered((text) => endsLoose.test(text))

const pronoun =
  /^(?:true or false:?\s*)?(?:they|it|this|these|those|he|she|such)\b|\b(?:them|these|those|this)\s+(?:\w+\s+)?(?:aspect|issue|task|tool|project|metric|approach|pipeline|skill|system|area|initiative|model|goal)s?\b|\b(?:adapt|tailor|use|make|do|achieve|support|handle|resolve|build|maintain)(?:s|ing)?\s+(?:them|it|this|these)\b|\b(?:for|of|in|about|with|on|by|to) that (?!is\b|are\b|was\b|were\b|has\b|have\b|can\b|will\b|may\b|must\b)\w+(?! (?:is|are|has|have)\b)|\b(?:hers|his or hers|ours|mine|his own|her own)\b|\bbut (?:the|a|an|their) \w+ (?:is|are)\b/i

/** Pictures and praise that stay when single words are dropped. */
const flowery =
  /\b(?:(?:operates?|runs?|works?) like a|keen eye|realm|landscape|linchpin|bedrock|transcends?|unleash(?:ing)?|custodians?|catalysts?|hallmark|forefront|ever-(?:evolving|changing)|impactful|dynamic|well-oiled|pav(?:e|es|ing) the way|propels? the|organizational agility|shap(?:es?|ing) the future|overall success|dedicated to excellence|game.?changer|cornerstone|heart and soul)\b/gi

const wrongArticle =
  /\ba\s+(?=[aeio]\w)(?!one|eu)|\ban\s+(?=[bcdfgjklpqtvwz][a-z])|\ba\s+(?=[AEFHILMNORSX][A-Z])(?!NASA|RAM|ROM|RACI|SCRUM|NATO|LAN|SAN|HIPAA)/

const brokenClause =
  /\b(?:ensures?|guarantees?|makes?|implements?|manages?|optimizes?)\b[^.?]{3,60}\b(?:is|are|stands|remains)\s+(?:a |the |as )?(?:paramount|crucial|key|critical|essential|important|vital)/i

/** How many words and pictures of a text praise instead of telling. */
export const praise = remembered(
  (text): number =>
    wordsOf(text).filter((word) => fluffWords.has(word)).length +
    (text.match(flowery)?.length ?? 0),
)

/** "automate X, automated Y, and decide Z": things between verbs. */
const mixedList = /\b[a-z]+ [^,;.]+, [a-z]+ed [a-z]+ [a-z]+, and [a-z]+/

/** A verb alone before a comma ("drives, lots of it"), and a predicate behind a predicate ("is part of the role"). */
const stray =
  /^(?:Which role|The .{2,60}?) [a-z]+s, [a-z]+ing\b|\bis to [a-z]+, [a-z]+ing\b|^(?:Which role|Whose responsibility is it to|True or false: one responsibility of .{2,60}? is to|The .{2,60}?) [a-z-]+, (?!(?:[a-z-]+,? )*(?:and|or) |(?:with|in|by|for|together|where|if|on|at|as|when)\b)|\b(?:is|are) (?:an? )?(?:\w+ )?part of (?:the|their|his|her|this) (?:role|job|work)\b|\bstands as an?\b|\p{Ll} (?:In|By|Through|At|For|With|On|As|From) the \p{L}|, the \p{Lu}\p{L}+ \p{L}+s\b|\p{Ll}- (?!and |or |to )\p{Ll}|(?:[,;:]|\band|\bor)”/u

const markup = /\*\*|__|`|\]\(|https?:|www\.|\\-|^#|&[a-z]+;|[•◦▪]/

/** Faults of a text by itself, a bit each: a text stands in many drafts and is looked at once. */
export const fault = {
  unbalanced: 1,
  twice: 2,
  pronoun: 4,
  markup: 8,
  sentence: 16,
  flowery: 32,
} as const

const isWordSign = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95

/** Does a word stand twice, one after the other, as /\b(\w+) \1\b/i finds it? A scan, since that goes back and forth. */
function saysTwice(text: string): boolean {
  let before = ''
  let beforeEnd = -2
  for (let at = 0; at < text.length; at += 1) {
    if (!isWordSign(text.charCodeAt(at))) continue
    const start = at
    while (at < text.length && isWordSign(text.charCodeAt(at))) at += 1
    const mayBeSame =
      start === beforeEnd + 1 && at - start === before.length && text[beforeEnd] === ' '
    const word = text.slice(start, at)
    if (mayBeSame && word.toLowerCase() === before.toLowerCase()) return true
    before = word
    beforeEnd = at
  }
  return false
}

/** The faults of a text that stands in one draft only, as bits of `fault`. */
export function faultsOf(text: string): number {
  const isTwice = saysTwice(text) && !/\b(?:that that|had had)\b/i.test(text)
  const isBroken =
    wrongArticle.test(text) ||
    brokenClause.test(text) ||
    (text.includes(', and ') && mixedList.test(text)) ||
    stray.test(text)
  return (
    (isBalanced(text) ? 0 : fault.unbalanced) |
    (isTwice ? fault.twice : 0) |
    (pronoun.test(text) ? fault.pronoun : 0) |
    (markup.test(text.replace(/_{3,}/g, '')) ? fault.markup : 0) |
    (isBroken ? fault.sentence : 0) |
    (text.search(flowery) === -1 ? 0 : fault.flowery)
  )
}

/** The same for texts that stand in many drafts: names and duties. */
export const faultsOfText = remembered(faultsOf)
