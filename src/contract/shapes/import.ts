import * as v from 'valibot'
import { errorCodes } from '#domain/errors.ts'
import { noticeCodes } from '#domain/roles/notices.ts'
import { ChangeCounts } from './changes.ts'
import { CardFace, Count, Fraction, Id, Passage } from './common.ts'
import { DeckName } from './deck.ts'
import { CardChange, Fix, KindTally, Miss, ReviewShape } from './review.ts'

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
  /** Ids of the facts that it asks for. */
  targets: v.array(v.string()),
  face: CardFace,
  passages: v.array(Passage),
  score: Fraction,
})
export type PreviewCard = v.InferOutput<typeof PreviewCard>

/** A responsibility, with or without cards. */
const PreviewDuty = v.object({
  dutyId: Id,
  text: v.string(),
  title: v.nullable(v.string()),
  passages: v.array(Passage),
})
export type PreviewDuty = v.InferOutput<typeof PreviewDuty>

export const PreviewRole = v.object({
  roleId: Id,
  name: v.string(),
  aliases: v.array(v.string()),
  anchors: v.array(Passage),
  duties: v.array(PreviewDuty),
})
export type PreviewRole = v.InferOutput<typeof PreviewRole>

/** A stored document that the import is, or may be, the next version of. */
export const KnownDocument = v.object({
  sourceId: Id,
  /** The name of its deck, which may be hidden. */
  title: v.string(),
  /** How it was recognised: by its very words, a role file's own id, the file's name, or only by likeness. */
  likeness: v.picklist(['same', 'key', 'name', 'alike']),
  /** The import is read as its next version. */
  isChosen: v.boolean(),
})
export type KnownDocument = v.InferOutput<typeof KnownDocument>

/** What a document gave, before anything is stored. */
export const ImportPreview = v.object({
  title: v.string(),
  text: v.string(),
  roles: v.array(PreviewRole),
  cards: v.array(PreviewCard),
  notices: v.array(Notice),
  /** Set when this very document is in the collection already. */
  storedDeckId: v.nullable(Id),
  known: v.nullable(KnownDocument),
  misses: v.array(Miss),
  review: ReviewShape,
  /** From the cards of other documents. */
  tally: v.array(KindTally),
})
export type ImportPreview = v.InferOutput<typeof ImportPreview>

export const ImportStatus = v.variant('status', [
  v.object({ status: v.literal('running'), importId: Id, name: v.string(), done: Fraction }),
  v.object({ status: v.literal('ready'), importId: Id, name: v.string() }),
  v.object({ status: v.literal('failed'), importId: Id, name: v.string(), problem: Problem }),
  v.object({ status: v.literal('cancelled'), importId: Id, name: v.string() }),
])
export type ImportStatus = v.InferOutput<typeof ImportStatus>

/** Decisions about cards that belong together: one step for undo. */
export const ImportStep = v.strictObject({
  importId: Id,
  changes: v.pipe(v.array(CardChange), v.minLength(1)),
})
/** What is said of the document from now on, in place of what was said before. */
export const ImportFixes = v.strictObject({
  importId: Id,
  fixes: v.pipe(v.array(Fix), v.maxLength(1000)),
})
/** How many steps there are to undo. */
export const ImportMoved = v.object({ importId: Id, steps: Count })

export const ImportDecision = v.strictObject({ importId: Id, title: DeckName })

export const ImportResult = v.object({
  deckId: Id,
  sourceId: Id,
  roleCount: Count,
  cardCount: Count,
  /** True when the same document was stored before: nothing was changed. */
  unchanged: v.boolean(),
  /** Set when a stored document was brought up to date. */
  update: v.nullable(v.object({ version: Count, counts: ChangeCounts })),
})
export type ImportResult = v.InferOutput<typeof ImportResult>
