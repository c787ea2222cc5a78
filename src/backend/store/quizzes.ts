import type { AttemptClock } from '#domain/quiz/attempt-clock.ts'
import type { Turn } from '#domain/quiz/in-turn.ts'
import type { Sureness } from '#domain/quiz/marking.ts'
import type { QuizPlan } from '#domain/quiz/plan.ts'
import type { QuizAnswer, QuizQuestion } from '#domain/quiz/question.ts'
import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson, toJsonOrNull } from './rows.ts'

export interface StoredQuiz {
  readonly quizId: string
  /** Drawn by the seed and the number of the attempt. */
  readonly seed: string
  readonly attempt: number
  readonly plan: QuizPlan
  /** Questions that the attempt before had asked too. */
  readonly repeats: number
  readonly studyDay: StudyDay
  readonly startedAt: EpochMs
  /** The clock as it was read last. */
  readonly clock: AttemptClock
  readonly turn: Turn
  readonly closedAt: EpochMs | null
  readonly closedBy: 'learner' | 'expired' | null
}

export interface StoredQuestion {
  readonly n: number
  readonly question: QuizQuestion
  readonly chosen: QuizAnswer
  readonly answeredAt: EpochMs | null
  readonly sure: Sureness | null
  readonly isFlagged: boolean
}

export interface GivenAnswer {
  readonly quizId: string
  readonly n: number
  readonly chosen: QuizAnswer
  readonly sure: Sureness | null
  readonly at: EpochMs
}

const columns = `quiz_id, seed, attempt, plan_json, repeats, study_day, started_at, elapsed_ms, mono_ms, wall_at, process,
  is_asleep, turn, turn_since_ms, closed_at, closed_by`
interface QuizRow {
  quiz_id: string
  seed: string
  attempt: number
  plan_json: string
  repeats: number
  study_day: number
  started_at: number
  elapsed_ms: number
  mono_ms: number
  wall_at: number
  process: string
  is_asleep: number
  turn: number
  turn_since_ms: number
  closed_at: number | null
  closed_by: 'learner' | 'expired' | null
}
const toQuiz = (row: QuizRow): StoredQuiz => ({
  quizId: row.quiz_id,
  seed: row.seed,
  attempt: row.attempt,
  plan: fromJson<QuizPlan>(row.plan_json),
  repeats: row.repeats,
  studyDay: row.study_day,
  startedAt: row.started_at,
  clock: {
    elapsedMs: row.elapsed_ms,
    reading: { monoMs: row.mono_ms, wallAt: row.wall_at, process: row.process },
    isAsleep: row.is_asleep === 1,
  },
  turn: { n: row.turn, sinceMs: row.turn_since_ms },
  closedAt: row.closed_at,
  closedBy: row.closed_by,
})
const clockColumns = ({ elapsedMs, reading, isAsleep }: AttemptClock) => ({
  elapsedMs,
  monoMs: reading.monoMs,
  wallAt: reading.wallAt,
  process: String(reading.process),
  isAsleep: isAsleep ? 1 : 0,
})

interface QuestionRow {
  n: number
  question_json: string
  answer_json: string | null
  answered_at: number | null
  sure: Sureness | null
  is_flagged: number
}
const toQuestion = (row: QuestionRow): StoredQuestion => ({
  n: row.n,
  question: fromJson<QuizQuestion>(row.question_json),
  chosen: row.answer_json === null ? null : fromJson<QuizAnswer>(row.answer_json),
  answeredAt: row.answered_at,
  sure: row.sure,
  isFlagged: row.is_flagged === 1,
})

/** Quizzes with their questions as they were asked, and the answers. */
export function createQuizStore(db: Db) {
  const byId = db.prepare<[string], QuizRow>(`select ${columns} from quiz where quiz_id = ?`)
  const newest = db.prepare<[number], QuizRow>(
    `select ${columns} from quiz order by started_at desc, quiz_id desc limit ?`,
  )
  const open = db.prepare<[], QuizRow>(`select ${columns} from quiz where closed_at is null`)
  const questions = db.prepare<[string], QuestionRow>(
    `select n, question_json, answer_json, answered_at, sure, is_flagged
    from quiz_question where quiz_id = ? order by n`,
  )
  const question = db.prepare<[string, number], QuestionRow>(
    `select n, question_json, answer_json, answered_at, sure, is_flagged
    from quiz_question where quiz_id = ? and n = ?`,
  )
  const attempts = db.prepare<[string], { count: number }>(
    "select count(*) as count from quiz where plan_json -> 'deckIds' = ?",
  )
  return {
    find: (quizId: string): StoredQuiz | null => {
      const row = byId.get(quizId)
      return row ? toQuiz(row) : null
    },
    newest: (limit: number): StoredQuiz[] => newest.all(limit).map(toQuiz),
    open: (): StoredQuiz[] => open.all().map(toQuiz),
    /** How many quizzes were drawn from exactly these decks. */
    attemptsOn: (deckIds: readonly string[]): number =>
      attempts.get(JSON.stringify(deckIds))?.count ?? 0,
    questions: (quizId: string): StoredQuestion[] => questions.all(quizId).map(toQuestion),
    question: (quizId: string, n: number): StoredQuestion | null => {
      const row = question.get(quizId, n)
      return row ? toQuestion(row) : null
    },
    insert(tx: WriteDb, quiz: StoredQuiz, drawn: readonly QuizQuestion[]): void {
      const { plan, clock, turn, ...plain } = quiz
      tx.prepare(
        `insert into quiz (${columns})
        values (@quizId, @seed, @attempt, @plan, @repeats, @studyDay, @startedAt, @elapsedMs, @monoMs, @wallAt,
          @process, @isAsleep, @turn, @turnSinceMs, @closedAt, @closedBy)`,
      ).run({
        ...plain,
        ...clockColumns(clock),
        plan: JSON.stringify(plan),
        turn: turn.n,
        turnSinceMs: turn.sinceMs,
      })
      const put = tx.prepare(
        'insert into quiz_question (quiz_id, n, card_id, question_json, is_flagged) values (?, ?, ?, ?, 0)',
      )
      for (const [n, question] of drawn.entries()) {
        put.run(quiz.quizId, n, question.cardId, JSON.stringify(question))
      }
    },
    answer(tx: WriteDb, { quizId, n, chosen, sure, at }: GivenAnswer): void {
      tx.prepare(
        `update quiz_question set answer_json = @answer, answered_at = @at, sure = @sure
        where quiz_id = @quizId and n = @n`,
      ).run({ quizId, n, at, sure, answer: toJsonOrNull(chosen) })
    },
    flag(tx: WriteDb, quizId: string, n: number, isFlagged: boolean): void {
      tx.prepare('update quiz_question set is_flagged = ? where quiz_id = ? and n = ?').run(
        isFlagged ? 1 : 0,
        quizId,
        n,
      )
    },
    /** Keeps how much of the time has gone, and whose turn it is. */
    keepTime(tx: WriteDb, { quizId, clock, turn }: StoredQuiz): void {
      tx.prepare(
        `update quiz
        set elapsed_ms = @elapsedMs, mono_ms = @monoMs, wall_at = @wallAt, process = @process,
          is_asleep = @isAsleep, turn = @turn, turn_since_ms = @turnSinceMs
        where quiz_id = @quizId`,
      ).run({ quizId, ...clockColumns(clock), turn: turn.n, turnSinceMs: turn.sinceMs })
    },
    close(tx: WriteDb, quizId: string, at: EpochMs, by: 'learner' | 'expired'): void {
      tx.prepare(
        'update quiz set closed_at = ?, closed_by = ? where quiz_id = ? and closed_at is null',
      ).run(at, by, quizId)
    },
  }
}
