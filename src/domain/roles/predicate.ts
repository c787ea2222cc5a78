import { contentOf } from './words.ts'
import { baseByRule, baseVerbPhrase, firstWord, thirdByRule, type PhrasePlace } from './phrase.ts'
import { baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { shortened, tidy } from './phrase-trim.ts'

/** What a predicate says somebody does, or that they do not do it. */
export interface Predicate {
  readonly text: string
  readonly isNegated: boolean
}

export type GrammaticalNumber = 'singular' | 'plural'

const adverbs =
  /^(?:\s*,?\s*(?:typically|usually|primarily|mainly|mostly|also|often|generally|then|actively|directly|closely|always|normally|therefore|thus|still|further|both|either|in turn|on the other hand|as well|however|moreover|in addition|consequently|(?!(?:ap|sup|re|com|im|multi)ply\b|rely\b|early\b)\w+ly),?(?=\s))+\s*/i

/** Words after which a verb stands in base form. */
const modal =
  /^(?:will|must|should|shall|may|can|could|would|might|[’']ll|[’']d|need to|needs to|have to|has to|ought to|gets? to|is to|are to|has the (?:duty|responsibility|task|job|authority|power|right) to|have the (?:duty|responsibility|task|job|authority|power|right) to|(?:is|are|be)\s+(?:also\s+|\w+ly\s+)?(?:expected|required|asked|obliged|authori[sz]ed|entitled|empowered|able|there|supposed|here|allowed|permitted|free|meant|on hand|trained|dedicated|committed|responsible|bound) to|(?:work|works|strive|strives|help|helps|aim|aims|seek|seeks|exist|exists|tend|tends|try|tries|serve|serves|continue|continues)\s+(?:\w+ly\s+)?to)\b\s*/i

const negation =
  /^(?:(?:do|does|is|are|may|must|shall|should|will|can|could|has|have)\s+(?:not|never)(?!\s+only\b)|(?:don|doesn|isn|aren|mustn|shan|shouldn|won|can|couldn|haven|hasn)[’']t|cannot|never|no longer)\b\s*(?:(?:to|be)\b\s*)?/i

/** Phrases between a subject and the duty itself; what follows stands as an object. */
const bridges: readonly RegExp[] = [
  /^(?:is|are|be)\s+(?:\w+ly\s+|also\s+|jointly\s+)?(?:responsible|accountable|answerable|liable)\s+for\s+/i,
  /^(?:is|are|be)\s+(?:\w+ly\s+)?(?:tasked|charged|entrusted|concerned)\s+with\s+/i,
  /^(?:is|are|be)\s+(?:\w+ly\s+)?(?:dedicated|committed)\s+to\s+/i,
  /^(?:is|are|be)\s+(?:\w+ly\s+)?(?:adept|skilled|pivotal|instrumental|crucial|essential|involved|engaged|active)\s+(?:at|in)\s+/i,
  /^(?:is|are|be)\s+in\s+charge\s+of\s+/i,
  /^(?:take|takes)\s+(?:charge|care|responsibility|ownership)\s+(?:of|for)\s+/i,
  /^(?:focus|focuses|concentrate|concentrates|specialize|specializes|specialise|specialises)\s+(?:\w+ly\s+)?(?:on|in)\s+/i,
  /^(?:engage|engages)\s+in\s+/i,
  /^(?:play|plays|assume|assumes|take|takes)\s+(?:a|an)\s+(?:[\w-]+\s+)?(?:role|part)\s*,?\s+in\s+/i,
  /^(?:shoulder|shoulders|carry|carries|bear|bears|have|has|hold|holds)\s+(?:the\s+)?(?:\w+\s+)?responsibilit(?:y|ies)\s+(?:of|for|to)\s+/i,
  /^(?:involve|involves|include|includes|entail|entails)\s+(?=[a-z]+ing\b)/i,
  /^(?:act|acts)\s+as\s+[^,]{4,60},\s+(?=[a-z]+ing\b)/i,
]
const answersFor =
  /^(?:is|are|be)\s+(?:\w+ly\s+|also\s+)?(?:responsible|accountable|answerable|liable|in charge)\s+(?:for|of)\b|responsibilit/i

/** "is the person who opens the doors", "are those that sign": the clause tells the duty. */
const isWho =
  /^(?:is|are)\s+(?:(?:the|a|an|one of the|those|somebody|someone)\b)[^,.;]{0,60}?\b(?:who|that|which)\s+(?=\p{Ll})/iu

/** "is the hospital's contact for X": an office that somebody holds. */
const isOffice =
  /^(?:is|are|acts? as|serves? as|functions? as|will be|shall be)\s+(?!(?:the |an? )?(?:\w+ )?(?:duty|task|job|responsibility|right|power)\b)((?:the|an?)?\s*(?:[\w’'-]+\s+){0,4}?(?:contact|point of contact|officer|authority|spokesperson|secretary|representative|first aider|keyholder|signatory|interface|head|budget holder|approver|gatekeeper|escalation point|link|liaison|voice|chair|member|host|owner|guardian|sponsor|mentor|deputy)\b.*)$/i

/** Verbs that tell what somebody is, has or feels, not what they do. */
const statesOnly = new Set(
  'require include involve need excel remain possess understand become seem appear belong consist differ matter exist think want like love feel know deserve depend earn live spend mind hope get come go sit be mean imply encompass embody transcend exemplify'.split(
    ' ',
  ),
)

const hasWhat =
  /^have\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:command|custody|charge|control|oversight|say|word|vote|veto|authority|power|right|access)\b/i

/** "enter the profession"; to enter a call in the log is a doing. */
const entersTrade =
  /^enter\s+(?:the|this|an?|our)\s+(?:[\w-]+\s+){0,2}(?:field|profession|workforce|industry|market|trade|career|world|scene|arena|picture|role)\b/i

const isState = (duty: string): boolean => {
  const verb = firstWord(duty).toLowerCase()
  if (verb === 'have') return !hasWhat.test(duty)
  if (verb === 'get')
    return /^get\s+(?:to|better|involved|used|ready|paid|more|older|into)\b/i.test(duty)
  if (verb === 'enter') return entersTrade.test(duty)
  if (verb === 'care' || verb === 'worry') return /^\w+\s+about\b/.test(duty)
  return statesOnly.has(verb)
}

const placeOf = (number: GrammaticalNumber): PhrasePlace =>
  number === 'singular' ? 'third' : 'plural'

/** "the running of the shop", "safety on the floor": what somebody answers for, as a phrase. */
function fromObject(object: string, bridge: string): string | null {
  const phrase = baseVerbPhrase(object, 'object')
  if (phrase !== null) return phrase
  if (!answersFor.test(bridge) || /^(?:what|how|whether|if|this|that|it|them)\b/i.test(object))
    return null
  return tidy(
    `take responsibility for ${object.replace(/,\s+(?:which|who|ensuring|so that)\b.*$/i, '')}`,
  )
}

function dutyOf(text: string, number: GrammaticalNumber): string | null {
  for (const bridge of bridges) {
    const matched = bridge.exec(text)
    if (matched) return fromObject(text.slice(matched[0].length), matched[0])
  }
  const who = isWho.exec(text)
  if (who) return dutyOf(text.slice(who[0].length).replace(adverbs, ''), number)
  const office = isOffice.exec(text)
  if (office?.[1]) return tidy(`serve as ${office[1]}`)
  if (/^(?:is|are|was|were|be|been|being|does|did|do)\b/i.test(text)) return null
  return (
    baseVerbPhrase(text, placeOf(number)) ??
    baseVerbPhrase(text, number === 'singular' ? 'plural' : 'third')
  )
}

/** Pronouns that point out of the sentence make a duty unclear on its own. */
const pointsOut = (duty: string): boolean => {
  const words = duty.replace(/\bsuch as\b/gi, 'as').split(/\s+/)
  const at = words.findIndex((word) =>
    /^(?:them|themselves|itself|these|those|this|it|they|such|he|she|him)\b/i.test(word),
  )
  if (at === -1) return false
  // After a thing was named, a pronoun means that thing.
  return (
    at < 3 ||
    !words.slice(1, at).some((word) => /[a-z]{3,}/i.test(word) && contentOf(word).size > 0)
  )
}

/** "act as custodians of ...": a figure of speech, not an office. */
const figure =
  /^(?:act|serve|function|emerge|stand)\s+as\s+(?:(?:the|an?)\s+)?(?:[\w-]+\s+){0,2}?(?:custodians?|linchpins?|bridges?|catalysts?|guardians?|backbone|conduits?|architects?|champions?|pillars?|cornerstone|bedrock|glue|heart|face|engine|eyes|ears|voice of reason|orchestrators?|heroes|anchor|compass)\b/i

/** Is the phrase a duty that stands alone? */
export const standsAlone = (duty: string): boolean =>
  duty.split(/\s+/).length >= 2 &&
  !isState(duty) &&
  !figure.test(duty) &&
  !pointsOut(duty.replace(/\b(?:that|so that|as|when|if|once|before|until) (?:it|they)\b/gi, '')) &&
  !/\b(?:and|or|of|the|an?|to|for|with|by|in|on|at|as|that|which|from|into|their|its)$/i.test(duty)

/**
 * What follows a subject as a duty in base form; null when it tells a state, a feeling or something that does
 * not stand alone.
 */
export function predicateOf(text: string, number: GrammaticalNumber): Predicate | null {
  let rest = text.replace(adverbs, '').trimStart()
  // What might be is nobody's duty.
  if (/^(?:might|could|would)\b/i.test(rest)) return null
  let place = number
  let isNegated = false
  let isBare = false
  for (let step = 0; step < 4; step += 1) {
    const not = negation.exec(rest)
    const may = not ? null : modal.exec(rest)
    if (!not && !may) break
    if (not) {
      isNegated = true
      isBare ||= !/^(?:is|are|never|no longer)/i.test(not[0])
    } else isBare = true
    rest = rest
      .slice((not ?? may)?.[0].length)
      .replace(adverbs, '')
      .trimStart()
  }
  if (isBare) place = 'plural'
  if (isNegated && /^(?:responsible|accountable)\s+for\s+/i.test(rest)) rest = `is ${rest}`
  const duty = isBare && isKnownBase(rest) ? baseVerbPhrase(rest, 'base') : dutyOf(rest, place)
  if (duty === null) return null
  const short = shortened(duty)
  return standsAlone(short) ? { text: short, isNegated } : null
}

const auxiliary =
  /^(?:is|are|was|were|be|do|does|has|have|had|will|must|should|shall|may|can|could|would|might|need|needs|cannot|never|[’']ll)\b|^(?:don|doesn|isn|aren|mustn|shan|shouldn|won|can|couldn)[’']t\b/i

/** Does a text begin with what a subject of that number does? */
export function opensPredicate(text: string, number: GrammaticalNumber): boolean {
  const rest = text
    .replace(/^\s*,\s*(?:who|which|that)\b[^,]{2,90},/i, ' ')
    .replace(/^\s*,[^,]{2,80},(?=\s+[a-z])/i, ' ')
    .replace(/^\s+\([^()]{1,60}\)/, ' ')
    .replace(adverbs, '')
    .trimStart()
  const word = firstWord(rest)
  if (auxiliary.test(rest)) return true
  if (!/^\p{Ll}/u.test(word)) return false
  if (/^(?:who|that|which|in|of|for|within|at|on|with)$/.test(word)) return true
  if (number === 'singular')
    return baseOfThird(word) !== null || thirdByRule(word, rest.slice(word.length)) !== null
  return isBaseVerb(word) || baseByRule(word, rest.slice(word.length)) !== null
}

const isKnownBase = (rest: string): boolean => {
  const word = firstWord(rest)
  return (
    (isBaseVerb(word) || baseOfThird(word) === null) &&
    !/^(?:be|do|does|is|are|act|serve|take|focus|play|have|hold|carry|bear)\b/i.test(rest)
  )
}
