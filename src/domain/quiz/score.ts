import type { QuizQuestion } from './draw.ts'

export interface AnsweredQuestion {
  readonly question: QuizQuestion
  readonly chosen: number | null
  /** Contested: it does not count. */
  readonly isSetAside?: boolean
}

interface RoleScore {
  readonly roleName: string
  readonly right: number
  readonly total: number
}

export interface QuizScore {
  readonly right: number
  readonly answered: number
  /** Questions that count. */
  readonly total: number
  readonly setAside: number
  /** 0..100, rounded to one decimal. */
  readonly percent: number
  /** In the order of first appearance. */
  readonly perRole: readonly RoleScore[]
}

/** Is the chosen option the key? An unanswered question is not right. */
export const isRight = ({ question, chosen }: AnsweredQuestion): boolean =>
  chosen !== null && question.options[chosen]?.correct === true

/** One point a right answer, nothing for a wrong or a missing one; questions that are set aside do not count. */
export function scoreQuiz(asked: readonly AnsweredQuestion[]): QuizScore {
  const counted = asked.filter((question) => question.isSetAside !== true)
  const right = counted.filter(isRight).length
  const total = counted.length
  const roles = Map.groupBy(counted, ({ question }) => question.roleName)
  return {
    right,
    answered: counted.filter(({ chosen }) => chosen !== null).length,
    total,
    setAside: asked.length - total,
    percent: total === 0 ? 0 : Math.round((1000 * right) / total) / 10,
    perRole: [...roles].map(([roleName, own]) => ({
      roleName,
      right: own.filter(isRight).length,
      total: own.length,
    })),
  }
}
