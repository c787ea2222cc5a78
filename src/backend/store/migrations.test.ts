import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { openMemoryCollection } from './open.ts'

/** SHA-256 of each released migration. A released file never changes; a new one is added below. */
const released = [
  ['0001-collection', 'b599a3032b2aa35fbe2ca11e66485ee02faf367d5c0b5cc17e80b4c34a11309d'],
  ['0002-documents', 'e32eec9e229b04e752aa9e552dbe119ea7c0c43f2103371f9af9ee9e4e741b3a'],
  ['0003-regeneration', 'eb07b02f7f2aa599a666dc5e6403ad5c3384c05f2842432f853f11007b03310f'],
  ['0005-contests', '590eb3d0093edffe8164b16ba7b4e9977d9a3e8c04ff14cbbac6e7f814e3ba97'],
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

test('a collection of the first version keeps its document, with all that points to it', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const place = { path: ':memory:', backups: null }
  migrate(db, migrations.slice(0, 1), place)
  db.exec(`
    insert into source values ('s', null, 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into role values ('s', 'r', 'Baker', '[]', '[]');
    insert into note values ('n', 's', '[]');
    insert into card values ('c', 'n', 's', 'r', 'x', 'basic', 'Q', 'A', null, null, null, '[]', '[]', 1, 'v', null);
  `)
  migrate(db, migrations, place)
  expect(db.prepare('select title, version, fixes_json from source').all()).toEqual([
    { title: 'Handbook', version: 1, fixes_json: '[]' },
  ])
  expect(db.prepare('select card_id, pairs_json from card').all()).toEqual([
    { card_id: 'c', pairs_json: null },
  ])
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(() => db.exec("delete from source where source_id = 's'")).toThrow('FOREIGN KEY')
  db.close()
})

test('a collection of the second version keeps every line of its log, and the log stays append-only', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const place = { path: ':memory:', backups: null }
  migrate(db, migrations.slice(0, 2), place)
  const line = (n: number, kind: string, grade: string, undoOf: string, recall: string) =>
    `insert into review values (${n}, 'a${n}', 'd', 'c', ${n}, 'UTC', 0, 4, 1, '${kind}', ${grade}, ${undoOf}, 5,
      ${recall}, '{"kind":"new"}', '${String(n).repeat(64)}');`
  db.exec(`
    insert into source (source_id, title, path, format, sha256, text, imported_at)
      values ('s', 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into note values ('n', 's', '[]');
    insert into card values ('c', 'n', 's', 'r', 'x', 'basic', 'Q', 'A', null, null, null, '[]', '[]', 1, 'v', null, null);
    ${line(1, 'study', '3', 'null', '0.9')}
    ${line(2, 'undo', 'null', "'a1'", 'null')}
  `)
  const log = 'select * from review order by n'
  const before = db.prepare(log).all()
  migrate(db, migrations, place)
  expect(db.prepare(log).all()).toEqual(before)
  db.exec(line(3, 'due', 'null', 'null', 'null'))
  expect(() => db.exec(line(4, 'due', '3', 'null', '0.9'))).toThrow('CHECK')
  expect(() => db.exec(line(4, 'undo', 'null', "'none'", 'null'))).toThrow('FOREIGN KEY')
  expect(() => db.exec('update review set grade = 1')).toThrow('append-only')
  expect(() => db.exec('delete from review')).toThrow('append-only')
  expect(db.prepare('select edit_is_behind from card').pluck().all()).toEqual([0])
  db.close()
})

test('a collection from before contests keeps what the learner has of each card, and contests come on top', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const place = { path: ':memory:', backups: null }
  const before = migrations.findIndex(({ name }) => name === '0005-contests')
  migrate(db, migrations.slice(0, before), place)
  db.exec(`
    insert into source (source_id, title, path, format, sha256, text, imported_at)
      values ('s', 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into deck (deck_id, source_id, name, position) values ('d', 's', 'Handbook', 0);
    insert into note (note_id, source_id, facts_json) values ('n', 's', '[]');
    insert into card (card_id, note_id, source_id, recipe, type, prompt, passages_json, tags_json, score, content_rev)
      values ('c', 'n', 's', 'x', 'basic', 'Q', '[]', '[]', 1, 'v');
    insert into memory (card_id, deck_id, note_id, position, status, revision, state, stability, difficulty, reps,
        lapses, last_review_at, last_study_day, due_day)
      values ('c', 'd', 'n', 3, 'active', 5, 'review', 12.5, 6.25, 4, 1, 1000, 20000, 20012);
  `)
  const row = db.prepare('select * from memory').all()
  migrate(db, migrations, place)
  expect(db.prepare('select * from memory').all()).toEqual(row)
  db.exec("update memory set status = 'contested'")
  const open = (id: string) =>
    db
      .prepare(
        `insert into contest (contest_id, card_id, fault, note, asked_json, status_before, opened_at, opened_day)
        values (?, 'c', 'wrong', '', '{}', 'active', 1, 1)`,
      )
      .run(id)
  open('one')
  expect(() => open('two')).toThrow('UNIQUE')
  expect(() => db.exec("update contest set outcome = 'kept'")).toThrow('CHECK')
  expect(() => db.exec("update contest set outcome = 'rejected', settled_at = 1")).toThrow('CHECK')
  db.exec("update contest set outcome = 'kept', settled_at = 1")
  open('two')
  db.close()
})
