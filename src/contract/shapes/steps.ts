import * as v from 'valibot'
import { stepKinds } from '#domain/study/steps.ts'
import { Count, Id } from './common.ts'
import { FlagShape, MarksShape } from './marks.ts'
import { Wording } from './review.ts'
import { GradeShape, MemoryShape } from './study.ts'

const Uuid = v.pipe(v.string(), v.uuid())
/** What can be done with cards by hand; each is a step that can be taken back. */
export const CardAct = v.variant('do', [
  /** Away until tomorrow. */
  v.strictObject({ do: v.literal('bury'), on: v.boolean() }),
  v.strictObject({ do: v.literal('suspend'), on: v.boolean() }),
  v.strictObject({ do: v.literal('flag'), flag: FlagShape }),
  /** New again; its history stays in the log. */
  v.strictObject({ do: v.literal('reset') }),
  /** Comes back so many days from today; for cards that were answered once. */
  v.strictObject({
    do: v.literal('date'),
    inDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500)),
  }),
  /** The learner's words, the schedule stays; null takes the document's own again. */
  v.strictObject({ do: v.literal('edit'), wording: v.nullable(Wording) }),
  v.strictObject({ do: v.literal('delete'), on: v.boolean() }),
  /** A card that was forgotten often is in order. */
  v.strictObject({ do: v.literal('leech') }),
])
export type CardAct = v.InferOutput<typeof CardAct>

/** The same `stepId` sent twice counts once. */
export const NewStep = v.strictObject({
  stepId: Uuid,
  cardIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100_000)),
  act: CardAct,
})

/** Null takes back the latest step. */
export const StepBack = v.strictObject({ stepId: v.nullable(Id) })

/** A step in a few facts, from which the page makes a sentence. */
export const Step = v.object({
  stepId: Id,
  kind: v.picklist(stepKinds),
  grade: v.nullable(GradeShape),
  flag: v.nullable(FlagShape),
  /** False where a mark is taken off. */
  isOn: v.boolean(),
  cardCount: Count,
  /** What the first of its cards asks. */
  prompt: v.string(),
})
export type Step = v.InferOutput<typeof Step>

export const StepCard = v.object({
  cardId: Id,
  revision: Count,
  memory: MemoryShape,
  marks: MarksShape,
})

/** A step that was taken, taken back or done again, and the first of its cards as they are now. */
export const StepResult = v.object({ step: Step, cards: v.array(StepCard) })
export type StepResult = v.InferOutput<typeof StepResult>

/** What can be taken back, and done again, next. */
export const Steps = v.object({ undo: v.nullable(Step), redo: v.nullable(Step) })
