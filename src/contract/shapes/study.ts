import * as v from 'valibot'
import { CardUpdate } from './changes.ts'
import { CardFace, Count, Day, DueCounts, Id, Instant, Passage } from './common.ts'
import { Backlog } from './deck-options.ts'
import { MarksShape } from './marks.ts'
import { EasyDays } from './settings.ts'

export const GradeShape = v.picklist([1, 2, 3, 4])

const seen = {
  stability: v.pipe(v.number(), v.gtValue(0)),
  difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
  reps: Count,
  lapses: Count,
  lastReviewAt: Instant,
  lastStudyDay: Day,
}
export const LearningShape = v.object({
  kind: v.picklist(['learning', 'relearning']),
  ...seen,
  step: Count,
  dueAt: Instant,
})
export const ReviewShape = v.object({ kind: v.literal('review'), ...seen, dueDay: Day })
export const MemoryShape = v.union([
  v.object({ kind: v.literal('new') }),
  LearningShape,
  ReviewShape,
])

/** A card as the session needs it: what it shows, what the learner has of it, where it comes from. */
export const StudyCard = v.object({
  cardId: Id,
  noteId: Id,
  /** Changes with every answer and edit; an answer to an older one is refused. */
  revision: Count,
  memory: MemoryShape,
  marks: MarksShape,
  face: CardFace,
  roleName: v.string(),
  sourceId: Id,
  sourceTitle: v.string(),
  passages: v.array(Passage),
  /** The recall that its deck aims at. */
  desiredRecall: v.number(),
  /** Set while the learner has not answered, or not chosen, since its document changed. */
  change: v.nullable(CardUpdate),
})
export type StudyCard = v.InferOutput<typeof StudyCard>

/** The cards to study now, in order, and all that the renderer needs to preview intervals. */
export const StudySession = v.object({
  title: v.string(),
  cards: v.array(StudyCard),
  due: DueCounts,
  /** Held back until tomorrow by the daily limits. */
  heldBack: v.object({ fresh: Count, review: Count }),
  backlog: Backlog,
  moment: v.object({ at: Instant, day: Day }),
  scheduling: v.object({
    maximumDays: v.number(),
    learningStepsMs: v.array(v.number()),
    relearningStepsMs: v.array(v.number()),
  }),
  params: v.array(v.number()),
  /** Cards due on each day from today on, and how full each day of the week may be: a preview chooses days by them. */
  dueCounts: v.array(Count),
  easyDays: EasyDays,
})
export type StudySession = v.InferOutput<typeof StudySession>

/** Which cards to study: of these decks, none meaning all, and of those only what a search finds. */
export const SessionChoice = v.strictObject({
  deckIds: v.array(Id),
  search: v.exactOptional(v.pipe(v.string(), v.maxLength(20_000))),
})

/** No state and no time travel with an answer: the backend re-reads and uses its own clock. */
export const Answer = v.strictObject({
  answerId: v.pipe(v.string(), v.uuid()),
  cardId: Id,
  revision: Count,
  grade: GradeShape,
  tookMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The options that were chosen, in words. */
  chosen: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(1000))), v.maxLength(20))),
})
export const Practice = v.strictObject({
  answerId: v.pipe(v.string(), v.uuid()),
  cardId: Id,
  grade: GradeShape,
  tookMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export const AnswerResult = v.object({
  answerId: Id,
  cardId: Id,
  revision: Count,
  memory: MemoryShape,
})
export type AnswerResult = v.InferOutput<typeof AnswerResult>
