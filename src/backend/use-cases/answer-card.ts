// Use cases: one file a verb of the contract. Each reads, calls the domain, writes in one transaction.
// May import src/contract, src/domain and the stores.

import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { nextMemory, placeOf } from '#domain/scheduling/next-memory.ts'
import { readNow, stampOf, type Context, type Now } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'
import { activityOf } from './activity-of-line.ts'
import { schedulingOf } from './scheduling-of.ts'

/** Recorded answer times stop here: someone who walks away must not spoil the statistics. */
export const longestAnswerMs = 60_000

/** The state of a card as an answer reports it. */
function resultFor(context: Context, answerId: string, cardId: string): Output<'answerCard'> {
  const stored = context.memories.find(cardId)
  if (!stored) throw new AppError('card_not_found', { cardId })
  return { answerId, cardId, revision: stored.revision, memory: stored.memory }
}

/** A backlog that is being worked off is over with its last overdue card: the usual limits hold again. */
function endCatchUp(context: Context, tx: WriteDb, { day }: Now): void {
  if (context.settings.read().catchUp === null) return
  if (context.memories.overdueCount(day) > 0) return
  context.settings.save(tx, { catchUp: null })
}

/**
 * Stores an answer: re-reads the card, computes its next state on the backend's own clock, and writes
 * the log line, the state and the day's totals in one transaction. A repeated `answerId` changes nothing.
 * @throws AppError card_not_found, card_changed {cardId}
 */
export function answerCard(context: Context, input: Parsed<'answerCard'>): Output<'answerCard'> {
  const { answerId, cardId, revision, grade } = input
  const tookMs = Math.min(input.tookMs, longestAnswerMs)
  const wasCatchingUp = context.settings.read().catchUp !== null
  const isNew = write(context.db, (tx) => {
    if (context.reviews.find(answerId)) return false
    const stored = context.memories.find(cardId)
    if (!stored || stored.status !== 'active') throw new AppError('card_not_found', { cardId })
    if (stored.revision !== revision) throw new AppError('card_changed', { cardId })
    const now = readNow(context)
    const before = stored.memory
    const options = schedulingOf(context, stored, now)
    const after = nextMemory(context.model, before, grade, now, options)
    context.reviews.append(tx, {
      reviewId: answerId,
      cardId,
      ...stampOf(context, now),
      kind: 'study',
      grade,
      undoOf: null,
      tookMs,
      desiredRecall: options.desiredRecall,
      before,
      place: placeOf(after),
      stepId: answerId,
      redoOf: null,
      value: input.chosen ? { chosen: input.chosen } : null,
    })
    context.memories.update(tx, cardId, after)
    context.activity.add(tx, now, activityOf(before, grade, tookMs))
    endCatchUp(context, tx, now)
    return true
  })
  if (isNew) context.changed(wasCatchingUp ? ['study', 'settings'] : ['study'])
  return resultFor(context, answerId, cardId)
}
