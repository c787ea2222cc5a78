import type { QuizQuestion } from './draw.ts'

export interface AnsweredQuestion {
  readonly question: QuizQuestion
  readonly chosen: number | null
}

interface RoleScore {
  readonly roleName: string
  readonly right: number
  readonly total: number
}

export interface QuizScore {
  readonly right: number
  readonly answered: number
  readonly total: number
  /** 0..100, rounded to one decimal. */
  readonly percent: number
  /** In the order of first appearance. */
  readonly perRole: readonly RoleScore[]
}

/** Is the chosen option the key? An unanswered question is not right. */
export const isRight = ({ question, chosen }: AnsweredQuestion): boolean =>
  chosen !== null && question.options[chosen]?.correct === true

/** One point a right answer, nothing for a wrong or a missing one. */
export function scoreQuiz(answered: readonly AnsweredQuestion[]): QuizScore {
  const right = answered.filter(isRight).length
  const total = answered.length
  const roles = Map.groupBy(answered, ({ question }) => question.roleName)
  return {
    right,
    answered: answered.filter(({ chosen }) => chosen !== null).length,
    total,
    percent: total === 0 ? 0 : Math.round((1000 * right) / total) / 10,
    perRole: [...roles].map(([roleName, own]) => ({
      roleName,
      right: own.filter(isRight).length,
      total: own.length,
    })),
  }
}
