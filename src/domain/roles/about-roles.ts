import { looksLikePerson, singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import type { Fact, RoleModel } from './model.ts'
import { areNamedThings } from './named-things.ts'
import { isProductManual } from './product-manual.ts'
import { subjectAround } from './subject-matter.ts'

/** Words by which a text says that it tells who does what. */
const cues =
  /\b(?:roles?|responsib\w+|dut(?:y|ies)|accountab\w+|in charge of|job (?:description|title)|who does what|reports? to|shall|what you(?:['’]ll| will) (?:be )?(?:do|doing|own)|you(?:['’]ll| will) (?:be|work|lead|own|report)|we(?:['’]re| are) (?:looking for|hiring))\b/i

const lastWord = (name: string) =>
  /([\p{L}’'-]+)\W*$/u.exec(name.split(/\s+(?:of|for)\s+/)[0] ?? '')?.[1] ?? ''
const isKnown = (name: string): boolean => {
  const last = lastWord(name)
  return singularRoleNoun(last) !== null || singularGroupNoun(last) !== null
}
const namesSomebody = (name: string): boolean => isKnown(name) || looksLikePerson(lastWord(name))

/** Are most of the duties numbered, as the steps of a guide are? */
function areSteps(text: string, facts: readonly Fact[]): boolean {
  const numbered = facts.filter(({ prov }) => {
    const start = prov[0]?.start ?? 0
    return /(?:^|\n)\s*\d{1,2}[.)]\s*$/.test(text.slice(Math.max(0, start - 12), start))
  })
  return numbered.length * 2 > facts.length
}

const placesOf = (facts: readonly Fact[]) => facts.flatMap(({ prov }) => prov.slice(0, 1))

/** A text about one role tells at least so many duties in a thousand characters; others speak of somebody by the way. */
const leastOfOne = 0.8
/** Of fewer, in running text that says nothing of roles, each may be news ("The mayor will open the pier"). */
const severalDuties = 4
/** A title stands within so many characters. */
const opening = 120

/**
 * Is a document about roles at all, given what was read in it? A guide to a "kiln controller" has a name that ends like a
 * job and a list of imperatives below it, but neither says that somebody has a role, nor has two of them.
 * @param language ISO 639-1; what only English words can tell is asked of English texts alone
 */
export function isAboutRoles(text: string, model: RoleModel, language: string): boolean {
  const { roles, facts, comparisons, assignments, written } = model
  if (written.length > 0) return true
  const areThings = areNamedThings(
    text,
    roles.map(({ name }) => name),
  )
  const subject = subjectAround(text, placesOf(facts), areThings)
  if (areThings && subject === 'machine') return false
  if (comparisons.length + assignments.length > 0) return true
  if (isProductManual(text)) return false
  if (subject !== 'people' && subject !== 'unclear') return false
  const duties = Map.groupBy(facts, ({ role }) => role)
  // A job's name with a duty counts, and so does any name ("Pot wash") with two.
  const active = roles.filter(
    ({ id, name }) => (duties.get(id)?.length ?? 0) >= (namesSomebody(name) ? 1 : 2),
  )
  if (active.length === 0) return false
  const areSeveral = active.length > 1
  if (!areSeveral && facts.length * 1000 < leastOfOne * text.length) return false
  if (language !== 'en') return true
  const [only] = active
  // "Queenbee" ends like somebody; one such name alone must be what the text is called.
  if (!areSeveral && only && !isKnown(only.name) && !text.slice(0, opening).includes(only.name))
    return false
  const areListed = facts.filter(({ isListed }) => isListed).length * 2 > facts.length
  const isTold = areSeveral && !areSteps(text, facts)
  // Long lists below the names of jobs speak of the work alone.
  if (subject === 'unclear') return isTold && areListed
  return (isTold && (areListed || facts.length >= severalDuties)) || cues.test(text)
}
