import * as v from 'valibot'
import { sureness } from '#domain/quiz/marking.ts'
import { questionKinds, quizKinds } from '#domain/quiz/question.ts'
import { Count, Day, Id, Instant, Passage } from './common.ts'
import { ContestMark } from './contest.ts'
import { QuizPlan } from './quiz-plan.ts'

/** A role that a quiz can draw from, with the number of cards that make a question. */
export const QuizRole = v.object({
  deckId: Id,
  roleName: v.string(),
  sourceTitle: v.string(),
  pool: Count,
  /** The same by the kinds of question that a card can become. */
  pools: v.array(v.object({ kinds: v.array(v.picklist(quizKinds)), cards: Count })),
})
export type QuizRole = v.InferOutput<typeof QuizRole>

/** An option; several in the order in which they were chosen (matching: one for each left side); or what was typed. */
export const AnswerShape = v.nullable(
  v.union([
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
    v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(20)),
    v.pipe(v.string(), v.maxLength(1000)),
  ]),
)
export const SurenessShape = v.picklist(sureness)

/** A question without its key: what may be seen while the clock runs. */
export const QuizQuestionView = v.object({
  n: Count,
  kind: v.picklist(questionKinds),
  /** Empty, as options and lefts are, while it is another question's turn. */
  prompt: v.string(),
  options: v.array(v.string()),
  /** Matching: what options are laid beside. */
  lefts: v.array(v.string()),
  chosen: AnswerShape,
  sure: v.nullable(SurenessShape),
  isFlagged: v.boolean(),
  /** Set aside because of it: does not count. */
  contest: v.nullable(ContestMark),
})
export type QuizQuestionView = v.InferOutput<typeof QuizQuestionView>

/** What is left of the time, by the backend's clock when this was sent; null: no limit. 0 once closed. */
const timeLeft = {
  remainingMs: v.nullable(Count),
  /** Of the question whose turn it is. */
  questionLeftMs: v.nullable(Count),
  /** The question on screen, where they come one after the other. */
  turn: v.nullable(Count),
}

export const QuizRun = v.object({
  quizId: Id,
  status: v.picklist(['open', 'closed']),
  plan: QuizPlan,
  startedAt: Instant,
  ...timeLeft,
  /** Questions that the attempt before had asked too, because there were no others. */
  repeats: Count,
  questions: v.array(QuizQuestionView),
})
export type QuizRun = v.InferOutput<typeof QuizRun>

export const QuizAnswer = v.strictObject({
  quizId: Id,
  n: Count,
  chosen: AnswerShape,
  sure: v.optional(v.nullable(SurenessShape), null),
})
export const QuizAnswerResult = v.object({
  n: Count,
  chosen: AnswerShape,
  ...timeLeft,
})
export const QuizTime = v.object({ status: v.picklist(['open', 'closed']), ...timeLeft })
export type QuizTime = v.InferOutput<typeof QuizTime>

export const QuizQuestionReview = v.object({
  n: Count,
  kind: v.picklist(questionKinds),
  cardId: Id,
  roleName: v.string(),
  prompt: v.string(),
  options: v.array(v.object({ text: v.string(), correct: v.boolean() })),
  lefts: v.array(v.string()),
  /** What is right, in words. */
  key: v.array(v.string()),
  chosen: AnswerShape,
  sure: v.nullable(SurenessShape),
  isFlagged: v.boolean(),
  right: v.boolean(),
  /** The share of the question's worth that the answer got. */
  mark: v.number(),
  /** Whose it is what was taken for this role's, where that is known. */
  mixedUpWith: v.nullable(v.string()),
  reason: v.string(),
  /** The document of the passages. */
  sourceId: v.nullable(Id),
  passages: v.array(Passage),
  /** Set aside because of it: does not count. */
  contest: v.nullable(ContestMark),
})
export type QuizQuestionReview = v.InferOutput<typeof QuizQuestionReview>

const part = { right: Count, total: Count, percent: v.number() }

export const QuizResult = v.object({
  quizId: Id,
  day: Day,
  /** `expired`: the time ran out and what was there was handed in. */
  closedBy: v.picklist(['learner', 'expired']),
  plan: QuizPlan,
  attempt: Count,
  minutes: v.nullable(Count),
  usedMs: Count,
  right: Count,
  answered: Count,
  /** Questions that count. */
  total: Count,
  /** Contested questions, which do not. */
  setAside: Count,
  /** Marks of all questions together. */
  points: v.number(),
  /** 0..100. */
  percent: v.number(),
  /** Null: nothing to pass. */
  isPassed: v.nullable(v.boolean()),
  /** Points for being sure; no part of the score. */
  surenessPoints: v.nullable(v.number()),
  repeats: Count,
  /** Cards whose schedule the answers changed, and whether that was taken back. */
  fed: v.object({ cards: Count, isUndone: v.boolean() }),
  roles: v.array(v.object({ roleName: v.string(), ...part })),
  topics: v.array(v.object({ text: v.string(), roleName: v.string(), ...part })),
  questions: v.array(QuizQuestionReview),
})
export type QuizResult = v.InferOutput<typeof QuizResult>

export const QuizFigures = v.object({
  questions: v.array(
    v.object({
      cardId: Id,
      prompt: v.string(),
      roleName: v.string(),
      answers: Count,
      /** 0..1; null where too few answers tell nothing, as below. */
      facility: v.nullable(v.number()),
      isTooEasy: v.boolean(),
      deadOptions: v.array(v.string()),
      discrimination: v.nullable(v.number()),
      efficiency: v.nullable(v.number()),
    }),
  ),
  confusions: v.array(
    v.object({ roleName: v.string(), takenFor: v.string(), count: Count, cardIds: v.array(Id) }),
  ),
})

export const QuizLine = v.object({
  quizId: Id,
  day: Day,
  status: v.picklist(['open', 'closed']),
  /** Null: no limit. */
  remainingMs: v.nullable(Count),
  right: Count,
  answered: Count,
  total: Count,
  percent: v.number(),
  isPassed: v.nullable(v.boolean()),
})
export type QuizLine = v.InferOutput<typeof QuizLine>
