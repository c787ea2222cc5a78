import { digestOf } from '#domain/roles/digest.ts'
import { isBaseVerb } from '#domain/roles/lexicon/verbs.ts'
import type { Fact } from '#domain/roles/model.ts'
import { firstWord } from '#domain/roles/phrase.ts'
import { contentOf } from '#domain/roles/words.ts'
import { namesOf } from '../affinity.ts'
import { byTitle, isAskable, keepsYou } from '../askable.ts'
import type { CardDraft, RecipeParts } from '../draft.ts'
import type { Role } from '../rolegen.ts'
import { addressesOther } from '../telling.ts'
import type { TruthIndex } from '../truth.ts'
import { someFrom, withRole } from './options.ts'
import { clauseOf, does, sentenceOf, the } from '../wording.ts'

const longest = 28
const kind = { recipe: 'tf.true', type: 'tf', score: 0.62 } as const

/** With whom somebody works and to whom somebody reports is no duty. */
const isRelation = (duty: string) =>
  /^(?:report to|(?:work|collaborate|co-?operate)(?: [\w-]+)? with)\b/.test(duty)

/** "Is the ship's medical officer", "has the keys": what is said of somebody, as it stands. */
const saysOfSomebody = (text: string): boolean =>
  /^(?:is|has|does|can|may|must|will|shall)\s/i.test(text) ||
  (/^[\p{L}-]+s\s+(?:the|an?|one|each|every|all|any|their|his|her|its)\s/iu.test(text) &&
    !/^\p{L}+ss\s/iu.test(text))

/** "Cash handling": a name for work rather than an order. */
const namesWork = (text: string): boolean => !isBaseVerb(firstWord(text).toLowerCase())

function statement(role: Role, fact: Fact): string {
  const { text } = fact
  if (fact.form === 'phrase')
    return isRelation(text)
      ? `True or false: ${clauseOf(role, fact)}.`
      : `True or false: one responsibility of ${the(role)} is to ${text}.`
  if (saysOfSomebody(text) && !does(role).startsWith('do '))
    return `True or false: ${the(role)} ${text.charAt(0).toLowerCase()}${text.slice(1)}.`
  return namesWork(text)
    ? `True or false: “${text}” is listed as a task of ${the(role)}.`
    : `True or false: “${text}” is a responsibility of ${the(role)}.`
}

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
    // "Renew the licences: premises, music": a list of things, no task.
    if (fact.form === 'clause' && !namesWork(fact.title ?? '')) return []
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
