import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { readNow, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import { activityOf, resultFor } from './answer-card.ts'
import { takeBack } from './log-lines.ts'

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
    takeBack(context, tx, answer, now)
    const undone = activityOf(answer.before, answer.grade, answer.tookMs)
    context.activity.subtract(tx, answer.studyDay, undone)
    return answer.cardId
  })
  context.changed(['study'])
  return resultFor(context, answerId, cardId)
}
