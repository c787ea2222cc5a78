// The collection in SQLite: one file per table's statements, numbered migrations.
// May import src/domain, src/contract (shapes) and better-sqlite3.

import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database, { type Statement } from 'better-sqlite3'
import { AppError } from '#domain/errors.ts'
import type { Db, WriteDb } from './database.ts'
import { knownVersion, migrate } from './migrate.ts'
import { migrations } from './migrations.ts'

/** Each connection as transactions see it: a statement is compiled once, however often it is prepared. */
const writers = new WeakMap<Db, WriteDb>()

function writerOf(db: Db): WriteDb {
  const known = writers.get(db)
  if (known) return known
  const kept = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const statement = kept.get(sql) ?? db.prepare(sql)
    kept.set(sql, statement)
    return statement
  }
  const made = Object.create(db, { prepare: { value: prepare } }) as WriteDb // as: the brand is given here only
  writers.set(db, made)
  return made
}

/** Runs `work` in one IMMEDIATE transaction: a deferred one may fail with BUSY after it has read. */
export function write<Result>(db: Db, work: (tx: WriteDb) => Result): Result {
  return db.transaction(() => work(writerOf(db))).immediate()
}

const problemOf = (error: unknown, path: string): AppError | null => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError('database_damaged', { path })
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError('data_folder_read_only', { path })
  }
  if (code === 'SQLITE_FULL') return new AppError('disk_full', { path })
  return null
}

/** Names what SQLite says of the disk in the app's own codes; anything else is passed on. */
export function namingDiskProblems<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw problemOf(error, path) ?? error
  }
}

/** Every connection: WAL with FULL, since the build's default may lose answers at a power cut. */
function setUp(db: Db): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  // In KiB: what a day of study touches in a large collection.
  db.pragma('cache_size = -16000')
  // Pages: an answer does not wait for a checkpoint, which is made in a pause (checkpoint.ts); this is for who makes none.
  db.pragma('wal_autocheckpoint = 4000')
  db.pragma('trusted_schema = OFF')
}

/**
 * Opens the collection of a data folder, making it on first use, and brings it to the newest version;
 * a copy is put into `backups/` before an older one is changed.
 * @throws AppError database_missing, database_damaged, database_from_newer_version, data_folder_read_only, disk_full {path}
 */
export function openCollection(dataFolder: string): Db {
  const path = join(dataFolder, 'remit.db')
  const backups = join(dataFolder, 'backups')
  const isNew = !existsSync(path)
  // The folder held a collection before: an empty one in its place would look like a loss.
  if (isNew && existsSync(backups)) throw new AppError('database_missing', { path })
  return namingDiskProblems(path, () => {
    const db = new Database(path)
    try {
      // Before anything is written: a newer version's file must stay as it is.
      knownVersion(db, migrations.length, path)
      setUp(db)
      if (isNew && process.platform !== 'win32') chmodSync(path, 0o600)
      mkdirSync(backups, { recursive: true, mode: 0o700 })
      migrate(db, migrations, { path, backups })
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** A collection in memory, for tests: same pragmas where they apply, same migrations. */
export function openMemoryCollection(): Db {
  const db = new Database(':memory:')
  setUp(db)
  migrate(db, migrations, { path: ':memory:', backups: null })
  return db
}
