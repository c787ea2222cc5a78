import type { Fact } from '#domain/roles/model.ts'
import { capital } from '#domain/roles/words.ts'
import { namesItself, namesOf } from '../affinity.ts'
import type { CardDraft, RecipeParts } from '../draft.ts'
import type { Role } from '../rolegen.ts'
import type { TruthIndex } from '../truth.ts'
import { withRole } from './options.ts'

const size = 4
const mostCards = 3
const longest = 14

interface Pair {
  readonly role: Role
  readonly fact: Fact
}

/** Neither could have the other's duty. */
const isClear = (a: Pair, b: Pair, truth: TruthIndex) =>
  a.role.id !== b.role.id && !truth.mayHave(b.role.id, a.fact) && !truth.mayHave(a.role.id, b.fact)

/**
 * "Match each role with its responsibility.": four roles, one duty each that none of the other three could have.
 */
export function match(
  { model, namesAnyRole, isTelling }: RecipeParts,
  truth: TruthIndex,
): CardDraft[] {
  const factsOf = Map.groupBy(model.facts, (fact) => fact.role)
  const open = model.roles.slice(0, 60).map((role) => ({
    role,
    facts: (factsOf.get(role.id) ?? []).filter(
      (fact) =>
        fact.form === 'phrase' &&
        isTelling(fact) &&
        fact.text.split(' ').length <= longest &&
        !namesItself(fact.text, namesOf(role)) &&
        !namesAnyRole(fact.text),
    ),
  }))
  const used = new Set<string>()
  const drafts: CardDraft[] = []
  for (const first of open) {
    if (drafts.length === mostCards) break
    if (used.has(first.role.id)) continue
    const group: Pair[] = []
    for (const { role, facts } of [first, ...open.filter((each) => each !== first)]) {
      if (used.has(role.id) || group.length === size) continue
      const fact = facts.find((each) =>
        group.every((other) => isClear({ role, fact: each }, other, truth)),
      )
      if (fact) group.push({ role, fact })
      else if (group.length === 0) break
    }
    if (group.length < size) continue
    for (const { role } of group) used.add(role.id)
    drafts.push({
      recipe: 'match.role-resp',
      type: 'match',
      prompt: 'Match each role with its responsibility.',
      answer: group.map(({ role, fact }) => `${role.name}: ${fact.text}`).join('; '),
      pairs: group.map(({ role, fact }) => [role.name, capital(fact.text)] as const),
      target: group.map(({ fact }) => fact.id),
      role: null,
      prov: group.flatMap(({ role, fact }) => withRole(fact, role)),
      bloom: 'remember',
      score: 0.7,
    })
  }
  return drafts
}
