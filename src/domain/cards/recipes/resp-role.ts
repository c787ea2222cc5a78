import type { Fact } from '#domain/roles/model.ts'
import { wordsOf } from '#domain/roles/words.ts'
import { namesItself, namesOf } from '../affinity.ts'
import { shuffledBy, type CardDraft, type RecipeParts } from '../draft.ts'
import type { Choice, Role } from '../rolegen.ts'
import type { TruthIndex } from '../truth.ts'
import { askWhose, sentenceOf } from '../wording.ts'
import { someFrom, Uses, withRole } from './options.ts'

const longest = 22
const headNoun = (name: string) => wordsOf(name).at(-1) ?? ''

/** How many roles may stand between two of one part of a document. */
const near = 2

/** The places of roles in a document, by where it names them first: those that stand together do like work. */
function placesOf(roles: readonly Role[]): (role: Role) => number {
  const places = new Map(
    roles
      .toSorted((a, b) => (a.anchors[0]?.start ?? 0) - (b.anchors[0]?.start ?? 0))
      .map((role, place) => [role.id, place]),
  )
  return (role) => places.get(role.id) ?? 0
}

/** How well a role serves as a wrong option: names that end alike and work that is near, but never the same. */
const plausibility = (
  role: Role,
  other: Role,
  fact: Fact,
  { truth, placeOf }: { truth: TruthIndex; placeOf: (role: Role) => number },
): number => {
  const kinship = truth.kinship(other.id, fact)
  return (
    (headNoun(role.name) === headNoun(other.name) ? 1 : 0) +
    (kinship > 0.05 && kinship < 0.4 ? 1 : 0) +
    (Math.abs(placeOf(role) - placeOf(other)) <= near ? 0.6 : 0) +
    // Of equals the longer name, so that the right one is not the longest too often.
    (other.name.length >= role.name.length ? 0.5 : 0)
  )
}

/** "Which role identifies biases ...?": only where no other role fits, by the text and by its field of work. */
export function respRole(
  { model, roleOf, reject, namesAnyRole, isTelling }: RecipeParts,
  truth: TruthIndex,
): CardDraft[] {
  const drafts: CardDraft[] = []
  const ring = shuffledBy(model.roles, 'ring', (role) => role.id)
  const uses = new Uses()
  const placeOf = placesOf(model.roles)
  for (const fact of model.facts) {
    const role = roleOf(fact.role)
    if (!role || fact.form !== 'phrase' || fact.text.split(' ').length > longest) continue
    if (!isTelling(fact)) {
      reject('resp-role.mcq', fact.id, 'too-little')
      continue
    }
    if (namesItself(fact.text, namesOf(role)) || namesAnyRole(fact.text)) {
      reject('resp-role.mcq', fact.id, 'duty-names-role')
      continue
    }
    const safe = someFrom(
      ring,
      fact.id,
      (other) => other.id !== fact.role && !truth.mayHave(other.id, fact),
    )
    const isNobodyElses = safe.length === model.roles.length - 1
    if (safe.length === 1 && isNobodyElses) {
      drafts.push(freeRecall(fact, role))
      continue
    }
    if (safe.length < 2) {
      reject('resp-role.mcq', fact.id, 'others-may-have-it')
      continue
    }
    const others = safe
      .map((other) => ({
        other,
        worth: plausibility(role, other, fact, { truth, placeOf }) - 0.5 * uses.of(other.id),
      }))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, 2)
      .map(({ other }) => other)
    for (const other of others) uses.add(other.id)
    const options: Choice[] = [role, ...others].map((each) => ({
      text: each.name,
      correct: each.id === role.id,
      from: each.id,
    }))
    drafts.push({
      recipe: 'resp-role.mcq',
      type: 'mcq',
      prompt: askWhose(fact.text),
      answer: role.name,
      choices: options,
      shuffle: `resp-role/${fact.id}`,
      explanation: sentenceOf(role, fact),
      target: [fact.id],
      role: fact.role,
      prov: withRole(fact, role),
      bloom: 'remember',
      score: 0.78 + (fact.isListed ? 0.08 : 0),
    })
  }
  return drafts
}

/** Of two roles only one has the duty: too few for options, enough to be recalled. */
const freeRecall = (fact: Fact, role: Role): CardDraft => ({
  recipe: 'resp-role.basic',
  type: 'basic',
  prompt: askWhose(fact.text),
  answer: role.name,
  explanation: sentenceOf(role, fact),
  target: [fact.id],
  role: fact.role,
  prov: withRole(fact, role),
  bloom: 'remember',
  score: 0.71,
})
