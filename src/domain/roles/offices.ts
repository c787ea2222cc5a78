import type { Block } from './block.ts'
import { singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import { baseByRule, firstWord } from './phrase.ts'

/** A name of one to four words with capitals: "Quartermaster", "Master of the Horse". */
const name = `(\\p{Lu}[\\p{L}-]+(?: (?:of (?:the )?)?\\p{Lu}[\\p{L}-]+){0,3})`

/** Bodies and things that statutes speak of with a capital and that hold no office. */
const noOffice =
  /(?:^|\s)(?:company|association|society|club|corporation|organi[sz]ation|foundation|union|trust|fund|league|federation|institute|institution|school|college|university|hospital|church|parish|town|city|county|state|government|ministry|law|act|agreement|contract|policy|by-?laws?|rules?|constitution|charter|statute|regulation|code|article|section|clause|schedule|annex|meeting|assembly|election|term|year|quorum|property|premises|house|building|budget|account|report|register|minutes|services?|software|system|product|work|licen[cs]e|program|project|parties|party|customer|supplier|vendor|licen[cs]ee|licen[cs]or|seller|buyer|tenant|landlord|lessee|lessor|user|site|data|goods)s?$/i

const enumeration =
  /\b(?:officers|office-?holders|offices|office-?bearers|officials|posts)\b[^.;:]{0,60}?(?:\bare|\bshall be|\bconsists? of|\binclude|:)\s+([^.;:]{5,300})/giu
const wholeName = new RegExp(`^${name}$`, 'u')

const acts = new RegExp(
  `(?:^|[.;:)] )(?:The|An?|Each|Every) ${name} (?:(?:shall|must|will|should)(?: also| further| then)? (?<verb>\\p{Ll}.{3,40})|(?:is responsible for|is in charge of|has charge of|has the duty)\\b)`,
  'gu',
)

/** Names whose duty a text tells in so many words. */
const bound: readonly RegExp[] = [
  `\\b[Dd]ut(?:y|ies) of (?:[Tt]he |[Aa]n? )${name}(?: to\\b| (?:is|are|shall)\\b|:)`,
  `\\b[Tt]he ${name}[’']s dut(?:y|ies) (?:to|is|are|shall)\\b`,
].map((pattern) => new RegExp(pattern, 'gu'))

/** Ways in which a text treats a name as an office: somebody is elected to it, it is spoken of as he or she. */
const holds: readonly RegExp[] = [
  `\\b(?:[Oo]ffice|[Pp]ost) of (?:[Tt]he |[Aa]n? )?${name}`,
  `\\b(?:[Tt]he|[Aa]n?) ${name}(?:,[^,.]{2,60},)? (?:is|shall be|are|must be) (?:elected|appointed|chosen|nominated)\\b`,
  `\\b(?:elects?|appoints?|chooses?|nominates?) (?:the|an?) ${name}`,
  `(?:^|[.;] )(?:The|An?) ${name} [^.]{5,200}\\. (?:He or she|She or he|He/she|S/he|He|She)\\b`,
].map((pattern) => new RegExp(pattern, 'gu'))

const isActive = (phrase: string): boolean => {
  const word = firstWord(phrase)
  const rest = phrase.slice(word.length)
  if (/^be (?:responsible|in charge)\b|^have\b/.test(phrase)) return true
  return word !== 'be' && word !== 'not' && baseByRule(word, rest) !== null
}

const actingIn = (text: string): string[] =>
  [...text.matchAll(acts)].flatMap(({ 1: who = '', groups }) => {
    const verb = groups?.['verb']
    return verb === undefined || isActive(verb) ? [who] : []
  })

const listedIn = (text: string): string[] =>
  [...text.matchAll(enumeration)].flatMap(([, list = '']) =>
    list
      .split(/,\s+(?:and\s+|or\s+)?|\s+and\s+/)
      .map((each) => each.trim().replace(/^(?:the|an?|one|two|three|\d+)\s+/i, ''))
      .filter((each) => wholeName.test(each)),
  )

const namesBy =
  (patterns: readonly RegExp[]) =>
  (text: string): string[] =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, who = '']) => who))

/**
 * Offices that the sentences of a statute or charter name and that no list of jobs knows: somebody who is told to do
 * something and stands among "the officers", is elected, or has a duty by that name. As written.
 */
export function officesIn(blocks: readonly Block[]): string[] {
  const texts = blocks.filter(
    ({ kind, text }) => (kind === 'paragraph' || kind === 'bullet') && speaksOfOffice.test(text),
  )
  const gather = (read: (text: string) => string[]) =>
    new Set(texts.flatMap(({ text }) => read(text)))
  const obliged = gather(namesBy(bound))
  const acting = new Set([...gather(actingIn), ...obliged])
  if (acting.size === 0) return []
  const held = new Set([...gather(listedIn), ...gather(namesBy(holds)), ...obliged])
  const isParty = (office: string) => noOffice.test(office)
  // "A Chaplain is appointed": of jobs with names of one word, those are meant that somebody holds.
  const known = [...held].filter((office) => singularRoleNoun(office) !== null)
  const unknown = [...acting].filter((office) => {
    const last = office.split(' ').at(-1) ?? ''
    const isKnown = singularRoleNoun(last) !== null || singularGroupNoun(last) !== null
    return !isKnown && held.has(office)
  })
  return [...known, ...unknown].filter((office) => !isParty(office))
}

/** Text without these words names no office; most text is without them. */
const speaksOfOffice =
  /\b(?:shall|must|will|should|responsible|charge|dut(?:y|ies)|office|post|elect|appoint|cho(?:ose|sen)|nominat|officers|officials)/i
const speaksOfClass =
  /(?:officers|officials|posts|positions|ranks|grades|leads|leaders|managers|staff) (?:are|shall be|consist of) the /i

const classes =
  /\b(?:the )?((?:[\p{L}-]+ ){1,2}(?:officers|officials|posts|positions|ranks|grades|leads|leaders|managers|staff)) (?:are|shall be|consist of) (the \p{Lu}[^.;:]{5,300})/giu

const classNames = (several: string): string[] => [several, several.split(' ').at(-1) ?? several]

/** "The line officers are the Chief and the Quartermaster": names of several offices together, lower case. */
export const officeClassesIn = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(
    blocks.flatMap(({ text }) =>
      (speaksOfClass.test(text) ? [...text.matchAll(classes)] : []).flatMap(
        ([, several = '', list = '']) =>
          /,| and the /.test(list) ? classNames(several.toLowerCase().replace(/^the /, '')) : [],
      ),
    ),
  )
