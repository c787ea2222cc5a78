import type { Deck } from '#contract/shapes/deck.ts'
import { AppError } from '#domain/errors.ts'
import { roomsAbove, type Room, type Rooms } from '#domain/study/limits.ts'
import { learnAheadMs } from '#domain/study/queue.ts'
import { readNow, type Context } from '../context.ts'
import type { DeckTotals, StoredDeck } from '../store/decks.ts'
import { ownSourceId } from '../store/sources.ts'
import { roomsOf } from './queue-of.ts'

const nothing = (deckId: string): DeckTotals => ({
  deckId,
  cards: 0,
  seen: 0,
  fresh: 0,
  learning: 0,
  review: 0,
  lastStudiedDay: null,
})

const sum = (parts: readonly DeckTotals[], deckId: string): DeckTotals =>
  parts.reduce(
    (total, part) => ({
      deckId,
      cards: total.cards + part.cards,
      seen: total.seen + part.seen,
      fresh: total.fresh + part.fresh,
      learning: total.learning + part.learning,
      review: total.review + part.review,
      lastStudiedDay:
        part.lastStudiedDay === null
          ? total.lastStudiedDay
          : Math.max(part.lastStudiedDay, total.lastStudiedDay ?? part.lastStudiedDay),
    }),
    nothing(deckId),
  )

/** What today's limits let through of a deck: its own and those of all above it. */
function roomOf(deckId: string, rooms: Rooms): Room {
  const above = roomsAbove(deckId, rooms)
  return {
    fresh: Math.min(...above.map((room) => room.fresh)),
    review: Math.min(...above.map((room) => room.review)),
  }
}

function toDeck(
  deck: StoredDeck,
  totals: DeckTotals,
  room: Room,
  changeCount: number | null,
): Deck {
  return {
    deckId: deck.deckId,
    parentId: deck.parentId,
    name: deck.name,
    kind: deck.parentId === null ? 'source' : 'role',
    sourceId: deck.sourceId === ownSourceId ? null : deck.sourceId,
    cardCount: totals.cards,
    seenCount: totals.seen,
    due: {
      fresh: Math.min(totals.fresh, room.fresh),
      learning: totals.learning,
      review: Math.min(totals.review, room.review),
    },
    lastStudiedDay: totals.lastStudiedDay,
    changeCount,
  }
}

/** All decks, a source before its roles; a source's figures include those of its roles. */
export function listDecks(context: Context): Deck[] {
  const now = readNow(context)
  const until = now.at + learnAheadMs
  const totals = new Map(context.decks.totals(now.day, until).map((each) => [each.deckId, each]))
  const rooms = roomsOf(context, now)
  const changes = context.versions.latestCounts()
  const changesIn = (isIn: (each: (typeof changes)[number]) => boolean) => {
    const own = changes.filter(isIn)
    return own.length === 0 ? null : own.reduce((all, each) => all + each.count, 0)
  }
  const decks = context.decks.visible()
  const own = (deck: StoredDeck) => totals.get(deck.deckId) ?? nothing(deck.deckId)
  const children = Map.groupBy(decks, (deck) => deck.parentId)
  return (children.get(null) ?? []).flatMap((source) => {
    const roles = children.get(source.deckId) ?? []
    const all = sum([own(source), ...roles.map(own)], source.deckId)
    return [
      toDeck(
        source,
        all,
        roomOf(source.deckId, rooms),
        changesIn((each) => each.sourceId === source.sourceId),
      ),
      ...roles.map((role) =>
        toDeck(
          role,
          own(role),
          roomOf(role.deckId, rooms),
          changesIn((each) => each.deckId === role.deckId),
        ),
      ),
    ]
  })
}

/** One deck as listed. @throws AppError deck_not_found {deckId} */
export function findDeck(context: Context, deckId: string): Deck {
  const deck = listDecks(context).find((each) => each.deckId === deckId)
  if (!deck) throw new AppError('deck_not_found', { deckId })
  return deck
}

/**
 * The ids of these decks and all below them; no ids given means every visible deck.
 * @throws AppError deck_not_found {deckId}
 */
export function withSubdecks(context: Context, deckIds: readonly string[]): string[] {
  const decks = context.decks.visible()
  if (deckIds.length === 0) return decks.map((deck) => deck.deckId)
  const known = new Set(decks.map((deck) => deck.deckId))
  for (const deckId of deckIds) {
    if (!known.has(deckId)) throw new AppError('deck_not_found', { deckId })
  }
  const wanted = new Set(deckIds)
  return decks
    .filter((deck) => wanted.has(deck.deckId) || wanted.has(deck.parentId ?? ''))
    .map((deck) => deck.deckId)
}
