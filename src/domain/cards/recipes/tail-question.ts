import { taggedDuty } from '#domain/roles/language.ts'
import { abstractStems } from '#domain/roles/lexicon/abstract-words.ts'
import { isBaseVerb } from '#domain/roles/lexicon/verbs.ts'
import type { Fact } from '#domain/roles/model.ts'
import { capital, contentOf, wordsOf } from '#domain/roles/words.ts'
import { laterVerbs, type VerbRow, verbRow } from '../wording.ts'

const telling = new Set(
  'tell inform notify advise remind ask explain decide say show know agree'.split(' '),
)

/** A duty cut in two: what is asked with, and what is asked for. */
interface Split {
  readonly row: VerbRow
  readonly topic: string
  readonly rest: string
}

const span =
  '(?:\\w+|\\d+)\\s+(?:minutes?|hours?|days?|weeks?|months?|quarters?|years?|working days?)'
const often =
  /\b(?:daily|weekly|monthly|quarterly|annually|yearly|hourly|nightly|once an? \w+|twice an? \w+|(?:every|each) (?:(?!single)\w+ )?(?:day|night|morning|evening|week|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|shift))$/i

/** What a rest answers, by how it begins; the first that fits. */
const questions: readonly (readonly [RegExp, (does: string) => string])[] = [
  [new RegExp(`^within ${span}$`, 'i'), (does) => `Within what time ${does}?`],
  [/^(?:to|so that)\s/i, (does) => `For what purpose ${does}?`],
  [/^by\s+\w+ing\b/i, (does) => `How ${does}?`],
  [/^(?:only )?if\s/i, (does) => `In which case ${does}?`],
  [/^until\s/i, (does) => `Until when ${does}?`],
  [
    new RegExp(
      `^(?:(?:${span} )?(?:before|after)|(?:only )?when|whenever|while|as soon as|at the end of)\\s`,
      'i',
    ),
    (does) => `When ${does}?`,
  ],
]
/** "thirty minutes before" is one: the time is not part of what is done. */
const cut = new RegExp(
  `\\s(?=(?:to|so that|by|(?:${span} )?(?:before|after)|until|only when|only if|when|whenever|if|while|as soon as|at the end of|within)\\s)`,
  'gi',
)

/** A topic ends with a thing, not in the middle: no participle, no preposition, no second verb. */
function isWhole(duty: string, row: VerbRow, topic: string): boolean {
  const from = row.head.length + 1
  const words = taggedDuty(duty).filter(
    (word) => word.start >= from && word.end <= from + topic.length,
  )
  const last = words.at(-1)
  // "The right to complain" is one thing.
  if (
    /\b(?:right|ability|need|decision|permission|duty|plan|attempt|chance|opportunity|power|authority|time|way|request|offer|order|intention|reason)s?$/i.test(
      topic,
    )
  )
    return false
  const endsWithThing =
    last !== undefined &&
    /^(?:NOUN|PROPN|NUM|PRON)$/.test(last.pos) &&
    !/(?:ed|ing)$/.test(last.text)
  return endsWithThing && laterVerbs(`${row.head} ${topic}`).length === 0
}

/** Verbs behind which "to" tells what somebody else does: "encourage pupils to queue". */
const moving = new Set(
  'encourage ask allow help enable invite urge require instruct remind teach train persuade permit'.split(
    ' ',
  ),
)

/** A topic of abstract words alone ("measures") leaves open which case is meant; "and another one" is a second answer. */
const isWorthAsking = ({ topic, rest }: Split) =>
  contentOf(rest).size >= 2 &&
  [...contentOf(topic)].some((stem) => !abstractStems.has(stem)) &&
  wordsOf(rest).length >= 3 &&
  !/\band (?:another|again|one|nobody|no one|everybody|it|they|there)\b/i.test(rest)

/** "For what purpose / how / when / how often does the R do X?" */
export function tailQuestion(fact: Fact, role: string): { prompt: string; answer: string } | null {
  const row = verbRow(fact.text)
  if (!row || row.rest.split(' ').length > 24) return null
  const does = (topic: string) => `${role} ${row.head} ${topic}`
  const regular = often.exec(row.rest)
  if (regular) {
    const topic = row.rest.slice(0, regular.index).trim()
    if (
      topic !== '' &&
      !/[;.!?]/.test(topic) &&
      isWhole(fact.text, row, topic) &&
      contentOf(topic).size >= 1
    )
      return { prompt: `How often ${does(topic)}?`, answer: capital(regular[0]) }
  }
  for (const match of row.rest.matchAll(cut)) {
    const topic = row.rest.slice(0, match.index).replace(/[,;]$/, '').trim()
    const rest = row.rest.slice(match.index).trim()
    const asked = questions.find(([pattern]) => pattern.test(rest))
    if (!asked || topic === '' || topic.split(' ').length > 9) continue
    const isTime = /^within\b/i.test(rest)
    if (/[;.!?]/.test(topic) || (!isTime && !isWorthAsking({ row, topic, rest }))) continue
    // "…, and optimize X" behind the cut would be a second duty in the answer.
    const opensOwnList = /^(?:to|by)\s/i.test(rest)
    if (!opensOwnList && laterVerbs(fact.text).length > 0) continue
    // "tell the team when …": what is told stands behind.
    if (!opensOwnList && row.verbs.some((verb) => telling.has(verb))) continue
    if (/^to\b/i.test(rest) && !isPurpose(fact.text, row, topic)) continue
    if (!isWhole(fact.text, row, topic)) continue
    if (/^to\b/i.test(rest) && row.verbs.some((verb) => moving.has(verb)))
      return { prompt: `What ${does(topic)} to do?`, answer: capital(rest.slice(3)) }
    return { prompt: asked[1](does(topic)), answer: capital(rest) }
  }
  return null
}

/** "to" before a verb tells a purpose; before a thing a direction ("bring bread back to the bakery"). */
function isPurpose(duty: string, row: VerbRow, topic: string): boolean {
  const from = row.head.length + 1 + topic.length
  const words = taggedDuty(duty).filter((word) => word.start >= from)
  const at = words.findIndex((word) => word.text.toLowerCase() === 'to')
  // "To affected customers", "to lost property": the model takes a participle for what is to be done.
  const next = words[at + 1]?.pos === 'ADV' ? words[at + 2] : words[at + 1]
  return words[at]?.pos === 'PART' && next !== undefined && isBaseVerb(next.text)
}
