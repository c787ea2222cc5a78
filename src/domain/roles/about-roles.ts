import { looksLikePerson, singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import type { Fact, RoleModel } from './model.ts'

/** Words by which a text says that it tells who does what. */
const cues =
  /\b(?:roles?|responsib\w+|dut(?:y|ies)|accountab\w+|in charge of|job (?:description|title)|who does what|reports? to|shall|what you(?:['’]ll| will) (?:be )?(?:do|doing|own)|you(?:['’]ll| will) (?:be|work|lead|own|report)|we(?:['’]re| are) (?:looking for|hiring))\b/i

const lastWord = (name: string) =>
  /([\p{L}’'-]+)\W*$/u.exec(name.split(/\s+(?:of|for)\s+/)[0] ?? '')?.[1] ?? ''
const namesSomebody = (name: string): boolean => {
  const last = lastWord(name)
  return (
    singularRoleNoun(last) !== null || singularGroupNoun(last) !== null || looksLikePerson(last)
  )
}

/** Are most of the duties numbered, as the steps of a guide are? */
function areSteps(text: string, facts: readonly Fact[]): boolean {
  const numbered = facts.filter(({ prov }) => {
    const start = prov[0]?.start ?? 0
    return /(?:^|\n)\s*\d{1,2}[.)]\s*$/.test(text.slice(Math.max(0, start - 12), start))
  })
  return numbered.length * 2 > facts.length
}

/**
 * Is an English document about roles at all, given what was read in it? A guide to a "kiln controller" has a name that ends
 * like a job and a list of imperatives below it, but neither says that somebody has a role, nor has two of them.
 */
export function isAboutRoles(text: string, model: RoleModel): boolean {
  const { roles, facts, comparisons, assignments, written } = model
  if (comparisons.length + assignments.length + written.length > 0) return true
  const duties = new Map<string, number>()
  for (const { role } of facts) duties.set(role, (duties.get(role) ?? 0) + 1)
  // A job's name with a duty counts, and so does any name ("Pot wash") with two.
  const active = roles.filter(
    ({ id, name }) => (duties.get(id) ?? 0) >= (namesSomebody(name) ? 1 : 2),
  )
  if (active.length === 0) return false
  return cues.test(text) || (active.length >= 2 && !areSteps(text, facts))
}
