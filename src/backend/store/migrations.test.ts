import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { foldMemory } from '#domain/scheduling/fold.ts'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import { makeDue } from '#domain/scheduling/make-due.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import { defaultScheduling, nextMemory, placeOf } from '#domain/scheduling/next-memory.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { openMemoryCollection } from './open.ts'
import { readClock } from '#domain/quiz/attempt-clock.ts'
import { createQuizStore } from './quizzes.ts'
import { createReviewStore, reviewDigest } from './reviews.ts'

/** SHA-256 of each released migration. A released file never changes; a new one is added below. */
const released = [
  ['0001-collection', 'b599a3032b2aa35fbe2ca11e66485ee02faf367d5c0b5cc17e80b4c34a11309d'],
  ['0002-documents', 'e32eec9e229b04e752aa9e552dbe119ea7c0c43f2103371f9af9ee9e4e741b3a'],
  ['0003-regeneration', 'eb07b02f7f2aa599a666dc5e6403ad5c3384c05f2842432f853f11007b03310f'],
  ['0004-decisions', '80c6629715cdc6104e5930dd46400bd3a9e4c67a966645d7e8a8530c29b18c34'],
  ['0005-contests', '590eb3d0093edffe8164b16ba7b4e9977d9a3e8c04ff14cbbac6e7f814e3ba97'],
  ['0006-scheduling', 'e5c4865f9f0c7ba5922b104aeaa40cf5fa5f9bf1c54543a489f0f38ffa435e4e'],
  ['0007-steps', '660529c81bd56fab915b1d5ee6360cb5a8a130b2a7ff70a9827f4d2aef0d4c4c'],
  ['0008-search', '6ee1ed24edc8b20dda48c1043aafa58cf727e7e0ce892501eed539c75615e912'],
  ['0009-totals', 'b182c29e0c9787642bd19fd2b2e2d035d067beed9c7aadd8743817ee025fd1a9'],
  ['0010-quizzes', '6f56627698b38de21ae87b627f84b5669d314de5e3a813fa68cd15a762e735ec'],
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
  migrate(db, migrations.slice(0, 3), place)
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
  migrate(db, migrations.slice(0, before + 1), place)
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

test('a log from before places learns where each answer sent its card, from the line after it or the state', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const place = { path: ':memory:', backups: null }
  const before = migrations.findIndex(({ name }) => name === '0006-scheduling')
  migrate(db, migrations.slice(0, before), place)
  db.exec(`
    insert into source (source_id, title, path, format, sha256, text, imported_at)
      values ('s', 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into deck (deck_id, source_id, name, position) values ('d', 's', 'Handbook', 0);
    insert into note (note_id, source_id, facts_json) values ('n', 's', '[]');
    insert into card (card_id, note_id, source_id, recipe, type, prompt, passages_json, tags_json, score, content_rev)
      values ('c', 'n', 's', 'x', 'basic', 'Q', '[]', '[]', 1, 'v'), ('e', 'n', 's', 'x', 'basic', 'Q', '[]', '[]', 1, 'v'),
        ('odd', 'n', 's', 'x', 'basic', 'Q', '[]', '[]', 1, 'v');
  `)
  // The card is answered twice and called; the second answer is taken back and given again. All as version 0.1 wrote it.
  const model = createFsrs6()
  const fresh: Memory = { kind: 'new' }
  const next = (memory: Memory, grade: Grade, day: number) =>
    nextMemory(model, memory, grade, { at: day * 86_400_000, day }, defaultScheduling)
  const first = next(fresh, 3, 100)
  const second = next(first, 3, 100)
  const third = next(first, 4, 101)
  const called = makeDue(third, { at: 102 * 86_400_000, day: 102 })
  const other = next(fresh, 4, 102)
  const put = db.prepare(`
    insert into review (n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, grade,
      undo_of, took_ms, desired_recall, before_json, digest)
    values (?, ?, 'd', ?, ?, 'UTC', 0, 4, ?, ?, ?, ?, 5, ?, ?, ?)`)
  let n = 0
  const line = (
    cardId: string,
    day: number,
    kind: string,
    was: Memory,
    grade: Grade | null,
    undoOf: string | null,
  ) => {
    n += 1
    const recall = kind === 'study' ? 0.9 : null
    const digest = String(n).repeat(64).slice(0, 64)
    put.run(
      n,
      `a${n}`,
      cardId,
      day * 86_400_000,
      day,
      kind,
      grade,
      undoOf,
      recall,
      JSON.stringify(was),
      digest,
    )
  }
  line('c', 100, 'study', fresh, 3, null)
  line('e', 100, 'study', fresh, 4, null)
  line('c', 100, 'study', first, 3, null)
  line('c', 100, 'undo', second, null, 'a3')
  line('c', 101, 'study', first, 4, null)
  line('c', 102, 'due', third, null, null)
  line('e', 102, 'undo', next(fresh, 4, 100), null, 'a2')
  line('e', 102, 'study', fresh, 4, null)
  line('odd', 102, 'study', fresh, 3, null)
  const keep = db.prepare(`
    insert into memory (card_id, deck_id, note_id, position, status, revision, state, stability, difficulty, reps, lapses,
      last_review_at, last_study_day, due_day)
    values (@cardId, 'd', 'n', 0, 'active', 1, @kind, @stability, @difficulty, @reps, @lapses, @lastReviewAt, @lastStudyDay, @dueDay)`)
  keep.run({ cardId: 'c', ...called })
  keep.run({ cardId: 'e', ...other })
  const digests = db.prepare('select n, digest from review order by n').all()

  migrate(db, migrations, place)

  const reviews = createReviewStore(db)
  expect(reviews.all().map((each) => each.place)).toEqual([
    placeOf(first),
    placeOf(next(fresh, 4, 100)),
    placeOf(second),
    null,
    placeOf(third),
    null,
    null,
    placeOf(other),
    // Nothing tells where this one went: the rules of today decide.
    null,
  ])
  const folded = (cardId: string) =>
    foldMemory(
      model,
      reviews.ofCard(cardId).map((each) => ({ id: each.reviewId, ...each })),
    )
  expect(folded('c')).toEqual(called)
  expect(folded('e')).toEqual(other)
  expect(folded('odd')).toEqual(next(fresh, 3, 102))
  expect(db.prepare('select n, digest from review order by n').all()).toEqual(digests)
  expect(() => db.exec('update review set due_day = 1')).toThrow('append-only')
  expect(() => db.exec('delete from review')).toThrow('append-only')
  // A new answer says where it sent the card.
  const bare = `insert into review (n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, grade,
    took_ms, desired_recall, before_json, step_id, due_day, due_at, step, digest, digest_form)
    values (99, 'z', 'd', 'c', 1, 'UTC', 0, 4, 1, 'study', 3, 5, 0.9, '{}', 'z',`
  expect(() => db.exec(`${bare} null, null, null, '${'0'.repeat(64)}', 2)`)).toThrow('CHECK')
  expect(() => db.exec(`${bare} 7, 7, 0, '${'0'.repeat(64)}', 2)`)).toThrow('CHECK')
  db.exec(`${bare} 7, null, null, '${'0'.repeat(64)}', 2)`)
  db.close()
})

test('a collection from before steps keeps its log, its cards and its days; each line is then a step of its own', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const place = { path: ':memory:', backups: null }
  const before = migrations.findIndex(({ name }) => name === '0007-steps')
  migrate(db, migrations.slice(0, before), place)
  const line = (n: number, kind: string, rest: string) =>
    `insert into review (n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, took_ms,
      before_json, digest, digest_form, grade, desired_recall, due_day, undo_of)
    values (${n}, 'a${n}', 'd', 'c', ${n}, 'UTC', 0, 4, 1, '${kind}', 5, '{"kind":"new"}', '${String(n).repeat(64)}', 2, ${rest});`
  db.exec(`
    insert into source (source_id, title, path, format, sha256, text, imported_at)
      values ('s', 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into deck (deck_id, source_id, name, position) values ('d', 's', 'Handbook', 0);
    insert into note (note_id, source_id, facts_json) values ('n', 's', '[]');
    insert into card (card_id, note_id, source_id, recipe, type, prompt, passages_json, tags_json, score, content_rev)
      values ('c', 'n', 's', 'x', 'basic', 'Q', '[]', '[]', 1, 'v');
    insert into memory (card_id, deck_id, note_id, position, status, revision, state, stability, difficulty, reps,
        lapses, last_review_at, last_study_day, due_day)
      values ('c', 'd', 'n', 3, 'contested', 5, 'review', 12.5, 6.25, 4, 1, 1000, 20000, 20012);
    insert into activity values (1, 2, 1, 1, 0, 0, 10, 3, 1, 'UTC', 2, 'UTC', 4);
    ${line(1, 'study', '3, 0.9, 7, null')}
    ${line(2, 'undo', "null, null, null, 'a1'")}
    ${line(3, 'due', 'null, null, null, null')}
  `)
  const log = db.prepare<[], object>('select * from review order by n').all()
  const cards = db.prepare<[], object>('select * from memory').all()
  const days = db.prepare<[], object>('select * from activity').all()

  migrate(db, migrations.slice(0, before + 1), place)

  const added = (n: number) => ({ step_id: `a${n}`, redo_of: null, value_json: null })
  expect(db.prepare('select * from review order by n').all()).toEqual(
    log.map((row, index) => ({ ...row, ...added(index + 1) })),
  )
  const noMarks = { is_suspended: 0, is_deleted: 0, buried_day: null, flag: 0, leech_settled: null }
  expect(db.prepare('select * from memory').all()).toEqual(
    cards.map((row) => ({ ...row, ...noMarks })),
  )
  expect(db.prepare('select * from activity').all()).toEqual(
    days.map((row) => ({ ...row, practice: 0 })),
  )
  expect(() => db.exec('update review set step_id = 1')).toThrow('append-only')
  expect(() => db.exec('delete from review')).toThrow('append-only')
  // What cannot be is refused: a card that is active and suspended, an eighth flag, a mark without what it sets.
  expect(() => db.exec("update memory set status = 'active', is_suspended = 1")).toThrow('CHECK')
  expect(() => db.exec("update memory set status = 'suspended'")).toThrow('CHECK')
  expect(() => db.exec('update memory set flag = 8')).toThrow('CHECK')
  db.exec("update memory set status = 'suspended', is_suspended = 1")
  const mark = (kind: string, value: string) =>
    `insert into review (n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, took_ms,
      before_json, digest, digest_form, step_id, value_json)
    values (9, 'm', 'd', 'c', 9, 'UTC', 0, 4, 1, '${kind}', 0, '{}', '${'9'.repeat(64)}', 3, 'm', ${value})`
  expect(() => db.exec(mark('flag', 'null'))).toThrow('CHECK')
  expect(() => db.exec(mark('date', 'null'))).toThrow('CHECK')
  db.exec(mark('flag', `'{"flag":2}'`))
  db.close()
})

test('the cards of a collection from before the search are listed and found at once', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const place = { path: ':memory:', backups: null }
  const before = migrations.findIndex(({ name }) => name === '0008-search')
  migrate(db, migrations.slice(0, before), place)
  db.exec(`
    insert into source (source_id, title, path, format, sha256, text, imported_at)
      values ('s', 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into deck (deck_id, source_id, name, position) values ('d', 's', 'Handbook', 0);
    insert into note (note_id, source_id, facts_json) values ('n', 's', '[]');
    insert into card (card_id, note_id, source_id, recipe, type, prompt, choices_json, passages_json, tags_json, score,
        content_rev, edit_json)
      values ('c', 'n', 's', 'x', 'mcq', 'Who bakes?', '[{"text":"Baker"},{"text":"Porter"}]', '[]', '["bread"]', 1, 'v',
        '{"prompt":"Who makes crème?","answer":null}');
    insert into memory (card_id, deck_id, note_id, position, status, revision, state, reps, lapses)
      values ('c', 'd', 'n', 3, 'rejected', 5, 'new', 0, 0);
  `)
  migrate(db, migrations, place)
  const listed = 'select card_id, deck_id, status, prompt_start, tags_json from card_listing'
  expect(db.prepare(listed).all()).toEqual([
    {
      card_id: 'c',
      deck_id: 'd',
      status: 'rejected',
      prompt_start: 'who makes crème?',
      tags_json: '["bread"]',
    },
  ])
  const count = db.prepare('select count(*) from card_search where card_search match ?').pluck()
  const found = ['creme', 'porter', 'bread', 'bakes'].map((word) => count.get(word))
  expect(found).toEqual([1, 1, 1, 0])
  db.close()
})

test('a collection from before the counts has them at once, and they follow what is done', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const before = migrations.findIndex(({ name }) => name === '0009-totals')
  const place = { path: ':memory:', backups: null }
  migrate(db, migrations.slice(0, before), place)
  db.exec(`
    insert into source (source_id, title, path, format, sha256, text, imported_at)
      values ('s', 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into deck (deck_id, source_id, name, position) values ('d', 's', 'Handbook', 0), ('e', 's', 'Other', 1);
    insert into note (note_id, source_id, facts_json) values ('n', 's', '[]');
    insert into card (card_id, note_id, source_id, recipe, type, prompt, answer, passages_json, tags_json, score, content_rev)
      select value, 'n', 's', 'x', 'basic', 'Who?', 'The baker', '[]', '[]', 1, 'v'
      from json_each('["new", "due", "later", "out"]');
    insert into memory (card_id, deck_id, note_id, position, status, revision, state, stability, difficulty, reps, lapses,
        last_review_at, last_study_day, due_day)
      values ('new', 'd', 'n', 0, 'active', 0, 'new', null, null, 0, 0, null, null, null),
        ('due', 'd', 'n', 1, 'active', 0, 'review', 2, 5, 1, 0, 9, 4, 6),
        ('later', 'd', 'n', 2, 'active', 0, 'review', 2, 5, 1, 0, 9, 5, 7),
        ('out', 'd', 'n', 3, 'archived', 0, 'review', 2, 5, 1, 0, 9, 5, 7);
  `)
  migrate(db, migrations, place)
  const decks = () => db.prepare('select * from deck_total where cards > 0').all()
  const days = () => db.prepare('select * from due_total where cards > 0').all()
  expect(decks()).toEqual([{ deck_id: 'd', cards: 3, fresh: 1 }])
  expect(days()).toEqual([
    { due_day: 6, cards: 1 },
    { due_day: 7, cards: 1 },
  ])
  db.exec("update memory set status = 'active', deck_id = 'e' where card_id = 'out'")
  db.exec("update memory set due_day = 7 where card_id = 'due'")
  db.exec("delete from memory where card_id = 'new'")
  expect(decks()).toEqual([
    { deck_id: 'd', cards: 2, fresh: 0 },
    { deck_id: 'e', cards: 1, fresh: 0 },
  ])
  expect(days()).toEqual([{ due_day: 7, cards: 3 }])
  db.close()
})

test('nothing that keeps lists and counts in step was lost on the way', () => {
  const db = openMemoryCollection()
  const names = db
    .prepare(
      "select name from sqlite_schema where type = 'trigger' and name not like 'review%' order by name",
    )
    .pluck()
    .all()
  expect(names).toEqual([
    'listing_drops_tag',
    'listing_follows_card',
    'listing_follows_memory',
    'listing_follows_tag',
    'listing_takes_new_card',
    'listing_takes_tag',
    'memory_deck_begins',
    'memory_deck_changes',
    'memory_deck_ends',
    'memory_due_begins',
    'memory_due_changes',
    'memory_due_ends',
  ])
  db.close()
})

test('a quiz that began before quizzes had a clock of their own can be read, and runs on to the same end', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const place = { path: ':memory:', backups: null }
  const before = migrations.findIndex(({ name }) => name === '0010-quizzes')
  migrate(db, migrations.slice(0, before), place)
  const question = JSON.stringify({
    kind: 'choice',
    cardId: 'c',
    roleId: 'd',
    roleName: 'Baker',
    prompt: 'Who bakes?',
    options: [
      { text: 'Baker', correct: true },
      { text: 'Porter', correct: false },
    ],
    reason: 'So it is.',
    passages: [],
  })
  db.exec(`
    insert into source (source_id, title, path, format, sha256, text, imported_at)
      values ('s', 'Handbook', 'handbook.md', 'markdown', '${'a'.repeat(64)}', 'text', 7);
    insert into deck (deck_id, source_id, name, position) values ('d', 's', 'Handbook', 0);
    insert into note (note_id, source_id, facts_json) values ('n', 's', '[]');
    insert into card (card_id, note_id, source_id, recipe, type, prompt, passages_json, tags_json, score, content_rev)
      values ('c', 'n', 's', 'x', 'mcq', 'Who bakes?', '[]', '[]', 1, 'v');
    insert into quiz values ('open', 'open', '["d"]', 10, 20000, 1000000, 1600000, null, null);
    insert into quiz values ('done', 'done', '["d"]', 5, 19999, 500000, 800000, 620000, 'learner');
    insert into quiz_question values ('open', 0, 'c', '${question}', null, null);
    insert into quiz_question values ('done', 0, 'c', '${question}', 1, 510000);
  `)
  migrate(db, migrations, place)
  const quizzes = createQuizStore(db)
  const open = quizzes.find('open')
  expect(open?.plan).toMatchObject({ deckIds: ['d'], questionCount: 1, minutes: 10, mode: 'exam' })
  expect(open?.plan).toMatchObject({ isPartial: true, feeds: false, seed: null })
  const now = { monoMs: 77, wallAt: 1_060_000, process: 'a later run' }
  expect(open && readClock(open.plan, open.clock, now).elapsedMs).toBe(60_000)
  expect(quizzes.find('done')).toMatchObject({ closedAt: 620_000, clock: { elapsedMs: 120_000 } })
  expect(quizzes.questions('open')[0]).toMatchObject({ chosen: null, isFlagged: false })
  expect(quizzes.questions('done')[0]).toMatchObject({ chosen: 1, answeredAt: 510_000 })
  expect(quizzes.questions('done')[0]?.question).toEqual(JSON.parse(question))
  db.close()
})

test('a chain of digests that an earlier version began still holds after it', () => {
  const earlier = {
    n: 1,
    reviewId: 'a1',
    device: 'd',
    cardId: 'c',
    at: 1,
    zone: 'UTC',
    offsetMin: 0,
    rolloverHour: 4,
    studyDay: 1,
    kind: 'study',
    grade: 3,
    undoOf: null,
    tookMs: 5,
    desiredRecall: 0.9,
    before: { kind: 'new' },
    place: null,
    stepId: 'a1',
    redoOf: null,
    value: null,
    digestForm: 1,
  } as const
  // As version 0.1 reckoned it: sha256 of ["", 1, "a1", …, "{\"kind\":\"new\"}"].
  const text = '["",1,"a1","d","c",1,"UTC",0,4,1,"study",3,null,5,0.9,"{\\"kind\\":\\"new\\"}"]'
  expect(reviewDigest('', earlier)).toBe(createHash('sha256').update(text).digest('hex'))
  expect(reviewDigest('', { ...earlier, place: { dueDay: 4 } })).toBe(reviewDigest('', earlier))
  const now = { ...earlier, digestForm: 2 } as const
  expect(reviewDigest('', { ...now, place: { dueDay: 4 } })).not.toBe(
    reviewDigest('', { ...now, place: { dueDay: 5 } }),
  )
  expect(reviewDigest('', { ...now, stepId: 'other' })).toBe(reviewDigest('', now))
  expect(reviewDigest('', { ...now, digestForm: 3, stepId: 'other' })).not.toBe(
    reviewDigest('', { ...now, digestForm: 3 }),
  )
})
