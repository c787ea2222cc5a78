import * as v from 'valibot'
import { Count, Day, Id, Instant, Passage } from './common.ts'
import { ContestMark } from './contest.ts'

/** A role that a quiz can draw from, with the number of cards that make a question. */
export const QuizRole = v.object({
  deckId: Id,
  roleName: v.string(),
  sourceTitle: v.string(),
  pool: Count,
})
export type QuizRole = v.InferOutput<typeof QuizRole>

export const QuizPlan = v.strictObject({
  deckIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(500)),
  questionCount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(300)),
})

/** A question without its key: what may be seen while the clock runs. */
export const QuizQuestionView = v.object({
  n: Count,
  kind: v.picklist(['choice', 'truth']),
  prompt: v.string(),
  options: v.array(v.string()),
  chosen: v.nullable(Count),
  /** Set aside because of it: does not count. */
  contest: v.nullable(ContestMark),
})
export type QuizQuestionView = v.InferOutput<typeof QuizQuestionView>

export const QuizRun = v.object({
  quizId: Id,
  status: v.picklist(['open', 'closed']),
  minutes: Count,
  startedAt: Instant,
  endsAt: Instant,
  /** By the backend's clock when this was sent; 0 once closed. */
  remainingMs: Count,
  questions: v.array(QuizQuestionView),
})
export type QuizRun = v.InferOutput<typeof QuizRun>

export const QuizAnswer = v.strictObject({
  quizId: Id,
  n: Count,
  chosen: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9))),
})
export const QuizAnswerResult = v.object({
  n: Count,
  chosen: v.nullable(Count),
  remainingMs: Count,
})

export const QuizQuestionReview = v.object({
  n: Count,
  kind: v.picklist(['choice', 'truth']),
  roleName: v.string(),
  prompt: v.string(),
  options: v.array(v.object({ text: v.string(), correct: v.boolean() })),
  chosen: v.nullable(Count),
  right: v.boolean(),
  reason: v.string(),
  /** The document of the passages. */
  sourceId: v.nullable(Id),
  passages: v.array(Passage),
  /** Set aside because of it: does not count. */
  contest: v.nullable(ContestMark),
})
export type QuizQuestionReview = v.InferOutput<typeof QuizQuestionReview>

export const QuizResult = v.object({
  quizId: Id,
  day: Day,
  /** `expired`: the time ran out and what was there was handed in. */
  closedBy: v.picklist(['learner', 'expired']),
  minutes: Count,
  usedMs: Count,
  right: Count,
  answered: Count,
  /** Questions that count. */
  total: Count,
  /** Contested questions, which do not. */
  setAside: Count,
  /** 0..100. */
  percent: v.number(),
  roles: v.array(v.object({ roleName: v.string(), right: Count, total: Count })),
  questions: v.array(QuizQuestionReview),
})
export type QuizResult = v.InferOutput<typeof QuizResult>

export const QuizLine = v.object({
  quizId: Id,
  day: Day,
  status: v.picklist(['open', 'closed']),
  remainingMs: Count,
  right: Count,
  answered: Count,
  total: Count,
  percent: v.number(),
})
export type QuizLine = v.InferOutput<typeof QuizLine>
