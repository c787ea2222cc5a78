import type { Block } from './block.ts'
import { isCatchAll, isSpecific, rangeOf, type DutyParts, type FoundDuty } from './duty-parts.ts'
import { statementsIn } from './duty-sentence.ts'
import { nounVerbs } from './lexicon/noun-verbs.ts'
import { baseOfGerund, baseOfNoun, baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { baseVerbPhrase, firstWord } from './phrase.ts'
import { shortened, tidy, wordCount } from './phrase-trim.ts'
import { standsAlone } from './predicate.ts'
import { runInOf, type RunIn } from './run-ins.ts'
import { fromSentences, type SentencePlace, type Told } from './sentence-duties.ts'
import type { Sentence } from './sentences.ts'
import { plainText } from './words.ts'

/** Titles of items that announce what follows and are no duties' names. */
const labels =
  /^(?:roles?|responsibilit(?:y|ies)|key responsibility|dut(?:y|ies)|skills?|skillset|tools?|focus|note|notes|example|tip|goal|purpose|summary|overview|location|salary|reports to|department|technical skills|non-technical skills|soft skills|hard skills|specialization areas?|resources.*|solutions|common challenges|emerging technologies|responsible|accountable|consulted|informed|level|scope|grade|hours|contact|email|phone|time|term|number|quorum)$/i
const vacuous =
  /\b(?:is|are|stands?(?: as)?|remains?)\s+(?:a |an |the |also |\w+ly )*(?:paramount|key|crucial|critical|essential|important|vital|pivotal|cornerstone|indispensable)\b/i

/** What somebody is, has or knows, and sentences about somebody else: no duties in words of their own. */
const noDuty =
  /^(?:we|they|it|you|i|he|she|this|that|these|those|there|our|your|and|but|if|when|please|see|note|have|has|having|be|being|know|understand|possess|familiarity|experience|knowledge|willingness|interest|degree|bachelor|\d+\+? years?)\b|\?$/i

/** The longest item that is still one duty. */
const longestItem = 34

/** Does a list tell what to do, item by item, beyond doubt about any single one? */
export function isVerbList(items: readonly Block[]): boolean {
  const verbs = items.flatMap((item) => {
    // "Rota planning: assign sellers": the duty stands after the title.
    const told = item.text.replace(/^\p{Lu}[^:.!?]{1,60}:\s+(?=\S)/u, '')
    const word = firstWord(told.replace(/^(?:to|\w+ly)\s+/i, '')).toLowerCase()
    const base = isBaseVerb(word) ? word : (baseOfThird(word) ?? baseOfGerund(word))
    return base === null ? [] : [{ isSure: !(isBaseVerb(word) && nounVerbs.has(base)) }]
  })
  const sure = verbs.filter(({ isSure }) => isSure).length
  if (items.length < 2) return false
  // Two that are verbs for sure speak for the rest where all could be.
  return sure * 2 >= items.length || (sure >= 2 && verbs.length === items.length)
}

/** The title of an item; null when what looks like one is part of the duty. */
export function titleOf(parts: DutyParts, block: Block): RunIn | null {
  const title = runInOf(parts.text, block)
  if (!title || title.isBold || title.joint === 'colon') return title
  // "Refuse service – you have our backing": a dash parts a remark as often as a title.
  const isVerb = baseVerbPhrase(title.text) !== null
  return isVerb || title.text.split(' ').length > 5 ? null : title
}

/** "Being able to diagnose faults", "Be responsible for the till": the duty stands behind it. */
const enabling =
  /^(?:be|being)\s+(?:able|prepared|ready|expected|willing|available|required)\s+to\s+|^(?:be|being)\s+(?:responsible|accountable)\s+for\s+|^(?:is\s+)?(?:responsible|accountable)\s+for\s+|^(?:ability|able|expected|required)\s+to\s+/i

const phraseIn = (text: string, isList: boolean): string | null => {
  const bare = plainText(text)
    .replace(/[.;,]+$/, '')
    .replace(enabling, '')
  const phrase = baseVerbPhrase(bare, 'item', isList)
  if (phrase === null) return null
  const short = shortened(phrase)
  return standsAlone(short) && isSpecific(short) && wordCount(short) <= 30 ? short : null
}

const namesDoingFirst = (text: string): boolean =>
  baseOfNoun(firstWord(text.replace(/^(?:the|an?)\s+/i, '').toLowerCase())) !== null

interface Item {
  readonly roleKey: string
  readonly place: SentencePlace
  /** Items of the list around it begin with verbs. */
  readonly isVerbList: boolean
  /** They name doings, none begins with a verb that tells to do. */
  readonly isNounList: boolean
  /** What does not read as a verb phrase is a duty all the same. */
  readonly isDutyList: boolean
}

/** "Title: what it means": the best sentence of the body tells the duty. */
export function fromTitled(
  parts: DutyParts,
  item: Item,
  title: { readonly start: number; readonly end: number; readonly text: string },
  body: readonly Sentence[],
): FoundDuty | null {
  const { roleKey } = item
  const titleRange = rangeOf(parts, title, 'prompt')
  const first = firstWord(title.text)
  const asDuty = baseVerbPhrase(title.text)
  const isFinite = baseOfThird(first) !== null && !isBaseVerb(first)
  const isCommand = isBaseVerb(first) && wordCount(title.text) >= 4
  if ((isFinite || isCommand) && asDuty !== null && isSpecific(asDuty) && standsAlone(asDuty)) {
    const last = body.at(-1)
    const whole = rangeOf(parts, { start: title.start, end: last?.end ?? title.end }, 'fact')
    return { roleKey, text: asDuty, title: null, form: 'phrase', isListed: true, prov: [whole] }
  }
  const base = { roleKey, title: title.text, isListed: true }
  for (const sentence of body) {
    const prov = [rangeOf(parts, sentence, 'fact'), titleRange]
    const bare =
      body.length === 1 || sentence === body[0] ? phraseIn(sentence.text, item.isVerbList) : null
    if (bare !== null) return { ...base, text: bare, form: 'phrase', prov }
    const said = statementsIn(sentence.text, parts.words).find((each) => !each.isNegated)
    if (!said || !isSpecific(said.text) || wordCount(said.text) > 26) continue
    if (said.subject.kind === 'roles' && !said.subject.keys.includes(roleKey)) continue
    return { ...base, text: said.text, form: 'phrase', prov }
  }
  const clause = body.find(
    ({ text }) => !vacuous.test(text) && !noDuty.test(plainText(text)) && isSpecific(text),
  )
  if (!clause || !item.isDutyList || isCatchAll(clause.text)) return null
  const prov = [rangeOf(parts, clause, 'fact'), titleRange]
  return { ...base, text: tidy(plainText(clause.text)), form: 'clause', prov }
}

const negation = /\b(?:not|never|cannot)\b|n[’']t\b/i

/** What one item of a list tells. */
export function fromItem(parts: DutyParts, item: Item, block: Block): Told {
  const none: Told = { duties: [], boundaries: [] }
  const { roleKey, place } = item
  const title = titleOf(parts, block)
  const body = parts.sentencesIn(title?.bodyStart ?? block.start, block.end)
  if (title && labels.test(title.text.trim())) return fromSentences(parts, body, place)
  if (title) {
    const found = fromTitled(parts, item, title, body)
    if (found && !body.some(({ text }) => negation.test(text))) return { ...none, duties: [found] }
    const told = fromSentences(parts, body, place)
    return found ? { ...told, duties: [found] } : told
  }
  const [first, ...more] = body
  if (!first || isCatchAll(first.text) || /:$/.test(first.text)) return none
  const prov = [rangeOf(parts, first, 'fact')]
  // "Cook turns off the gas": somebody, not what to do.
  if (parts.words.roleAtStart(plainText(first.text)) !== null) {
    const named = fromSentences(parts, body, place)
    if (named.duties.length > 0) return named
  }
  const isNoun = item.isNounList && !namesDoingFirst(first.text)
  const phrase = isNoun ? null : phraseIn(first.text, item.isVerbList)
  const later = more.length > 0 ? fromSentences(parts, more, place) : none
  if (phrase !== null) {
    const duty: FoundDuty = {
      roleKey,
      text: phrase,
      title: null,
      form: 'phrase',
      isListed: true,
      prov,
    }
    return { ...later, duties: [duty, ...later.duties] }
  }
  const said = fromSentences(parts, body, place)
  if (said.duties.length > 0 || said.boundaries.length > 0 || !item.isDutyList) return said
  if (!isSpecific(first.text) || vacuous.test(first.text) || noDuty.test(plainText(first.text)))
    return none
  const text = tidy(plainText(first.text))
  // Several sentences are an explanation, not an item of a list of duties.
  if (body.length > 1 || wordCount(text) > longestItem) return none
  // A duty written as a noun phrase ("Incident response within an hour").
  return { ...said, duties: [{ roleKey, text, title: null, form: 'clause', isListed: true, prov }] }
}
