import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { whileUnchanged } from './while-unchanged.ts'

export interface StoredDeck {
  readonly deckId: string
  readonly parentId: string | null
  readonly sourceId: string
  readonly roleId: string | null
  readonly name: string
  readonly position: number
  readonly removedAt: EpochMs | null
}

/** What a deck holds, its own cards only. Counts are before daily limits. */
export interface DeckTotals {
  readonly deckId: string
  readonly cards: number
  readonly seen: number
  readonly fresh: number
  readonly learning: number
  readonly review: number
  readonly lastStudiedDay: StudyDay | null
}

const columns = 'deck_id, parent_id, source_id, role_id, name, position, removed_at'
interface DeckRow {
  deck_id: string
  parent_id: string | null
  source_id: string
  role_id: string | null
  name: string
  position: number
  removed_at: number | null
}
const toDeck = (row: DeckRow): StoredDeck => ({
  deckId: row.deck_id,
  parentId: row.parent_id,
  sourceId: row.source_id,
  roleId: row.role_id,
  name: row.name,
  position: row.position,
  removedAt: row.removed_at,
})

/** Decks: one per source, below it one per role. */
export function createDeckStore(db: Db) {
  // The deck of a role that its document no longer has is not shown, unless cards of it are still studied.
  const visible = db.prepare<[], DeckRow>(`
    select ${columns}
    from deck
    where removed_at is null
      and (parent_id is null
        or (select parent.removed_at from deck as parent where parent.deck_id = deck.parent_id) is null)
      and (parent_id is null
        or exists (select 1 from role where role.source_id = deck.source_id and role.role_id = deck.role_id)
        or exists (select 1 from memory where memory.deck_id = deck.deck_id and memory.status in ('active', 'contested')))
    order by position, deck_id`)
  const byId = db.prepare<[string], DeckRow>(`select ${columns} from deck where deck_id = ?`)
  const ofSource = db.prepare<[string], DeckRow>(
    `select ${columns} from deck where source_id = ? and parent_id is null`,
  )
  const rolesOf = db.prepare<[string], DeckRow>(
    `select ${columns} from deck where source_id = ? and parent_id is not null order by position, deck_id`,
  )
  // What is counted beside the cards (0009-totals.sql), and ranges of indices: no walk over all cards.
  const totals = db.prepare<{ day: number; until: number }, DeckTotals>(`
    select deck_id as deckId,
      cards,
      cards - fresh as seen,
      fresh - (
        select count(*)
        from memory indexed by memory_buried
        where buried_day = @day and memory.deck_id = deck_total.deck_id and status = 'active' and state = 'new'
      ) as fresh,
      (
        select count(*)
        from memory
        where memory.deck_id = deck_total.deck_id and status = 'active' and state in ('learning', 'relearning')
          and due_at <= @until and (buried_day is null or buried_day <> @day)
      ) as learning,
      (
        select count(*)
        from memory
        where memory.deck_id = deck_total.deck_id and status = 'active' and state = 'review' and due_day <= @day
      ) - (
        select count(*)
        from memory indexed by memory_buried
        where buried_day = @day and memory.deck_id = deck_total.deck_id and status = 'active' and state = 'review'
          and due_day <= @day
      ) as review,
      (
        select max(last_study_day)
        from memory
        where memory.deck_id = deck_total.deck_id and status = 'active' and last_study_day is not null
      ) as lastStudiedDay
    from deck_total
    where cards > 0`)
  const readVisible = whileUnchanged(db, () => visible.all().map(toDeck))
  return {
    visible: (): readonly StoredDeck[] => readVisible(),
    find: (deckId: string): StoredDeck | null => {
      const row = byId.get(deckId)
      return row ? toDeck(row) : null
    },
    ofSource: (sourceId: string): StoredDeck | null => {
      const row = ofSource.get(sourceId)
      return row ? toDeck(row) : null
    },
    /** The decks of a source's roles, hidden ones too. */
    rolesOf: (sourceId: string): StoredDeck[] => rolesOf.all(sourceId).map(toDeck),
    totals: (day: StudyDay, until: EpochMs): DeckTotals[] => totals.all({ day, until }),
    nextPosition: (): number =>
      db
        .prepare<[], { next: number }>('select coalesce(max(position), -1) + 1 as next from deck')
        .get()?.next ?? 0,
    insert(tx: WriteDb, deck: StoredDeck): void {
      tx.prepare<StoredDeck>(
        `insert into deck (${columns})
        values (@deckId, @parentId, @sourceId, @roleId, @name, @position, @removedAt)`,
      ).run(deck)
    },
    /** Gives a role's deck the role, name and place that its document has now. */
    setRole(tx: WriteDb, deck: StoredDeck): void {
      tx.prepare<StoredDeck>(
        'update deck set role_id = @roleId, name = @name, position = @position where deck_id = @deckId',
      ).run(deck)
    },
    rename(tx: WriteDb, deckId: string, name: string): void {
      tx.prepare('update deck set name = ? where deck_id = ?').run(name, deckId)
    },
    setRemoved(tx: WriteDb, deckId: string, removedAt: EpochMs | null): void {
      tx.prepare('update deck set removed_at = ? where deck_id = ?').run(removedAt, deckId)
    },
  }
}
