import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import { costsOf } from '#domain/study/costs.ts'
import { backlogHorizonDays, gainPerSecond } from '#domain/study/gain.ts'
import {
  limitsOn,
  roomLeft,
  type DayLimits,
  type DeckRoom,
  type DoneToday,
  type Rooms,
} from '#domain/study/limits.ts'
import type { ReviewCard } from '#domain/study/queue-cards.ts'
import {
  buildQueue,
  countQueue,
  learnAheadMs,
  type BacklogOrder,
  type Queue,
  type QueueCounts,
  type QueueRules,
} from '#domain/study/queue.ts'
import type { Context, Now } from '../context.ts'
import { ownOptions } from './scheduling-of.ts'

/** Answers that the learner's own times are taken from. */
export const timedAnswers = 2000

/** What was done today in each deck, with all below it. */
function doneByDeck(context: Context, now: Now): (deckId: string) => DoneToday {
  const own = context.reviews.doneOn(now.day)
  const parents = new Map(context.decks.visible().map((deck) => [deck.deckId, deck.parentId]))
  const sums = new Map<string, { introduced: number; reviewed: number }>()
  for (const [deckId, done] of own) {
    for (let at: string | null = deckId; at !== null; at = parents.get(at) ?? null) {
      const sum = sums.get(at) ?? { introduced: 0, reviewed: 0 }
      sum.introduced += done.introduced
      sum.reviewed += done.reviewed
      sums.set(at, sum)
    }
  }
  return (deckId) => sums.get(deckId) ?? { introduced: 0, reviewed: 0 }
}

/** What today's limits still let through: of all decks together, and of each deck with limits of its own. */
export function roomsOf(context: Context, now: Now): Rooms {
  const settings = context.settings.read()
  const overrides = context.deckOptions.limitsOn(now.day)
  const limitsFor = (usual: DayLimits, deckId: string | null) => {
    const override = overrides.get(deckId)
    return limitsOn(usual, override ? { day: now.day, ...override } : null, now.day)
  }
  const { introduced, reviews } = context.activity.on(now.day)
  const inAll = roomLeft(limitsFor(settings.catchUp ?? settings, null), {
    introduced,
    reviewed: reviews,
  })
  const decks = [...ownOptions(context)].map(
    ([deckId, { parentId, options }]) => [deckId, parentId, limitsFor(options, deckId)] as const,
  )
  const isLimited = (limits: DayLimits) =>
    limits.newPerDay !== null || limits.reviewsPerDay !== null
  // The day's answers are counted by deck only where some deck asks for it.
  const done = decks.some(([, , limits]) => isLimited(limits)) ? doneByDeck(context, now) : null
  const ofDeck = decks.map(([deckId, parentId, limits]): [string, DeckRoom] => [
    deckId,
    { parentId, room: done && isLimited(limits) ? roomLeft(limits, done(deckId)) : null },
  ])
  return { inAll, ofDeck: new Map(ofDeck) }
}

/**
 * What an answer to a due card is worth, in the order that the learner chose: by gain per second, with the learner's own times,
 * which are read when first asked for; or by weakness alone.
 */
function worthOf(context: Context, now: Now, order: BacklogOrder): QueueRules['worthOf'] {
  if (order === 'day') return null
  if (order === 'weakest') {
    const formulas = createFormulas(context.model.params)
    return (card) => -formulas.recall(card.stability, Math.max(0, now.day - card.lastStudyDay))
  }
  let known: ((card: ReviewCard) => number) | null = null
  return (card) => {
    if (!known) {
      const formulas = createFormulas(context.model.params)
      const costs = costsOf(context.reviews.latestTimes(timedAnswers))
      const worth = { horizonDays: backlogHorizonDays, costs }
      known = (each) =>
        gainPerSecond(formulas, each, Math.max(0, now.day - each.lastStudyDay), worth)
    }
    return known(card)
  }
}

function rulesOf(context: Context, now: Now): QueueRules {
  const { burySiblings, backlogOrder, catchUp } = context.settings.read()
  return {
    rooms: roomsOf(context, now),
    learnAheadMs,
    answered: context.memories.answeredOn(now.day),
    burySiblings,
    worthOf: worthOf(context, now, backlogOrder),
    alwaysByWorth: catchUp !== null,
  }
}

/** The queue of these decks at this moment, under today's limits; of all their cards, or of those in `only`. */
export function queueOf(
  context: Context,
  deckIds: readonly string[],
  now: Now,
  only: ReadonlySet<string> | null = null,
): Queue {
  const isIn = ({ cardId }: { readonly cardId: string }) => only === null || only.has(cardId)
  const learning = context.memories.learning(deckIds, now.day).filter(isIn)
  const due = context.memories.due(deckIds, now.day).filter(isIn)
  const fresh = context.memories.fresh(deckIds, now.day).map(({ deckId, cards }) => ({
    deckId,
    cards: only === null ? cards : cards.filter(isIn),
  }))
  return buildQueue({ learning, due, fresh }, rulesOf(context, now), now)
}

/** How many cards that queue holds, without the work of putting them in order. */
export function countsOf(context: Context, deckIds: readonly string[], now: Now): QueueCounts {
  const rules = rulesOf(context, now)
  const learning = context.memories.learning(deckIds, now.day)
  const fresh = context.memories.fresh(deckIds, now.day)
  const due = context.memories.dueOneByOne(deckIds, now.day)
  return countQueue({ learning, due, fresh }, rules, now)
}
