import type { Output } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { stepsToRedo } from '#domain/study/steps.ts'
import { newId, type Context } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'
import { editIn, type StoredReview } from '../store/reviews.ts'
import { activityOfLine } from './activity-of-line.ts'
import { followLog } from './log-lines.ts'
import { stepResult } from './step-result.ts'

/** Can a line be repeated? An edit only over what it was written over; an answer whose place is not known never. */
function canRepeat(context: Context, line: StoredReview): boolean {
  const edit = editIn(line)
  if (edit)
    return JSON.stringify(context.cards.find(line.cardId)?.edit) === JSON.stringify(edit.was)
  return (line.kind !== 'study' && line.kind !== 'quiz') || line.place !== null
}

function repeat(context: Context, tx: WriteDb, line: StoredReview, stepId: string): void {
  const { cardId, reviewId } = line
  context.reviews.append(tx, { ...line, reviewId: newId(context), redoOf: reviewId, stepId })
  followLog(context, tx, cardId)
  const edit = editIn(line)
  if (edit) context.cards.setEdit(tx, cardId, edit.edit)
  const activity = activityOfLine(line)
  if (activity) context.activity.addAgain(tx, line.studyDay, activity)
}

/**
 * Does the step again that was taken back last: lines with the same content, instant and day, that stand where the first ones
 * stood, so that all is as if nothing had been taken back. A new step in between forgets what was taken back.
 * @throws AppError nothing_to_redo, card_changed {cardId} when a card was reworded meanwhile
 */
export function redoStep(context: Context): Output<'redoStep'> {
  const redone = write(context.db, (tx) => {
    const target = stepsToRedo(context.reviews.sinceNewStep()).at(-1)
    if (target === undefined) throw new AppError('nothing_to_redo')
    const lines = context.reviews.ofStep(target)
    const blocked = lines.find((line) => !canRepeat(context, line))
    if (blocked) throw new AppError('card_changed', { cardId: blocked.cardId })
    const stepId = newId(context)
    for (const line of lines) repeat(context, tx, line, stepId)
    return stepId
  })
  context.changed(['decks', 'study'])
  return stepResult(context, redone)
}
