import { taggedDuty, type TaggedWord } from '#domain/roles/language.ts'
import {
  looksLikePerson,
  singularGroupNoun,
  singularRoleNoun,
} from '#domain/roles/lexicon/role-nouns.ts'
import { nounVerbs } from '#domain/roles/lexicon/noun-verbs.ts'
import { isBaseVerb, thirdPerson } from '#domain/roles/lexicon/verbs.ts'
import type { Fact } from '#domain/roles/model.ts'
import { remembered } from '#domain/roles/remembered.ts'
import { capital } from '#domain/roles/words.ts'
import type { Role } from './rolegen.ts'

/** The verbs that a duty begins with, and what follows: "build, test | ship X" has three. */
export interface VerbRow {
  readonly verbs: readonly string[]
  /** The row as written: "build, test and ship". */
  readonly head: string
  readonly rest: string
}

/** Verbs in a row right at the start of a base-form duty; null when it does not begin with a known verb. */
export const verbRow = remembered((duty): VerbRow | null => {
  const first = /^[\p{L}-]+/u.exec(duty)?.[0]
  if (!first) return null
  const row = /^(?:[a-z-]+)(?:,\s+[a-z-]+)*,?\s+(?:and|or)\s+[a-z-]+(?=\s)/.exec(duty)?.[0]
  const words = (row ?? '').match(/[a-z-]+/g)?.filter((word) => word !== 'and' && word !== 'or')
  if (row !== undefined && words && words.length > 1 && words.every(isBaseVerb)) {
    return { verbs: words, head: row, rest: duty.slice(row.length).trim() }
  }
  return { verbs: [first], head: first, rest: duty.slice(first.length).trim() }
})

const subordinate =
  /\b(?:to|that|which|who|whom|whose|can|could|will|would|may|might|must|should|so|how|whether|if|when|whenever|where|while|as|before|after|until|by|than)\b/i

/** What only a verb is followed by: "judge whether ...", "send it". */
const clauseOpeners =
  /^(?:whether|that|what|when|how|why|where|who|which|if|it|them|him|her|up|out|down|off)$/i

const nextOf = (words: readonly TaggedWord[], word: TaggedWord) => words[words.indexOf(word) + 1]

/** Words that open a phrase or a clause and are never a verb: the language model need not be asked. */
const neverVerbs: ReadonlySet<string> = new Set(
  `the a an at in on by for to from with within without into onto of as so when whenever while where if until unless
  because before after during than that which who whom whose their its his her this these those they it not`.split(
    /\s+/,
  ),
)

/** A further main verb of a duty: "choose the dishes and | train | the cooks". */
interface LaterVerb {
  readonly word: string
  readonly at: number
  /** Behind "to", "that" and the like it belongs to a clause of its own and keeps its form. */
  readonly isInner: boolean
  /** The language model and the words around it agree that it is a verb. */
  readonly isSure: boolean
}

/** Verbs after "and", "or" or a comma, behind the row that a duty begins with. */
export const laterVerbs = remembered((duty): readonly LaterVerb[] => {
  const row = verbRow(duty)
  if (!row) return []
  const offset = duty.length - row.rest.length
  const joined =
    /(?:,(?:\s+(?:and|or|but))?|\band|\bor|\bbut)\s+(?:\w+ly\s+|then\s+|also\s+)?([a-z]+(?:-[a-z]+)?)\b/g
  return [...row.rest.matchAll(joined)].flatMap((match): LaterVerb[] => {
    const word = match[1] ?? ''
    const at = offset + match.index + match[0].length - word.length
    if (neverVerbs.has(word)) return []
    const isKnown = isBaseVerb(word)
    if (!isKnown && /(?:ed|ing|s)$/.test(word)) return []
    const words = taggedDuty(duty)
    const tagged = words.find((each) => each.start === at)
    const next = tagged ? nextOf(words, tagged) : undefined
    // "Lead drills: man overboard, fire, abandon ship": an item of a list behind a colon keeps its form too.
    const isInner =
      /[:;]/.test(duty.slice(0, at)) || subordinate.test(duty.slice(row.head.length, at))
    // A verb that the lexicon does not know is no reason to inflect, but one to be careful.
    if (!isKnown)
      return word === 'be' || tagged?.pos === 'VERB' ? [{ word, at, isInner, isSure: false }] : []
    const opensObject = next?.pos === 'DET' || next?.pos === 'PRON'
    const mayTakeObject = opensObject || /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next?.pos ?? '')
    const isNoun = tagged?.pos === 'NOUN' || tagged?.pos === 'ADJ' || tagged?.pos === 'PROPN'
    const mayBeNoun = nounVerbs.has(word)
    if (mayBeNoun && next?.text === 'of') return []
    const opensClause = opensObject || (next !== undefined && clauseOpeners.test(next.text))
    // "and hand finished work": a participle may be the object's first word.
    const mayOpenObject = next?.pos === 'VERB' && /(?:ed|ing)$/.test(next.text)
    // "load" in "firewalls and load balancers" may be either: not sure; at the end of a phrase it is a noun.
    if (isNoun && mayBeNoun && !mayTakeObject && !opensClause && !mayOpenObject) return []
    // "Rust and mould without harm": known as a verb only, but it stands like a noun.
    const standsLikeNoun = isNoun && !mayTakeObject && !mayOpenObject
    const isSure =
      opensClause || (!mayBeNoun && !standsLikeNoun) || (tagged?.pos === 'VERB' && mayTakeObject)
    return [{ word, at, isInner, isSure }]
  })
})

/** A rule that somebody keeps to, not a habit: "wear a hat", "leave pens outside". */
const isRule = (duty: string): boolean =>
  /^(?:wear|refrain|abstain|avoid|arrive|switch off|stay (?:out|off|away|behind|clear))\b/.test(
    duty,
  ) || /^leave (?!to\b|for\b)\S.* (?:in|at|outside|behind|with|by|on)\b/.test(duty)

/** A count noun that may be a verb, behind a thing: "count the votes and report". */
const opensEnd =
  /(?:s|people|men|women|staff)\s+and\s+(?:report|call|stop|leave|wait|help|reply|decide|sign|rest|answer|listen)$/

/**
 * A base-form duty as what somebody does: "builds X and tests Y". Null where a later verb cannot be told from
 * a noun, or hangs on a clause of its own: no guessing.
 */
export const asThirdPerson = remembered((duty): string | null => {
  const row = verbRow(duty)
  if (!row) return null
  if (isRule(duty)) return `has to ${duty}`
  // "fine-tunes" reads badly where only one part is a verb.
  if (row.verbs.some((verb) => verb.includes('-') || !isBaseVerb(verb))) return null
  if (opensEnd.test(duty)) return null
  const later = laterVerbs(duty)
  if (later.some((verb) => verb.isInner || !verb.isSure)) return null
  const head = row.head.replace(/[a-z-]+/g, (word) =>
    word === 'and' || word === 'or' ? word : thirdPerson(word),
  )
  let text = head
  let from = row.head.length
  for (const { word, at } of later) {
    text += duty.slice(from, at) + thirdPerson(word)
    from = at + word.length
  }
  return text + duty.slice(from)
})

/** "Which role builds X?", or, where no form is safe, "Whose responsibility is it to build X?". */
export function askWhose(duty: string): string {
  const finite = asThirdPerson(duty)
  return finite === null ? `Whose responsibility is it to ${duty}?` : `Which role ${finite}?`
}

const areas =
  /^(?:finance|marketing|sales|hr|it|legal|operations|engineering|design|facilities|logistics|procurement|platform|programme|production|housekeeping|reception|security|support|communications|admin|administration|accounts|payroll)$/i

/** "Front of House" or "Finance & Admin" is an area of work, spoken of without an article. */
function isArea(name: string): boolean {
  const last = /([\p{L}’'-]+)\W*$/u.exec(name)?.[1] ?? ''
  const first = /^[\p{L}’'-]+/u.exec(name)?.[0] ?? ''
  const isSomebody = [first, last].some(
    (word) =>
      singularRoleNoun(word) !== null || singularGroupNoun(word) !== null || looksLikePerson(word),
  )
  return areas.test(name) || (!isSomebody && /\s/.test(name))
}

const withArticle = remembered((name): string =>
  /^(?:every(?:one|body)|all\b|any(?:one|body)|each\b)/i.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : isArea(name)
      ? name
      : `the ${name}`,
)

/** A role as the subject of a sentence: "the Head Baker", but "everyone". */
export const the = ({ name }: Pick<Role, 'name'>): string => withArticle(name)

/** Several people under one name: "All employees", "Members". */
const isPlural = ({ name }: Pick<Role, 'name'>): boolean =>
  /^all\b/i.test(name) || /(?:[^aisu]s|[aeo]es)$/i.test(name.split(/\s+(?:of|for|in)\s+/)[0] ?? '')

/** "does the Head Baker", "do all employees": how a question about what a role does goes on. */
export const does = (role: Pick<Role, 'name'>): string =>
  `${isPlural(role) ? 'do' : 'does'} ${the(role)}`

/** A duty as words of its own ("cash handling") or as what to do ("count the cash"). */
type Duty = Pick<Fact, 'text' | 'form'>

/** "the Bailiff serves summonses": what a role does, as a clause; the base form behind "has to" where no other is safe. */
export function clauseOf(role: Pick<Role, 'name'>, { text, form }: Duty): string {
  if (form === 'clause') return `“${text}” is listed for ${the(role)}`
  if (isPlural(role)) return `${the(role)} have to ${text}`
  return `${the(role)} ${asThirdPerson(text) ?? `has to ${text}`}`
}

/** The same as a whole sentence. */
export const sentenceOf = (role: Pick<Role, 'name'>, duty: Duty): string =>
  `${capital(clauseOf(role, duty))}.`
