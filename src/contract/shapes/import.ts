import * as v from 'valibot'
import { errorCodes } from '#domain/errors.ts'
import { noticeCodes } from '#domain/roles/notices.ts'
import { CardFace, Count, Fraction, Id, Passage } from './common.ts'
import { DeckName } from './deck.ts'

/** A document on its way in: pasted characters, or a file's bytes in base64. */
export const DocumentContent = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: v.string() }),
  v.strictObject({ kind: v.literal('base64'), data: v.pipe(v.string(), v.base64()) }),
])
export const NewDocument = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  content: DocumentContent,
})

const Params = v.record(v.string(), v.union([v.string(), v.number()]))
const Problem = v.object({ code: v.picklist(errorCodes), params: Params })

/** What a reader should know of how the document was read. */
const Notice = v.object({ code: v.picklist(noticeCodes), params: Params })

export const PreviewCard = v.object({
  cardId: Id,
  roleId: v.nullable(Id),
  face: CardFace,
  passages: v.array(Passage),
  score: Fraction,
})
export type PreviewCard = v.InferOutput<typeof PreviewCard>

export const PreviewRole = v.object({
  roleId: Id,
  name: v.string(),
  aliases: v.array(v.string()),
  anchors: v.array(Passage),
  responsibilityCount: Count,
  /** Responsibilities that no card asks for. */
  uncovered: v.array(v.object({ text: v.string(), passages: v.array(Passage) })),
})
export type PreviewRole = v.InferOutput<typeof PreviewRole>

/** What a document gave, before anything is stored. */
export const ImportPreview = v.object({
  title: v.string(),
  text: v.string(),
  roles: v.array(PreviewRole),
  cards: v.array(PreviewCard),
  notices: v.array(Notice),
  /** Set when this very document is in the collection already. */
  storedDeckId: v.nullable(Id),
})
export type ImportPreview = v.InferOutput<typeof ImportPreview>

export const ImportStatus = v.variant('status', [
  v.object({ status: v.literal('running'), importId: Id, name: v.string(), done: Fraction }),
  v.object({ status: v.literal('ready'), importId: Id, name: v.string() }),
  v.object({ status: v.literal('failed'), importId: Id, name: v.string(), problem: Problem }),
  v.object({ status: v.literal('cancelled'), importId: Id, name: v.string() }),
])
export type ImportStatus = v.InferOutput<typeof ImportStatus>

export const CardEdit = v.strictObject({
  cardId: Id,
  prompt: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000)),
  answer: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000))),
})
export type CardEdit = v.InferOutput<typeof CardEdit>

export const ImportDecision = v.strictObject({
  importId: Id,
  title: DeckName,
  rejectedCardIds: v.array(Id),
  edits: v.array(CardEdit),
})

export const ImportResult = v.object({
  deckId: Id,
  sourceId: Id,
  roleCount: Count,
  cardCount: Count,
  /** True when the same document was stored before: nothing was changed. */
  unchanged: v.boolean(),
})
export type ImportResult = v.InferOutput<typeof ImportResult>
