import type { Step, StepResult } from '#contract/shapes/steps.ts'
import { AppError } from '#domain/errors.ts'
import { isStepKind } from '#domain/study/steps.ts'
import type { Context } from '../context.ts'
import { faceOf } from '../store/cards.ts'
import { marksIn } from '../store/reviews.ts'
import { cardMemory } from './log-lines.ts'

/** The page hears of no more cards of a step than these. */
const toldCards = 50

/**
 * A step of the log in a few facts.
 * @throws AppError nothing_to_undo when there is no such step
 */
export function stepOf(context: Context, stepId: string): Step {
  const lines = context.reviews.ofStep(stepId)
  const [first] = lines
  if (!first || !isStepKind(first.kind)) throw new AppError('nothing_to_undo')
  const card = context.cards.find(first.cardId)
  const marks = marksIn(first)
  return {
    stepId,
    kind: first.kind,
    grade: first.grade,
    flag: marks?.flag ?? null,
    isOn: marks?.isSuspended !== false && marks?.isDeleted !== false && marks?.buriedDay !== null,
    cardCount: lines.length,
    prompt: card ? faceOf(card).prompt : '',
  }
}

/**
 * A step and its cards as they are now.
 * @throws AppError nothing_to_undo when there is no such step
 */
export function stepResult(context: Context, stepId: string): StepResult {
  const cards = context.reviews.ofStep(stepId).slice(0, toldCards)
  return {
    step: stepOf(context, stepId),
    cards: cards.map(({ cardId }) => {
      const { revision, memory, marks } = cardMemory(context, cardId)
      return { cardId, revision, memory, marks }
    }),
  }
}
