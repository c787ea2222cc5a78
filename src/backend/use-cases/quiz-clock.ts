import type { QuizTime } from '#contract/shapes/quiz.ts'
import { AppError } from '#domain/errors.ts'
import { isOver, leftMs, readClock, type Reading } from '#domain/quiz/attempt-clock.ts'
import { turnAt, type Turn } from '#domain/quiz/in-turn.ts'
import { isInTurn, perQuestionMs, timeRules } from '#domain/quiz/plan.ts'
import type { Context } from '../context.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'
import type { StoredQuiz } from '../store/quizzes.ts'
import { feedSchedule } from './feed-schedule.ts'

/** Both clocks as they stand. */
export const readingOf = (context: Context): Reading => ({
  monoMs: context.clock.mono(),
  wallAt: context.clock.now(),
  process: context.process,
})

/** An open quiz as of this instant: its clock read, questions whose time is over left behind. */
function upToNow(context: Context, quiz: StoredQuiz): { quiz: StoredQuiz; isAtEnd: boolean } {
  const rules = timeRules(quiz.plan)
  const clock = readClock(rules, quiz.clock, readingOf(context))
  const count = quiz.plan.questionCount
  const { isOver: isLastOver, ...turn } = turnAt(quiz.turn, clock.elapsedMs, {
    perQuestionMs: perQuestionMs(quiz.plan),
    count,
  })
  return { quiz: { ...quiz, clock, turn }, isAtEnd: isLastOver || isOver(rules, clock.elapsedMs) }
}

/** How much time goes by until a quiz is over: by its own limit, or by that of its last question. */
function endMs({ plan, turn }: StoredQuiz): number {
  const { limitMs } = timeRules(plan)
  const ownMs = perQuestionMs(plan)
  return Math.min(limitMs ?? Infinity, ownMs === null ? Infinity : turn.sinceMs + ownMs)
}

/** Closes a quiz in the caller's transaction; its answers reach the schedule if that was wished. */
export function closeQuiz(
  context: Context,
  tx: WriteDb,
  quiz: StoredQuiz,
  by: 'learner' | 'expired',
): void {
  const { elapsedMs, reading } = quiz.clock
  // A quiz that ran out is closed as of its end, however late somebody looks.
  const lateMs = by === 'expired' ? Math.max(0, elapsedMs - endMs(quiz)) : 0
  const at = Math.max(quiz.startedAt, Math.round(reading.wallAt - lateMs))
  context.quizzes.keepTime(tx, {
    ...quiz,
    clock: { ...quiz.clock, elapsedMs: elapsedMs - lateMs },
  })
  context.quizzes.close(tx, quiz.quizId, at, by)
  feedSchedule(context, tx, quiz, at)
}

/**
 * An open quiz as it stands at this instant; one whose time has run out is handed in. `graceMs` more are given to an answer
 * that was on its way.
 */
export function settle(context: Context, stored: StoredQuiz, graceMs = 0): StoredQuiz {
  if (stored.closedAt !== null) return stored
  const { quiz, isAtEnd } = upToNow(context, stored)
  const { limitMs } = timeRules(quiz.plan)
  const isInGrace = limitMs !== null && quiz.clock.elapsedMs <= limitMs + graceMs
  if (!isAtEnd || (graceMs > 0 && isInGrace)) {
    // Readings of another run of the program count by the wall clock: once, then by this run's own.
    if (quiz.clock.reading.process !== stored.clock.reading.process)
      write(context.db, (tx) => context.quizzes.keepTime(tx, quiz))
    return quiz
  }
  write(context.db, (tx) => closeQuiz(context, tx, quiz, 'expired'))
  context.changed(['quizzes', 'study', 'decks'])
  return context.quizzes.find(quiz.quizId) ?? quiz
}

/**
 * A quiz by id, as it stands at this instant; one whose time has run out is handed in first.
 * @throws AppError quiz_not_found {quizId}
 */
export function findQuiz(context: Context, quizId: string, graceMs = 0): StoredQuiz {
  const quiz = context.quizzes.find(quizId)
  if (!quiz) throw new AppError('quiz_not_found', { quizId })
  return settle(context, quiz, graceMs)
}

/** What is left of a quiz in ms as it was read; nothing once it is closed, null without a limit. */
export function leftOf(quiz: StoredQuiz): number | null {
  if (quiz.closedAt !== null) return 0
  const left = leftMs(timeRules(quiz.plan), quiz.clock.elapsedMs)
  return left === null ? null : Math.round(left)
}

/** The time of a quiz as pages are told it. */
export function timeOf(quiz: StoredQuiz): QuizTime {
  const ownMs = perQuestionMs(quiz.plan)
  const since = quiz.clock.elapsedMs - quiz.turn.sinceMs
  return {
    status: quiz.closedAt === null ? 'open' : 'closed',
    remainingMs: leftOf(quiz),
    questionLeftMs:
      ownMs === null || quiz.closedAt !== null ? null : Math.max(0, Math.round(ownMs - since)),
    turn: isInTurn(quiz.plan) ? quiz.turn.n : null,
  }
}

/** A new quiz begins with its first question. */
export const firstTurn: Turn = { n: 0, sinceMs: 0 }

/** The computer goes to sleep or wakes up: open quizzes count the time between as their mode says. */
export function noteSleep(context: Context, isAsleep: boolean): void {
  for (const stored of context.quizzes.open()) {
    const clock = readClock(timeRules(stored.plan), stored.clock, readingOf(context), isAsleep)
    write(context.db, (tx) => context.quizzes.keepTime(tx, { ...stored, clock }))
  }
}
