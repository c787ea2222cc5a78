import { mkdirSync } from 'node:fs'
import { openCollection, write } from '#backend/store/open.ts'

/** Numbers from a seed, 0..1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const syllables =
  'ba ce di fo gu ha ki lo mu ne pa ri so tu ve wa xi yo zu ster ment ing tion al er'
/** The study day on which the collection is looked at. */
export const benchDay = 20_600

/** A vocabulary in which a few words are common and most are rare, as in real text. */
function vocabulary(random: () => number) {
  const parts = syllables.split(' ')
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 2) },
      () => parts[Math.floor(random() * 25)] ?? '',
    )
  const words = [...new Set(Array.from({ length: 6000 }, () => word().join('')))]
  return { words, draw: () => words[Math.floor(words.length * random() ** 2.2)] ?? '' }
}

export interface ManyCards {
  readonly cards: number
  readonly reviews: number
  readonly decks: number
}

/**
 * Fills a new collection in `folder` with simulated cards and answers, the same for the same numbers: nine in ten cards
 * have been answered, one in eleven is due. The log's digests are filler: nothing here reads them.
 */
export function makeManyCards(folder: string, { cards, reviews, decks }: ManyCards): void {
  mkdirSync(folder, { recursive: true })
  const db = openCollection(folder)
  const random = seeded(cards)
  const { draw } = vocabulary(random)
  const sentence = (count: number) => Array.from({ length: count }, draw).join(' ')
  const hex = (n: number) => n.toString(16).padStart(16, '0')
  const put = {
    deck: 'insert into deck (deck_id, parent_id, source_id, role_id, name, position) values (?, ?, ?, ?, ?, ?)',
    role: "insert into role (source_id, role_id, name, aliases_json, anchors_json) values ('s', ?, ?, '[]', '[]')",
    note: "insert into note (note_id, source_id, facts_json) values (?, 's', '[]')",
    card: `insert into card (card_id, note_id, source_id, role_id, recipe, type, prompt, answer, passages_json, tags_json,
        score, content_rev)
      values (?, ?, 's', ?, ?, 'basic', ?, ?, '[]', ?, 0.9, 'r')`,
    memory: `insert into memory (card_id, deck_id, note_id, position, status, revision, state, stability, difficulty, reps,
        lapses, last_review_at, last_study_day, due_day)
      values (?, ?, ?, ?, 'active', 0, ?, ?, ?, ?, ?, ?, ?, ?)`,
    review: `insert into review (n, review_id, device, card_id, at, zone, offset_min, rollover_hour, study_day, kind, grade,
        took_ms, desired_recall, before_json, due_day, digest, digest_form, step_id)
      values (?, ?, 'd', ?, ?, 'UTC', 0, 4, ?, 'study', ?, 6000, 0.9, '{"kind":"new"}', ?, ?, 3, ?)`,
  }
  write(db, (tx) => {
    tx.prepare(
      "insert into source (source_id, title, path, format, sha256, text, imported_at) values ('s', 'Seed', 's.md', 'markdown', ?, '', 0)",
    ).run('a'.repeat(64))
    const deck = tx.prepare(put.deck)
    const role = tx.prepare(put.role)
    deck.run('top', null, 's', null, 'Seed', 0)
    for (let n = 0; n < decks; n += 1) {
      role.run(`role-${n}`, `Role ${n}`)
      deck.run(`deck-${n}`, 'top', 's', `role-${n}`, `Role ${n}`, n)
    }
    const note = tx.prepare(put.note)
    const card = tx.prepare(put.card)
    const memory = tx.prepare(put.memory)
    for (let n = 0; n < cards; n += 1) {
      const id = `c-${hex(Math.floor(random() * 2 ** 45))}${n % 10}`.slice(-18) + String(n)
      const at = n % decks
      note.run(`n-${n}`)
      card.run(
        id,
        `n-${n}`,
        `role-${at}`,
        n % 3 === 0 ? 'faq.basic' : 'role-does.basic',
        `${sentence(14)}?`,
        sentence(18),
        n % 20 === 0 ? '["safety","level one"]' : '[]',
      )
      const isNew = n % 10 === 0
      const last = benchDay - Math.floor(random() * 60)
      const seen = [
        1 + random() * 100,
        1 + random() * 9,
        11,
        n % 50 === 1 ? 8 : 1,
        last * 86_400_000,
        last,
      ]
      const due = benchDay - 10 + Math.floor(random() * 110)
      if (isNew)
        memory.run(id, `deck-${at}`, `n-${n}`, n, 'new', null, null, 0, 0, null, null, null)
      else memory.run(id, `deck-${at}`, `n-${n}`, n, 'review', ...seen, due)
    }
  })
  write(db, (tx) => {
    const ids = tx.prepare<[], string>('select card_id from card_listing order by n').pluck().all()
    const review = tx.prepare(put.review)
    for (let n = 1; n <= reviews; n += 1) {
      const day = benchDay - 700 + Math.floor((n / reviews) * 700)
      const id = ids[(n * 7919) % ids.length] ?? ''
      review.run(
        n,
        `r-${hex(n)}`,
        id,
        day * 86_400_000,
        day,
        3,
        day + 10,
        hex(n).repeat(4),
        `r-${hex(n)}`,
      )
    }
  })
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
