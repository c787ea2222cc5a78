import {
  isPassed,
  markOf,
  surenessPoints,
  totalMark,
  type Given,
  type Key,
  type Sureness,
} from '#domain/quiz/marking.ts'
import { isNear, type Verdict } from './check.ts'

interface CaseQuestion {
  readonly id: string
  readonly type: Key['kind']
  readonly weight: number
  readonly n?: number
  readonly key: unknown
  readonly tol?: number
  readonly negative?: boolean
  readonly allOrNothing?: boolean
}
export interface ScoreCase {
  readonly quiz: {
    readonly questions: readonly CaseQuestion[]
    readonly passMark: number
    readonly cbm: boolean
  }
  readonly answers: {
    readonly [id: string]: { readonly v: unknown; readonly sure?: Sureness } | undefined
  }
  readonly expect: {
    readonly marks: readonly number[]
    readonly total: number
    readonly max: number
    readonly percent: number
    readonly passed: boolean
    readonly cbm?: number
  }
}

/** The key in our form; the file's own forms are told by the kind of question. */
function keyOf({ type, n = 0, key, tol = 0 }: CaseQuestion): Key {
  switch (type) {
    case 'single':
      return { kind: type, optionCount: n, key: Number(key) }
    case 'multi':
      return { kind: type, optionCount: n, keys: key as number[] } // as: the file's form
    case 'match':
      return { kind: type, key: Object.values(key as Record<string, string>) } // as: the file's form
    case 'order':
      return { kind: type, key: key as string[] } // as: the file's form
    case 'text':
      return { kind: type, accepted: key as string[] } // as: the file's form
    case 'number':
      return { kind: type, key: Number(key), tolerance: tol }
  }
}

function givenOf({ type, key }: CaseQuestion, value: unknown): Given {
  if (value === undefined || value === null) return null
  if (type !== 'match') return value as Given // as: the file's form is ours
  const pairs = value as Record<string, string> // as: the file's form
  return Object.keys(key as object).map((left) => pairs[left]) // as: the file's form
}

function score({ quiz, answers }: ScoreCase): ScoreCase['expect'] {
  const marked = quiz.questions.map((question) => {
    const answer = answers[question.id]
    const given = givenOf(question, answer?.v)
    const rules = {
      isNegative: question.negative === true,
      isPartial: question.allOrNothing !== true,
    }
    const mark = markOf(keyOf(question), given, rules)
    const points =
      given === null || !answer?.sure ? 0 : surenessPoints(mark, answer.sure) * question.weight
    return { mark, weight: question.weight, points }
  })
  const total = totalMark(marked)
  return {
    marks: marked.map(({ mark, weight }) => mark * weight),
    ...total,
    passed: isPassed(total.percent, quiz.passMark),
    ...(quiz.cbm ? { cbm: marked.reduce((sum, { points }) => sum + points, 0) } : {}),
  }
}

const close = (found: number | undefined, expected: number | undefined) =>
  found === expected ||
  (found !== undefined && expected !== undefined && isNear(found, expected, { absolute: 1e-6 }))

/** Marks of quizzes: each question's, total, percent, passed or not, points for being sure. */
export function checkQuizScores(cases: readonly ScoreCase[]): Verdict {
  const wrong = cases.flatMap((each, index) => {
    const { expect } = each
    const found = score(each)
    const isRight =
      expect.marks.every((mark, at) => close(found.marks[at], mark)) &&
      found.marks.length === expect.marks.length &&
      close(found.total, expect.total) &&
      close(found.max, expect.max) &&
      close(found.percent, expect.percent) &&
      close(found.cbm, expect.cbm) &&
      found.passed === expect.passed
    if (isRight) return []
    return [`score ${index}: expected ${JSON.stringify(expect)}, found ${JSON.stringify(found)}`]
  })
  return { cases: cases.length, wrong }
}
