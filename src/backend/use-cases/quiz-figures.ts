import type { Output } from '#contract/api.ts'
import { confusionsIn, questionFigures } from '#domain/quiz/figures.ts'
import type { Context } from '../context.ts'

/** Quizzes that figures are reckoned from, and rows that a page is told. */
const latestQuizzes = 1000
const mostRows = 200

/** What the quizzes that were handed in tell of questions, and of roles that get mixed up. */
export function getQuizFigures(context: Context): Output<'getQuizFigures'> {
  const closed = context.quizzes.newest(latestQuizzes).filter(({ closedAt }) => closedAt !== null)
  const attempts = closed.toReversed().map(({ quizId }) => {
    const contested = context.contests.setAside(quizId)
    return context.quizzes
      .questions(quizId)
      .map((stored) => ({ ...stored, isSetAside: contested.has(stored.n) }))
  })
  return {
    questions: questionFigures(attempts)
      .slice(0, mostRows)
      .map((each) => ({ ...each, deadOptions: [...each.deadOptions] })),
    confusions: confusionsIn(attempts)
      .slice(0, mostRows)
      .map((each) => ({ ...each, cardIds: each.cardIds.slice(0, 500) })),
  }
}
