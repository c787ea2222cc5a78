import type { GeneratedCard } from '../../rolegen.ts'
import { folded } from './normal.ts'
import type { Reading } from './reading.ts'

/**
 * What the key says of the answer that a card calls right. `ambiguous`: right, but so is an option that counts as
 * wrong. `unknown`: the key does not know the fact. Null: not for the key to judge (comparisons, definitions).
 */
export type Verdict = 'right' | 'wrong' | 'ambiguous' | 'unknown'

type Judge = (card: GeneratedCard, reading: Reading) => Verdict | null

/** The generated duty that a card asks for. */
const dutyOf = (card: GeneratedCard, reading: Reading) =>
  card.target.find((id) => reading.findingOf(id) !== undefined)

/** "Which role ...?": the role called right must have the duty, and no other option may. */
const judgeWhichRole: Judge = (card, reading) => {
  const duty = dutyOf(card, reading)
  if (duty === undefined) return null
  const owners = reading.ownersOf(duty)
  if (!owners) return 'unknown'
  const choices = card.choices ?? []
  const right = choices.filter((choice) => choice.correct).map((each) => reading.keyRole(each.from))
  const named = choices.length > 0 ? right : [reading.roleByName(String(card.answer ?? ''))]
  if (named.length === 0) return 'wrong'
  if (named.some((role) => role === undefined || !owners.has(role))) return 'wrong'
  const others =
    choices.length > 0
      ? choices.filter((choice) => !choice.correct).map((each) => reading.keyRole(each.from))
      : reading.gen.roles
          .map((role) => reading.keyRole(role.id))
          .filter((role) => role !== named[0])
  return others.some((role) => role !== undefined && owners.has(role)) ? 'ambiguous' : 'right'
}

/** "Which of these is a responsibility of the R?": R must have the one called right and none of the others. */
const judgeDuties: Judge = (card, reading) => {
  const role = reading.keyRole(card.role)
  const choices = card.choices ?? []
  const ownersOf = (correct: boolean) =>
    choices
      .filter((choice) => choice.correct === correct)
      .map((each) => reading.ownersOf(each.from))
  const right = ownersOf(true)
  const wrong = ownersOf(false)
  if (role === undefined || right.length === 0) return 'wrong'
  if (right.some((owners) => owners !== null && !owners.has(role))) return 'wrong'
  if (wrong.some((owners) => owners?.has(role))) return 'ambiguous'
  return [...right, ...wrong].includes(null) ? 'unknown' : 'right'
}

const judgeStatement: Judge = (card, reading) => {
  const duty = dutyOf(card, reading)
  const owners = duty === undefined ? null : reading.ownersOf(duty)
  if (!owners) return 'unknown'
  const stated = reading.keyRole(card.statedRole ?? card.role)
  return (stated !== undefined && owners.has(stated)) === (card.answer === true) ? 'right' : 'wrong'
}

/** A list that is asked for must be whole: a shorter one teaches a wrong number. */
const judgeList: Judge = (card, reading) => {
  const role = reading.keyRole(card.role)
  const titled = reading.key.responsibilities.filter(
    (duty) =>
      duty.role === role && duty.tier === 'core' && /^\p{Lu}[^:.!?]{2,60}:\s/u.test(duty.quote),
  ).length
  if (titled === 0) return null
  const items = card.items?.length ?? 0
  return (items > 0 ? items : card.prompt.split(';').length) >= titled ? 'right' : 'wrong'
}

const judgeOrder: Judge = (card, reading) => {
  const steps = reading.key.steps ?? []
  const told = (card.items ?? []).map(folded)
  const orders = steps.map((each) => each.items.map(folded))
  const isSame = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((each, index) => each === b[index])
  if (orders.some((order) => isSame(order, told))) return 'right'
  return orders.some((order) => told.some((each) => order.includes(each))) ? 'wrong' : 'unknown'
}

/** Each pair must be true, and true of no other role that stands in the card. */
const judgePairs: Judge = (card, reading) => {
  const pairs = (card.pairs ?? []).map(([left, right]) => {
    const role = reading.roleByName(left) ?? reading.roleByName(right)
    const words = folded(reading.roleByName(left) === undefined ? left : right)
    const duty = reading.gen.responsibilities.find((each) => folded(each.text) === words)
    return { role, owners: duty ? reading.ownersOf(duty.id) : null }
  })
  if (pairs.some(({ role, owners }) => owners && !(role && owners.has(role)))) return 'wrong'
  const isLoose = pairs.some(({ role, owners }) =>
    pairs.some((other) => other.role && other.role !== role && owners?.has(other.role)),
  )
  if (isLoose) return 'ambiguous'
  return pairs.some(({ owners }) => owners === null) ? 'unknown' : 'right'
}

/** "Which of these are non-technical skills of the R?" by the kinds of the key. */
const judgeSkills: Judge = (card, reading) => {
  const role = reading.keyRole(card.role)
  const kinds = new Map(
    reading.key.skills
      .filter((skill) => skill.role === role)
      .map((skill) => [folded(skill.name), skill.kind]),
  )
  const told = (card.choices ?? []).map(({ text, correct }) => ({
    kind: kinds.get(folded(text)),
    correct,
  }))
  const right = new Set(told.filter((each) => each.correct).map((each) => each.kind))
  const wrong = new Set(told.filter((each) => !each.correct).map((each) => each.kind))
  if (told.length === 0) return null
  if (right.size === 0) return 'wrong'
  if (told.every((each) => each.kind === undefined)) return 'unknown'
  if (right.has(undefined)) return 'wrong'
  return right.isDisjointFrom(wrong) ? 'right' : 'wrong'
}

const judgeQuestion: Judge = (card, reading) => {
  const asked = folded(card.prompt)
  const known = reading.key.faqs.find((faq) => folded(faq.question) === asked)
  if (!known) return 'unknown'
  const told = folded(String(card.answer ?? ''))
  const start = folded(known.answer_starts)
  return told.startsWith(start) || (told !== '' && start.startsWith(told)) ? 'right' : 'wrong'
}

/** The role stands in the question: it must have the duty, whoever else has. */
const judgeNamedRole: Judge = (card, reading) => {
  const duty = dutyOf(card, reading)
  if (duty === undefined || card.role === null) return null
  const owners = reading.ownersOf(duty)
  if (!owners) return 'unknown'
  const role = reading.keyRole(card.role)
  return role !== undefined && owners.has(role) ? 'right' : 'wrong'
}

/** The judge of a card: by its type, and by the family that its recipe's name begins with. */
function judgeOf({ type, recipe }: GeneratedCard): Judge {
  if (type === 'order') return judgeOrder
  if (type === 'match') return judgePairs
  if (type === 'tf') return judgeStatement
  if (recipe.startsWith('list.')) return judgeList
  if (recipe.startsWith('skill.')) return judgeSkills
  if (recipe.startsWith('faq.')) return judgeQuestion
  if (recipe.startsWith('role-resp') && type === 'mcq') return judgeDuties
  if (recipe.startsWith('resp-role')) return judgeWhichRole
  return judgeNamedRole
}

/** What the key says of each card that it can judge, by card id. */
export const verdictsOf = (reading: Reading): Map<string, Verdict> =>
  new Map(
    reading.gen.cards.flatMap((card) => {
      const verdict = judgeOf(card)(card, reading)
      return verdict === null ? [] : [[card.id, verdict] as const]
    }),
  )
