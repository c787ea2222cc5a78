import { taggedDuty } from '#domain/roles/language.ts'
import type { Fact } from '#domain/roles/model.ts'
import { capital, contentOf, stemsOf, wordsOf } from '#domain/roles/words.ts'
import type { CardDraft, RecipeParts } from '../draft.ts'
import { does, laterVerbs, sentenceOf, type VerbRow, verbRow } from '../wording.ts'
import { withRole } from './options.ts'

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
  /\b(?:daily|weekly|monthly|quarterly|annually|yearly|hourly|nightly|once an? \w+|twice an? \w+|(?:every|each) (?:\w+ )?(?:day|night|morning|evening|week|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|shift))$/i

/** What a rest answers, by how it begins; the first that fits. */
const questions: readonly (readonly [RegExp, (does: string) => string])[] = [
  [new RegExp(`^within ${span}$`, 'i'), (does) => `Within what time ${does}?`],
  [/^(?:to|so that)\s/i, (does) => `For what purpose ${does}?`],
  [/^by\s+\w+ing\b/i, (does) => `How ${does}?`],
  [
    new RegExp(
      `^(?:(?:${span} )?(?:before|after)|until|when|whenever|if|while|as soon as|at the end of)\\s`,
      'i',
    ),
    (does) => `When ${does}?`,
  ],
]
/** "thirty minutes before" is one: the time is not part of what is done. */
const cut = new RegExp(
  `\\s(?=(?:to|so that|by|(?:${span} )?(?:before|after)|until|when|whenever|if|while|as soon as|at the end of|within)\\s)`,
  'gi',
)

const leaks = (prompt: string, answer: string) => {
  const asked = new Set(stemsOf(prompt))
  const told = new Set(stemsOf(answer))
  return told.size === 0 || told.intersection(asked).size / told.size >= 0.45
}

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

const isWorthAsking = ({ topic, rest }: Split) =>
  contentOf(rest).size >= 2 && contentOf(topic).size >= 1 && wordsOf(rest).length >= 3

/** "For what purpose / how / when / how often does the R do X?" */
function fromTail(fact: Fact, role: string): { prompt: string; answer: string } | null {
  const row = verbRow(fact.text)
  if (!row || row.rest.split(' ').length > 24) return null
  const does = (topic: string) => `${role} ${row.head} ${topic}`
  const regular = often.exec(row.rest)
  if (regular) {
    const topic = row.rest.slice(0, regular.index).trim()
    if (topic !== '' && isWhole(fact.text, row, topic) && contentOf(topic).size >= 1)
      return { prompt: `How often ${does(topic)}?`, answer: capital(regular[0]) }
  }
  for (const match of row.rest.matchAll(cut)) {
    const topic = row.rest.slice(0, match.index).replace(/[,;]$/, '').trim()
    const rest = row.rest.slice(match.index).trim()
    const asked = questions.find(([pattern]) => pattern.test(rest))
    if (!asked || topic === '' || topic.split(' ').length > 9) continue
    const isTime = /^within\b/i.test(rest)
    if (!isTime && !isWorthAsking({ row, topic, rest })) continue
    // "…, and optimize X" behind the cut would be a second duty in the answer.
    const opensOwnList = /^(?:to|by)\s/i.test(rest)
    if (!opensOwnList && laterVerbs(fact.text).length > 0) continue
    // "tell the team when …": what is told stands behind.
    if (!opensOwnList && row.verbs.some((verb) => telling.has(verb))) continue
    if (/^to\b/i.test(rest) && !isPurpose(fact.text, row, topic)) continue
    if (!isWhole(fact.text, row, topic)) continue
    return { prompt: asked[1](does(topic)), answer: capital(rest) }
  }
  return null
}

/** "to" before a verb tells a purpose; before a thing a direction ("bring bread back to the bakery"). */
function isPurpose(duty: string, row: VerbRow, topic: string): boolean {
  const from = row.head.length + 1 + topic.length
  const words = taggedDuty(duty).filter((word) => word.start >= from)
  const at = words.findIndex((word) => word.text.toLowerCase() === 'to')
  return words[at]?.pos === 'PART' && /^(?:VERB|AUX)$/.test(words[at + 1]?.pos ?? '')
}

/** "What does the R reject?": the object of a verb that the role has once only. */
function fromObject(fact: Fact, role: string, isOwnVerb: boolean) {
  const row = verbRow(fact.text)
  if (!row || !isOwnVerb || !row.verbs.every((verb) => plainVerbs.has(verb))) return null
  if (laterVerbs(fact.text).some((verb) => !verb.isInner)) return null
  const words = taggedDuty(fact.text).filter((word) => word.start > row.head.length)
  const opens = words[0]?.pos ?? ''
  const isObject = /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(opens)
  const size = row.rest.split(' ').length
  if (!isObject || size < 3 || size > 14 || contentOf(row.rest).size < 3) return null
  return { prompt: `What ${role} ${row.head}?`, answer: capital(row.rest) }
}

/** The role stands in the question, so that duties which several roles share are safe. */
export function roleDoes({ model, roleOf }: RecipeParts): CardDraft[] {
  const verbCount = new Map<string, number>()
  const verbKey = (fact: Fact, verb: string) => `${fact.role}/${stemsOf(verb)[0] ?? verb}`
  for (const fact of model.facts) {
    for (const verb of verbRow(fact.text)?.verbs ?? []) {
      verbCount.set(verbKey(fact, verb), (verbCount.get(verbKey(fact, verb)) ?? 0) + 1)
    }
  }
  return model.facts.flatMap((fact): CardDraft[] => {
    const role = roleOf(fact.role)
    if (!role || fact.form !== 'phrase') return []
    const isOwnVerb = (verbRow(fact.text)?.verbs ?? []).every(
      (verb) => verbCount.get(verbKey(fact, verb)) === 1,
    )
    const tail = fromTail(fact, does(role))
    const draft = tail ?? fromObject(fact, does(role), isOwnVerb)
    if (!draft || leaks(draft.prompt, draft.answer)) return []
    return [
      {
        recipe: 'role-does.basic',
        type: 'basic',
        ...draft,
        explanation: sentenceOf(role, fact),
        target: [fact.id],
        role: fact.role,
        prov: withRole(fact, role),
        bloom: 'understand',
        score: tail ? 0.82 : 0.74,
      },
    ]
  })
}
