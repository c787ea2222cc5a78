import { taggedDuty, type TaggedWord } from '#domain/roles/language.ts'
import { abstractStems } from '#domain/roles/lexicon/abstract-words.ts'
import {
  looksLikePerson,
  singularGroupNoun,
  singularRoleNoun,
} from '#domain/roles/lexicon/role-nouns.ts'
import type { Fact } from '#domain/roles/model.ts'
import { capital, contentOf } from '#domain/roles/words.ts'
import { laterVerbs, verbRow } from '../wording.ts'
import { figure } from './gaps.ts'

/** Verbs that name a piece of work so plainly that their object makes a question ("What does the R approve?"). */
const plainVerbs = new Set(
  `administer allocate analyze analyse annotate appoint approve archive arrange assemble assess assign audit authorize award book brief budget
  calculate calibrate catalog catalogue certify check choose classify clean clear code collect compare compile compose configure
  confirm convert count curate decommission define deploy design dispatch dispense dispose distribute document draft draw edit
  encrypt enforce enter escalate estimate examine experiment feed file fill filter forecast fit grade hire inspect install interview inventory
  invoice label launch license load log map mark measure mediate merge migrate model moderate monitor negotiate notify
  order pack package patch pay photograph plan prepare prescribe price process procure program publish purchase rank record recruit register
  reject remove repair replace report restock restore retain retire retrieve review revise rotate route sample schedule screen
  select sell sign solicit sort specify staff stock store submit survey tag test track train transcribe translate transport treat tune update
  vaccinate validate verify vet wash weigh write`.split(/\s+/),
)

/** How often the role is said to do what the verb says. */
interface Doings {
  /** No other duty of the role begins with it. */
  readonly isOnlyVerb: boolean
  /** No other duty of the role holds it at all: "set the plan" answers "What does the R plan?" too. */
  readonly isOnlyMention: boolean
}

const isThing = ({ pos }: TaggedWord) => pos === 'NOUN' || pos === 'PROPN'
const opensPhrase = ({ text, pos }: TaggedWord) =>
  pos === 'ADP' && !/^(?:of|per|than|like)$/i.test(text)

/** How many words the object has: up to a preposition that is not "of"; null when something else ends it first. */
function objectSize(words: readonly TaggedWord[]): number | null {
  for (const [index, word] of words.entries()) {
    if (opensPhrase(word)) return index
    if (/^(?:PRON|SCONJ|VERB|AUX|PART|ADV|PUNCT)$/.test(word.pos)) return null
  }
  return null
}

/** "Only when", "as": what the object alone would leave out. */
const isBroken = (words: readonly TaggedWord[]) =>
  words.some(
    ({ text, pos }) => pos === 'ADV' || /^(?:as|if|when|while|unless|until|because)$/i.test(text),
  )

/** "With what does the R label every tub?": of each of many not the object is asked for. */
function withQuestion(text: string, role: string, head: string) {
  const parts = /^((?:each|every|all) [^,]{3,40}?) (with (?:the|an?) [^,]{5,60})$/i.exec(text)
  const [, object, rest] = parts ?? []
  return object === undefined || rest === undefined
    ? null
    : { prompt: `With what ${role} ${head} ${object}?`, answer: capital(rest) }
}

const isPerson = (word: string): boolean =>
  /^(?:staff|people|applicants?|assistants?|pupils?|children|colleagues?|starters?)$/i.test(word) ||
  singularRoleNoun(word) !== null ||
  singularGroupNoun(word) !== null ||
  looksLikePerson(word)

const count = new RegExp(
  `^(?:(?:at least|up to|about) )?((?:one (?:or|to) )?${figure}(?: (?:or|to) ${figure})?) (?!(?:hundred|thousand|million|billion|dozen)\\b)(\\p{L}[\\p{L} -]{2,40}?)(?: ((?:to|in|on|at|with|for|from|each|every|after|before|by|during|per|until|within|against) .{3,60}))?$`,
  'u',
)

/** "How many volunteers does the R supervise on Wednesdays?" */
function countQuestion(text: string, role: string, head: string) {
  const [, number, things, rest] = count.exec(text) ?? []
  return number === undefined || things === undefined || !/s$/.test(things)
    ? null
    : {
        prompt: `How many ${things} ${role} ${head}${rest === undefined ? '' : ` ${rest}`}?`,
        answer: capital(number),
      }
}

/**
 * "What does the R send to the court?": the object of a verb, with what follows it in the question, so that it has one
 * answer. Without anything to narrow it the question is asked only where no other duty of the role holds the verb.
 */
export function objectQuestion(
  { text }: Fact,
  role: string,
  { isOnlyVerb, isOnlyMention }: Doings,
): { prompt: string; answer: string } | null {
  const row = verbRow(text)
  if (!row || laterVerbs(text).length > 0 || /[;:!?—–]|\. /.test(text)) return null
  const counted = countQuestion(row.rest, role, row.head)
  if (counted) return counted
  if (!isOnlyVerb || !row.verbs.every((verb) => plainVerbs.has(verb))) return null
  const words = taggedDuty(text).filter((word) => word.start > row.head.length)
  const [first] = words
  if (!first || !/^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(first.pos)) return null
  const means = withQuestion(row.rest, role, row.head)
  if (means) return means
  if (/^(?:own|no|each|every|any|its|their|what|whatever)$/i.test(first.text)) return null
  const cut = objectSize(words)
  // "Prepare proposals for amendment": behind the verb alone "for" would say something else.
  const isTorn = /^for (?!(?:the|an?|each|every|all|any|new|their)\b)/i.test(
    text.slice(words[cut ?? 0]?.start),
  )
  const size = isTorn ? null : cut
  const object = size === null ? words : words.slice(0, size)
  const last = object.at(-1)
  const answer = text.slice(first.start, last?.end).trim()
  const content = [...contentOf(answer)]
  if (content.length === 0 || content.every((stem) => abstractStems.has(stem))) return null
  if (size === null) {
    const count = row.rest.split(' ').length
    if (
      !isOnlyMention ||
      isBroken(words) ||
      count < 3 ||
      count > 14 ||
      contentOf(row.rest).size < 3
    )
      return null
    return { prompt: `What ${role} ${row.head}?`, answer: capital(row.rest) }
  }
  if (!last || !isThing(last)) return null
  const rest = text.slice(last.end).trim()
  if (contentOf(rest).size === 0 || rest.split(' ').length > 12) return null
  const isPeople = isPerson(last.text) && object.every(({ pos }) => pos !== 'CCONJ')
  const asked = isPeople ? 'Whom' : 'What'
  return { prompt: `${asked} ${role} ${row.head} ${rest}?`, answer: capital(answer) }
}
