import * as v from 'valibot'
import { CardFace, Id, Passage } from './common.ts'

/** A role that can be practised, with its responsibilities. */
export const PracticeRole = v.object({
  deckId: Id,
  roleName: v.string(),
  sourceTitle: v.string(),
  duties: v.array(v.object({ responsibilityId: Id, text: v.string() })),
})
export type PracticeRole = v.InferOutput<typeof PracticeRole>

/** `cards`: those of the decks, or of one responsibility; `duties`: whose each responsibility is. No deck means all. */
export const PracticeChoice = v.strictObject({
  kind: v.picklist(['cards', 'duties']),
  deckIds: v.pipe(v.array(Id), v.maxLength(500)),
  responsibilityId: v.nullable(Id),
})

/** Something to practise: a card, or a question that is made for the moment and has none. */
export const PracticeItem = v.object({
  key: Id,
  cardId: v.nullable(Id),
  face: CardFace,
  roleName: v.string(),
  sourceId: Id,
  passages: v.array(Passage),
})
export type PracticeItem = v.InferOutput<typeof PracticeItem>
