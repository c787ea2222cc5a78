import * as v from 'valibot'
import { Count, Day, DueCounts, Id } from './common.ts'

/** A deck in the tree: one per source, below it one per role. Counts of a source include its roles. */
export const Deck = v.object({
  deckId: Id,
  parentId: v.nullable(Id),
  name: v.string(),
  kind: v.picklist(['source', 'role']),
  sourceId: v.nullable(Id),
  cardCount: Count,
  /** Cards answered at least once. */
  seenCount: Count,
  due: DueCounts,
  lastStudiedDay: v.nullable(Day),
  /** Cards that the latest update of its document reworded, changed, added or archived; null when none ever did. */
  changeCount: v.nullable(Count),
})
export type Deck = v.InferOutput<typeof Deck>

/** A deck that comes with the app. */
export const Bundle = v.object({
  bundleId: Id,
  title: v.string(),
  roleCount: Count,
  cardCount: Count,
  /** The source deck in the collection, once added. */
  deckId: v.nullable(Id),
})
export type Bundle = v.InferOutput<typeof Bundle>

export const DeckName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))

/** A document as it is kept: what passages point into. */
export const SourceText = v.object({
  sourceId: Id,
  title: v.string(),
  path: v.string(),
  format: v.picklist(['text', 'markdown', 'html', 'docx', 'pdf']),
  text: v.string(),
})
export type SourceText = v.InferOutput<typeof SourceText>

/** What is saved as a role file: a stored document by its deck, or one that is being imported. */
export const RoleFileSource = v.variant('from', [
  v.strictObject({ from: v.literal('deck'), deckId: Id }),
  v.strictObject({ from: v.literal('import'), importId: Id }),
])

/** A text to be saved as a file of the learner's. */
export const ExportedFile = v.object({ fileName: v.string(), text: v.string() })
export type ExportedFile = v.InferOutput<typeof ExportedFile>
