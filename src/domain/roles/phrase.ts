import { namesDoing, nounVerbs } from './lexicon/noun-verbs.ts'
import { stopWords } from './lexicon/stop-words.ts'
import { baseOfGerund, baseOfNoun, baseOfThird, isBaseVerb, isPastForm } from './lexicon/verbs.ts'
import { tidy, withoutFluff, withoutTrailingClause } from './phrase-trim.ts'
import { plainText } from './words.ts'

/**
 * Where a phrase stands, which tells what its first word may be: an item of a list, after a subject in the
 * singular or plural, after "to" or "shall", or after "responsible for".
 */
export type PhrasePlace = 'item' | 'third' | 'plural' | 'base' | 'object'

/** Adverbs that may stand before a verb. */
const adverb =
  /^(?:(?!(?:ap|sup|re|com|im|multi)ply\b|rely\b|early\b|family\b)\w+ly|also|then|often|always|not only|just|even|further|either|both|now|first|please)\s+/i

const stripAdverbs = (text: string): string => {
  const rest = text.replace(adverb, '')
  return rest === text ? text : stripAdverbs(rest)
}

export const firstWord = (text: string): string => /^[\p{L}-]+/u.exec(text)?.[0] ?? ''

const determiner =
  /^(?:the|an?|all|any|each|every|both|no|some|his|her|its|their|our|your|my|this|that|these|those|it|them|him|us|you|what|which|who|whom|whose|how|when|where|why|whether|if|as|up|out|off|in|on|to|over|down|back|around|through|after|into|together|new|other|another|more|\d+)\b/i

const prepositional =
  /^(?:of|in|on|at|by|for|from|to|with|into|about|after|before|during|within|under|between|across)$/i

/** Verbs that a whole clause may follow at once: "ensure the call is recorded". */
const takesClause = new Set(
  'ensure make check verify confirm see know assume believe say report decide guarantee let help keep note feel explain show demonstrate recognize prove establish agree expect hope ask'.split(
    ' ',
  ),
)
const finite =
  /^(?:\s+[\p{L}’'/-]+){0,4}?\s+(?:is|are|was|were|isn[’']t|aren[’']t|do|does|don[’']t|doesn[’']t|has|have|can|may|must|should|shall|will|remains?|happens?)\s/iu
const opensClause =
  /\b(?:that|which|who|whom|whose|what|where|when|if|whether|how|why|as|because|while|until)\b/i

/** "Work is reviewed by others": the first word is the subject of a sentence, not what to do. */
function isSubject(word: string, rest: string): boolean {
  const next = rest.trim()
  const told = finite.exec(rest)?.[0]
  if (told === undefined || takesClause.has(word.toLowerCase())) return false
  return !determiner.test(next) && !opensClause.test(told)
}

/**
 * Does a phrase that begins with a noun-like verb name a thing ("stock control", "report of the week") rather
 * than tell to do something ("stock shelves", "report each fault")? `isVerbList`: its neighbours tell to do.
 */
function namesThing(word: string, rest: string, isVerbList: boolean): boolean {
  if (isSubject(word, rest)) return true
  if (!nounVerbs.has(word.toLowerCase())) return false
  const words = rest.trim().split(/\s+/)
  const [next = ''] = words
  if (/^of$/i.test(next)) return true
  if (determiner.test(next)) return false
  const joint = /^\s*(?:,|&|\/|and\b|or\b)\s*(?:(?:and|or)\s+)?/i.exec(rest)
  if (joint) {
    const joined = firstWord(rest.slice(joint[0].length))
    return !isBaseVerb(joined) || namesDoing(joined)
  }
  const head: string[] = []
  for (const each of words) {
    if (prepositional.test(each) || /^(?:and|or|that|which|who|when|if|so|as)$/i.test(each)) break
    head.push(each.replace(/[,.;:()]+$/, ''))
    if (/[,.;:]$/.test(each)) break
  }
  const last = head.at(-1) ?? ''
  if (head.length === 0) return !isVerbList && /^(?:for|in|from|between)$/i.test(next)
  if (isVerbList) return false
  if (head.length === 1 && namesDoing(last) && !/s$/.test(last)) return true
  if (namesDoing(last) && head.length <= 2) return true
  // "Team meetings", "Budget reports": two words alone tell nothing.
  return words.length === 1
}

/** Participles that list examples rather than another duty. */
const notCoordinated = new Set(
  'including using regarding concerning involving following according depending pending excluding'.split(
    ' ',
  ),
)

const gerundOnly = (word: string) => (notCoordinated.has(word) ? null : baseOfGerund(word))

/** Turns later verbs of "plans, builds and tests X, and reports Y" into base forms, by the form of the first. */
function alignCoordinated(text: string, toBase: (word: string) => string | null): string {
  // Verbs that follow the first at once share its object.
  let rest = text
  let head = ''
  for (;;) {
    const joined =
      /^(\s*,?\s*(?:and|or|,)\s+(?:(?:and|or)\s+)?(?:\w+ly\s+)?)([a-z]+(?:-[a-z]+)?)(?=[\s,]|$)/.exec(
        rest,
      )
    const base = joined?.[2] ? toBase(joined[2]) : null
    if (!joined || base === null) break
    head += `${joined[1] ?? ''}${base}`
    rest = rest.slice(joined[0].length)
  }
  const later = rest.replace(
    /(,\s+(?:(?:and|or|then|but)\s+)?(?:also\s+|then\s+|either\s+)?|\s+(?:and|or|but|then)\s+(?:also\s+|then\s+|either\s+|in turn\s+)?)((?:\w+ly\s+)?)([a-z]+(?:-[a-z]+)?)(?=([\s,.;)]\s*\S*)|$)/g,
    (
      whole,
      joint: string,
      adverbs: string,
      word: string,
      after: string | undefined,
      offset: number,
    ) => {
      const base = toBase(word)
      const before = /\S+$/.exec(rest.slice(Math.max(0, offset - 40), offset))?.[0] ?? ''
      if (base === null || isNounHere(before, word, base, after ?? '')) return whole
      return `${joint}${adverbs}${base}`
    },
  )
  return head + later
}

/** "drawings and plans", "ladders, lifts and ropes": a plural that looks like a verb's form. */
export function isNounHere(before: string, word: string, base: string, after: string): boolean {
  const next = after.trim()
  if (word.endsWith('ing')) {
    // "The development, deployment and monitoring of models": one doing after others.
    const isAmongDoings = namesDoing(before.replace(/,$/, '')) && !/ing,?$/.test(before)
    return /^of\b/.test(next) || (isAmongDoings && prepositional.test(firstWord(next)))
  }
  if (next === '' || /^[,.;)]/.test(after)) return true
  if (determiner.test(next)) return false
  if (!nounVerbs.has(base)) return /^(?:and|or|of)\b/.test(next)
  if (/^(?:and|or|of|in|from|at|by|between|that|which|are|is|were)\b/.test(next)) return true
  return /s$/.test(before) && (prepositional.test(next) || isBaseVerb(firstWord(next)))
}

/** "the design, construction and testing of X" as "design, construct and test X"; null when it is not that. */
function fromNominal(text: string): string | null {
  const of = text.indexOf(' of ')
  if (of < 0 || of > 90) return null
  const head = text.slice(0, of).replace(/^(?:the|an?|our|their|its)\s+/i, '')
  const object = text.slice(of + 4)
  const parts = head
    .split(/,\s*(?:and\s+)?|\s+and\s+(?:also\s+)?|\s*[/&]\s*/)
    .map((part) => part.trim())
  if (parts.some((part) => part.split(/\s+/).length > 4)) return null
  const verbs = parts.map((part) => baseOfNoun(part.split(/\s+/).at(-1) ?? ''))
  const known = verbs.filter((verb) => verb !== null)
  if (known.length < verbs.length || object === '') return null
  const list =
    known.length === 1 ? known[0] : `${known.slice(0, -1).join(', ')} and ${known.at(-1) ?? ''}`
  return `${list ?? ''} ${object}`
}

/** The base form of a verb that a subject in the singular has: by rule where the lexicon does not know it. */
export function thirdByRule(word: string, rest: string): string | null {
  const known = baseOfThird(word)
  if (known !== null) return known
  if (!/^[a-z]{3,}s$/.test(word) || /(?:ss|us|is)$/.test(word) || stopWords.has(word)) return null
  if (!determiner.test(rest.trim())) return null
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  return /(?:ch|sh|x|z|ss|o)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

/** A base form that stands where only a verb can stand. */
export const baseByRule = (word: string, rest: string): string | null =>
  isBaseVerb(word) ||
  (/^[a-z]{3,}$/.test(word) &&
    !stopWords.has(word) &&
    !/(?:ing|ed|ly|s)$/.test(word) &&
    !isPastForm(word) &&
    determiner.test(rest.trim()))
    ? word
    : null

/** "Asking everybody is a good practice": what is said of a doing is no part of it. */
const judged =
  /\s+(?:is|are|stands? as|remains?)\s+(?:also\s+|\w+ly\s+)?(?:an?\s+|the\s+|another\s+|one of the\s+)?(?:good|best|common|key|crucial|paramount|critical|important|essential|vital|mandatory|required|recommended|encouraged|part of|core|central|main|primary|must)\b.*$/i

/** Verbs that have "of" before their object. */
const takesOf =
  /^(?:approve|assure|become|beware|complain|conceive|consist|despair|dispose|hear|know|learn|make|notify|speak|take|talk|tell|think)$/

/** "grading and storing of parcels" as "grading and storing parcels": what follows is the object of the verbs. */
const withoutOf = (base: string, rest: string): string =>
  takesOf.test(base) ? rest : rest.replace(/^((?:\s*(?:,|and|or|&)\s+\p{L}+ing)*)\s+of\s+/u, '$1 ')

const lowerFirst = (text: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** "to keep a list, and to warn members" as "keep a list, and warn members". */
function withoutTo(text: string): string {
  if (!/^to\s+\p{L}/iu.test(text)) return text
  return text
    .replace(/^to\s+/i, '')
    .replace(/\b(and|or) to (\p{Ll}+)/gu, (whole, joint: string, word: string) =>
      isBaseVerb(word) ? `${joint} ${word}` : whole,
    )
}

/**
 * A duty as a verb phrase in base form: from -ing forms, -s forms, verbal nouns and base forms. Null when the
 * first word is no verb that may stand there: no guessing.
 */
export function baseVerbPhrase(
  text: string,
  place: PhrasePlace = 'item',
  isVerbList = false,
): string | null {
  const plain = stripAdverbs(withoutTo(plainText(text)))
    .replace(/^(?:the\s+)?(?:\w+\s+)?process(?:es)? of\s+/i, '')
    .replace(/^(?:take|takes|taking) charge of\s+/i, '')
    .replace(place === 'item' || place === 'object' ? judged : /(?!)/, '')
  if (place !== 'item' && place !== 'object' && /^\p{Lu}\p{Ll}/u.test(plain)) return null
  // "Weekly flushing of outlets" keeps how often, and so stays as it is.
  if (
    /^(?:daily|weekly|monthly|quarterly|yearly|hourly|nightly|annual|regular)\s+\p{L}+ing\b/iu.test(
      plainText(text),
    )
  )
    return null
  const lead = stripAdverbs(withoutFluff(lowerFirst(plain)))
  const word = firstWord(lead)
  const rest = lead.slice(word.length)
  if (word === '' || rest.trim() === '') return null
  const gerundBase = place === 'item' || place === 'object' ? baseOfGerund(word) : null
  if (gerundBase !== null && !/^\s+(?:is|are)\b/.test(rest)) {
    // "Staffing and overtime": a noun beside a noun.
    const joined = /^\s+(?:and|or|&)\s+([\p{L}-]+)\W*$/u.exec(rest)?.[1]
    if (joined !== undefined && baseOfGerund(joined) === null) return null
    const cut = withoutTrailingClause(withoutOf(gerundBase, rest), true)
    return tidy(`${gerundBase}${alignCoordinated(cut, gerundOnly)}`)
  }
  const third =
    place === 'third'
      ? thirdByRule(word, rest)
      : place === 'item' && !isBaseVerb(word)
        ? baseOfThird(word)
        : null
  const isNoun =
    place === 'item' &&
    (isSubject(word, rest) || (namesDoing(rest.trim()) && nounVerbs.has(third ?? '')))
  if (third !== null && !isNoun) {
    const cut = withoutTrailingClause(rest, false)
    return tidy(`${third}${alignCoordinated(cut, baseOfThird)}`)
  }
  if (place !== 'third' && place !== 'object') {
    const base = place === 'item' ? (isBaseVerb(word) ? word : null) : baseByRule(word, rest)
    const isThing = place === 'item' && namesThing(word, rest, isVerbList)
    if (base !== null && !isThing) return tidy(`${base}${withoutTrailingClause(rest, false)}`)
  }
  if (place === 'third' || place === 'plural') return null
  const compound = /^([a-z]+) ([a-z]+ing)(?=,|$)/.exec(lead)
  const compoundBase = compound?.[2] ? baseOfGerund(compound[2]) : null
  if (compound?.[1] && compoundBase !== null && !stopWords.has(compound[1])) {
    return `${compoundBase} ${compound[1]}${compound[1].endsWith('s') ? '' : 's'}`
  }
  const nominal = fromNominal(lead)
  return nominal === null ? null : tidy(withoutTrailingClause(nominal, false))
}
