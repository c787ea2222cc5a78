import * as v from 'valibot'
import { rejectReasons } from '#domain/cards/decision.ts'
import { faults } from '#domain/contests/contest.ts'
import { CardFace, Count, Day, Id, Passage } from './common.ts'
import { Wording } from './review.ts'

export const FaultShape = v.picklist(faults)
export const RejectReasonShape = v.picklist(rejectReasons)

/** What is contested: a card, or a question of a quiz with the card it was made from. */
export const ContestTarget = v.variant('from', [
  v.strictObject({ from: v.literal('card'), cardId: Id }),
  v.strictObject({ from: v.literal('question'), quizId: Id, n: Count }),
])
export type ContestTarget = v.InferOutput<typeof ContestTarget>

/** The same `contestId` sent twice counts once. */
export const NewContest = v.strictObject({
  contestId: v.pipe(v.string(), v.uuid()),
  target: ContestTarget,
  fault: FaultShape,
  note: v.pipe(v.string(), v.trim(), v.maxLength(1000)),
})

/** What is said against a card. */
export const ContestMark = v.object({
  contestId: Id,
  fault: FaultShape,
  note: v.string(),
  isOpen: v.boolean(),
})
export type ContestMark = v.InferOutput<typeof ContestMark>

export const ContestResult = v.object({ ...ContestMark.entries, cardId: Id })

/** A contested card as the list shows it. */
export const ContestedCard = v.object({
  ...ContestResult.entries,
  day: Day,
  /** As it was asked. */
  asked: v.object({
    prompt: v.string(),
    options: v.array(v.string()),
    key: v.string(),
    passages: v.array(Passage),
  }),
  /** As the card reads now. */
  face: CardFace,
  roleName: v.string(),
  sourceId: Id,
  sourceTitle: v.string(),
})
export type ContestedCard = v.InferOutput<typeof ContestedCard>

const ref = { contestId: Id }

/** `kept`: back as it was; `edited`: back in the learner's words; `rejected`: gone for good. */
export const Settling = v.variant('outcome', [
  v.strictObject({ ...ref, outcome: v.literal('kept') }),
  v.strictObject({
    ...ref,
    outcome: v.literal('edited'),
    prompt: Wording.entries.prompt,
    answer: Wording.entries.answer,
  }),
  v.strictObject({ ...ref, outcome: v.literal('rejected'), reason: RejectReasonShape }),
])
