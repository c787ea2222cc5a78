import { join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * Tells whether a collection is the same as at an earlier look, whoever may have written to it: SQLite counts, on a
 * connection that only reads, every change that others commit. A transaction that changes nothing does not count.
 */
export function watchChanges(dataFolder: string): { version(): number; close(): void } {
  const db = new Database(join(dataFolder, 'remit.db'), { readonly: true })
  return {
    version: () => Number(db.pragma('data_version', { simple: true })),
    close: () => db.close(),
  }
}
