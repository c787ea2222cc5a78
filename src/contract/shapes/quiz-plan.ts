import * as v from 'valibot'
import { quizModes } from '#domain/quiz/attempt-clock.ts'
import { quizKinds } from '#domain/quiz/question.ts'
import { Id } from './common.ts'

const between = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** Kinds that are answered by choosing. */
const chosenKinds = quizKinds.filter((kind) => kind !== 'typed' && kind !== 'cloze')

/** How a quiz is set up. What is left out is as in the plainest quiz: an exam, drawn anew, that changes no schedule. */
export const QuizPlan = v.strictObject({
  deckIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(500)),
  search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
  cardIds: v.optional(v.nullable(v.pipe(v.array(Id), v.minLength(1), v.maxLength(500))), null),
  questionCount: between(1, 500),
  kinds: v.optional(v.pipe(v.array(v.picklist(quizKinds)), v.minLength(1)), () => [...chosenKinds]),
  minutes: v.nullable(between(1, 300)),
  secondsPerQuestion: v.optional(v.nullable(between(5, 3600)), null),
  mode: v.optional(v.picklist(quizModes), 'exam'),
  isNegative: v.optional(v.boolean(), false),
  isPartial: v.optional(v.boolean(), true),
  passMark: v.optional(v.nullable(between(0, 100)), null),
  asksSureness: v.optional(v.boolean(), false),
  isShuffled: v.optional(v.boolean(), true),
  isSequential: v.optional(v.boolean(), false),
  feeds: v.optional(v.boolean(), false),
  seed: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))), null),
  form: v.optional(between(1, 50), 1),
})
export type QuizPlan = v.InferOutput<typeof QuizPlan>

export const QuizTemplate = v.object({ templateId: Id, name: v.string(), plan: QuizPlan })
export type QuizTemplate = v.InferOutput<typeof QuizTemplate>

/** One with the same name is replaced. */
export const NewTemplate = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  plan: QuizPlan,
})
