import { aliasesOf, mergeRoles, moveDuties } from './merge-roles.ts'
import { originKey, type RoleModel } from './model.ts'

/** What the learner says of a document's roles; ids are those of the model before any fix. */
export type RoleFix =
  /** `role` and `into` are one role; `into` keeps its name. `name`: what the other was called, to tell of it. */
  | {
      readonly kind: 'merge'
      readonly role: string
      readonly into: string
      readonly name?: string
    }
  /** Not a role: all that was read for it goes. */
  | { readonly kind: 'drop'; readonly role: string; readonly name?: string }
  | { readonly kind: 'rename'; readonly role: string; readonly name: string }
  /** These responsibilities are another role's. */
  | { readonly kind: 'move'; readonly facts: readonly string[]; readonly to: string }

function drop(model: RoleModel, role: string): RoleModel {
  const isOther = (each: { readonly role: string | null }) => each.role !== role
  const passages = new Map(model.passages)
  passages.delete(role)
  return {
    ...model,
    roles: model.roles.filter((each) => each.id !== role),
    facts: model.facts.filter(isOther),
    skills: model.skills.filter(isOther),
    comparisons: model.comparisons.filter(({ a, b }) => a !== role && b !== role),
    definitions: model.definitions.filter(isOther),
    lists: model.lists.filter(isOther),
    assignments: model.assignments
      .filter((each) => each.accountable !== role)
      .map((each) => ({
        ...each,
        involved: each.involved.filter((other) => other !== role),
        letters: each.letters.filter((part) => part.role !== role),
      })),
    boundaries: model.boundaries.filter(isOther),
    written: model.written.filter(isOther),
    passages,
  }
}

/** Only the name that is shown changes: cards and duties are known by the role's id. */
const rename = (model: RoleModel, id: string, name: string): RoleModel => ({
  ...model,
  roles: model.roles.map((role) =>
    role.id === id && role.name !== name
      ? { ...role, name, aliases: aliasesOf({ ...role, name }, [role.name]) }
      : role,
  ),
})

/** Of several names for a role, or several owners for a duty, the last was meant: its place in the list, by id. */
function lastMeant(fixes: readonly RoleFix[]): Map<string, number> {
  return new Map(
    fixes.flatMap((fix, index) => {
      const named = fix.kind === 'rename' ? [fix.role] : fix.kind === 'move' ? fix.facts : []
      return named.map((id) => [id, index] as const)
    }),
  )
}

/** The origins of what is still there. */
function livingOrigins(model: RoleModel): Map<string, string> {
  const living = new Set([
    ...model.facts.map((fact) => originKey(fact.id, fact.role)),
    ...model.skills.map((skill) => originKey(skill.id, skill.role)),
    ...model.definitions.map((each) => originKey(each.id, each.role)),
    ...model.comparisons.flatMap(({ id, a, b }) => [originKey(id, a), originKey(id, b)]),
  ])
  return new Map([...(model.origins ?? [])].filter(([key]) => living.has(key)))
}

/**
 * The model as the learner has set it right, with everything that points to a role pointing to the right one.
 * Fixes run in their order; one whose role or duty is not (or no longer) there changes nothing, so that laying
 * them over twice is the same as once.
 */
export function applyFixes(model: RoleModel, fixes: readonly RoleFix[]): RoleModel {
  const meant = lastMeant(fixes)
  const fixed = fixes.reduce((before, fix, index) => {
    const isMeant = (what: string) => meant.get(what) === index
    switch (fix.kind) {
      case 'merge':
        return mergeRoles(before, fix.role, fix.into)
      case 'drop':
        return drop(before, fix.role)
      case 'rename':
        return isMeant(fix.role) ? rename(before, fix.role, fix.name) : before
      case 'move':
        return moveDuties(before, fix.facts.filter(isMeant), fix.to)
    }
  }, model)
  return fixed.origins ? { ...fixed, origins: livingOrigins(fixed) } : fixed
}
