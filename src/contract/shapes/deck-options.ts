import * as v from 'valibot'
import { Count, Id } from './common.ts'

const perDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))
export const DesiredRecall = v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97))

/** Limits of a deck or of all decks; null sets none. */
const Limits = { newPerDay: v.nullable(perDay), reviewsPerDay: v.nullable(perDay) }

/** What a deck has of its own; null takes it from above. */
export const OwnDeckOptions = v.strictObject({
  desiredRecall: v.nullable(DesiredRecall),
  ...Limits,
})

export const DeckOptionsState = v.object({
  deckId: Id,
  own: OwnDeckOptions,
  /** The recall that it aims at without one of its own. */
  inheritedRecall: v.number(),
  /** Limits that hold today only, in the place of the usual ones. */
  today: v.object(Limits),
})

/** Limits for today only, of a deck or (null) of all together; both null takes them back. */
export const TodayLimits = v.strictObject({ deckId: v.nullable(Id), ...Limits })

/** What aiming at a recall costs and gives, by simulation of half a year. */
export const RecallChoices = v.object({
  current: v.number(),
  cards: Count,
  choices: v.array(
    v.object({ desiredRecall: v.number(), minutesPerDay: v.number(), known: v.number() }),
  ),
})

/** What waits after a break, and how long each pace takes to work it off. */
export const CatchUpState = v.object({
  overdue: Count,
  plans: v.array(
    v.object({ cardsPerDay: Count, days: v.nullable(Count), minutesPerDay: v.number() }),
  ),
})
