import type { Output, Parsed } from '#contract/api.ts'
import type { CardDecision } from '#domain/cards/decision.ts'
import { AppError } from '#domain/errors.ts'
import type { Context } from '../context.ts'
import type { StoredContest } from '../store/contests.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'
import { markOf } from './contest-card.ts'

function findContest(context: Context, contestId: string): StoredContest {
  const contest = context.contests.find(contestId)
  if (!contest) throw new AppError('contest_not_found', { contestId })
  return contest
}

const isInContest = (context: Context, { cardId }: StoredContest): boolean =>
  context.memories.find(cardId)?.status === 'contested'

/** Back into the queue, with its schedule as it was; a card that a new document left out stays out. */
const returnCard = (context: Context, tx: WriteDb, contest: StoredContest) => {
  if (isInContest(context, contest)) context.memories.setStatus(tx, contest.cardId, 'active')
}

const isPinned = (context: Context, cardId: string): boolean => {
  const decision = context.decisions.find(cardId)
  return decision?.verdict === 'kept' && decision.isPinned
}

/** What was decided is known wherever the document's cards are reviewed again. */
function decide(context: Context, tx: WriteDb, cardId: string, decision: CardDecision): void {
  const card = context.cards.find(cardId)
  if (card) context.decisions.put(tx, card, decision, context.clock.now())
}

const answer = (context: Context, contestId: string): Output<'settleContest'> => {
  context.changed(['decks', 'study', 'quizzes'])
  const contest = findContest(context, contestId)
  return { ...markOf(contest), cardId: contest.cardId }
}

/**
 * Takes a contest back, as if nothing had been said. Doing it twice changes nothing.
 * @throws AppError contest_not_found, contest_settled {contestId}
 */
export function withdrawContest(
  context: Context,
  { contestId }: Parsed<'withdrawContest'>,
): Output<'withdrawContest'> {
  write(context.db, (tx) => {
    const contest = findContest(context, contestId)
    if (contest.outcome === 'withdrawn') return
    if (contest.outcome !== null) throw new AppError('contest_settled', { contestId })
    returnCard(context, tx, contest)
    context.contests.settle(tx, contestId, { outcome: 'withdrawn', at: context.clock.now() })
  })
  return answer(context, contestId)
}

/**
 * Settles a contest: the card comes back as it was, or in the learner's words, or is rejected. In each case its
 * schedule and its history stay.
 * @throws AppError contest_not_found, contest_settled {contestId}
 */
export function settleContest(
  context: Context,
  input: Parsed<'settleContest'>,
): Output<'settleContest'> {
  const { contestId } = input
  write(context.db, (tx) => {
    const contest = findContest(context, contestId)
    if (contest.outcome !== null) throw new AppError('contest_settled', { contestId })
    const at = context.clock.now()
    const { cardId } = contest
    switch (input.outcome) {
      case 'kept':
        returnCard(context, tx, contest)
        context.contests.settle(tx, contestId, { outcome: 'kept', at })
        return
      case 'edited': {
        const editBefore = context.cards.find(cardId)?.edit ?? null
        const edit = { ...editBefore, prompt: input.prompt, answer: input.answer }
        context.cards.setEdit(tx, cardId, edit)
        decide(context, tx, cardId, {
          verdict: 'kept',
          isPinned: isPinned(context, cardId),
          edit,
          inBulk: false,
        })
        returnCard(context, tx, contest)
        context.contests.settle(tx, contestId, { outcome: 'edited', at, editBefore })
        return
      }
      case 'rejected':
        context.memories.setStatus(tx, cardId, 'rejected')
        decide(context, tx, cardId, { verdict: 'rejected', reason: input.reason, inBulk: false })
        context.contests.settle(tx, contestId, { outcome: 'rejected', at, reason: input.reason })
        return
    }
  })
  return answer(context, contestId)
}

/**
 * Opens a settled contest again: the card is contested as before, an edit is taken back.
 * @throws AppError contest_not_found, contest_settled {contestId} when the card is contested anew already
 */
export function reopenContest(
  context: Context,
  { contestId }: Parsed<'reopenContest'>,
): Output<'reopenContest'> {
  write(context.db, (tx) => {
    const contest = findContest(context, contestId)
    if (contest.outcome === null) return
    const { cardId, outcome, statusBefore, editBefore } = contest
    if (context.contests.openOf(cardId)) throw new AppError('contest_settled', { contestId })
    if (outcome === 'edited') context.cards.setEdit(tx, cardId, editBefore)
    const status = context.memories.find(cardId)?.status
    if (outcome === 'rejected') {
      context.decisions.remove(tx, cardId)
      context.memories.setStatus(tx, cardId, statusBefore === 'active' ? 'contested' : statusBefore)
    } else if (status === 'active') context.memories.setStatus(tx, cardId, 'contested')
    context.contests.reopen(tx, contestId)
  })
  return answer(context, contestId)
}
