import { AppError } from '#domain/errors.ts'
import { isExpired, remainingMs } from '#domain/quiz/clock.ts'
import type { EpochMs } from '#domain/time/clock.ts'
import type { Context } from '../context.ts'
import { write } from '../store/open.ts'
import type { StoredQuiz } from '../store/quizzes.ts'

/** A quiz by id; one whose time has run out is handed in first. @throws AppError quiz_not_found {quizId} */
export function findQuiz(context: Context, quizId: string): StoredQuiz {
  const quiz = context.quizzes.find(quizId)
  if (!quiz) throw new AppError('quiz_not_found', { quizId })
  return settle(context, quiz)
}

/** Hands in a quiz whose end instant has passed, as of that instant. */
export function settle(context: Context, quiz: StoredQuiz): StoredQuiz {
  if (quiz.closedAt !== null || !isExpired(quiz.endsAt, context.clock.now())) return quiz
  write(context.db, (tx) => context.quizzes.close(tx, quiz.quizId, quiz.endsAt, 'expired'))
  context.changed(['quizzes', 'study'])
  return context.quizzes.find(quiz.quizId) ?? quiz
}

/** What is left of a quiz at an instant, in ms; nothing once it is closed. */
export const leftOf = (quiz: StoredQuiz, now: EpochMs): number =>
  quiz.closedAt === null ? Math.round(remainingMs(quiz.endsAt, now)) : 0
