import { rankWords } from '#domain/roles/lexicon/role-nouns.ts'
import type { Fact, RoleModel } from '#domain/roles/model.ts'
import { contentOf, sharedCount, wordsOf } from '#domain/roles/words.ts'
import type { Role } from './rolegen.ts'
import { fieldsOfDuty, fieldsOfRole, namesOf } from './affinity.ts'

/** Knows for which roles a duty might be true, by everything that the document says. */
export interface TruthIndex {
  /** Could `role` have this duty as well, by the text, by the field of work or by rank? */
  mayHave(role: string, fact: Fact): boolean
  /**
   * A lower step of one ladder than the duty's, and nothing of the kind is said of it: what is asked of the higher step
   * is not asked of it, although the other way round it may be.
   */
  isBelow(role: string, fact: Fact): boolean
  /** The same by the text alone. */
  saysOf(role: string, fact: Fact): boolean
  contentOfFact(fact: Fact): ReadonlySet<string>
  /** How much of a duty's content stands in what a role does, 0..1: more makes a wrong option plausible. */
  kinship(role: string, fact: Fact): number
}

/** A duty or a passage of a role, by its content stems. */
interface Statement {
  readonly role: string
  readonly weight: number
  readonly size: number
  readonly isFact: boolean
  readonly fact: string | null
}

/** Words that most roles of a document share say nothing about any one of them. */
function topicWords(model: RoleModel, contents: readonly ReadonlySet<string>[]): Set<string> {
  const roles = new Map<string, Set<string>>()
  for (const [index, content] of contents.entries()) {
    const role = model.facts[index]?.role ?? ''
    for (const word of content) roles.set(word, (roles.get(word) ?? new Set()).add(role))
  }
  const many = Math.max(5, model.roles.length * 0.5)
  return new Set([...roles].filter(([, own]) => own.size >= many).map(([word]) => word))
}

const isLevel = (role: Role): boolean =>
  [role.name, ...role.aliases].some((name) => /^(?:\p{Lu}{1,3}\d{1,2}\b|level \d)/iu.test(name))

/** The step of a ladder that a role is: "L2" or "level 2". */
function levelOf(role: Role): number | null {
  for (const name of [role.name, ...role.aliases]) {
    const step = /^(?:\p{Lu}{1,3}|level )(\d{1,2})\b/iu.exec(name)?.[1]
    if (step !== undefined) return Number(step)
  }
  return null
}

/** "Senior Analyst" and "Analyst", or two levels of one ladder: one may do what the other does. */
interface Rank {
  readonly isLevel: boolean
  readonly level: number | null
  readonly bareName: string
}

const rankOf = (role: Role): Rank => ({
  isLevel: isLevel(role),
  level: levelOf(role),
  bareName: wordsOf(role.name)
    .filter((word) => !rankWords.has(word) && !/^(?:i{1,3}|iv|v|l?\d{1,2}|level|sous)$/.test(word))
    .join(' '),
})

const factText = (fact: Fact) => `${fact.title ?? ''} ${fact.text}`

/**
 * Prepares an index from stems to what is said of each role, so that a duty is compared with what shares a word
 * with it only. Similar: 0.3 of the weight of both, or half of the smaller one; a passage that holds half of a duty's weight
 * says it too. Weights are inverse document frequencies.
 */
export function createTruthIndex(model: RoleModel): TruthIndex {
  const raw = model.facts.map((fact) => contentOf(factText(fact)))
  const topics = topicWords(model, raw)
  const contents = new Map(
    model.facts.map((fact, index) => [
      fact.id,
      (raw[index] ?? new Set<string>()).difference(topics),
    ]),
  )
  const contentOfFact = (fact: Fact) =>
    contents.get(fact.id) ?? contentOf(factText(fact)).difference(topics)

  const said: { role: string; content: ReadonlySet<string>; fact: string | null }[] = [
    ...model.facts.map((fact) => ({
      role: fact.role,
      content: contentOfFact(fact),
      fact: fact.id,
    })),
    ...[...model.passages].flatMap(([role, list]) =>
      [...new Set(list)].map((passage) => ({
        role,
        content: contentOf(passage).difference(topics),
        fact: null,
      })),
    ),
  ].filter(({ content }) => content.size > 0)

  const postings = new Map<string, number[]>()
  for (const [place, { content }] of said.entries()) {
    for (const stem of content) {
      const list = postings.get(stem)
      if (list) list.push(place)
      else postings.set(stem, [place])
    }
  }
  const weights = new Map(
    [...postings].map(([stem, places]) => [stem, Math.log(1 + said.length / places.length)]),
  )
  const weightOf = (stem: string) => weights.get(stem) ?? Math.log(1 + said.length)
  const weigh = (content: ReadonlySet<string>) => {
    let sum = 0
    for (const stem of content) sum += weightOf(stem)
    return sum
  }
  const statements: readonly Statement[] = said.map(({ role, content, fact }) => ({
    role,
    weight: weigh(content),
    size: content.size,
    isFact: fact !== null,
    fact,
  }))
  const ranks = new Map(model.roles.map((role) => [role.id, rankOf(role)]))
  const nameContents = new Map(model.roles.map((role) => [role.id, contentOf(role.name)]))
  const profiles = new Map<string, Set<string>>()
  for (const { role, content, fact } of said) {
    if (fact === null) continue
    const profile = profiles.get(role) ?? new Set<string>()
    for (const stem of content) profile.add(stem)
    profiles.set(role, profile)
  }

  // Sums by statement, zero between two duties.
  const shared = new Float64Array(statements.length)
  const named = new Float64Array(statements.length)
  /** The roles that the document credits with a duty, or nearly so. */
  const rolesSaying = (fact: Fact): ReadonlySet<string> => {
    const content = contentOfFact(fact)
    const weight = weigh(content)
    const touched: number[] = []
    for (const stem of content) {
      const own = weightOf(stem)
      for (const place of postings.get(stem) ?? []) {
        if (shared[place] === 0) touched.push(place)
        shared[place] = (shared[place] ?? 0) + own
        const role = statements[place]?.role ?? ''
        if (nameContents.get(role)?.has(stem)) named[place] = (named[place] ?? 0) + own
      }
    }
    const roles = new Set<string>()
    for (const place of touched) {
      const other = statements[place]
      const sum = shared[place] ?? 0
      const ofName = named[place] ?? 0
      shared[place] = 0
      named[place] = 0
      if (!other || roles.has(other.role) || other.fact === fact.id) continue
      if (other.isFact) {
        const smaller = Math.min(weight, other.weight)
        const isLike =
          sum / (weight + other.weight - sum) >= 0.3 ||
          (Math.min(content.size, other.size) >= 2 && sum / smaller >= 0.45)
        if (isLike) roles.add(other.role)
      } else if (weight > 0 && (sum - ofName) / weight >= 0.5) roles.add(other.role)
    }
    return roles
  }
  const sayings = new Map<string, ReadonlySet<string>>()
  const saysOf = (role: string, fact: Fact): boolean => {
    const known = sayings.get(fact.id)
    if (known) return known.has(role)
    const found = rolesSaying(fact)
    sayings.set(fact.id, found)
    return found.has(role)
  }

  /** What everyone has to do, every role has to do. */
  const everybody = new Set(
    model.roles
      .filter(({ name }) => /^(?:every(?:one|body)|all|any(?:one|body)|each)\b/i.test(name))
      .map(({ id }) => id),
  )
  const peers = model.roles.map((role) => ({
    id: role.id,
    rank: rankOf(role),
    fields: fieldsOfRole(namesOf(role)),
  }))
  const ofAnybody = peers.reduce((mask, { fields }) => mask | fields, 0)
  const isRankOf = (a: Rank, b: Rank): boolean =>
    (a.isLevel && b.isLevel) ||
    a.bareName === b.bareName ||
    // A "Mobile Optometrist" is an Optometrist too.
    (a.bareName !== '' && b.bareName.endsWith(` ${a.bareName}`)) ||
    (b.bareName !== '' && a.bareName.endsWith(` ${b.bareName}`))
  /** Every role that might have a duty as well: asked of a duty once, and then for each role in turn. */
  const rolesFor = (fact: Fact): ReadonlySet<string> => {
    const owner = ranks.get(fact.role)
    const own = fieldsOfDuty(factText(fact), ofAnybody)
    const roles = new Set<string>()
    for (const { id, rank, fields } of peers) {
      const mayShare =
        (own & fields) !== 0 || (owner !== undefined && id !== fact.role && isRankOf(rank, owner))
      if (mayShare || everybody.has(id) || saysOf(id, fact)) roles.add(id)
    }
    return roles
  }
  const possible = new Map<string, ReadonlySet<string>>()
  const mayHave = (role: string, fact: Fact): boolean => {
    if (everybody.has(fact.role)) return true
    let roles = possible.get(fact.id)
    if (!roles) possible.set(fact.id, (roles = rolesFor(fact)))
    return roles.has(role)
  }
  return {
    contentOfFact,
    saysOf,
    isBelow: (role, fact) => {
      const [own, other] = [ranks.get(role)?.level ?? null, ranks.get(fact.role)?.level ?? null]
      return own !== null && other !== null && own < other && !saysOf(role, fact)
    },
    mayHave,
    kinship: (role, fact) => {
      const content = contentOfFact(fact)
      const profile = profiles.get(role)
      return content.size === 0 || !profile ? 0 : sharedCount(content, profile) / content.size
    },
  }
}
