import type { GeneratedCard, RoleGen } from '../rolegen.ts'
import { startOf, type KnownCard, type KnownDocument } from './known.ts'
import { matchRoles } from './match-roles.ts'
import { matchSubjects } from './match-subjects.ts'
import { saysTheSame } from './meaning.ts'
import { renaming } from './renaming.ts'
import { statedBy, statementOf, subjectIdOf, subjectsOf, type Subject } from './subject.ts'

/** Both versions side by side: which role and which fact is which. */
export function align(known: KnownDocument, gen: RoleGen) {
  const roles = matchRoles(
    { roles: known.roles, facts: known.duties },
    { roles: gen.roles, facts: gen.responsibilities },
  )
  const inNewWords = renaming(known.roles, gen.roles, roles)
  const roleNow = (roleId: string) => roles.get(roleId) ?? roleId
  const present = known.cards.filter((card) => card.status !== 'archived')
  const before = subjectsOf(
    known.duties.map((duty) => ({ ...duty, at: startOf(duty.passages) })),
    present.map((card) => ({
      id: card.generatedId,
      statement: card,
      at: startOf(card.passages),
    })),
    { inNewWords, roleNow },
  )
  const after = subjectsOf(
    gen.responsibilities.map((duty) => ({ ...duty, at: startOf(duty.prov) })),
    gen.cards.map((card) => ({
      id: card.id,
      statement: statementOf(card),
      at: startOf(card.prov),
    })),
    { inNewWords: (text) => text, roleNow: (roleId) => roleId },
  )
  const names = known.roles.map(({ id, name }) => ({ id, name: name.toLowerCase() }))
  const byId = (subjects: readonly Subject[]) => new Map(subjects.map((each) => [each.id, each]))
  return {
    roles,
    inNewWords,
    roleNow,
    /** Ids of the stored document's roles whose names stand in one of its texts. */
    rolesNamedIn: (text: string) => {
      const lower = text.toLowerCase()
      return names.filter(({ name }) => lower.includes(name)).map(({ id }) => id)
    },
    present,
    saidBefore: byId(before),
    saidAfter: byId(after),
    subjects: matchSubjects(before, after),
  }
}
export type Alignment = ReturnType<typeof align>

/** Does a card still say what it said? Duties are compared as such, since questions put them in other words. */
export function isSameFact(old: KnownCard, card: GeneratedCard, alignment: Alignment): boolean {
  const { inNewWords, roleNow, saidBefore, saidAfter } = alignment
  const statement = statementOf(card)
  if ((old.role === null ? '' : roleNow(old.role)) !== (card.role ?? '')) return false
  const then = saidBefore.get(subjectIdOf(old, old.generatedId))
  const now = saidAfter.get(subjectIdOf(statement, card.id))
  const isDuty = then?.kind === 'r' && now?.kind === 'r'
  if (isDuty && !saysTheSame(then.text, now.text)) return false
  const asksByTitle = old.recipe === card.recipe && old.recipe.startsWith('label-')
  if (isDuty && !asksByTitle) return true
  return saysTheSame(inNewWords(statedBy(old)), statedBy(statement))
}
