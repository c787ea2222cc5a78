import * as v from 'valibot'
import { changeKinds } from '#domain/cards/reconcile.ts'
import { CardFace, Count, Day, Id } from './common.ts'

export const ChangeKind = v.picklist(changeKinds)
export type ChangeKind = v.InferOutput<typeof ChangeKind>

/** Cards by what a changed document does to them. */
export const ChangeCounts = v.object({
  unchanged: Count,
  moved: Count,
  reworded: Count,
  changed: Count,
  new: Count,
  gone: Count,
})
export type ChangeCounts = v.InferOutput<typeof ChangeCounts>

/** How a card reads on one side of a change, and the words of the document that it stands on. */
export const ChangeSide = v.object({ face: CardFace, passages: v.array(v.string()) })
export type ChangeSide = v.InferOutput<typeof ChangeSide>

/** What a changed document does to one card. */
export const CardUpdate = v.object({
  cardId: Id,
  kind: ChangeKind,
  /** Empty for questions in general. */
  roleName: v.string(),
  /** Null for a new card; a card that comes back has its old side. */
  before: v.nullable(ChangeSide),
  /** Null for a card that is gone. */
  after: v.nullable(ChangeSide),
  /** Answered at least once. */
  isSeen: v.boolean(),
  /** It becomes, or is still, due because of this change. */
  isDue: v.boolean(),
  /** The learner's own wording stays over the new one. */
  isEdited: v.boolean(),
})
export type CardUpdate = v.InferOutput<typeof CardUpdate>

/** What an import would change in the stored document that it is read as a version of. */
export const ImportChanges = v.object({
  counts: ChangeCounts,
  changes: v.array(CardUpdate),
  /** New cards that are left out, because nearly the same were rejected before. */
  suppressed: Count,
})
export type ImportChanges = v.InferOutput<typeof ImportChanges>

/** One update of a document. */
export const DocumentUpdate = v.object({
  version: Count,
  day: Day,
  counts: ChangeCounts,
  changes: v.array(CardUpdate),
})
export type DocumentUpdate = v.InferOutput<typeof DocumentUpdate>

/** A card that the document no longer speaks of; it is kept with its history. */
export const GoneCard = v.object({
  cardId: Id,
  roleName: v.string(),
  side: ChangeSide,
  answers: Count,
})
export type GoneCard = v.InferOutput<typeof GoneCard>

/** What changed in a deck's document, for the deck's own role or for all. */
export const DeckChanges = v.object({
  deckId: Id,
  name: v.string(),
  sourceTitle: v.string(),
  /** The newest first. */
  updates: v.array(DocumentUpdate),
  gone: v.array(GoneCard),
})
export type DeckChanges = v.InferOutput<typeof DeckChanges>
