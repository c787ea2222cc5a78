import type { StudyDay } from '#domain/time/clock.ts'

/** Cards a day; null sets no limit of its own. New cards count as reviews too. */
export interface DayLimits {
  readonly newPerDay: number | null
  readonly reviewsPerDay: number | null
}

/** What was done on a study day already. */
export interface DoneToday {
  readonly introduced: number
  readonly reviewed: number
}

/** Limits that hold on one study day only, in the place of the usual ones; null leaves the usual one. */
export interface DayOverride extends DayLimits {
  readonly day: StudyDay
}

/** How many cards a limit still lets through. */
export interface Room {
  readonly fresh: number
  readonly review: number
}

/** The limits of a study day: the usual ones, or those that were set for this very day. */
export const limitsOn = (
  usual: DayLimits,
  override: DayOverride | null,
  day: StudyDay,
): DayLimits =>
  override?.day === day
    ? {
        newPerDay: override.newPerDay ?? usual.newPerDay,
        reviewsPerDay: override.reviewsPerDay ?? usual.reviewsPerDay,
      }
    : usual

/** What is left of limits after what was done; no limit leaves room without end. */
export function roomLeft(limits: DayLimits, { introduced, reviewed }: DoneToday): Room {
  const left = (limit: number | null, done: number) =>
    limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - done)
  const review = left(limits.reviewsPerDay, reviewed + introduced)
  return { review, fresh: Math.min(review, left(limits.newPerDay, introduced)) }
}

/** A deck's own room, and the deck above it. */
export interface DeckRoom {
  readonly parentId: string | null
  /** Null for a deck without limits of its own. */
  readonly room: Room | null
}
export interface Rooms {
  readonly inAll: Room
  readonly ofDeck: ReadonlyMap<string, DeckRoom>
}

/** The rooms that a card of this deck needs: the deck's own, those of the decks above it, that of all. */
export function roomsAbove(deckId: string, rooms: Rooms): readonly Room[] {
  const deck = rooms.ofDeck.get(deckId)
  const above = deck?.parentId ? roomsAbove(deck.parentId, rooms) : [rooms.inAll]
  return deck?.room ? [deck.room, ...above] : above
}

/** Hands out the room of all limits, card by card: a card must find room in its deck, in the decks above it, and in all. */
export interface Allowance {
  /** Whether one more card of this kind may come from the deck; if so, it is counted. */
  take(kind: 'fresh' | 'review', deckId: string): boolean
  /** Whether any card of this kind could still come from this deck. */
  hasRoom(kind: 'fresh' | 'review', deckId: string): boolean
  /** Whether any card of this kind could still come from anywhere. */
  hasAny(kind: 'fresh' | 'review'): boolean
}

interface Left {
  fresh: number
  review: number
}

/** An allowance of these rooms. */
export function createAllowance(rooms: Rooms): Allowance {
  const lefts = new Map<Room, Left>()
  const leftOf = (room: Room): Left => {
    const left = lefts.get(room) ?? { ...room }
    lefts.set(room, left)
    return left
  }
  const all = leftOf(rooms.inAll)
  const paths = new Map<string, readonly Left[]>()
  const pathOf = (deckId: string): readonly Left[] => {
    const path = paths.get(deckId) ?? roomsAbove(deckId, rooms).map(leftOf)
    paths.set(deckId, path)
    return path
  }
  const isOpen = (kind: 'fresh' | 'review', left: Left) =>
    left.review > 0 && (kind === 'review' || left.fresh > 0)
  const hasRoom = (kind: 'fresh' | 'review', deckId: string) =>
    pathOf(deckId).every((left) => isOpen(kind, left))
  return {
    hasRoom,
    hasAny: (kind) => isOpen(kind, all),
    take(kind, deckId) {
      if (!hasRoom(kind, deckId)) return false
      for (const left of pathOf(deckId)) {
        left.review -= 1
        if (kind === 'fresh') left.fresh -= 1
      }
      return true
    },
  }
}
