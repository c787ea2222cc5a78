import type { Output, Parsed } from '#contract/api.ts'
import type { QuizLine } from '#contract/shapes/quiz.ts'
import { AppError } from '#domain/errors.ts'
import { scoreQuiz } from '#domain/quiz/score.ts'
import type { Context } from '../context.ts'
import { write } from '../store/open.ts'
import type { StoredQuiz } from '../store/quizzes.ts'
import { markOrNull } from './contest-card.ts'
import { findQuiz, leftOf, settle } from './quiz-clock.ts'

const scored = (context: Context, quiz: StoredQuiz) => {
  const questions = context.quizzes.questions(quiz.quizId)
  const contested = context.contests.setAside(quiz.quizId)
  const asked = questions.map(({ n, question, chosen }) => ({
    question,
    chosen,
    isSetAside: contested.has(n),
  }))
  return { questions, contested, score: scoreQuiz(asked) }
}

/** Hands a quiz in; one that is closed already stays as it is. @throws AppError quiz_not_found */
export function submitQuiz(context: Context, input: Parsed<'submitQuiz'>): Output<'submitQuiz'> {
  const quiz = findQuiz(context, input.quizId)
  if (quiz.closedAt === null) {
    const now = context.clock.now()
    const by = now >= quiz.endsAt ? 'expired' : 'learner'
    const at = Math.min(now, quiz.endsAt)
    write(context.db, (tx) => context.quizzes.close(tx, quiz.quizId, at, by))
    context.changed(['quizzes', 'study'])
  }
  return getQuizResult(context, input)
}

/** A closed quiz with every key, reason and passage. @throws AppError quiz_not_found, quiz_still_open */
export function getQuizResult(
  context: Context,
  input: Parsed<'getQuizResult'>,
): Output<'getQuizResult'> {
  const quiz = findQuiz(context, input.quizId)
  if (quiz.closedAt === null || quiz.closedBy === null) {
    throw new AppError('quiz_still_open', { quizId: quiz.quizId })
  }
  const { questions, contested, score } = scored(context, quiz)
  return {
    quizId: quiz.quizId,
    day: quiz.studyDay,
    closedBy: quiz.closedBy,
    minutes: quiz.minutes,
    usedMs: Math.max(0, quiz.closedAt - quiz.startedAt),
    right: score.right,
    answered: score.answered,
    total: score.total,
    setAside: score.setAside,
    percent: score.percent,
    roles: score.perRole.map(({ roleName, right, total }) => ({ roleName, right, total })),
    questions: questions.map(({ n, question, chosen }) => ({
      n,
      contest: markOrNull(contested.get(n)),
      sourceId: context.cards.find(question.cardId)?.sourceId ?? null,
      kind: question.kind,
      roleName: question.roleName,
      prompt: question.prompt,
      options: question.options.map(({ text, correct }) => ({ text, correct })),
      chosen,
      right: chosen !== null && question.options[chosen]?.correct === true,
      reason: question.reason,
      passages: question.passages.map((passage) => ({ ...passage })),
    })),
  }
}

function toLine(context: Context, quiz: StoredQuiz): QuizLine {
  const { score } = scored(context, quiz)
  const isOpen = quiz.closedAt === null
  return {
    quizId: quiz.quizId,
    day: quiz.studyDay,
    status: isOpen ? 'open' : 'closed',
    remainingMs: leftOf(quiz, context.clock.now()),
    // While the clock runs a score would give keys away.
    right: isOpen ? 0 : score.right,
    answered: score.answered,
    total: score.total,
    percent: isOpen ? 0 : score.percent,
  }
}

/** The newest quizzes first; those whose time has run out are handed in on the way. */
export function listQuizzes(context: Context): Output<'listQuizzes'> {
  return context.quizzes
    .newest(50)
    .map((quiz) => settle(context, quiz))
    .map((quiz) => toLine(context, quiz))
}

/** The quiz that still runs, if any; the newest of several. */
export function findOpenQuiz(context: Context): QuizLine | null {
  const open = context.quizzes
    .open()
    .map((quiz) => settle(context, quiz))
    .filter((quiz) => quiz.closedAt === null)
    .sort((a, b) => b.startedAt - a.startedAt)[0]
  return open ? toLine(context, open) : null
}
