import type { EpochMs } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'
import { fromJson } from './rows.ts'

/** What each card had before: its deck and the learner's own choice of one; or the learner's mark of a tag. */
export type CardsBefore =
  | {
      readonly kind: 'move'
      readonly to: string
      readonly cards: readonly (readonly [cardId: string, deckId: string, own: string | null])[]
    }
  | {
      readonly kind: 'tag'
      readonly cards: readonly (readonly [cardId: string, tag: string, isOn: 0 | 1 | null])[]
    }

export interface StoredCardChange {
  readonly before: CardsBefore
  readonly isUndone: boolean
}

/** Changes kept to be taken back. */
const keptChanges = 50

/** Moves and tags of many cards at once, and what the learner's own decks and tags are. */
export function createCardChangeStore(db: Db) {
  const byId = db.prepare<[string], { before_json: string; undone_at: number | null }>(
    'select before_json, undone_at from card_change where change_id = ?',
  )
  const deckOf = db
    .prepare<[string], string>(
      `select learner_deck.deck_id
      from learner_deck
      join deck using (deck_id)
      where learner_deck.card_id = ? and deck.removed_at is null`,
    )
    .pluck()
  const places = db.prepare<
    [string, string],
    { cardId: string; deckId: string; own: string | null }
  >(`
    select memory.card_id as cardId, memory.deck_id as deckId, learner_deck.deck_id as own
    from json_each(?) as wanted
    join memory on memory.card_id = wanted.value
    left join learner_deck on learner_deck.card_id = memory.card_id
    where memory.deck_id <> ?
    order by wanted.key`)
  const tagged = db.prepare<
    [{ ids: string; tag: string }],
    { cardId: string; tag: string | null; own: 0 | 1 | null; isGiven: number }
  >(`
    select card_listing.card_id as cardId, held.value as tag, learner_tag.is_on as own,
      held.value is not null and held.value in (
        select given.value from card, json_each(card.tags_json) as given
        where card.card_id = card_listing.card_id) as isGiven
    from json_each(@ids) as wanted
    join card_listing on card_listing.card_id = wanted.value
    left join json_each(card_listing.tags_json) as held on held.value = @tag collate nocase
    left join learner_tag
      on learner_tag.card_id = card_listing.card_id and learner_tag.tag = ifnull(held.value, @tag)
    order by wanted.key`)
  return {
    find: (changeId: string): StoredCardChange | null => {
      const row = byId.get(changeId)
      if (!row) return null
      return { before: fromJson<CardsBefore>(row.before_json), isUndone: row.undone_at !== null }
    },
    /** The deck that the learner moved a card to. */
    deckOf: (cardId: string): string | null => deckOf.get(cardId) ?? null,
    /** Those of these cards that are not in this deck, with the decks they are in. */
    notIn: (cardIds: readonly string[], deckId: string) =>
      places.all(JSON.stringify(cardIds), deckId),
    /** Whether each of these cards has this tag, whatever its capitals, and what the learner said of it. */
    withTag: (cardIds: readonly string[], tag: string) =>
      tagged.all({ ids: JSON.stringify(cardIds), tag }),
    move(tx: WriteDb, cardId: string, deckId: string, own: string | null): void {
      tx.prepare('update memory set deck_id = ? where card_id = ?').run(deckId, cardId)
      if (own === null) tx.prepare('delete from learner_deck where card_id = ?').run(cardId)
      else
        tx.prepare(
          `insert into learner_deck (card_id, deck_id) values (?, ?)
          on conflict (card_id) do update set deck_id = excluded.deck_id`,
        ).run(cardId, own)
    },
    setTag(tx: WriteDb, cardId: string, tag: string, isOn: 0 | 1 | null): void {
      if (isOn === null)
        tx.prepare('delete from learner_tag where card_id = ? and tag = ?').run(cardId, tag)
      else
        tx.prepare(
          `insert into learner_tag (card_id, tag, is_on) values (?, ?, ?)
          on conflict (card_id, tag) do update set is_on = excluded.is_on`,
        ).run(cardId, tag, isOn)
    },
    put(tx: WriteDb, changeId: string, before: CardsBefore, at: EpochMs): void {
      tx.prepare(
        'insert into card_change (change_id, at, kind, before_json) values (?, ?, ?, ?)',
      ).run(changeId, at, before.kind, JSON.stringify(before))
      tx.prepare(
        `delete from card_change
        where change_id not in (select change_id from card_change order by at desc, rowid desc limit ?)`,
      ).run(keptChanges)
    },
    setUndone(tx: WriteDb, changeId: string, at: EpochMs): void {
      tx.prepare('update card_change set undone_at = ? where change_id = ?').run(at, changeId)
    },
  }
}
