import { clausesOf, withoutLead, type Clause, type RoleWords, type Subject } from './clauses.ts'
import { fromDutyNoun, ownerIn } from './duty-nouns.ts'
import { theirDuties } from './duty-of.ts'
import { tellsEnough } from './duty-parts.ts'
import { baseOfParticiple, baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { baseVerbPhrase, firstWord, isNounHere } from './phrase.ts'
import { shortened, tidy, wordCount } from './phrase-trim.ts'
import { predicateOf, standsAlone, type GrammaticalNumber, type Predicate } from './predicate.ts'
import { plainText } from './words.ts'

/** What a sentence says that somebody does or does not do. */
export interface Statement {
  readonly subject: Subject
  readonly text: string
  readonly isNegated: boolean
}

const noTopics: ReadonlySet<string> = new Set()

/** Asides between a subject and its verb: ", with their expertise in X,", "(QS)", "in a trial". */
const asides: readonly RegExp[] = [
  /^\s+\([^()]{1,60}\)/,
  /^\s*,\s*(?:who|which|that)\b[^,]{2,120},/i,
  /^\s*,[^,]{2,100},/,
  /^\s+(?:in|of|for|within|at|on|from)\s+(?:(?:the|an?|our|this|each)\s+)?(?:[\p{L}’'-]+\s+){0,5}?[\p{L}()’'-]+(?=\s+[\p{Ll}]+)/iu,
]

/** "who have completed the course carry out X": the first verb after the clause that fits the subject's number. */
function afterWho(text: string, number: GrammaticalNumber): string | null {
  const clause = /^\s+(?:who|that)\s+/i.exec(text)
  if (!clause) return null
  const words = text.slice(clause[0].length).split(' ')
  for (let at = 2; at < Math.min(words.length - 1, 14); at += 1) {
    const word = words[at] ?? ''
    const before = words[at - 1] ?? ''
    const fits =
      number === 'singular' ? baseOfThird(word) !== null && !isBaseVerb(word) : isBaseVerb(word)
    const isNoun =
      /^(?:the|an?|to|and|or|of|their|his|her|its|in|on|for|with|by|at|can|may|must|will|shall|should|not|is|are|has|have)$/i.test(
        before,
      )
    if ((fits || /^(?:must|shall|may|can|will|should)$/.test(word)) && !isNoun)
      return words.slice(at).join(' ')
  }
  return null
}

function predicateAfterAsides(text: string, number: GrammaticalNumber) {
  const direct = predicateOf(text, number)
  if (direct !== null) return direct
  const past = afterWho(text, number)
  if (past !== null) return predicateOf(past, number)
  for (const aside of asides) {
    const passed = text.replace(aside, '')
    if (passed === text) continue
    const said = predicateOf(passed, number)
    if (said !== null) return said
  }
  return null
}

/** Adds the condition that a duty stands under; null when that makes it too long to be asked for. */
function under(condition: string | null, duty: string): string | null {
  if (condition === null) return duty
  if (/^(?:when (?:most|it comes)|if you|where you|once upon|as well)\b/i.test(condition))
    return duty
  const lower = condition.charAt(0).toLowerCase() + condition.slice(1)
  const whole = `${duty} ${lower}`
  return wordCount(whole) <= 26 && wordCount(lower) <= 14 ? whole : null
}

/** ", and keeps X": later verbs of a long predicate are duties of their own. */
const joints =
  /(?:[,;]\s+(?:and\s+|then\s+|and then\s+|as well as\s+)?|\s+and\s+(?=(?:must|shall|should|may)\s))(?:(?:also|he|she|they|he or she|it)\s+)?/gi
const modal = /^(?:must|shall|will|should|may|can)\s/

/** Does a later part of a predicate begin with a verb of the subject's own? */
function beginsPart(rest: string, before: string, number: GrammaticalNumber): boolean {
  if (modal.test(rest)) return true
  const word = firstWord(rest)
  const base = number === 'singular' && !isBaseVerb(word) ? baseOfThird(word) : null
  return base !== null && !isNounHere(before, word, base, rest.slice(word.length))
}

function partsOf(predicate: string, number: GrammaticalNumber): string[] {
  const isLong = wordCount(predicate) > 14
  const parts: string[] = []
  let from = 0
  for (const joint of predicate.matchAll(joints)) {
    const at = joint.index + joint[0].length
    const rest = predicate.slice(at)
    const before = predicate.slice(from, joint.index)
    const isOwn = modal.test(rest) || (isLong && wordCount(before) >= 3 && wordCount(rest) >= 3)
    if (!isOwn || !beginsPart(rest, before.split(' ').at(-1) ?? '', number)) continue
    parts.push(before)
    from = at
  }
  return [...parts, predicate.slice(from)]
}

/** What a predicate without its subject tells ("Visits the site, trains the staff and closes the site"). */
export const predicatesIn = (predicate: string, number: GrammaticalNumber): Predicate[] =>
  partsOf(predicate, number).flatMap((part) => predicateAfterAsides(part, number) ?? [])

/** ", ensuring that X is done", "by doing X", "By doing X, they ...": what else a clause tells of a doing. */
const furtherDoings: readonly RegExp[] = [
  /\bby\s+([a-z]+ing\b.*)$/i,
  /,\s*(?:thereby\s+|thus\s+)?([a-z]+ing\b.*)$/i,
]

/** A clause's main duty; where that is hollow, the doing that it names beside it. */
function mainDuty(part: string, clause: Clause, number: GrammaticalNumber): Predicate | null {
  const said = predicateAfterAsides(part, number)
  if (said && (said.isNegated || tellsEnough(said.text, noTopics))) return said
  const led = /^(?:by\s+)?([a-z]+ing\b.*?),?\s*$/i.exec(clause.lead)?.[1]
  const told = furtherDoings.flatMap((pattern) => pattern.exec(part)?.[1] ?? [])
  for (const doing of [...told, ...(led ? [led] : [])]) {
    const phrase = baseVerbPhrase(doing, 'object')
    const text = phrase === null ? null : shortened(phrase)
    if (text !== null && standsAlone(text) && tellsEnough(text, noTopics))
      return { text, isNegated: false }
  }
  return said
}

function fromClause(clause: Clause): Statement[] {
  const number: GrammaticalNumber = clause.isSingular ? 'singular' : 'plural'
  return partsOf(clause.predicate, number).flatMap((part): Statement[] => {
    const said = mainDuty(part, clause, number)
    const text = said ? under(clause.condition, said.text) : null
    return said && text !== null
      ? [{ subject: clause.subject, text, isNegated: said.isNegated }]
      : []
  })
}

/** "It is the gaffer who hires the electricians". */
const cleft =
  /^(?:(?:at|on|by|in|before|after) [^,;.]{2,30} )?(?:it|that) (?:is|was) (?:(?:then|always|usually)\s+)?(?:the\s+|an?\s+)?(.{3,80}?)\s+(?:who|that)\s+([^;]+)/i

function fromCleft(plain: string, words: RoleWords): Statement[] {
  const found = cleft.exec(withoutLead(plain).rest)
  const role = found?.[1] ? words.roleAtStart(found[1]) : null
  const isSame = /^(?:he|she|they)$/i.test(found?.[1] ?? '')
  if (!found?.[2] || (!role && !isSame)) return []
  const subject: Subject = role ? { kind: 'roles', keys: [role.key] } : { kind: 'same' }
  // "who hires them and who sends them home"
  return found[2].split(/,?\s+and\s+(?:(?:he|she|they)\s+)?(?:who|that)\s+/).flatMap((part) =>
    predicatesIn(` ${part}`, 'singular').map(({ text, isNegated }) => ({
      subject,
      text,
      isNegated,
    })),
  )
}

const behindName = /^(?:\s+\([^()]{1,40}\))?,\s+who\s+(?=\p{Ll})([^;]+)$/u

/** "... to the Mate, who keeps the log": what a clause at the end tells of whoever it follows. */
function fromRelative(plain: string, words: RoleWords): Statement[] {
  for (const { 0: determiner, index } of plain.matchAll(/\b(?:the|an?|our)\s+/gi)) {
    const rest = plain.slice(index + determiner.length)
    const role = words.roleAtStart(rest)
    const told = role ? behindName.exec(rest.slice(role.length))?.[1] : undefined
    if (!role || told === undefined) continue
    const subject: Subject = { kind: 'roles', keys: [role.key] }
    return predicatesIn(` ${told}`, 'singular').map((each) => ({ subject, ...each }))
  }
  return []
}

function fromTheirDuty(plain: string, words: RoleWords): Statement[] {
  const told = theirDuties(plain, words)
  return (told?.duties ?? []).map((duty) => ({
    subject: { kind: 'roles', keys: told ? [told.roleKey] : [] },
    ...duty,
  }))
}

/** "X is done by the R": the object and the participle as an active phrase. */
function fromPassive(plain: string, words: RoleWords): Statement[] {
  const { rest: bare } = withoutLead(plain)
  const by = /\s+by\s+(?:the|an?|our|each|every)\s+/gi
  for (const joint of bare.matchAll(by)) {
    const role = words.roleAtStart(bare.slice(joint.index + joint[0].length))
    if (!role) continue
    const before = bare.slice(0, joint.index)
    const verb =
      /^(.{2,90}?)\s+(?:is|are|(?:must|shall|will|should|may|can|has to|have to|need to|needs to) be|gets?)\s+(?:\w+ly\s+|also\s+|always\s+|first\s+)*([a-z]+)\b(.*)$/i.exec(
        before,
      )
    const base = verb?.[2] ? baseOfParticiple(verb[2]) : null
    const object =
      verb?.[1]?.replace(/^(?:[Aa]ll|[Ee]very|[Ee]ach|[Tt]he|[Aa]n?)\b/, (word) =>
        word.toLowerCase(),
      ) ?? ''
    if (
      !verb ||
      base === null ||
      /^(?:it|they|this|these|he|she|which|who)\b|\b(?:when|if|that|which|who)\b/i.test(object)
    )
      continue
    const text = shortened(
      tidy(
        `${base} ${/^\p{Lu}\p{Ll}/u.test(object) && !words.roleAtStart(object) ? object.charAt(0).toLowerCase() + object.slice(1) : object}${verb[3] ?? ''}`,
      ),
    )
    return standsAlone(text)
      ? [{ subject: { kind: 'roles', keys: [role.key] }, text, isNegated: false }]
      : []
  }
  return []
}

const atRole = (text: string, words: RoleWords) =>
  words.roleAtStart(text.replace(/^(?:the|an?|our|each|every)\s+/i, ''))

/** "X rests with the R", "X is the responsibility of the R", "X goes to the R for decision". */
function fromAssignment(plain: string, words: RoleWords): Statement[] {
  const found =
    /^(.{3,140}?)\s+(?:is|are|rests?|lies?|remains?|falls?|goes?|belongs?)\s+(?:\w+ly\s+)?(?:the\s+(?:\w+\s+)?(?:responsibility|job|task|duty|business|concern|work)\s+of|with|to|on(?:\s+the\s+shoulders\s+of)?|for|up to)\s+(.+)$/i.exec(
      plain.replace(/^(?:(?:late|early) [^,]{2,30}, |then |in the end |finally )+/i, ''),
    )
  const role = found?.[2] ? atRole(found[2], words) : null
  if (!found?.[1] || !role) return []
  const bare = found[1].replace(
    /^(?:(?:in|at|within|for|on)\s[^,]{2,90},\s+)?(?:the\s+)?(?:[\w-]+\s+)?(?:responsibility|duty|task|job)\s+(?:of|for)\s+/i,
    '',
  )
  const isDecision = /\bfor (?:a )?(?:decision|approval|sign-off)\b/i.test(found[2] ?? '')
  const told = baseVerbPhrase(bare, 'object')
  const text =
    told ??
    tidy(
      `${isDecision ? 'decide on' : 'take responsibility for'} ${bare.replace(/^(?:The|An?|Any|All|Every|Each)\b/, (word) => word.toLowerCase())}`,
    )
  const short = shortened(text)
  return standsAlone(short)
    ? [{ subject: { kind: 'roles', keys: [role.key] }, text: short, isNegated: false }]
    : []
}

/** Longer ones are no sentences; reading them would take too long. */
const longest = 900

const dutyTerms =
  /\b(?:responsib|dut(?:y|ies)\b|tasks?\b|roles?\b|focus\b|goal\b|job\b|purpose\b|mission\b|expertise\b|vigilance\b|work\b|remit\b|function\b|(?:this|it) (?:also )?(?:involves|includes|entails|means))/i

function readSentence(sentence: string, words: RoleWords): Statement[] {
  const plain = plainText(sentence).replace(/[.!]+$/, '')
  if (plain.length > longest || /\?$/.test(plain)) return []
  const split = clefts.test(plain)
    ? [...fromCleft(plain, words), ...fromTheirDuty(plain, words)]
    : []
  if (split.length > 0) return split
  const told = clausesOf(plain, words).flatMap(fromClause)
  const more = told.length > 0 || !plain.includes(', who ') ? [] : fromRelative(plain, words)
  if (told.length + more.length > 0) return [...told, ...more]
  const passive = [...fromPassive(plain, words), ...fromAssignment(plain, words)].slice(0, 1)
  if (passive.length > 0 || !dutyTerms.test(plain)) return passive
  const duty = fromDutyNoun(plain)
  const text = duty === null ? null : shortened(duty)
  return text !== null && standsAlone(text)
    ? [{ subject: ownerIn(plain, words), text, isNegated: false }]
    : []
}

/** "it is ...", "it shall be ...": sentences that may say whose duty something is behind an empty subject. */
const clefts = /\b(?:it|that)\s+(?:is|was|shall|will)\b/i

/** What sentences say, by the words they are read with: many are asked for more than once. */
const readings = new WeakMap<RoleWords, Map<string, readonly Statement[]>>()

/** What a sentence says of somebody's duties, each as a verb phrase in base form. */
export function statementsIn(sentence: string, words: RoleWords): readonly Statement[] {
  const known = readings.get(words) ?? new Map<string, readonly Statement[]>()
  readings.set(words, known)
  const statements = known.get(sentence) ?? readSentence(sentence, words)
  known.set(sentence, statements)
  return statements
}
