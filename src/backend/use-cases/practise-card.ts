import type { Output, Parsed } from '#contract/api.ts'
import { readNow, stampOf, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import { activityOfLine } from './activity-of-line.ts'
import { longestAnswerMs } from './answer-card.ts'
import { cardMemory, noAnswer } from './log-lines.ts'

/**
 * Stores an answer of practice: a line of the log and the day's totals, and nothing of the card. The schedule, the queue,
 * the limits and what is fitted to the learner do not know of it. A repeated `answerId` changes nothing.
 * @throws AppError card_not_found {cardId}
 */
export function practiseCard(
  context: Context,
  { answerId, cardId, grade, tookMs }: Parsed<'practiseCard'>,
): Output<'practiseCard'> {
  const isNew = write(context.db, (tx) => {
    if (context.reviews.find(answerId)) return false
    const { memory: before } = cardMemory(context, cardId)
    const now = readNow(context)
    const line = {
      ...noAnswer,
      ...stampOf(context, now),
      reviewId: answerId,
      stepId: answerId,
      cardId,
      kind: 'cram',
      grade,
      undoOf: null,
      tookMs: Math.min(tookMs, longestAnswerMs),
      before,
    } as const
    context.reviews.append(tx, line)
    const activity = activityOfLine(line)
    if (activity) context.activity.add(tx, now, activity)
    return true
  })
  if (isNew) context.changed(['study'])
  return { answerId }
}
