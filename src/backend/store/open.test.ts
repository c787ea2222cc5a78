import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#domain/errors.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { openCollection } from './open.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'remit-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'remit.db')
const hash = () => createHash('sha256').update(readFileSync(file())).digest('hex')
const codeOf = (work: () => unknown): unknown => {
  try {
    work()
    return 'no error'
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

describe('opening a collection', () => {
  test('every connection, the second one too, is durable and checks foreign keys', () => {
    for (const time of ['first', 'second']) {
      const db = openCollection(folder)
      const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout']
      const values = pragmas.map((name) => db.pragma(name, { simple: true }))
      expect([time, ...values]).toEqual([time, 'wal', 2, 1, 5000])
      db.close()
    }
  })

  test('only its owner may read the file', () => {
    openCollection(folder).close()
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  test('a collection of a newer version is refused and its bytes stay', () => {
    openCollection(folder).close()
    const raw = new Database(file())
    raw.pragma('journal_mode = DELETE')
    raw.pragma(`user_version = ${migrations.length + 1}`)
    raw.close()
    const before = hash()
    expect(codeOf(() => openCollection(folder))).toBe('database_from_newer_version')
    expect(hash()).toBe(before)
  })

  test('a file that is no database is named as damaged and kept', () => {
    writeFileSync(file(), 'not a database at all, but long enough to look like a header page')
    const before = hash()
    expect(codeOf(() => openCollection(folder))).toBe('database_damaged')
    expect(hash()).toBe(before)
  })

  test('a collection that went missing is not replaced by an empty one', () => {
    openCollection(folder).close()
    for (const name of readdirSync(folder))
      if (name.startsWith('remit.db')) rmSync(join(folder, name))
    expect(codeOf(() => openCollection(folder))).toBe('database_missing')
    expect(existsSync(file())).toBe(false)
  })
})

describe('migrating', () => {
  const older = [
    { name: '0001-a', sql: 'create table a (x integer) strict; insert into a values (7);' },
  ]
  const newer = [...older, { name: '0002-b', sql: 'create table b (y integer) strict;' }]

  test('keeps a copy of the older collection first', () => {
    const db = new Database(file())
    migrate(db, older, { path: file(), backups: folder })
    migrate(db, newer, { path: file(), backups: folder })
    expect(db.pragma('user_version', { simple: true })).toBe(2)
    db.close()
    const copy = new Database(join(folder, 'before-version-2.db'))
    expect(copy.prepare('select x from a').pluck().get()).toBe(7)
    expect(() => copy.prepare('select y from b')).toThrow('no such table')
    copy.close()
  })

  test('a step that fails leaves the older collection as it was', () => {
    const db = new Database(file())
    migrate(db, older, { path: file(), backups: null })
    const broken = [...newer, { name: '0003-c', sql: 'create table nonsense (' }]
    expect(() => migrate(db, broken, { path: file(), backups: null })).toThrow()
    expect(db.pragma('user_version', { simple: true })).toBe(1)
    expect(() => db.prepare('select y from b')).toThrow('no such table')
    db.close()
  })
})
