import type { Role } from '#domain/cards/rolegen.ts'
import { similarity, stemsOf } from '#domain/roles/words.ts'
import { bestPairs, type Pairing } from './pairs.ts'
import { senseKey } from './subject.ts'

/** A fact as far as it tells which role a renamed one was. */
interface OwnedFact {
  readonly role: string
  readonly text: string
}
interface Side {
  readonly roles: readonly Role[]
  readonly facts: readonly OwnedFact[]
}

const sizes = (facts: readonly OwnedFact[]) => {
  const count = new Map<string, number>()
  for (const { role } of facts) count.set(role, (count.get(role) ?? 0) + 1)
  return count
}

/** For each pair of roles that are on one side only: how many facts they have in common. */
function sharedFacts(before: Side, after: Side, isOpen: (roleId: string) => boolean) {
  const owners = new Map<string, Set<string>>()
  for (const { role, text } of before.facts) {
    if (!isOpen(role)) continue
    const key = senseKey(text)
    owners.set(key, (owners.get(key) ?? new Set()).add(role))
  }
  const shared = new Map<string, Map<string, number>>()
  for (const { role, text } of after.facts) {
    if (!isOpen(role)) continue
    for (const old of owners.get(senseKey(text)) ?? []) {
      const counts = shared.get(old) ?? new Map<string, number>()
      shared.set(old, counts.set(role, (counts.get(role) ?? 0) + 1))
    }
  }
  return shared
}

/**
 * Which role of the changed document each role of the stored one is: the same id, else the one that most of its
 * facts stand under now, else, where one is missing and one is new, the one with nearly the same name.
 * @returns ids of the changed document's roles by ids of the stored ones
 */
export function matchRoles(before: Side, after: Side): ReadonlyMap<string, string> {
  const now = new Map(after.roles.map((role) => [role.id, role]))
  const then = new Map(before.roles.map((role) => [role.id, role]))
  const matched = new Map(before.roles.filter(({ id }) => now.has(id)).map(({ id }) => [id, id]))
  const isOpen = (roleId: string) => now.has(roleId) !== then.has(roleId)

  const sizeThen = sizes(before.facts)
  const sizeNow = sizes(after.facts)
  const renamed: Pairing[] = []
  for (const [old, counts] of sharedFacts(before, after, isOpen))
    for (const [fresh, count] of counts) {
      const all = Math.min(sizeThen.get(old) ?? 1, sizeNow.get(fresh) ?? 1)
      if (count / all >= 0.5) renamed.push({ old, fresh, score: count, distance: 0 })
    }
  for (const { old, fresh } of bestPairs(renamed)) matched.set(old, fresh)

  const missing = before.roles.filter(({ id }) => !matched.has(id))
  const used = new Set(matched.values())
  const added = after.roles.filter(({ id }) => !used.has(id))
  const [old, fresh] = [missing[0], added[0]]
  if (missing.length === 1 && added.length === 1 && old && fresh) {
    const alike = similarity(new Set(stemsOf(old.name)), new Set(stemsOf(fresh.name)))
    if (alike >= 0.5) matched.set(old.id, fresh.id)
  }
  return matched
}
