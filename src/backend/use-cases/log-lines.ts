import { AppError } from '#domain/errors.ts'
import { foldMemory } from '#domain/scheduling/fold.ts'
import { makeDue } from '#domain/scheduling/make-due.ts'
import { newId, stampOf, type Context, type Now } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import type { StoredReview } from '../store/reviews.ts'

/** What a line that is no answer holds. */
const noAnswer = { grade: null, tookMs: 0, desiredRecall: null, place: null } as const

const memoryOf = (context: Context, cardId: string) => {
  const stored = context.memories.find(cardId)
  if (!stored) throw new AppError('card_not_found', { cardId })
  return stored.memory
}

/**
 * Writes that a card becomes due now, because what it asks has changed; returns the id of the line.
 * @throws AppError card_not_found {cardId}
 */
export function callCard(context: Context, tx: WriteDb, cardId: string, now: Now): string {
  const before = memoryOf(context, cardId)
  const reviewId = newId(context)
  const line = { reviewId, cardId, kind: 'due', undoOf: null, ...noAnswer, before } as const
  context.reviews.append(tx, { ...line, ...stampOf(context, now) })
  context.memories.update(tx, cardId, makeDue(before, now))
  return reviewId
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
  now: Now,
): void {
  const line = { cardId, kind: 'undo', undoOf: reviewId, ...noAnswer } as const
  const before = memoryOf(context, cardId)
  const stamp = stampOf(context, now)
  context.reviews.append(tx, { reviewId: newId(context), ...line, ...stamp, before })
  const lines = context.reviews.ofCard(cardId).map((each) => ({ id: each.reviewId, ...each }))
  context.memories.update(tx, cardId, foldMemory(context.model, lines))
}
