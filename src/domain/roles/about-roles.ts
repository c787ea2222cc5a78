import { looksLikePerson, singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import type { RoleModel } from './model.ts'

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
  if (active.length >= 2) return true
  return active.length === 1 && cues.test(text)
}
