import type { CardWording, RejectReason } from '#domain/cards/decision.ts'
import type { Asked, Fault } from '#domain/contests/contest.ts'
import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import type { CardStatus } from './memories.ts'
import { fromJson, fromJsonOrNull, toJsonOrNull } from './rows.ts'

/** What became of a contest. */
export type Outcome = 'kept' | 'edited' | 'rejected' | 'withdrawn'

export interface StoredContest {
  readonly contestId: string
  readonly cardId: string
  readonly fault: Fault
  readonly note: string
  readonly asked: Asked
  readonly statusBefore: Exclude<CardStatus, 'contested' | 'suspended' | 'deleted'>
  readonly openedAt: EpochMs
  readonly openedDay: StudyDay
  readonly outcome: Outcome | null
  readonly editBefore: CardWording | null
}

/** How a contest ends. */
export interface Settlement {
  readonly outcome: Outcome
  readonly at: EpochMs
  readonly reason?: RejectReason
  readonly editBefore?: CardWording | null
}

const columns = `contest.contest_id, contest.card_id, contest.fault, contest.note, contest.asked_json,
  contest.status_before, contest.opened_at, contest.opened_day, contest.outcome, contest.edit_before_json`
interface ContestRow {
  contest_id: string
  card_id: string
  fault: Fault
  note: string
  asked_json: string
  status_before: StoredContest['statusBefore']
  opened_at: number
  opened_day: number
  outcome: Outcome | null
  edit_before_json: string | null
}
const toContest = (row: ContestRow): StoredContest => ({
  contestId: row.contest_id,
  cardId: row.card_id,
  fault: row.fault,
  note: row.note,
  asked: fromJson<Asked>(row.asked_json),
  statusBefore: row.status_before,
  openedAt: row.opened_at,
  openedDay: row.opened_day,
  outcome: row.outcome,
  editBefore: fromJsonOrNull<CardWording>(row.edit_before_json),
})

/** Contested cards: each contest is kept after it is settled. */
export function createContestStore(db: Db) {
  const byId = db.prepare<[string], ContestRow>(
    `select ${columns} from contest where contest_id = ?`,
  )
  const openOfCard = db.prepare<[string], ContestRow>(
    `select ${columns} from contest where card_id = ? and settled_at is null`,
  )
  const visible = `
    from contest
    join memory on memory.card_id = contest.card_id
    join deck on deck.deck_id = memory.deck_id
    left join deck as parent on parent.deck_id = deck.parent_id
    where contest.settled_at is null and deck.removed_at is null and parent.removed_at is null`
  const open = db.prepare<[], ContestRow>(`
    select ${columns}
    ${visible}
    order by contest.opened_at, contest.contest_id`)
  const count = db.prepare<[], { count: number }>(`select count(*) as count ${visible}`)
  // A question counts again once its card was found right; one that was changed or rejected was wrong as it was asked.
  const ofQuiz = db.prepare<[string], ContestRow & { n: number }>(`
    select quiz_question.n, ${columns}
    from quiz_question
    join quiz on quiz.quiz_id = quiz_question.quiz_id
    join contest on contest.card_id = quiz_question.card_id
    where quiz_question.quiz_id = ?
      and (contest.settled_at is null
        or (contest.outcome in ('edited', 'rejected') and contest.settled_at >= quiz.started_at))
    order by contest.opened_at, contest.contest_id`)
  return {
    find: (contestId: string): StoredContest | null => {
      const row = byId.get(contestId)
      return row ? toContest(row) : null
    },
    openOf: (cardId: string): StoredContest | null => {
      const row = openOfCard.get(cardId)
      return row ? toContest(row) : null
    },
    /** Those that wait to be settled, the oldest first; those of removed decks are left out. */
    open: (): StoredContest[] => open.all().map(toContest),
    openCount: (): number => count.get()?.count ?? 0,
    /** The questions of a quiz that are set aside, by their number. */
    setAside: (quizId: string): Map<number, StoredContest> =>
      new Map(ofQuiz.all(quizId).map((row) => [row.n, toContest(row)])),
    insert(tx: WriteDb, contest: StoredContest): void {
      tx.prepare(
        `insert into contest (contest_id, card_id, fault, note, asked_json, status_before, opened_at, opened_day)
        values (@contestId, @cardId, @fault, @note, @asked, @statusBefore, @openedAt, @openedDay)`,
      ).run({
        contestId: contest.contestId,
        cardId: contest.cardId,
        fault: contest.fault,
        note: contest.note,
        asked: JSON.stringify(contest.asked),
        statusBefore: contest.statusBefore,
        openedAt: contest.openedAt,
        openedDay: contest.openedDay,
      })
    },
    /** Another kind or note for a contest that is open. */
    amend(tx: WriteDb, contestId: string, fault: Fault, note: string): void {
      tx.prepare('update contest set fault = ?, note = ? where contest_id = ?').run(
        fault,
        note,
        contestId,
      )
    },
    settle(tx: WriteDb, contestId: string, { outcome, at, reason, editBefore }: Settlement): void {
      tx.prepare(
        `update contest
        set settled_at = @at, outcome = @outcome, reason = @reason, edit_before_json = @editBefore
        where contest_id = @contestId`,
      ).run({
        contestId,
        at,
        outcome,
        reason: reason ?? null,
        editBefore: toJsonOrNull(editBefore ?? null),
      })
    },
    reopen(tx: WriteDb, contestId: string): void {
      tx.prepare(
        `update contest
        set settled_at = null, outcome = null, reason = null, edit_before_json = null
        where contest_id = ?`,
      ).run(contestId)
    },
  }
}
