import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#domain/errors.ts'
import type { Db } from './database.ts'

export interface MigrationPlace {
  readonly path: string
  /** Where a copy goes before an older collection is changed; null makes none. */
  readonly backups: string | null
}

/**
 * The version of a collection; reading it changes nothing in the file.
 * @throws AppError database_from_newer_version {path, version, known}
 */
export function knownVersion(db: Db, known: number, path: string): number {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > known) throw new AppError('database_from_newer_version', { path, version, known })
  return version
}

/**
 * Brings a database to the last of `migrations`; its version is the number of those that ran.
 * All that are missing run in one transaction: the result is the old collection or the new one.
 * @throws AppError database_from_newer_version {path, version, known}, database_damaged {path}
 */
export function migrate(
  db: Db,
  migrations: readonly { readonly name: string; readonly sql: string }[],
  place: MigrationPlace,
): void {
  const before = knownVersion(db, migrations.length, place.path)
  if (before === migrations.length) return
  if (before > 0 && place.backups !== null) {
    const copy = join(place.backups, `before-version-${migrations.length}.db`)
    rmSync(copy, { force: true })
    db.prepare('vacuum into ?').run(copy)
  }
  // A table that others point to is rebuilt as new, copy, drop, rename: SQLite asks for the keys to be off
  // meanwhile, and they can only be switched outside of a transaction. They are checked before the end instead.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      // Read again: another process may have migrated between the look and the lock.
      const version = knownVersion(db, migrations.length, place.path)
      for (const migration of migrations.slice(version)) db.exec(migration.sql)
      const broken = db.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0)
        throw new AppError('database_damaged', { path: place.path })
      db.pragma(`user_version = ${migrations.length}`)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
