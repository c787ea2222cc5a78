import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { zoneOffsetMinutes } from '#domain/time/study-day.ts'
import { newId, readNow, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import { activityOf, resultFor } from './answer-card.ts'

/**
 * Takes back an answer: the card is again as it was before, the day's totals too. The log keeps both
 * lines. Only the card's latest answer can be taken back; doing it twice changes nothing.
 * @throws AppError nothing_to_undo, card_changed {cardId}
 */
export function undoAnswer(context: Context, input: Parsed<'undoAnswer'>): Output<'undoAnswer'> {
  const { answerId } = input
  const cardId = write(context.db, (tx) => {
    const answer = context.reviews.find(answerId)
    if (!answer || answer.kind !== 'study' || answer.grade === null) {
      throw new AppError('nothing_to_undo')
    }
    if (context.reviews.isUndone(answerId)) return answer.cardId
    const valid = context.reviews
      .ofCard(answer.cardId)
      .filter((line) => line.kind === 'study' && !context.reviews.isUndone(line.reviewId))
    if (valid.at(-1)?.reviewId !== answerId) {
      throw new AppError('card_changed', { cardId: answer.cardId })
    }
    const now = readNow(context)
    const present = context.memories.find(answer.cardId)
    if (!present) throw new AppError('card_not_found', { cardId: answer.cardId })
    context.reviews.append(tx, {
      reviewId: newId(context),
      device: context.device,
      cardId: answer.cardId,
      at: now.at,
      zone: now.zone,
      offsetMin: zoneOffsetMinutes(now.at, now.zone),
      rolloverHour: now.rolloverHour,
      studyDay: now.day,
      kind: 'undo',
      grade: null,
      undoOf: answerId,
      tookMs: 0,
      desiredRecall: null,
      before: present.memory,
    })
    context.memories.update(tx, answer.cardId, answer.before)
    const undone = activityOf(answer.before, answer.grade, answer.tookMs)
    context.activity.subtract(tx, answer.studyDay, undone)
    return answer.cardId
  })
  context.changed(['study'])
  return resultFor(context, answerId, cardId)
}
