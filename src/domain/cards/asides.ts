import { singularRoleNoun } from '#domain/roles/lexicon/role-nouns.ts'
import {
  baseOfGerund,
  baseOfParticiple,
  baseOfThird,
  isBaseVerb,
} from '#domain/roles/lexicon/verbs.ts'
import { contentOf } from '#domain/roles/words.ts'
import { withoutOpenEnd } from './telling.ts'
import { laterVerbs } from './wording.ts'

/** A remark between brackets to those who read it, or a joke: "(yes, all of them)", "(somebody has to)", "(or three)". */
const remark =
  /\s*\((?=[^()]*(?:\b(?:I|me|my|we|us|our|you|your|yes|no|not|please|so|see|ask|may|this|his|her|though|often|sometimes|mostly|usually|hopefully|alas|sadly|somebody|someone|has to|have to|don[’']t|never|always)\b|[?!])|or (?:two|three|four|more)\b)[^()]*\)/gi

/** What a duty can be told without: "as well" refers to the one before, a second sentence or clause to itself. */
const loose =
  /(?:,?\s+(?:as well|too|also|please)|\s+(?:[—–-]|--+)\s+(?:(?:as|like|if|and|but) (?:we|you|I|it|they)\b|(?:they|it|he|she|we|you|I|this|that|these|there|nobody|somebody|someone|not|never|usually|often|sometimes|mostly|ideally|hopefully|preferably|please|yes)\b).*|,?\s+or (?:it|they|you|else|who \w+ who)\b.*)$/i

/** "Look after nine stations and have a car": what somebody has or is stands beside the deed, not in it. */
const state =
  /,?\s+and\s+(?:have|own|need|be|know|like)\s+((?:an?|the|their own|no)\s+[\p{L}-]+(?:\s+[\p{L}-]+)?)$/iu

/** "Has the car washed" is a deed, by the participle at its end; "has a car" is none. */
function withoutState(duty: string): string {
  const found = state.exec(duty)
  const last = /[\p{L}-]+$/u.exec(found?.[1] ?? '')?.[0] ?? ''
  const before = duty.slice(0, found?.index)
  return found && baseOfParticiple(last) === null && contentOf(before).size >= 2 ? before : duty
}

/** The first of several clauses ("keep to the list; if a name is missing, add it"), where it says enough alone. */
function firstClause(duty: string): string {
  const first = /^[^;,]*?(?=;\s|(?<=\p{L}{3})[.!?]+\s+\p{Ll})/u.exec(duty)?.[0]
  return first !== undefined && contentOf(first).size >= 2 ? first : duty
}

/** "Play a critical part in ensuring that ...": what is done without the praise. */
function withoutPraise(duty: string): string {
  const [praise, gerund = ''] =
    /^(?:play|take|have) an? (?:[\w-]+ )?(?:part|role) in (\w+ing)\b/.exec(duty) ?? []
  const verb = baseOfGerund(gerund)
  return praise === undefined || verb === null ? duty : verb + duty.slice(praise.length)
}

/** "Hand out the forms, submit requests" as "hand out the forms and submit requests". */
function joined(duty: string): string {
  const last = laterVerbs(duty).at(-1)
  if (!last?.isSure || last.isInner) return duty
  const before = duty.slice(0, last.at)
  return before.endsWith(', ') && !/,|\b(?:and|or)\b/.test(duty.slice(last.at))
    ? `${before.slice(0, -2)} and ${duty.slice(last.at)}`
    : duty
}

/** "Build the site, automated checks, and decide on levels": a thing among deeds is left out. */
const withoutThing = (duty: string): string =>
  duty.replace(
    /, [a-z]+ed (?:[a-z]+ ){1,2}[a-z]+, (and|or) ([a-z]+)\b/,
    (whole, joint: string, verb: string) => (isBaseVerb(verb) ? ` ${joint} ${verb}` : whole),
  )

/** "Pour, smells, tastes and decide": verbs right behind the first have its form. */
const aligned = (duty: string): string =>
  duty.replace(/^([a-z]+)((?:, [a-z]+s)+)(?=,? and )/, (whole, first: string, row: string) => {
    const words = row.slice(2).split(', ')
    return words.some((word) => baseOfThird(word) !== null)
      ? [first, ...words.map((word) => baseOfThird(word) ?? word.slice(0, -1))].join(', ')
      : whole
  })

/** "Supervise a trainee, once you have ...": told of the doer, "they" would be the trainee. */
const namesAnother = (before: string): boolean =>
  before.split(/[^\p{L}’'-]+/u).some((word) => singularRoleNoun(word) !== null)

/** Said to or by those who do it ("wash your hands", "our customers"), told of them; without remarks and states. */
export function fromOutside(duty: string): string {
  const bare = firstClause(
    withoutPraise(duty).replace(remark, '').replace(loose, '').replace(/!+$/, ''),
  )
  return joined(aligned(withoutThing(withoutOpenEnd(withoutState(bare)))))
    .replace(/\b(?:our|your) own\b/g, 'their own')
    .replace(/\bour\b/g, 'the')
    .replace(/\byour\b/g, 'their')
    .replace(
      /\b(that|what|when|if|where|before|after|until|once) you\b/g,
      (whole, link: string, at: number, all: string) =>
        namesAnother(all.slice(0, at)) ? whole : `${link} they`,
    )
    .replace(/\b(for|in|of|on|with|from) own\b/g, '$1 their own')
}
