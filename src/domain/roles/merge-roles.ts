import type { Comparison, Range, Role } from '#domain/cards/rolegen.ts'
import {
  firstRoleOf,
  originKey,
  type Assignment,
  type Fact,
  type RoleModel,
  type TitledList,
} from './model.ts'
import { containment, contentOf, similarity } from './words.ts'

const uniqueBy = <Each>(list: readonly Each[], keyOf: (each: Each) => string): Each[] => {
  const seen = new Set<string>()
  return list.filter((each) => {
    const key = keyOf(each)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Of those with one key the first that `isOwn`, else the first; their order stays. */
function preferOwn<Each>(
  list: readonly Each[],
  keyOf: (each: Each) => string,
  isOwn: (each: Each) => boolean,
): Each[] {
  const chosen = new Map<string, Each>()
  for (const each of [...list.filter(isOwn), ...list]) {
    if (!chosen.has(keyOf(each))) chosen.set(keyOf(each), each)
  }
  return list.filter((each) => chosen.get(keyOf(each)) === each)
}

/** A role's other names with `more` of them, none twice and none that is its name. */
export const aliasesOf = (role: Role, more: readonly string[]): string[] =>
  uniqueBy([...role.aliases, ...more], (alias) => alias.toLowerCase()).filter(
    (alias) => alias.toLowerCase() !== role.name.toLowerCase(),
  )

const addRanges = (a: readonly Range[], b: readonly Range[]): Range[] =>
  uniqueBy([...a, ...b], ({ start, end, supports }) => `${start}/${end}/${supports ?? ''}`)

/** Do two duties say the same, so that within one role they would have been read as one? */
function saysTheSame(a: Fact, b: Fact): boolean {
  const one = contentOf(`${a.text} ${a.title ?? ''}`)
  const other = contentOf(`${b.text} ${b.title ?? ''}`)
  return (
    similarity(one, other) >= 0.5 ||
    (Math.min(one.size, other.size) >= 2 && containment(one, other) >= 0.75)
  )
}

/**
 * Gives duties to the role `to`. One that says what the role has already becomes a further passage of that.
 * Lists that are no longer whole go.
 */
function giveDuties(model: RoleModel, isGiven: (fact: Fact) => boolean, to: string): RoleModel {
  const origins = new Map(model.origins)
  const own = model.facts.filter((fact) => fact.role === to)
  const also = new Map<string, Range[]>()
  const standIn = new Map<string, string>()
  const givers = new Set<string>()
  for (const fact of model.facts) {
    if (fact.role === to || !isGiven(fact)) continue
    givers.add(fact.role)
    const twin = own.find((other) => saysTheSame(other, fact))
    if (twin) {
      standIn.set(fact.id, twin.id)
      also.set(twin.id, [...(also.get(twin.id) ?? []), ...fact.prov])
    } else {
      origins.set(originKey(fact.id, to), firstRoleOf(model, fact.id, fact.role))
      own.push({ ...fact, role: to })
    }
  }
  const owned = new Map(own.map((fact) => [fact.id, fact]))
  const facts = model.facts
    .filter((fact) => !standIn.has(fact.id))
    .map((fact) => {
      const now = owned.get(fact.id) ?? fact
      const more = also.get(fact.id)
      return more ? { ...now, prov: addRanges(now.prov, more) } : now
    })
  const now = (id: string) => standIn.get(id) ?? id
  const roleOf = new Map(facts.map((fact) => [fact.id, fact.role]))
  const isWhole = ({ role, facts: ids }: TitledList) => {
    const titled = facts.filter((fact) => fact.role === role && fact.title !== undefined)
    return titled.length === ids.length && ids.every((id) => roleOf.get(id) === role)
  }
  return {
    ...model,
    facts,
    origins,
    assignments: model.assignments.map((each) => ({
      ...each,
      fact: now(each.fact),
      letters: each.letters.map((part) => ({ ...part, fact: now(part.fact) })),
    })),
    lists: model.lists.flatMap((list): TitledList[] => {
      if (list.role !== to && !givers.has(list.role)) return [list]
      const ids = list.facts.map(now)
      const given = { ...list, role: roleOf.get(ids[0] ?? '') ?? list.role, facts: ids }
      return isWhole(given) ? [given] : []
    }),
  }
}

/** Two cells of a row that are one role's now hold the letters of both. */
const joinedLetters = (parts: Assignment['letters']): Assignment['letters'] =>
  [...Map.groupBy(parts, (part) => part.role).values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            ...first,
            letters: [...new Set([first, ...others].flatMap((part) => part.letters))],
            prov: [first, ...others].flatMap((part) => part.prov),
          },
        ]
      : [],
  )

/** No aspect of a role is told twice against the same other one, and no role is compared with itself. */
function soundComparisons(comparisons: readonly Comparison[], role: string): Comparison[] {
  const told = new Set<string>()
  return comparisons
    .filter(({ a, b }) => a !== b)
    .map((comparison) => {
      const { a, b } = comparison
      if (a !== role && b !== role) return comparison
      const aspects = comparison.aspects.filter(({ name }) => {
        const key = `${[a, b].sort().join('/')}/${name.toLowerCase()}`
        const isNew = !told.has(key)
        told.add(key)
        return isNew
      })
      return { ...comparison, aspects }
    })
    .filter(({ aspects }) => aspects.length > 0)
}

/** Makes `from` a part of `into`: its duties, skills, comparisons, names and passages become those of `into`. */
export function mergeRoles(model: RoleModel, from: string, into: string): RoleModel {
  const gone = model.roles.find((role) => role.id === from)
  const stays = model.roles.find((role) => role.id === into)
  if (!gone || !stays || gone === stays) return model
  const given = giveDuties(model, (fact) => fact.role === from, into)
  const origins = new Map(given.origins)
  const now = (role: string) => (role === from ? into : role)
  /** The role that something of `role` has now; what it was stays known. */
  const repoint = (id: string, role: string) => {
    if (role === from) origins.set(originKey(id, into), firstRoleOf(model, id, from))
    return now(role)
  }
  const role = {
    ...stays,
    aliases: aliasesOf(stays, [gone.name, ...gone.aliases]),
    anchors: addRanges(stays.anchors, gone.anchors),
  }
  const names = new Set([role.name, ...role.aliases].map((name) => name.toLowerCase()))
  const isOwn = ({ id }: { readonly id: string }) => !origins.has(originKey(id, into))
  const passages = new Map(model.passages)
  passages.set(into, [...(passages.get(into) ?? []), ...(passages.get(from) ?? [])])
  passages.delete(from)
  const skills = model.skills.map((each) => ({ ...each, role: repoint(each.id, each.role) }))
  const definitions = model.definitions.map((each) => ({
    ...each,
    role: repoint(each.id, each.role),
  }))
  const comparisons = model.comparisons.map((each) => ({
    ...each,
    a: repoint(each.id, each.a),
    b: repoint(each.id, each.b),
  }))
  const keyIn = (each: { readonly id: string; readonly role: string }, key: string) =>
    each.role === into ? key : each.id
  return {
    ...given,
    origins,
    roles: model.roles.flatMap((each) =>
      each.id === from ? [] : [each.id === into ? role : each],
    ),
    skills: preferOwn(
      skills,
      (each) => keyIn(each, `${each.kind}/${each.name.toLowerCase()}`),
      isOwn,
    ),
    definitions: preferOwn(definitions, (each) => keyIn(each, 'definition'), isOwn),
    comparisons: soundComparisons(comparisons, into),
    assignments: given.assignments.map((each) => ({
      ...each,
      accountable: now(each.accountable),
      involved: [...new Set(each.involved.map(now))],
      letters: joinedLetters(each.letters.map((part) => ({ ...part, role: now(part.role) }))),
    })),
    boundaries: model.boundaries
      .map((each) => ({ ...each, role: now(each.role) }))
      // What was said to be the other one's is its own now.
      .filter((each) => each.role !== into || !names.has(each.owner?.toLowerCase() ?? '')),
    written: model.written.map((each) =>
      each.role === from ? { ...each, role: into, firstRole: each.firstRole ?? from } : each,
    ),
    passages,
  }
}

/** Gives some duties, named by their ids, to another role. */
export function moveDuties(model: RoleModel, ids: readonly string[], to: string): RoleModel {
  if (!model.roles.some((role) => role.id === to)) return model
  const named = new Set(ids)
  const moved = model.facts.filter((fact) => named.has(fact.id) && fact.role !== to)
  if (moved.length === 0) return model
  const passages = new Map(model.passages)
  const quotes = moved.flatMap((fact) => fact.prov.map((range) => range.quote))
  passages.set(to, [...(passages.get(to) ?? []), ...quotes])
  // What a matrix says of the duty is not so any more.
  const isMoved = (id: string) => moved.some((fact) => fact.id === id)
  const assignments = model.assignments.filter((each) => !isMoved(each.fact))
  return {
    ...giveDuties({ ...model, assignments }, (fact) => named.has(fact.id), to),
    passages,
  }
}
