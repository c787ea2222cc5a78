import type { Output, Parsed } from '#contract/api.ts'
import type { QuizQuestionView } from '#contract/shapes/quiz.ts'
import { AppError } from '#domain/errors.ts'
import { mayAnswer } from '#domain/quiz/attempt-clock.ts'
import { graceMs, isInTurn, timeRules } from '#domain/quiz/plan.ts'
import { isAnswerTo, isGiven, type QuizAnswer } from '#domain/quiz/question.ts'
import { readNow, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import type { StoredQuestion, StoredQuiz } from '../store/quizzes.ts'
import { markOrNull } from './contest-card.ts'
import { findQuiz, leftOf, timeOf } from './quiz-clock.ts'
import { plainPlan } from './quiz-templates.ts'

/** An answer as it travels. */
export const plainAnswer = (answer: QuizAnswer): number | string | number[] | null =>
  typeof answer === 'object' && answer !== null ? [...answer] : answer

const viewQuestion = (
  { n, question, chosen, sure, isFlagged }: StoredQuestion,
  isHidden: boolean,
): Omit<QuizQuestionView, 'contest'> => ({
  n,
  kind: question.kind,
  prompt: isHidden ? '' : question.prompt,
  options: isHidden ? [] : question.options.map((option) => option.text),
  lefts: isHidden ? [] : [...(question.lefts ?? [])],
  chosen: plainAnswer(chosen),
  sure,
  isFlagged,
})

/** A quiz as it may be seen while its clock runs. */
export function viewRun(context: Context, quiz: StoredQuiz): Output<'getQuiz'> {
  const contested = context.contests.setAside(quiz.quizId)
  const isHidden = (n: number) => isInTurn(quiz.plan) && n !== quiz.turn.n
  return {
    quizId: quiz.quizId,
    ...timeOf(quiz),
    plan: plainPlan(quiz.plan),
    startedAt: quiz.startedAt,
    repeats: quiz.repeats,
    questions: context.quizzes.questions(quiz.quizId).map((stored) => ({
      ...viewQuestion(stored, isHidden(stored.n)),
      contest: markOrNull(contested.get(stored.n)),
    })),
  }
}

/** A quiz as it may be seen while the clock runs: without keys. @throws AppError quiz_not_found */
export const getQuiz = (context: Context, input: Parsed<'getQuiz'>): Output<'getQuiz'> =>
  viewRun(context, findQuiz(context, input.quizId))

/**
 * An open quiz, in the grace too.
 * @throws AppError quiz_not_found, quiz_closed {quizId}
 */
function openQuiz(context: Context, quizId: string): StoredQuiz {
  const quiz = findQuiz(context, quizId, graceMs)
  if (quiz.closedAt !== null || !mayAnswer(timeRules(quiz.plan), quiz.clock.elapsedMs))
    throw new AppError('quiz_closed', { quizId })
  return quiz
}

/**
 * Saves one answer at once; null takes it back. Two windows on one quiz save to the same place: the later answer stands.
 * @throws AppError quiz_not_found, quiz_closed {quizId}, question_not_found {n}, question_over {n}
 */
export function answerQuiz(context: Context, input: Parsed<'answerQuiz'>): Output<'answerQuiz'> {
  const { quizId, n, sure } = input
  const chosen = isGiven(input.chosen) ? input.chosen : null
  const quiz = openQuiz(context, quizId)
  const now = readNow(context)
  write(context.db, (tx) => {
    const stored = context.quizzes.question(quizId, n)
    if (!stored || !isAnswerTo(stored.question, chosen))
      throw new AppError('question_not_found', { n })
    if (isInTurn(quiz.plan) && n !== quiz.turn.n) throw new AppError('question_over', { n })
    context.quizzes.answer(tx, { quizId, n, chosen, sure, at: now.at })
    context.quizzes.keepTime(tx, quiz)
    if (stored.answeredAt === null && chosen !== null)
      context.activity.add(tx, now, { quizAnswers: 1 })
  })
  context.changed(['quizzes'])
  const { remainingMs, questionLeftMs, turn } = timeOf(quiz)
  return { n, chosen: plainAnswer(chosen), remainingMs, questionLeftMs, turn }
}

/** Flags a question to look at it again. @throws AppError quiz_not_found, quiz_closed, question_not_found {n} */
export function flagQuestion(
  context: Context,
  { quizId, n, isFlagged }: Parsed<'flagQuestion'>,
): Output<'flagQuestion'> {
  const quiz = openQuiz(context, quizId)
  if (!context.quizzes.question(quizId, n)) throw new AppError('question_not_found', { n })
  write(context.db, (tx) => context.quizzes.flag(tx, quizId, n, isFlagged))
  context.changed(['quizzes'])
  return timeOf(quiz)
}

/**
 * Leaves a question for the next, for good. A second window that asks for the same changes nothing.
 * @throws AppError quiz_not_found, quiz_closed {quizId}
 */
export function turnQuiz(context: Context, input: Parsed<'turnQuiz'>): Output<'turnQuiz'> {
  const quiz = openQuiz(context, input.quizId)
  const { n } = quiz.turn
  if (!isInTurn(quiz.plan) || n !== input.n || n + 1 >= quiz.plan.questionCount)
    return viewRun(context, quiz)
  const turned = { ...quiz, turn: { n: n + 1, sinceMs: quiz.clock.elapsedMs } }
  write(context.db, (tx) => context.quizzes.keepTime(tx, turned))
  context.changed(['quizzes'])
  return viewRun(context, turned)
}

/** Keeps how much of the time has gone, so that a crash loses none of it. @throws AppError quiz_not_found */
export function beatQuiz(context: Context, input: Parsed<'beatQuiz'>): Output<'beatQuiz'> {
  const quiz = findQuiz(context, input.quizId)
  if (quiz.closedAt === null && leftOf(quiz) !== 0)
    write(context.db, (tx) => context.quizzes.keepTime(tx, quiz))
  return timeOf(quiz)
}
