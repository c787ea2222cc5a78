import * as v from 'valibot'
import { CardFace, Count, Id, Passage } from './common.ts'
import { HandWritten } from './review.ts'

/** A card that was forgotten so often that it should be looked at. */
export const Leech = v.object({
  cardId: Id,
  face: CardFace,
  roleId: v.nullable(Id),
  roleName: v.string(),
  sourceId: Id,
  sourceTitle: v.string(),
  passages: v.array(Passage),
  lapses: Count,
  /** The duty that it asks for, in the document's words; empty where it asks for something else. */
  duty: v.string(),
  /** The other roles of its document, the one it was taken for most often first. */
  others: v.array(v.object({ roleId: Id, name: v.string() })),
})
export type Leech = v.InferOutput<typeof Leech>

/** Cards of the learner's own beside a card. The card itself is then in order, or goes: one step that can be taken back. */
export const CardsBeside = v.strictObject({
  stepId: v.pipe(v.string(), v.uuid()),
  cardId: Id,
  cards: v.pipe(v.array(HandWritten), v.minLength(1), v.maxLength(9)),
  then: v.picklist(['leech', 'delete']),
})
