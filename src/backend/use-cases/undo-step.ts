import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { standingLines } from '#domain/scheduling/fold.ts'
import { isStepKind, mostStepsBack, sideOf, stepsToRedo } from '#domain/study/steps.ts'
import { newId, readNow, type Context, type Now } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'
import { editIn, type StoredReview } from '../store/reviews.ts'
import { activityOfLine } from './activity-of-line.ts'
import { takeBack } from './log-lines.ts'
import { stepResult } from './step-result.ts'

/** May a line be taken back? Only the last one that changed its side of the card, and what it wrote must still be there. */
function isLast(context: Context, line: StoredReview): boolean {
  if (!isStepKind(line.kind)) return false
  const side = sideOf(line.kind)
  if (side === 'none') return true
  const edit = editIn(line)
  if (edit) {
    const present = context.cards.find(line.cardId)?.edit ?? null
    if (JSON.stringify(present) !== JSON.stringify(edit.edit)) return false
  }
  const lines = context.reviews.ofCard(line.cardId).map((each) => ({ ...each, id: each.reviewId }))
  const last = standingLines(lines).findLast(
    ({ kind }) => isStepKind(kind) && sideOf(kind) === side,
  )
  return last?.id === line.reviewId
}

/** The step that would be taken back next; null when there is none, or so many were already. */
export function stepToUndo(context: Context): string | null {
  if (stepsToRedo(context.reviews.sinceNewStep()).length >= mostStepsBack) return null
  let looked = 0
  for (const stepId of context.reviews.standingSteps()) {
    if (context.reviews.ofStep(stepId).every((line) => isLast(context, line))) return stepId
    looked += 1
    if (looked >= mostStepsBack) return null
  }
  return null
}

function undoLines(context: Context, tx: WriteDb, lines: readonly StoredReview[], now: Now): void {
  const stepId = newId(context)
  for (const line of lines) {
    takeBack(context, tx, line, { now, stepId })
    const edit = editIn(line)
    if (edit) context.cards.setEdit(tx, line.cardId, edit.was)
    const activity = activityOfLine(line)
    if (activity) context.activity.subtract(tx, line.studyDay, activity)
  }
}

/**
 * Takes a step back, the latest or the one named: its cards are again as they were before, the day's totals too. The log
 * keeps all lines. A step cannot be taken back when a later one changed the same of a card; doing it twice changes nothing.
 * @throws AppError nothing_to_undo, card_changed {cardId}
 */
export function undoStep(context: Context, input: Parsed<'undoStep'>): Output<'undoStep'> {
  const undone = write(context.db, (tx) => {
    const stepId = input.stepId ?? stepToUndo(context)
    const lines = stepId === null ? [] : context.reviews.ofStep(stepId)
    const [first] = lines
    if (stepId === null || !first || !isStepKind(first.kind)) throw new AppError('nothing_to_undo')
    if (lines.every((line) => context.reviews.isUndone(line.reviewId))) return stepId
    const blocked = lines.find((line) => !isLast(context, line))
    if (blocked) throw new AppError('card_changed', { cardId: blocked.cardId })
    undoLines(context, tx, lines, readNow(context))
    return stepId
  })
  context.changed(['decks', 'study'])
  return stepResult(context, undone)
}
