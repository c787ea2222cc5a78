import type { Db } from './database.ts'

/**
 * A reading that is made again only after the collection has changed, by this connection or by another one. Within a
 * transaction it is made again after the first change, and not kept: what is rolled back must not stay.
 */
export function whileUnchanged<Value>(db: Db, read: () => Value): () => Value {
  const changes = db.prepare<[], number>('select total_changes()').pluck()
  const version = db.prepare<[], number>('pragma data_version').pluck()
  let kept: { readonly changes: number; readonly version: number; readonly value: Value } | null =
    null
  return () => {
    const now = { changes: changes.get() ?? 0, version: version.get() ?? 0 }
    if (kept && kept.changes === now.changes && kept.version === now.version) return kept.value
    const value = read()
    if (!db.inTransaction) kept = { ...now, value }
    return value
  }
}
