import * as v from 'valibot'
import { backlogOrders } from '#domain/study/queue.ts'
import { Count, Day, Id } from './common.ts'

const perDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))
export const DesiredRecall = v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97))

/** Limits of a deck or of all decks; null sets none. */
const Limits = { newPerDay: v.nullable(perDay), reviewsPerDay: v.nullable(perDay) }

/** What a deck has of its own; null takes it from above. */
export const OwnDeckOptions = v.strictObject({
  desiredRecall: v.nullable(DesiredRecall),
  ...Limits,
})
export type OwnDeckOptions = v.InferOutput<typeof OwnDeckOptions>

export const DeckOptionsState = v.object({
  deckId: Id,
  name: v.string(),
  own: OwnDeckOptions,
  /** The recall that it aims at without one of its own, and the deck that it comes from; null: from the settings. */
  inheritedRecall: v.number(),
  recallFrom: v.nullable(v.object({ deckId: Id, name: v.string() })),
  /** The decks above it with their own options, nearest first: their limits hold for all below them together. */
  above: v.array(v.object({ deckId: Id, name: v.string(), own: OwnDeckOptions })),
  /** Limits that hold today only, in the place of the usual ones. */
  today: v.object(Limits),
})
export type DeckOptionsState = v.InferOutput<typeof DeckOptionsState>

/** Limits for today only, of a deck or (null) of all together; both null takes them back. */
export const TodayLimits = v.strictObject({ deckId: v.nullable(Id), ...Limits })
export type TodayLimits = v.InferOutput<typeof TodayLimits>

/** A page's own name for something that is reckoned in a worker: it hears of its progress by it, and can stop it. */
export const RunId = v.pipe(v.string(), v.uuid())

/** What aiming at a recall costs and gives, by simulation of half a year. */
export const RecallChoices = v.object({
  current: v.number(),
  cards: Count,
  choices: v.array(
    v.object({ desiredRecall: v.number(), minutesPerDay: v.number(), known: v.number() }),
  ),
})
export type RecallChoices = v.InferOutput<typeof RecallChoices>

/** Cards that were due before today. */
export const Backlog = v.object({
  overdue: Count,
  /** Whole days without an answer before today; 0 for who never studied. */
  awayDays: Count,
  /** Enough waits, or the break was long enough, that a plan helps. */
  isPlanWorthwhile: v.boolean(),
  /** The plan that is in force. */
  plan: v.nullable(v.object({ cardsPerDay: Count })),
  order: v.picklist(backlogOrders),
})
export type Backlog = v.InferOutput<typeof Backlog>

/** How long each pace takes to work a backlog off. */
export const CatchUpState = v.object({
  backlog: Backlog,
  day: Day,
  plans: v.array(
    v.object({ cardsPerDay: Count, days: v.nullable(Count), minutesPerDay: v.number() }),
  ),
})
export type CatchUpState = v.InferOutput<typeof CatchUpState>
