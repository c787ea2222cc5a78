import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'

test('a collection from before decisions keeps its rejected and edited cards, and decisions come on top', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const place = { path: ':memory:', backups: null }
  const before = migrations.findIndex(({ name }) => name === '0004-decisions')
  migrate(db, migrations.slice(0, before), place)
  db.exec(`
    insert into source (source_id, title, path, format, sha256, text, imported_at)
      values ('s', 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into deck (deck_id, source_id, name, position) values ('d', 's', 'Handbook', 0);
    insert into note (note_id, source_id, facts_json) values ('n', 's', '[]');
    insert into card (card_id, note_id, source_id, recipe, type, prompt, passages_json, tags_json, score, content_rev, edit_json)
      values ('c', 'n', 's', 'x', 'basic', 'Q', '[]', '[]', 1, 'v', '{"prompt":"Mine?","answer":"Yes"}');
    insert into memory (card_id, deck_id, note_id, position, status, revision, state, reps, lapses)
      values ('c', 'd', 'n', 0, 'rejected', 0, 'new', 0, 0);
  `)
  migrate(db, migrations, place)
  expect(db.prepare('select status from memory').pluck().all()).toEqual(['rejected'])
  expect(db.prepare('select edit_json from card').pluck().all()).toEqual([
    '{"prompt":"Mine?","answer":"Yes"}',
  ])
  const put = (columns: string, values: string) => () =>
    db.exec(`insert or replace into card_decision (card_id, recipe, in_bulk, decided_at, ${columns})
      values ('c', 'x', 0, 1, ${values})`)
  put('verdict, reason, is_pinned', "'rejected', 'trivial', 0")()
  put('verdict, reason, is_pinned', "'kept', null, 1")()
  expect(put('verdict, reason, is_pinned', "'kept', 'trivial', 0")).toThrow('CHECK')
  expect(put('verdict, reason, is_pinned', "'rejected', null, 1")).toThrow('CHECK')
  expect(put('verdict, reason, is_pinned', "'rejected', 'boring', 0")).toThrow('CHECK')
  db.exec("delete from card_decision where card_id = 'c'")
  expect(() =>
    db.exec("insert into card_decision values ('none', 'x', 'kept', null, 0, 0, 1)"),
  ).toThrow('FOREIGN KEY')
  db.close()
})
