import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { checkpointWhenIdle } from './checkpoint.ts'
import { openCollection, write } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'remit-checkpoint-'))
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

/** What the collection's file holds by itself, without its log. */
function inFile(): unknown {
  const alone = join(folder, 'alone.db')
  copyFileSync(join(folder, 'remit.db'), alone)
  const db = new Database(alone)
  const value: unknown = db.prepare("select value from meta where name = 'test'").pluck().get()
  db.close()
  return value
}

test('what was written moves into the file once nothing changes any more, and not before', () => {
  vi.useFakeTimers()
  const db = openCollection(folder)
  db.pragma('wal_checkpoint(TRUNCATE)')
  const idle = checkpointWhenIdle(db)
  const put = (value: string) => {
    write(db, (tx) => tx.prepare("insert or replace into meta values ('test', ?)").run(value))
    idle.wrote()
  }
  put('one')
  vi.advanceTimersByTime(1000)
  put('two')
  vi.advanceTimersByTime(1000)
  expect(inFile()).toBeUndefined()
  vi.advanceTimersByTime(1000)
  expect(inFile()).toBe('two')
  put('three')
  idle.stop()
  vi.advanceTimersByTime(9000)
  expect(inFile()).toBe('two')
  put('four')
  db.close()
  vi.advanceTimersByTime(9000)
})
