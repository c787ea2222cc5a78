import type { CardFace } from '#contract/shapes/common.ts'
import type { ChangeKind } from '#domain/cards/reconcile.ts'
import type { SourceFormat } from '#domain/cards/rolegen.ts'
import type { EpochMs } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson, fromJsonOrNull, toJsonOrNull } from './rows.ts'

/** A document as it was in an earlier version. */
export interface EarlierVersion {
  readonly sourceId: string
  readonly version: number
  readonly path: string
  readonly format: SourceFormat
  readonly sha256: string
  readonly text: string
  readonly importedAt: EpochMs
}

/** In a version of its source, a card was generated under another id than its own. */
export interface Alias {
  readonly version: number
  readonly generatedId: string
  readonly cardId: string
}

/** How a card reads on one side of an update, and the words that it stands on. */
export interface ChangeSide {
  readonly face: CardFace
  readonly passages: readonly string[]
}

/** What an update did to one card. */
export interface StoredChange {
  readonly kind: Exclude<ChangeKind, 'unchanged' | 'moved'>
  readonly cardId: string
  readonly roleName: string
  readonly before: ChangeSide | null
  readonly after: ChangeSide | null
  /** The line of the log that made the card due. */
  readonly dueId: string | null
}

export type ChangeCounts = Readonly<Record<ChangeKind, number>>

export interface StoredUpdate {
  readonly version: number
  readonly importedAt: EpochMs
  readonly counts: ChangeCounts
}

interface ChangeRow {
  kind: StoredChange['kind']
  card_id: string
  role_name: string
  before_json: string | null
  after_json: string | null
  due_id: string | null
}
const changeColumns = 'kind, card_id, role_name, before_json, after_json, due_id'
const toChange = (row: ChangeRow): StoredChange => ({
  kind: row.kind,
  cardId: row.card_id,
  roleName: row.role_name,
  before: fromJsonOrNull<ChangeSide>(row.before_json),
  after: fromJsonOrNull<ChangeSide>(row.after_json),
  dueId: row.due_id,
})

/** Earlier versions of documents, what their cards were called, and what each update changed. */
export function createVersionStore(db: Db) {
  const aliases = db.prepare<[string], Alias>(`
    select version, generated_id as generatedId, card_id as cardId
    from card_alias
    where source_id = ?
    order by version desc, generated_id`)
  const versionWithText = db.prepare<[string, string], { version: number }>(
    'select version from source_version where source_id = ? and text = ? order by version desc limit 1',
  )
  const texts = db.prepare<[string, number], { text: string }>(
    'select text from source_version where source_id = ? and version = ?',
  )
  const updates = db.prepare<
    [string],
    { version: number; imported_at: number; counts_json: string }
  >(`
    select source_update.version, coalesce(source_version.imported_at, source.imported_at) as imported_at,
      source_update.counts_json
    from source_update
    join source using (source_id)
    left join source_version
      on source_version.source_id = source_update.source_id and source_version.version = source_update.version
    where source_update.source_id = ?
    order by source_update.version desc`)
  const changes = db.prepare<[string, number], ChangeRow>(`
    select ${changeColumns}
    from source_change
    where source_id = ? and version = ?
    order by n`)
  const latestCounts = db.prepare<[], { deckId: string; sourceId: string; count: number }>(`
    select memory.deck_id as deckId, source.source_id as sourceId,
      sum(source_change.version = source.version) as count
    from source
    join source_change on source_change.source_id = source.source_id
    join memory on memory.card_id = source_change.card_id
    group by memory.deck_id, source.source_id`)
  const ofCard = db.prepare<[string], ChangeRow & { version: number }>(`
    select ${changeColumns}, version
    from source_change
    where card_id = ?
    order by version`)
  // Open: not taken back, and no answer that counts has been given since.
  const openDues = db.prepare<[string], { review_id: string }>(`
    select due.review_id
    from review as due
    where due.card_id = ? and due.kind = 'due'
      and not exists (select 1 from review as undo where undo.undo_of = due.review_id)
      and not exists (
        select 1
        from review as answer
        where answer.card_id = due.card_id and answer.kind = 'study' and answer.n > due.n
          and not exists (select 1 from review as undo where undo.undo_of = answer.review_id)
      )
    order by due.n`)
  return {
    /** The newest first. */
    aliases: (sourceId: string): Alias[] => aliases.all(sourceId),
    /** The latest earlier version with this very text. */
    versionWithText: (sourceId: string, text: string): number | null =>
      versionWithText.get(sourceId, text)?.version ?? null,
    /** The text of an earlier version. */
    textOf: (sourceId: string, version: number): string | null =>
      texts.get(sourceId, version)?.text ?? null,
    /** The newest first. */
    updates: (sourceId: string): StoredUpdate[] =>
      updates.all(sourceId).map((row) => ({
        version: row.version,
        importedAt: row.imported_at,
        counts: fromJson<ChangeCounts>(row.counts_json),
      })),
    changes: (sourceId: string, version: number): StoredChange[] =>
      changes.all(sourceId, version).map(toChange),
    /** How many changes the latest update of each document lists, by the decks of their cards; 0 where only earlier ones do. */
    latestCounts: (): readonly {
      readonly deckId: string
      readonly sourceId: string
      readonly count: number
    }[] => latestCounts.all(),
    /** What updates did to a card, the oldest first. */
    changesOfCard: (cardId: string): (StoredChange & { version: number })[] =>
      ofCard.all(cardId).map((row) => ({ ...toChange(row), version: row.version })),
    /** The lines that made a card due and have neither been answered nor taken back, the oldest first. */
    openDues: (cardId: string): string[] => openDues.all(cardId).map((row) => row.review_id),
    keep(tx: WriteDb, earlier: EarlierVersion): void {
      tx.prepare<EarlierVersion>(
        `insert into source_version (source_id, version, path, format, sha256, text, imported_at)
        values (@sourceId, @version, @path, @format, @sha256, @text, @importedAt)`,
      ).run(earlier)
    },
    insertAliases(tx: WriteDb, sourceId: string, list: readonly Alias[]): void {
      const put = tx.prepare(
        'insert into card_alias (source_id, version, generated_id, card_id) values (?, ?, ?, ?)',
      )
      for (const { version, generatedId, cardId } of list)
        put.run(sourceId, version, generatedId, cardId)
    },
    insertUpdate(
      tx: WriteDb,
      sourceId: string,
      update: { readonly version: number; readonly counts: ChangeCounts },
      list: readonly StoredChange[],
    ): void {
      tx.prepare(
        'insert into source_update (source_id, version, counts_json) values (?, ?, ?)',
      ).run(sourceId, update.version, JSON.stringify(update.counts))
      const put = tx.prepare(
        `insert into source_change (source_id, version, n, ${changeColumns})
        values (@sourceId, @version, @n, @kind, @cardId, @roleName, @before, @after, @dueId)`,
      )
      for (const [n, change] of list.entries()) {
        const { kind, cardId, roleName, dueId } = change
        const sides = { before: toJsonOrNull(change.before), after: toJsonOrNull(change.after) }
        put.run({ sourceId, version: update.version, n, kind, cardId, roleName, dueId, ...sides })
      }
    },
  }
}
