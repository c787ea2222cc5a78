// Study: which cards come now, in which order, and the session's state machine.
// Imports domain only.

import { hashText } from '#domain/quiz/random.ts'
import type { Moment } from '#domain/scheduling/next-memory.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import { inAuthorsOrder } from './fresh-cards.ts'
import { createAllowance, roomsAbove, type Allowance, type Room, type Rooms } from './limits.ts'
import type { FreshCard, FreshCards, QueueCards, Queued, ReviewCard } from './queue-cards.ts'

export interface QueueRules {
  readonly rooms: Rooms
  /** Learning cards due within this time count as due. */
  readonly learnAheadMs: number
  /** Cards that were answered on this study day: their siblings wait for the next one. */
  readonly answered: readonly { readonly cardId: string; readonly noteId: string }[]
  /** One card of a note a day. */
  readonly burySiblings: boolean
  /** What an answer is worth (see gain.ts): the order of a backlog, the highest first. Null keeps the order of days. */
  readonly worthOf: ((card: ReviewCard) => number) | null
  /** By worth even where the limits leave room for all that is due: while a backlog is being worked off. */
  readonly alwaysByWorth: boolean
}

/** Orders of a backlog: by what an answer is worth, by the day it was due, or the weakest first. */
export const backlogOrders = ['worth', 'day', 'weakest'] as const
export type BacklogOrder = (typeof backlogOrders)[number]

/** Learning cards due within twenty minutes count as due. */
export const learnAheadMs = 20 * 60_000

export interface QueueCounts {
  readonly fresh: number
  readonly learning: number
  readonly review: number
}
export interface Queue {
  /** Ids of the cards to study now, in order. */
  readonly order: readonly string[]
  readonly counts: QueueCounts
  /** More is due than the limits let through: the most valuable come first, the others keep their dates. */
  readonly isBacklog: boolean
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** New cards spread evenly between the reviews. */
function interleave(reviews: readonly Queued[], fresh: readonly Queued[]): Queued[] {
  const mixed: Queued[] = []
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

interface SiblingRule {
  /** A card in learning, unless a sibling was answered today or comes before it. */
  readonly mayLearn: (card: Queued) => boolean
  /** Siblings of any card in learning stay away even when that card is not due yet. */
  readonly isFree: (noteId: string) => boolean
  readonly take: (noteId: string) => void
}

/** Lets each note through once a day, whichever of its cards comes first; every card where siblings are not buried. */
function siblingRule(
  { learning }: QueueCards,
  { answered, burySiblings }: QueueRules,
): SiblingRule {
  if (!burySiblings) return { mayLearn: () => true, isFree: () => true, take: () => {} }
  const answeredCards = new Set(answered.map((card) => card.cardId))
  const answeredNotes = new Set(answered.map((card) => card.noteId))
  const taken = new Set<string>()
  const inLearning = new Set(learning.map((card) => card.noteId))
  return {
    mayLearn: ({ cardId, noteId }) => {
      if (answeredNotes.has(noteId) && !answeredCards.has(cardId)) return false
      if (taken.has(noteId)) return false
      taken.add(noteId)
      return true
    },
    isFree: (noteId) => !taken.has(noteId) && !inLearning.has(noteId) && !answeredNotes.has(noteId),
    take: (noteId) => {
      taken.add(noteId)
    },
  }
}

/** Due cards in an order that is random but fixed for the day, the longest overdue first. */
const byDueDay = (cards: readonly ReviewCard[], day: StudyDay): ReviewCard[] =>
  cards
    .map((card) => ({ card, key: hashText(`${day}/${card.cardId}`) }))
    .sort(
      (a, b) =>
        a.card.dueDay - b.card.dueDay || a.key - b.key || byText(a.card.cardId, b.card.cardId),
    )
    .map(({ card }) => card)

const byWorth = (
  cards: readonly ReviewCard[],
  worthOf: (card: ReviewCard) => number,
): ReviewCard[] =>
  cards
    .map((card) => ({ card, worth: worthOf(card) }))
    .sort((a, b) => b.worth - a.worth || byText(a.card.cardId, b.card.cardId))
    .map(({ card }) => card)

/** The cards that siblings and limits let through, in the order given. */
function takeReviews(
  cards: Iterable<ReviewCard>,
  siblings: SiblingRule,
  allowance: Allowance,
): ReviewCard[] {
  const taken: ReviewCard[] = []
  for (const card of cards) {
    if (!allowance.hasAny('review')) break
    if (!siblings.isFree(card.noteId) || !allowance.take('review', card.deckId)) continue
    siblings.take(card.noteId)
    taken.push(card)
  }
  return taken
}

function takeFresh(
  streams: readonly FreshCards[],
  siblings: SiblingRule,
  allowance: Allowance,
): FreshCard[] {
  const taken: FreshCard[] = []
  const isOpen = (deckId: string) => allowance.hasRoom('fresh', deckId)
  for (const card of inAuthorsOrder(streams, isOpen)) {
    if (!siblings.isFree(card.noteId) || !allowance.take('fresh', card.deckId)) continue
    siblings.take(card.noteId)
    taken.push(card)
  }
  return taken
}

/** Is more due than a limit lets through? With siblings buried each note counts once, whatever order the cards are in. */
function isOverLimit(
  cards: readonly ReviewCard[],
  siblings: SiblingRule,
  { rooms, burySiblings }: QueueRules,
): boolean {
  // Where all of them fit into the tightest room, none needs to be looked at.
  const ofDecks = [...rooms.ofDeck.values()].map(({ room }) => room?.review ?? Infinity)
  if (cards.length <= ofDecks.reduce((least, each) => Math.min(least, each), rooms.inAll.review))
    return false
  const countedUnder = new Map<Room, Set<string>>()
  return cards.some(({ cardId, noteId, deckId }) => {
    if (!siblings.isFree(noteId)) return false
    return roomsAbove(deckId, rooms).some((room) => {
      const counted = countedUnder.get(room) ?? new Set()
      countedUnder.set(room, counted.add(burySiblings ? noteId : cardId))
      return counted.size > room.review
    })
  })
}

function learningNow(cards: QueueCards, rules: QueueRules, siblings: SiblingRule, moment: Moment) {
  const until = moment.at + rules.learnAheadMs
  return cards.learning
    .filter((card) => card.dueAt <= until)
    .sort((a, b) => a.dueAt - b.dueAt || byText(a.cardId, b.cardId))
    .filter(siblings.mayLearn)
}

/**
 * The queue of a moment: learning cards by their instant (those of earlier days first), due reviews, new cards spread between
 * them. Reviews come by day, in an order that is random but fixed for the day; where more is due than the limits let
 * through, by worth, and never the weakest first. One card of a note a day; sorted before it is cut to the limits.
 */
export function buildQueue(cards: QueueCards, rules: QueueRules, moment: Moment): Queue {
  const siblings = siblingRule(cards, rules)
  const learning = learningNow(cards, rules, siblings, moment)
  const due = [...cards.due]
  const isBacklog = rules.alwaysByWorth || isOverLimit(due, siblings, rules)
  const ordered =
    isBacklog && rules.worthOf ? byWorth(due, rules.worthOf) : byDueDay(due, moment.day)
  const allowance = createAllowance(rules.rooms)
  const reviews = takeReviews(ordered, siblings, allowance)
  const fresh = takeFresh(cards.fresh, siblings, allowance)
  return {
    order: [...learning, ...interleave(reviews, fresh)].map((card) => card.cardId),
    counts: { fresh: fresh.length, learning: learning.length, review: reviews.length },
    isBacklog,
  }
}

/**
 * How many cards the queue holds, without putting them in order: due cards are looked at only until the limits are reached.
 * The same as the queue's own counts, but for siblings in decks with limits of their own, where the order decides.
 */
export function countQueue(cards: QueueCards, rules: QueueRules, moment: Moment): QueueCounts {
  const siblings = siblingRule(cards, rules)
  const learning = learningNow(cards, rules, siblings, moment).length
  const allowance = createAllowance(rules.rooms)
  const review = takeReviews(cards.due, siblings, allowance).length
  return { learning, review, fresh: takeFresh(cards.fresh, siblings, allowance).length }
}
