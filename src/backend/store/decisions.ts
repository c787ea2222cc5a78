import type { CardDecision, CardWording, RejectReason } from '#domain/cards/decision.ts'
import type { KindTally } from '#domain/cards/review.ts'
import type { EpochMs } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJsonOrNull } from './rows.ts'

interface DecisionRow {
  card_id: string
  verdict: 'kept' | 'rejected'
  reason: RejectReason | null
  is_pinned: number
  in_bulk: number
  edit_json: string | null
}
const toDecision = (row: DecisionRow): CardDecision => {
  const inBulk = row.in_bulk === 1
  if (row.verdict === 'rejected') return { verdict: 'rejected', reason: row.reason, inBulk }
  const edit = fromJsonOrNull<CardWording>(row.edit_json)
  return { verdict: 'kept', isPinned: row.is_pinned === 1, edit, inBulk }
}

/** What the learner decided about cards; the wording of an edited card stands with the card. */
export function createDecisionStore(db: Db) {
  const ofSource = db.prepare<[string], DecisionRow>(`
    select card_decision.card_id, verdict, reason, is_pinned, in_bulk, card.edit_json
    from card_decision
    join card using (card_id)
    where card.source_id = ?
    order by card_decision.card_id`)
  const ofCard = db.prepare<[string], DecisionRow>(`
    select card_decision.card_id, verdict, reason, is_pinned, in_bulk, card.edit_json
    from card_decision
    join card using (card_id)
    where card_decision.card_id = ?`)
  // A whole role decided at one stroke says nothing about its kinds of cards.
  const tally = db.prepare<[string], KindTally>(`
    select card_decision.recipe, count(*) as decided, sum(verdict = 'rejected') as rejected
    from card_decision
    join card using (card_id)
    where in_bulk = 0 and card.source_id <> ?
    group by card_decision.recipe
    order by card_decision.recipe`)
  return {
    ofSource: (sourceId: string): Map<string, CardDecision> =>
      new Map(ofSource.all(sourceId).map((row) => [row.card_id, toDecision(row)])),
    find: (cardId: string): CardDecision | null => {
      const row = ofCard.get(cardId)
      return row ? toDecision(row) : null
    },
    /** Takes back what was decided about a card. */
    remove(tx: WriteDb, cardId: string): void {
      tx.prepare('delete from card_decision where card_id = ?').run(cardId)
    },
    /** How often each kind of card was decided on one by one, and rejected, in all documents but one. */
    tally: (exceptSourceId: string): KindTally[] => tally.all(exceptSourceId),
    put(
      tx: WriteDb,
      card: { readonly cardId: string; readonly recipe: string },
      decision: CardDecision,
      at: EpochMs,
    ): void {
      tx.prepare(
        `insert into card_decision (card_id, recipe, verdict, reason, is_pinned, in_bulk, decided_at)
        values (@cardId, @recipe, @verdict, @reason, @isPinned, @inBulk, @at)
        on conflict (card_id) do update
        set recipe = excluded.recipe, verdict = excluded.verdict, reason = excluded.reason,
          is_pinned = excluded.is_pinned, in_bulk = excluded.in_bulk, decided_at = excluded.decided_at`,
      ).run({
        cardId: card.cardId,
        recipe: card.recipe,
        verdict: decision.verdict,
        reason: decision.verdict === 'rejected' ? decision.reason : null,
        isPinned: Number(decision.verdict === 'kept' && decision.isPinned),
        inBulk: Number(decision.inBulk),
        at,
      })
    },
  }
}
