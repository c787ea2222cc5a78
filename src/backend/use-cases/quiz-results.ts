import type { Output, Parsed } from '#contract/api.ts'
import type { QuizLine } from '#contract/shapes/quiz.ts'
import { AppError } from '#domain/errors.ts'
import { mixedUpWith } from '#domain/quiz/figures.ts'
import { keyInWords } from '#domain/quiz/question.ts'
import { isRight, markFor, scoreQuiz } from '#domain/quiz/score.ts'
import type { Context } from '../context.ts'
import { write } from '../store/open.ts'
import type { StoredQuestion, StoredQuiz } from '../store/quizzes.ts'
import { markOrNull } from './contest-card.ts'
import { fedBy } from './feed-schedule.ts'
import { closeQuiz, findQuiz, leftOf, settle } from './quiz-clock.ts'
import { plainPlan } from './quiz-templates.ts'
import { plainAnswer } from './take-quiz.ts'

const scored = (context: Context, quiz: StoredQuiz) => {
  const questions = context.quizzes.questions(quiz.quizId)
  const contested = context.contests.setAside(quiz.quizId)
  const asked = questions.map((stored) => ({ ...stored, isSetAside: contested.has(stored.n) }))
  return { questions, contested, score: scoreQuiz(asked, quiz.plan) }
}

/** Hands a quiz in; one that is closed already stays as it is. @throws AppError quiz_not_found */
export function submitQuiz(context: Context, input: Parsed<'submitQuiz'>): Output<'submitQuiz'> {
  const quiz = findQuiz(context, input.quizId)
  if (quiz.closedAt === null) {
    write(context.db, (tx) => closeQuiz(context, tx, quiz, 'learner'))
    context.changed(['quizzes', 'study', 'decks'])
  }
  return getQuizResult(context, input)
}

function reviewOf(context: Context, quiz: StoredQuiz, stored: StoredQuestion) {
  const { n, question, chosen, sure, isFlagged } = stored
  return {
    n,
    cardId: question.cardId,
    sourceId: context.cards.find(question.cardId)?.sourceId ?? null,
    kind: question.kind,
    roleName: question.roleName,
    prompt: question.prompt,
    options: question.options.map(({ text, correct }) => ({ text, correct })),
    lefts: [...(question.lefts ?? [])],
    key: keyInWords(question),
    chosen: plainAnswer(chosen),
    sure,
    isFlagged,
    right: isRight(stored),
    mark: markFor(stored, quiz.plan),
    mixedUpWith: mixedUpWith(stored),
    reason: question.reason,
    passages: question.passages.map((passage) => ({ ...passage })),
  }
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
  const { perRole, perTopic, ...figures } = score
  return {
    ...figures,
    quizId: quiz.quizId,
    day: quiz.studyDay,
    closedBy: quiz.closedBy,
    plan: plainPlan(quiz.plan),
    attempt: quiz.attempt,
    minutes: quiz.plan.minutes,
    usedMs: Math.round(quiz.clock.elapsedMs),
    repeats: quiz.repeats,
    fed: fedBy(context, quiz.quizId),
    roles: perRole.map(({ name, right, total, percent }) => ({
      roleName: name,
      right,
      total,
      percent,
    })),
    topics: perTopic.map(({ name, roleName, right, total, percent }) => ({
      text: name,
      roleName,
      right,
      total,
      percent,
    })),
    questions: questions.map((stored) => ({
      ...reviewOf(context, quiz, stored),
      contest: markOrNull(contested.get(stored.n)),
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
    remainingMs: leftOf(quiz),
    // While the clock runs a score would give keys away.
    right: isOpen ? 0 : score.right,
    answered: score.answered,
    total: score.total,
    percent: isOpen ? 0 : score.percent,
    isPassed: isOpen ? null : score.isPassed,
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
