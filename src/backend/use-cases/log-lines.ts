import { AppError } from '#domain/errors.ts'
import { foldMemory } from '#domain/scheduling/fold.ts'
import { makeDue } from '#domain/scheduling/make-due.ts'
import { foldMarks } from '#domain/study/marks.ts'
import { newId, stampOf, type Context, type Now } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import type { StoredMemory } from '../store/memories.ts'
import { marksIn, type StoredReview } from '../store/reviews.ts'

/** What a line that is no answer holds. */
export const noAnswer = {
  grade: null,
  tookMs: 0,
  desiredRecall: null,
  place: null,
  redoOf: null,
  value: null,
} as const

/**
 * What the learner has of a card.
 * @throws AppError card_not_found {cardId}
 */
export function cardMemory(context: Context, cardId: string): StoredMemory {
  const stored = context.memories.find(cardId)
  if (!stored) throw new AppError('card_not_found', { cardId })
  return stored
}

/**
 * Writes that a card becomes due now, because what it asks has changed; returns the id of the line.
 * @throws AppError card_not_found {cardId}
 */
export function callCard(context: Context, tx: WriteDb, cardId: string, now: Now): string {
  const before = cardMemory(context, cardId).memory
  const reviewId = newId(context)
  const line = { ...noAnswer, reviewId, cardId, kind: 'due', undoOf: null, before } as const
  context.reviews.append(tx, { ...line, ...stampOf(context, now), stepId: reviewId })
  context.memories.update(tx, cardId, makeDue(before, now))
  return reviewId
}

/** Gives a card the state and the marks that its log alone gives. */
export function followLog(context: Context, tx: WriteDb, cardId: string): void {
  const lines = context.reviews.ofCard(cardId).map((each) => ({ ...each, id: each.reviewId }))
  context.memories.update(tx, cardId, foldMemory(context.model, lines))
  const marks = foldMarks(lines.map((line) => ({ ...line, value: marksIn(line) })))
  context.memories.setMarks(tx, cardId, marks)
}

/**
 * Writes that a line of the log is taken back. The card's state is then what the rest of its log gives, which is
 * not always the state before that line: the card may have become due since.
 * @throws AppError card_not_found {cardId}
 */
export function takeBack(
  context: Context,
  tx: WriteDb,
  { reviewId, cardId }: Pick<StoredReview, 'reviewId' | 'cardId'>,
  { now, stepId = newId(context) }: { readonly now: Now; readonly stepId?: string },
): void {
  const { memory: before } = cardMemory(context, cardId)
  const line = { ...noAnswer, cardId, kind: 'undo', undoOf: reviewId, before, stepId } as const
  context.reviews.append(tx, { ...line, ...stampOf(context, now), reviewId: newId(context) })
  followLog(context, tx, cardId)
}
