import type { Fix } from '#domain/cards/fix.ts'
import type { Responsibility, Role, SourceFormat } from '#domain/cards/rolegen.ts'
import type { EpochMs } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson, type PassagesJson } from './rows.ts'

/** Stands in the place of a document for cards that the learner wrote without one. It is never read again. */
export const ownSourceId = 'own-cards'

export interface StoredSource {
  readonly sourceId: string
  readonly bundleId: string | null
  readonly title: string
  readonly path: string
  readonly format: SourceFormat
  readonly sha256: string
  readonly text: string
  readonly importedAt: EpochMs
  /** A role file's own id. */
  readonly documentKey: string | null
  /** 1 for the first reading, one more for each changed document that replaced it. */
  readonly version: number
}

/** A duty as cards ask for it. */
export interface StoredDuty {
  readonly id: string
  readonly role: string
  readonly text: string
  readonly title: string | null
  readonly passages: PassagesJson
}

/** A source as far as it tells whether a document is a new version of it. */
export interface SourceSketch {
  readonly sourceId: string
  readonly documentKey: string | null
  readonly path: string
  readonly sha256: string
  readonly factCount: number
  readonly sharedFacts: number
}

/** A responsibility with the role it belongs to, as quizzes explain it. */
export interface StoredResponsibility {
  readonly responsibilityId: string
  readonly text: string
  readonly title: string | null
  readonly roleName: string
  readonly passages: PassagesJson
}

const columns =
  'source_id, bundle_id, title, path, format, sha256, text, imported_at, document_key, version'
interface SourceRow {
  source_id: string
  bundle_id: string | null
  title: string
  path: string
  format: SourceFormat
  sha256: string
  text: string
  imported_at: number
  document_key: string | null
  version: number
}
const toSource = (row: SourceRow): StoredSource => ({
  sourceId: row.source_id,
  bundleId: row.bundle_id,
  title: row.title,
  path: row.path,
  format: row.format,
  sha256: row.sha256,
  text: row.text,
  importedAt: row.imported_at,
  documentKey: row.document_key,
  version: row.version,
})

/** Documents with their roles and responsibilities. */
export function createSourceStore(db: Db) {
  const byId = db.prepare<[string], SourceRow>(`select ${columns} from source where source_id = ?`)
  const titles = db.prepare<[string], { title: string }>(
    'select title from source where source_id = ?',
  )
  const fixes = db.prepare<[string], { fixes_json: string }>(
    'select fixes_json from source where source_id = ?',
  )
  const sketches = db.prepare<[string, string], SourceSketch>(`
    with shared as (
      select source_id, count(*) as facts
      from responsibility
      where responsibility_id in (select value from json_each(?))
      group by source_id
    )
    select source.source_id as sourceId, document_key as documentKey, path, sha256,
      (select count(*) from responsibility where responsibility.source_id = source.source_id) as factCount,
      coalesce(shared.facts, 0) as sharedFacts
    from source
    left join shared on shared.source_id = source.source_id
    where source.source_id <> ?
    order by imported_at desc, source.source_id`)
  const text = db.prepare<[string], { text: string }>('select text from source where source_id = ?')
  const roles = db.prepare<
    [string],
    { role_id: string; name: string; aliases_json: string; anchors_json: string }
  >('select role_id, name, aliases_json, anchors_json from role where source_id = ?')
  const duties = db.prepare<
    [string],
    {
      responsibility_id: string
      role_id: string
      text: string
      title: string | null
      passages_json: string
    }
  >(`
    select responsibility_id, role_id, text, title, passages_json
    from responsibility
    where source_id = ?
    order by position`)
  const byBundle = db.prepare<[string], { source_id: string }>(
    'select source_id from source where bundle_id = ?',
  )
  const responsibilities = db.prepare<
    [string],
    {
      responsibility_id: string
      text: string
      title: string | null
      name: string
      passages_json: string
    }
  >(`
    select responsibility.responsibility_id, responsibility.text, responsibility.title, role.name,
      responsibility.passages_json
    from responsibility
    join role using (source_id, role_id)
    where responsibility.source_id = ?
    order by responsibility.position`)
  return {
    find: (sourceId: string): StoredSource | null => {
      const row = byId.get(sourceId)
      return row ? toSource(row) : null
    },
    textOf: (sourceId: string): string => text.get(sourceId)?.text ?? '',
    /** Every document, the newest first, with how many of these facts it has. */
    sketches: (factIds: readonly string[]): SourceSketch[] =>
      sketches.all(JSON.stringify(factIds), ownSourceId),
    titleOf: (sourceId: string): string | null => titles.get(sourceId)?.title ?? null,
    idOfBundle: (bundleId: string): string | null => byBundle.get(bundleId)?.source_id ?? null,
    /** What the learner has said of the document: applied whenever its cards are made. */
    fixesOf: (sourceId: string): readonly Fix[] =>
      fromJson<Fix[]>(fixes.get(sourceId)?.fixes_json ?? '[]'),
    putFixes(tx: WriteDb, sourceId: string, fixes: readonly Fix[]): void {
      tx.prepare('update source set fixes_json = ? where source_id = ?').run(
        JSON.stringify(fixes),
        sourceId,
      )
    },
    responsibilities: (sourceId: string): StoredResponsibility[] =>
      responsibilities.all(sourceId).map((row) => ({
        responsibilityId: row.responsibility_id,
        text: row.text,
        title: row.title,
        roleName: row.name,
        passages: fromJson<PassagesJson>(row.passages_json),
      })),
    roles: (sourceId: string): Role[] =>
      roles.all(sourceId).map((row) => ({
        id: row.role_id,
        name: row.name,
        aliases: fromJson<string[]>(row.aliases_json),
        anchors: fromJson<PassagesJson>(row.anchors_json),
      })),
    duties: (sourceId: string): StoredDuty[] =>
      duties.all(sourceId).map((row) => ({
        id: row.responsibility_id,
        role: row.role_id,
        text: row.text,
        title: row.title,
        passages: fromJson<PassagesJson>(row.passages_json),
      })),
    /** Puts the next version of a document in place of the present one; its roles and duties are to be inserted. */
    replace(tx: WriteDb, source: Omit<StoredSource, 'bundleId' | 'title'>): void {
      tx.prepare(
        `update source
        set path = @path, format = @format, sha256 = @sha256, text = @text, imported_at = @importedAt,
          document_key = @documentKey, version = @version
        where source_id = @sourceId`,
      ).run(source)
      tx.prepare('delete from responsibility where source_id = ?').run(source.sourceId)
      tx.prepare('delete from role where source_id = ?').run(source.sourceId)
    },
    insert(tx: WriteDb, source: StoredSource): void {
      tx.prepare<StoredSource>(
        `insert into source (${columns})
        values (@sourceId, @bundleId, @title, @path, @format, @sha256, @text, @importedAt, @documentKey,
          @version)`,
      ).run(source)
    },
    insertRoles(
      tx: WriteDb,
      sourceId: string,
      roles: readonly Role[],
      duties: readonly Responsibility[],
    ): void {
      const putRole = tx.prepare(
        'insert into role (source_id, role_id, name, aliases_json, anchors_json) values (?, ?, ?, ?, ?)',
      )
      for (const { id, name, aliases, anchors } of roles) {
        putRole.run(sourceId, id, name, JSON.stringify(aliases), JSON.stringify(anchors))
      }
      const putDuty = tx.prepare(
        `insert into responsibility
          (source_id, responsibility_id, role_id, position, text, title, passages_json)
        values (?, ?, ?, ?, ?, ?, ?)`,
      )
      for (const [position, duty] of duties.entries()) {
        const { id, role, text, title, prov } = duty
        putDuty.run(sourceId, id, role, position, text, title ?? null, JSON.stringify(prov))
      }
    },
  }
}
