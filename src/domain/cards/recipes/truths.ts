import { digestOf } from '#domain/roles/fact-id.ts'
import type { Fact } from '#domain/roles/model.ts'
import type { CardDraft, RecipeParts } from '../draft.ts'
import type { TruthIndex } from '../truth.ts'
import { someFrom, withRole } from './choices.ts'

const statement = (role: string, duty: string) =>
  `True or false: one responsibility of the ${role} is to ${duty}.`

/**
 * Statements to judge, for duties that no other recipe can ask for: the role stands in the statement, so that a
 * duty which several roles share is safe. Every other one names a role that surely does not have the duty, and
 * its explanation says whose it is.
 */
export function truths(
  { model, roleOf }: RecipeParts,
  truth: TruthIndex,
  facts: readonly Fact[],
): CardDraft[] {
  return facts.flatMap((fact): CardDraft[] => {
    const role = roleOf(fact.role)
    if (!role || fact.form !== 'phrase' || fact.text.split(' ').length > 24) return []
    const base = {
      type: 'tf' as const,
      target: [fact.id],
      role: fact.role,
      prov: withRole(fact, role),
      bloom: 'remember' as const,
      score: 0.62,
      explanation: `It is a responsibility of the ${role.name}: ${fact.text}.`,
    }
    const wantsFalse = Number.parseInt(digestOf(`truth/${fact.id}`).slice(0, 2), 16) % 2 === 0
    const [other] = wantsFalse
      ? someFrom(
          model.roles,
          fact.id,
          (each) => each.id !== fact.role && !truth.mayHave(each.id, fact),
        )
      : []
    if (other) {
      return [
        {
          ...base,
          recipe: 'tf.swap',
          prompt: statement(other.name, fact.text),
          answer: false,
          statedRole: other.id,
        },
      ]
    }
    return [
      {
        ...base,
        recipe: 'tf.true',
        prompt: statement(role.name, fact.text),
        answer: true,
        statedRole: role.id,
      },
    ]
  })
}
