import { isPassed, surenessPoints, totalMark, type MarkRules, type Sureness } from './marking.ts'
import { isGiven, markAnswer, type QuizAnswer, type QuizQuestion } from './question.ts'

export interface AnsweredQuestion {
  readonly question: QuizQuestion
  readonly chosen: QuizAnswer
  readonly sure?: Sureness | null
  /** Contested: it does not count. */
  readonly isSetAside?: boolean
}

export interface ScoreRules extends MarkRules {
  /** 0..100; null: nothing to pass. */
  readonly passMark: number | null
}
export const plainRules: ScoreRules = { isNegative: false, isPartial: true, passMark: null }

export interface PartScore {
  readonly name: string
  readonly roleName: string
  readonly right: number
  readonly total: number
  /** 0..100, rounded to one decimal. */
  readonly percent: number
}

export interface QuizScore {
  /** Questions that got the whole mark. */
  readonly right: number
  readonly answered: number
  /** Questions that count. */
  readonly total: number
  readonly setAside: number
  /** Marks of all questions together, never below 0. */
  readonly points: number
  /** 0..100, rounded to one decimal. */
  readonly percent: number
  readonly isPassed: boolean | null
  /** Points for being sure, of those answers that said so; null when none did. */
  readonly surenessPoints: number | null
  /** In the order of first appearance. */
  readonly perRole: readonly PartScore[]
  readonly perTopic: readonly PartScore[]
}

const rounded = (percent: number) => Math.round(percent * 10) / 10

/** The mark of an answered question, as a share of what it is worth. */
export const markFor = ({ question, chosen }: AnsweredQuestion, rules: MarkRules): number =>
  markAnswer(question, chosen, rules)

/** Does the answer get the whole mark? An unanswered question is not right. */
export const isRight = (answered: AnsweredQuestion): boolean => markFor(answered, plainRules) >= 1

function partOf(name: string, own: readonly AnsweredQuestion[], rules: ScoreRules): PartScore {
  const { percent } = totalMark(own.map((each) => ({ mark: markFor(each, rules), weight: 1 })))
  return {
    name,
    roleName: own[0]?.question.roleName ?? '',
    right: own.filter(isRight).length,
    total: own.length,
    percent: rounded(percent),
  }
}

function sureOf(counted: readonly AnsweredQuestion[], rules: ScoreRules): number | null {
  const said = counted.filter(({ chosen, sure }) => sure && isGiven(chosen))
  if (said.length === 0) return null
  return said.reduce(
    (sum, each) => sum + (each.sure ? surenessPoints(markFor(each, rules), each.sure) : 0),
    0,
  )
}

/** The score of a quiz; questions that are set aside do not count. */
export function scoreQuiz(
  asked: readonly AnsweredQuestion[],
  rules: ScoreRules = plainRules,
): QuizScore {
  const counted = asked.filter((question) => question.isSetAside !== true)
  const { total: points, percent } = totalMark(
    counted.map((each) => ({ mark: markFor(each, rules), weight: 1 })),
  )
  const roles = Map.groupBy(counted, ({ question }) => question.roleName)
  const withTopic = counted.filter(({ question }) => question.topic)
  const topics = Map.groupBy(withTopic, ({ question }) => question.topic?.id ?? '')
  return {
    right: counted.filter(isRight).length,
    answered: counted.filter(({ chosen }) => isGiven(chosen)).length,
    total: counted.length,
    setAside: asked.length - counted.length,
    points,
    percent: rounded(percent),
    isPassed:
      rules.passMark === null || counted.length === 0 ? null : isPassed(percent, rules.passMark),
    surenessPoints: sureOf(counted, rules),
    perRole: [...roles].map(([name, own]) => partOf(name, own, rules)),
    perTopic: [...topics.values()].map((own) =>
      partOf(own[0]?.question.topic?.text ?? '', own, rules),
    ),
  }
}
