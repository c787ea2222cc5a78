import type { QuizQuestion } from '#domain/quiz/draw.ts'
import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson } from './rows.ts'

export interface StoredQuiz {
  readonly quizId: string
  readonly seed: string
  readonly deckIds: readonly string[]
  readonly minutes: number
  readonly studyDay: StudyDay
  readonly startedAt: EpochMs
  readonly endsAt: EpochMs
  readonly closedAt: EpochMs | null
  readonly closedBy: 'learner' | 'expired' | null
}

export interface StoredQuestion {
  readonly n: number
  readonly question: QuizQuestion
  readonly chosen: number | null
  readonly answeredAt: EpochMs | null
}

const columns =
  'quiz_id, seed, decks_json, minutes, study_day, started_at, ends_at, closed_at, closed_by'
interface QuizRow {
  quiz_id: string
  seed: string
  decks_json: string
  minutes: number
  study_day: number
  started_at: number
  ends_at: number
  closed_at: number | null
  closed_by: 'learner' | 'expired' | null
}
const toQuiz = (row: QuizRow): StoredQuiz => ({
  quizId: row.quiz_id,
  seed: row.seed,
  deckIds: fromJson<string[]>(row.decks_json),
  minutes: row.minutes,
  studyDay: row.study_day,
  startedAt: row.started_at,
  endsAt: row.ends_at,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
})

/** Quizzes with their questions as they were asked, and the answers. */
export function createQuizStore(db: Db) {
  const byId = db.prepare<[string], QuizRow>(`select ${columns} from quiz where quiz_id = ?`)
  const newest = db.prepare<[number], QuizRow>(
    `select ${columns} from quiz order by started_at desc, quiz_id desc limit ?`,
  )
  const open = db.prepare<[], QuizRow>(`select ${columns} from quiz where closed_at is null`)
  const questions = db.prepare<
    [string],
    { n: number; question_json: string; chosen: number | null; answered_at: number | null }
  >('select n, question_json, chosen, answered_at from quiz_question where quiz_id = ? order by n')
  return {
    find: (quizId: string): StoredQuiz | null => {
      const row = byId.get(quizId)
      return row ? toQuiz(row) : null
    },
    newest: (limit: number): StoredQuiz[] => newest.all(limit).map(toQuiz),
    open: (): StoredQuiz[] => open.all().map(toQuiz),
    questions: (quizId: string): StoredQuestion[] =>
      questions.all(quizId).map((row) => ({
        n: row.n,
        question: fromJson<QuizQuestion>(row.question_json),
        chosen: row.chosen,
        answeredAt: row.answered_at,
      })),
    insert(tx: WriteDb, quiz: StoredQuiz, drawn: readonly QuizQuestion[]): void {
      const { deckIds, ...plain } = quiz
      tx.prepare(
        `insert into quiz (${columns})
        values (@quizId, @seed, @decks, @minutes, @studyDay, @startedAt, @endsAt, @closedAt, @closedBy)`,
      ).run({ ...plain, decks: JSON.stringify(deckIds) })
      const put = tx.prepare(
        'insert into quiz_question (quiz_id, n, card_id, question_json) values (?, ?, ?, ?)',
      )
      for (const [n, question] of drawn.entries()) {
        put.run(quiz.quizId, n, question.cardId, JSON.stringify(question))
      }
    },
    answer(
      tx: WriteDb,
      answer: { quizId: string; n: number; chosen: number | null; at: EpochMs },
    ): void {
      tx.prepare(
        `update quiz_question set chosen = @chosen, answered_at = @at
        where quiz_id = @quizId and n = @n`,
      ).run(answer)
    },
    close(tx: WriteDb, quizId: string, at: EpochMs, by: 'learner' | 'expired'): void {
      tx.prepare(
        'update quiz set closed_at = ?, closed_by = ? where quiz_id = ? and closed_at is null',
      ).run(at, by, quizId)
    },
  }
}
