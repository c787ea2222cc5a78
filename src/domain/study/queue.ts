// Study: which cards come now, in which order, and the session's state machine.
// Imports domain only.

import { hashText } from '#domain/quiz/random.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import type { Moment } from '#domain/scheduling/next-memory.ts'

export interface QueueCard {
  readonly cardId: string
  readonly noteId: string
  /** The author's order of new cards. */
  readonly position: number
  readonly memory: Memory
}

export interface QueueLimits {
  readonly newPerDay: number
  /** New cards count as reviews too. */
  readonly reviewsPerDay: number
  /** Learning cards due within this time count as due. */
  readonly learnAheadMs: number
}

export const defaultLimits: QueueLimits = {
  newPerDay: 10,
  reviewsPerDay: 200,
  learnAheadMs: 20 * 60_000,
}

/** What was done on this study day already. */
export interface QueueToday {
  readonly introduced: number
  readonly reviewed: number
}

export interface Queue {
  readonly learning: readonly QueueCard[]
  readonly reviews: readonly QueueCard[]
  readonly fresh: readonly QueueCard[]
  /** Ids of the cards to study now, in order. */
  readonly order: readonly string[]
  readonly counts: { readonly fresh: number; readonly learning: number; readonly review: number }
}

type Learner = QueueCard & { readonly memory: { readonly dueAt: number } }
type Reviewer = QueueCard & { readonly memory: { readonly dueDay: number } }
const isLearner = (card: QueueCard): card is Learner => 'dueAt' in card.memory
const isReviewer = (card: QueueCard): card is Reviewer => 'dueDay' in card.memory

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** New cards spread evenly between the reviews. */
function interleave(reviews: readonly QueueCard[], fresh: readonly QueueCard[]): QueueCard[] {
  const mixed: QueueCard[] = []
  const ratio = (reviews.length + 1) / (fresh.length + 1)
  let nextFresh = 0
  for (const [index, review] of reviews.entries()) {
    while (nextFresh < fresh.length && (nextFresh + 1) * ratio <= index) {
      mixed.push(...fresh.slice(nextFresh, nextFresh + 1))
      nextFresh += 1
    }
    mixed.push(review)
  }
  return [...mixed, ...fresh.slice(nextFresh)]
}

/**
 * The queue of a moment: learning cards by their instant, due reviews by day and then in an order that
 * is random but fixed for the day, new cards by position. One card of a note at a time; sorted before
 * it is cut to the limits.
 */
export function buildQueue(
  cards: readonly QueueCard[],
  limits: QueueLimits,
  done: QueueToday,
  moment: Moment,
): Queue {
  const shuffleKey = (card: QueueCard) => hashText(`${moment.day}/${card.cardId}`)
  const until = moment.at + limits.learnAheadMs
  const learning = cards
    .filter(isLearner)
    .filter((card) => card.memory.dueAt <= until)
    .toSorted((a, b) => a.memory.dueAt - b.memory.dueAt || byText(a.cardId, b.cardId))
  const due = cards
    .filter(isReviewer)
    .filter((card) => card.memory.dueDay <= moment.day)
    .map((card) => ({ card, key: shuffleKey(card) }))
    .toSorted(
      (a, b) =>
        a.card.memory.dueDay - b.card.memory.dueDay ||
        a.key - b.key ||
        byText(a.card.cardId, b.card.cardId),
    )
    .map(({ card }) => card)
  const unseen = cards
    .filter((card) => card.memory.kind === 'new')
    .toSorted((a, b) => a.position - b.position || byText(a.cardId, b.cardId))

  // Siblings of any card in learning stay away even when that card is not due yet.
  const notes = new Set(cards.filter(isLearner).map((card) => card.noteId))
  const oneOfEachNote = (card: QueueCard) => {
    if (notes.has(card.noteId)) return false
    notes.add(card.noteId)
    return true
  }
  const roomInAll = Math.max(0, limits.reviewsPerDay - done.reviewed - done.introduced)
  const reviews = due.filter(oneOfEachNote).slice(0, roomInAll)
  const room = Math.min(Math.max(0, limits.newPerDay - done.introduced), roomInAll - reviews.length)
  const fresh = unseen.filter(oneOfEachNote).slice(0, room)
  return {
    learning,
    reviews,
    fresh,
    order: [...learning, ...interleave(reviews, fresh)].map((card) => card.cardId),
    counts: { fresh: fresh.length, learning: learning.length, review: reviews.length },
  }
}
