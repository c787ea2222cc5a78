import { digestOf } from '#domain/roles/digest.ts'
import { contentOf } from '#domain/roles/words.ts'
import type { Fact } from '#domain/roles/model.ts'
import { namesOf } from '../affinity.ts'
import { byTitle, isAskable, keepsYou } from '../askable.ts'
import type { CardDraft, RecipeParts } from '../draft.ts'
import type { Role } from '../rolegen.ts'
import { addressesOther } from '../telling.ts'
import type { TruthIndex } from '../truth.ts'
import { someFrom, withRole } from './options.ts'
import { clauseOf, sentenceOf, the } from '../wording.ts'

const longest = 28
const kind = { recipe: 'tf.true', type: 'tf', score: 0.62 } as const

/** With whom somebody works and to whom somebody reports is no duty. */
const isRelation = (duty: string) =>
  /^(?:report to|(?:work|collaborate|co-?operate)(?: [\w-]+)? with)\b/.test(duty)

const statement = (role: Role, fact: Fact) =>
  fact.form === 'phrase' && isRelation(fact.text)
    ? `True or false: ${clauseOf(role, fact)}.`
    : fact.form === 'phrase'
      ? `True or false: one responsibility of ${the(role)} is to ${fact.text}.`
      : `True or false: “${fact.text}” is a responsibility of ${the(role)}.`

/** Of those that may be false, this share is; those that may not be bring it down to about a half. */
const falseShare = 0.65

/**
 * Statements to judge: the role stands in the statement, so that a duty which several roles share is safe. Some
 * name a role that surely does not have the duty, and their explanation says whose it is.
 */
export const truths = (
  { model, roleOf, reject, isTelling, room }: RecipeParts,
  truth: TruthIndex,
): CardDraft[] => {
  const nameStems = contentOf(model.roles.map(namesOf).join(' '))
  return model.facts.flatMap((told): CardDraft[] => {
    if (room.for(told, kind) === null || !isAskable(told) || addressesOther(told)) return []
    const fact = byTitle(told)
    const role = roleOf(fact.role)
    if (!role || !isAskable(fact) || keepsYou.test(fact.text)) return []
    // Names of roles alone are whom it works with.
    if (fact.form === 'clause' && contentOf(fact.text).isSubsetOf(nameStems)) return []
    if (fact.text.split(' ').length > longest) {
      reject('tf.true', fact.id, 'question-too-long')
      return []
    }
    const base = {
      type: 'tf' as const,
      target: [fact.id],
      role: fact.role,
      prov: withRole(fact, role),
      bloom: 'remember' as const,
      score: kind.score,
    }
    const share = Number.parseInt(digestOf(`truth/${fact.id}`, 4), 16) / 0xffff
    const [other] =
      share < falseShare && isTelling(fact)
        ? someFrom(
            model.roles,
            fact.id,
            (each) =>
              each.id !== fact.role &&
              (!truth.mayHave(each.id, fact) || truth.isBelow(each.id, fact)),
          )
        : []
    return [
      other
        ? {
            ...base,
            recipe: 'tf.swap',
            prompt: statement(other, fact),
            answer: false,
            statedRole: other.id,
            explanation: `That is the work of ${the(role)}, not of ${the(other)}: ${clauseOf(role, fact)}.`,
          }
        : {
            ...base,
            recipe: 'tf.true',
            prompt: statement(role, fact),
            answer: true,
            statedRole: role.id,
            explanation: sentenceOf(role, fact),
          },
    ]
  })
}
