import { fluffWords } from './lexicon/stop-words.ts'
import { baseOfGerund, baseOfNoun, baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { plainText } from './words.ts'

/** Adverbs that may stand before a verb. */
const adverb =
  /^(?:(?!(?:ap|sup|re|com|im|multi)ply\b|rely\b)\w+ly|also|then|often|always|not only|just|even|further|actively)\s+/i

const stripAdverbs = (text: string): string => {
  const rest = text.replace(adverb, '')
  return rest === text ? text : stripAdverbs(rest)
}

const firstWord = (text: string): string => /^[\p{L}-]+/u.exec(text)?.[0] ?? ''

/** Without praise and filler words; what is said stays true. */
export function withoutFluff(text: string): string {
  return text
    .replace(/\b(?:and|but) also\b/gi, 'and')
    .replace(/\bnot only\s+/gi, '')
    .split(' ')
    .filter((word, index, all) => {
      const bare = word.toLowerCase().replace(/[,;]$/, '')
      if (!fluffWords.has(bare)) return true
      // "robust and scalable": dropping the first of a pair would leave "and scalable".
      const next = all[index + 1]?.toLowerCase()
      const before = all[index - 1]?.toLowerCase()
      return (
        next === 'and' || next === 'or' || before === 'and' || before === 'or' || /[,;]$/.test(word)
      )
    })
    .join(' ')
}

/** ", ensuring ..." at the end tells a purpose, not a duty; a list of -ing forms ("..., and fixing Z") stays. */
function withoutTrailingClause(text: string, isGerundList: boolean): string {
  const clause =
    /,\s*(?:(?:and\s+)?(?:thereby|thus|hence)\s+)?(?:\w+ly\s+)?([a-z]+ing|which|where|so that|so|while|whether|as well as|rather than|making|instead of|considering)\b/g
  for (const match of text.matchAll(clause)) {
    const rest = text.slice(match.index + 1)
    const isList = isGerundList && /(?:,|\band|\bor)\s+(?:\w+ly\s+)?[a-z]+ing\b/.test(rest.slice(3))
    const before = text.slice(0, match.index)
    const isEnumeration = /\bsuch as\b|\bincluding\b/.test(before.slice(-60))
    if (!isList && !isEnumeration && before.trim().split(' ').length >= 2) return before
    if (isList) return text
  }
  return text
}

/** Turns the coordinated verbs after the first into base forms, by the form that the first one had. */
function alignCoordinated(text: string, toBase: (word: string) => string | null): string {
  return text.replace(
    /(,\s+(?:and\s+|or\s+)?|\s+(?:and|or|but)\s+(?:also\s+)?)((?:\w+ly\s+)?)([a-z]+(?:-[a-z]+)?)\b/g,
    (whole, joint: string, adverbs: string, word: string) => {
      const base = toBase(word)
      return base === null ? whole : `${joint}${adverbs}${base}`
    },
  )
}

/** Base verbs that are nouns as often. */
const nounLike = new Set(
  'model test data process project program design report plan label'.split(' '),
)

/** Participles that list examples rather than another duty. */
const notCoordinated = new Set(
  'including using regarding concerning involving following according'.split(' '),
)

const gerundOnly = (word: string) => (notCoordinated.has(word) ? null : baseOfGerund(word))

/** "the design, construction and testing of X" as "design, construct and test X"; null when it is not that. */
function fromNominal(text: string): string | null {
  const match =
    /^(?:the|a|an)?\s*((?:(?!of\b)[\p{L}/-]+(?:,\s*(?:and\s+)?|\s+and\s+(?:also\s+)?|\s+)){0,9}?(?:[\p{L}-]+))\s+of\s+(.+)$/iu.exec(
      text,
    )
  const head = match?.[1]
  const object = match?.[2]
  if (!head || !object) return null
  const parts = head.split(/,\s*(?:and\s+)?|\s+and\s+(?:also\s+)?/).map((part) => part.trim())
  const verbs = parts.map((part) => baseOfNoun(part.split(/\s+/).at(-1) ?? ''))
  if (verbs.some((verb) => verb === null)) return null
  const list =
    verbs.length === 1 ? verbs[0] : `${verbs.slice(0, -1).join(', ')} and ${verbs.at(-1) ?? ''}`
  return `${list ?? ''} ${object}`
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(
      /,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:aspect|part|step|task|factor|element|component)\b.*$/i,
      '',
    )
    .replace(/\ba (?=[aeio])(?!(?:one|euro|eu|uni|use))/g, 'an ')
    .replace(/\ban (?=[bcdfgjklmnpqrstvwxyz][a-z])/g, 'a ')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/[.,;:]+$/, '')
    .replace(/\(\s+/g, '(')
    .trim()

/**
 * A duty as a verb phrase in base form, from what follows "responsible for", "is to" or a subject:
 * -ing forms, -s forms, verbal nouns and base forms. Null when the first verb is not known: no guessing.
 */
export function baseVerbPhrase(text: string): string | null {
  const plain = stripAdverbs(plainText(text).replace(/^to\s+(?=\p{L})/iu, ''))
    .replace(/^(?:the\s+)?(?:\w+\s+)?process(?:es)? of\s+/i, '')
    .replace(/^(?:take|takes|taking) charge of\s+/i, '')
  const lead = stripAdverbs(withoutFluff(plain.charAt(0).toLowerCase() + plain.slice(1)))
  const word = firstWord(lead)
  const rest = lead.slice(word.length)
  if (word === '' || rest.trim() === '') return null
  const gerundBase = baseOfGerund(word)
  if (gerundBase !== null) {
    const cut = withoutTrailingClause(rest, true)
    return tidy(`${gerundBase}${alignCoordinated(cut, gerundOnly)}`)
  }
  const thirdBase = baseOfThird(word)
  if (thirdBase !== null && !isBaseVerb(word)) {
    const cut = withoutTrailingClause(rest, false)
    return tidy(`${thirdBase}${alignCoordinated(cut, baseOfThird)}`)
  }
  // "model scaling" is a thing, not what somebody models.
  const isCompound = baseOfGerund(firstWord(rest.trimStart())) !== null && nounLike.has(word)
  if (isBaseVerb(word) && !isCompound) return tidy(`${word}${withoutTrailingClause(rest, false)}`)
  const compound = /^([a-z]+) ([a-z]+ing)(?=,|$)/.exec(lead)
  const compoundBase = compound?.[2] ? baseOfGerund(compound[2]) : null
  if (compound?.[1] && compoundBase !== null) {
    return `${compoundBase} ${compound[1]}${compound[1].endsWith('s') ? '' : 's'}`
  }
  const nominal = fromNominal(lead)
  return nominal === null ? null : tidy(withoutTrailingClause(nominal, false))
}
