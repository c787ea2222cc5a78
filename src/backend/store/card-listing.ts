import type { CardOrder } from '#contract/shapes/cards.ts'
import type { CardType } from '#domain/cards/rolegen.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import type { Marks } from '#domain/study/marks.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import type { Db } from './database.ts'
import { marksOf, stateOf, type CardStatus, type MemoryRow } from './memories.ts'
import { fromJson } from './rows.ts'
import type { Condition } from './search-sql.ts'

/** A card as a row of the list shows it. */
export interface ListedCard {
  readonly cardId: string
  readonly deckName: string
  readonly status: CardStatus
  readonly recipe: string
  readonly type: CardType
  readonly prompt: string
  readonly answer: string
  readonly tags: readonly string[]
  readonly isEdited: boolean
  readonly memory: Memory
  readonly marks: Marks
}

export interface ListedDeck {
  readonly deckId: string
  readonly name: string
  readonly parentId: string | null
  readonly parentName: string | null
}

type Direction = 'asc' | 'desc'
/** Cards that have no such number, as new ones, come last in either direction. */
const byNumber = (number: string) => (direction: Direction) =>
  `order by ${number} is null, ${number} ${direction}, card_listing.n`
const orders: Record<
  CardOrder,
  { readonly join: string; readonly by: (way: Direction) => string }
> = {
  added: { join: '', by: (way) => `order by card_listing.n ${way}` },
  question: { join: '', by: (way) => `order by prompt_start ${way}, card_listing.n ${way}` },
  deck: {
    join: 'join deck on deck.deck_id = card_listing.deck_id',
    by: (way) => `order by deck.name collate nocase ${way}, deck.deck_id, card_listing.n`,
  },
  kind: { join: '', by: (way) => `order by card_listing.recipe ${way}, card_listing.n` },
  ...ofMemory({
    // Learning cards come back within the day: by their instant, as a part of a day.
    due: 'ifnull(memory.due_day, memory.due_at / 86400000.0)',
    stability: 'memory.stability',
    difficulty: 'memory.difficulty',
    recall: '(memory.last_study_day - @day) / memory.stability',
    answers: "iif(memory.state = 'new', null, memory.reps)",
    lapses: "iif(memory.state = 'new', null, memory.lapses)",
  }),
}

function ofMemory<Name extends CardOrder>(numbers: Record<Name, string>) {
  const join = 'join memory on memory.card_id = card_listing.card_id'
  return Object.fromEntries(
    Object.entries<string>(numbers).map(([name, number]) => [name, { join, by: byNumber(number) }]),
  ) as Record<Name, { readonly join: string; readonly by: (way: Direction) => string }> // as: the same keys
}

export interface Listing {
  readonly condition: Condition
  readonly order: CardOrder
  readonly isDescending: boolean
  readonly day: StudyDay
}

/** The list of cards: which of them a search finds, in order, and what a row of it shows. */
export function createListingStore(db: Db) {
  const changes = db.prepare<[], { ours: number }>('select total_changes() as ours')
  const rows = db.prepare<
    [string],
    MemoryRow & {
      deck_name: string
      recipe: string
      type: CardType
      prompt: string
      answer: string
    } & {
      tags: string
      is_edited: number
    }
  >(`
    select memory.card_id, memory.deck_id, memory.note_id, memory.position, memory.status, memory.revision, memory.state,
      memory.stability, memory.difficulty, memory.reps, memory.lapses, memory.step, memory.last_review_at,
      memory.last_study_day, memory.due_at, memory.due_day, memory.is_suspended, memory.is_deleted, memory.buried_day,
      memory.flag, memory.leech_settled, deck.name as deck_name, card_listing.recipe, card_listing.type,
      substr(card_words.prompt, 1, 400) as prompt, substr(card_words.answer, 1, 400) as answer,
      card_listing.tags_json as tags,
      card.edit_json is not null as is_edited
    from json_each(?) as wanted
    join card_listing on card_listing.n = wanted.value
    join memory on memory.card_id = card_listing.card_id
    join deck on deck.deck_id = card_listing.deck_id
    join card on card.card_id = card_listing.card_id
    join card_words on card_words.card_id = card_listing.card_id
    order by wanted.key`)
  const removed = db
    .prepare<[], string>(
      `select deck.deck_id
      from deck
      left join deck as parent on parent.deck_id = deck.parent_id
      where deck.removed_at is not null or parent.removed_at is not null`,
    )
    .pluck()
  const numberOf = db
    .prepare<[string], number>('select n from card_listing where card_id = ?')
    .pluck()
  const ids = db.prepare<[string], { card_id: string }>(`
    select card_listing.card_id
    from json_each(?) as wanted
    join card_listing on card_listing.n = wanted.value
    order by wanted.key`)
  const tags = db.prepare<[], { tag: string }>(`
    select distinct value as tag
    from card_listing, json_each(card_listing.tags_json)
    where card_listing.tags_json <> '[]'
    order by lower(tag), tag
    limit 2000`)
  const roles = db.prepare<
    [],
    { source_id: string; role_id: string; name: string; aliases_json: string }
  >('select source_id, role_id, name, aliases_json from role')
  const decks = db.prepare<[], ListedDeck & { removed: number }>(`
    select deck.deck_id as deckId, deck.name, deck.parent_id as parentId, parent.name as parentName,
      deck.removed_at is not null or parent.removed_at is not null as removed
    from deck
    left join deck as parent on parent.deck_id = deck.parent_id
    order by ifnull(parent.position, deck.position), parent.deck_id is not null, deck.position, deck.deck_id`)
  return {
    /** Every deck with the one above it, and whether it is removed. */
    decks: (): readonly (ListedDeck & { readonly isRemoved: boolean })[] =>
      decks.all().map(({ removed, ...deck }) => ({ ...deck, isRemoved: removed === 1 })),
    /** The decks that are removed, with those below them. */
    removedDecks: (): string[] => removed.all(),
    /** All tags in use, in the order of the alphabet. */
    tags: (): string[] => tags.all().map((row) => row.tag),
    /** Every role by its names. */
    roles: () =>
      roles.all().map((row) => ({
        sourceId: row.source_id,
        roleId: row.role_id,
        names: [row.name, ...fromJson<string[]>(row.aliases_json)],
      })),
    /** Differs whenever anything in the collection was written since, here or by another program. */
    stamp: (): string =>
      `${changes.get()?.ours ?? 0}/${String(db.pragma('data_version', { simple: true }))}`,
    /** The numbers of the cards that fit, in order. */
    find({ condition, order, isDescending, day }: Listing): number[] {
      const { join, by } = orders[order]
      const sorted = by(isDescending ? 'desc' : 'asc').replaceAll('@day', String(Math.trunc(day)))
      const found = `from card_listing where ${condition.sql}`
      // What fits is found first: left to itself, the planner may begin with what it is sorted by and ask the index
      // of words anew for each card.
      const sql =
        join === ''
          ? `select card_listing.n ${found} ${sorted}`
          : `with found as materialized (select n, card_id, deck_id ${found})
            select card_listing.n from found as card_listing cross ${join} ${sorted}`
      return db
        .prepare<(string | number)[], number>(sql)
        .pluck()
        .all(...condition.values)
    },
    /** What rows show, in the order of the numbers. */
    rows: (numbers: readonly number[]): ListedCard[] =>
      rows.all(JSON.stringify(numbers)).map((row) => ({
        cardId: row.card_id,
        deckName: row.deck_name,
        status: row.status,
        recipe: row.recipe,
        type: row.type,
        prompt: row.prompt,
        answer: row.answer,
        tags: fromJson<string[]>(row.tags),
        isEdited: row.is_edited === 1,
        memory: stateOf(row),
        marks: marksOf(row),
      })),
    numberOf: (cardId: string): number | null => numberOf.get(cardId) ?? null,
    /** The ids of these cards. */
    ids: (numbers: readonly number[]): string[] =>
      ids.all(JSON.stringify(numbers)).map((row) => row.card_id),
  }
}
