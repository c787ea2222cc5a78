import type { Output, Parsed } from '#contract/api.ts'
import { isWordingSound } from '#domain/cards/decision.ts'
import type { Fix } from '#domain/cards/fix.ts'
import {
  advanceReview,
  type CardChange,
  type Review,
  type ReviewEvent,
} from '#domain/cards/review.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import type { Context } from '../context.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import { decidedBefore } from './plan-update.ts'

/**
 * What was decided about an import so far. A document that is stored already begins with what was decided then.
 * @throws AppError import_not_found, import_not_ready
 */
export function reviewOf(context: Context, jobs: ImportJobs, importId: string): Review {
  const { fixes } = jobs.readAs(importId)
  const decisions = () => decidedBefore(context, jobs.result(importId))
  return jobs.review(importId) ?? { decisions: decisions(), fixes, steps: [] }
}

/** Refuses decisions about cards that are not there, and wordings that make no card. */
function checkChanges(gen: RoleGen, changes: readonly CardChange[]): void {
  const cards = new Map(gen.cards.map((card) => [card.id, card]))
  for (const { cardId, decision } of changes) {
    const card = cards.get(cardId)
    if (!card) throw new AppError('card_not_found', { cardId })
    const edit = decision?.verdict === 'kept' ? decision.edit : null
    if (edit && !isWordingSound(card.type, edit)) {
      throw new AppError('bad_request', { procedure: 'decideImport', problem: 'edit' })
    }
  }
}

/** The learner's own cards are laid over what was read: for them nothing is read again. */
const toRead = (fixes: readonly Fix[]) =>
  JSON.stringify(fixes.filter((fix) => fix.kind !== 'write'))

/** Takes an event into the review. Where its fixes change which cards there are, the document is read again first. */
async function advance(
  context: Context,
  jobs: ImportJobs,
  importId: string,
  event: ReviewEvent,
): Promise<{ importId: string; steps: number }> {
  const next = () => advanceReview(reviewOf(context, jobs, importId), event)
  const { sourceId, fixes } = jobs.readAs(importId)
  const wanted = next().fixes
  if (toRead(fixes) !== toRead(wanted)) {
    try {
      await jobs.readAgain(importId, { sourceId, fixes: wanted })
    } catch (error) {
      const isEmpty = error instanceof AppError && error.code === 'document_no_roles'
      throw isEmpty ? new AppError('import_no_role_left') : error
    }
  }
  // What was decided in another window meanwhile is kept.
  const review = next()
  jobs.setReview(importId, review)
  return { importId, steps: review.steps.length }
}

/**
 * Decides about cards of an import, as one step for undo. Nothing is stored yet; the decisions belong to the
 * import and are there after a reload.
 * @throws AppError import_not_found, import_not_ready, card_not_found {cardId}, bad_request
 */
export function decideImport(
  context: Context,
  jobs: ImportJobs,
  { importId, changes }: Parsed<'decideImport'>,
): Promise<Output<'decideImport'>> {
  checkChanges(jobs.result(importId), changes)
  return advance(context, jobs, importId, { kind: 'decide', changes })
}

/**
 * Says what is to be set right about the document. Answers when its cards are made anew; decisions about cards
 * that are still there stay.
 * @throws AppError import_not_found, import_not_ready, import_no_role_left, import_failed, import_timeout
 */
export function fixImport(
  context: Context,
  jobs: ImportJobs,
  { importId, fixes }: Parsed<'fixImport'>,
): Promise<Output<'fixImport'>> {
  return advance(context, jobs, importId, { kind: 'fix', fixes })
}

/**
 * Takes the last step back; without one nothing happens.
 * @throws AppError import_not_found, import_not_ready, import_failed, import_timeout
 */
export function undoImport(
  context: Context,
  jobs: ImportJobs,
  { importId }: Parsed<'undoImport'>,
): Promise<Output<'undoImport'>> {
  return advance(context, jobs, importId, { kind: 'undo' })
}
