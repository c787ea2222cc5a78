import type { Fix } from '#domain/cards/fix.ts'
import type { Responsibility, Role, SourceFormat } from '#domain/cards/rolegen.ts'
import type { EpochMs } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson, type PassagesJson } from './rows.ts'

export interface StoredSource {
  readonly sourceId: string
  readonly bundleId: string | null
  readonly title: string
  readonly path: string
  readonly format: SourceFormat
  readonly sha256: string
  readonly text: string
  readonly importedAt: EpochMs
}

/** A responsibility with the role it belongs to, as quizzes explain it. */
export interface StoredResponsibility {
  readonly responsibilityId: string
  readonly text: string
  readonly title: string | null
  readonly roleName: string
  readonly passages: PassagesJson
}

const columns = 'source_id, bundle_id, title, path, format, sha256, text, imported_at'
interface SourceRow {
  source_id: string
  bundle_id: string | null
  title: string
  path: string
  format: SourceFormat
  sha256: string
  text: string
  imported_at: number
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
})

/** Documents with their roles and responsibilities. */
export function createSourceStore(db: Db) {
  const byId = db.prepare<[string], SourceRow>(`select ${columns} from source where source_id = ?`)
  const titles = db.prepare<[string], { title: string }>(
    'select title from source where source_id = ?',
  )
  const bySha = db.prepare<[string], { source_id: string }>(
    'select source_id from source where sha256 = ? order by imported_at limit 1',
  )
  const fixes = db.prepare<[string], { fixes_json: string }>(
    'select fixes_json from source where source_id = ?',
  )
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
    titleOf: (sourceId: string): string | null => titles.get(sourceId)?.title ?? null,
    idWithSha256: (sha256: string): string | null => bySha.get(sha256)?.source_id ?? null,
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
    insert(tx: WriteDb, source: StoredSource): void {
      tx.prepare<StoredSource>(
        `insert into source (${columns})
        values (@sourceId, @bundleId, @title, @path, @format, @sha256, @text, @importedAt)`,
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
