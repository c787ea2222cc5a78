import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { migrations } from './migrations.ts'
import { openMemoryCollection } from './open.ts'

/** SHA-256 of each released migration. A released file never changes; a new one is added below. */
const released = [
  ['0001-collection', 'b599a3032b2aa35fbe2ca11e66485ee02faf367d5c0b5cc17e80b4c34a11309d'],
]

test('released migrations are what they were', () => {
  const now = migrations.map(({ name, sql }) => [
    name,
    createHash('sha256').update(sql).digest('hex'),
  ])
  expect(now).toEqual(released)
})

test('every table is strict, so that no column takes a value of another kind', () => {
  const db = openMemoryCollection()
  const loose = db
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
  db.close()
})

test('the schema refuses a state that cannot be', () => {
  const db = openMemoryCollection()
  db.pragma('foreign_keys = OFF')
  const put = (state: string, columns: Record<string, unknown>) => {
    const row = {
      card_id: `c-${state}-${JSON.stringify(columns)}`,
      deck_id: 'd',
      note_id: 'n',
      position: 0,
      status: 'active',
      revision: 0,
      state,
      reps: 0,
      lapses: 0,
      ...columns,
    }
    const names = Object.keys(row)
    return () =>
      db
        .prepare(`insert into memory (${names.join()}) values (${names.map(() => '?').join()})`)
        .run(...Object.values(row))
  }
  const seen = { stability: 1, difficulty: 5, last_review_at: 1, last_study_day: 1 }
  expect(put('new', {})).not.toThrow()
  expect(put('review', { ...seen, due_day: 3 })).not.toThrow()
  expect(put('learning', { ...seen, step: 0, due_at: 3 })).not.toThrow()
  expect(put('new', seen)).toThrow('CHECK')
  expect(put('review', { ...seen, due_day: 3, due_at: 4 })).toThrow('CHECK')
  expect(put('learning', { ...seen, step: 0, due_at: 3, due_day: 3 })).toThrow('CHECK')
  expect(put('review', { ...seen, difficulty: 11, due_day: 3 })).toThrow('CHECK')
  expect(put('review', { ...seen, stability: Number.NaN, due_day: 3 })).toThrow()
  db.close()
})
