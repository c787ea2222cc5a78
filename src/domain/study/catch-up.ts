import type { FsrsFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import type { AnswerCosts } from './gain.ts'
import { simulateStudy, type SimulatedCard } from './simulate.ts'

/** A way to work off what is overdue: so many cards a day until none waits any more. */
export interface CatchUpPlan {
  readonly cardsPerDay: number
  /** Days until nothing is left waiting; null if the pace is too slow for the days looked at. */
  readonly days: number | null
  readonly minutesPerDay: number
}

export interface CatchUpQuestion {
  /** The cards that were learned; new ones wait until the backlog is gone. */
  readonly cards: readonly SimulatedCard[]
  readonly desiredRecall: number
  readonly maximumDays: number
  readonly costs: AnswerCosts
}

/** A plan that takes longer is not worth calling one. */
const longestPlan = 120

/** What is left over on a day does not count as a backlog when it is but a handful. */
const isWorkedOff = (waiting: number): boolean => waiting === 0

/**
 * How long each pace takes to work off a backlog, the most valuable cards first, with all that becomes due meanwhile and with
 * what is forgotten. No card's date is moved: those that wait keep the day on which they were due.
 */
export function catchUpPlans(
  { cards, desiredRecall, maximumDays, costs }: CatchUpQuestion,
  paces: readonly number[],
  formulas: FsrsFormulas,
): CatchUpPlan[] {
  return paces.map((cardsPerDay) => {
    const days = simulateStudy(
      {
        cards,
        days: longestPlan,
        desiredRecall,
        maximumDays,
        newPerDay: 0,
        reviewsPerDay: cardsPerDay,
        order: 'gain',
        costs,
        seed: 'catch-up',
        tellKnown: 'at the end',
      },
      formulas,
    )
    const last = days.findIndex(({ waiting }) => isWorkedOff(waiting))
    const worked = last < 0 ? days : days.slice(0, last + 1)
    const seconds = worked.reduce((sum, day) => sum + day.seconds, 0)
    return {
      cardsPerDay,
      days: last < 0 ? null : last + 1,
      minutesPerDay: seconds / 60 / worked.length,
    }
  })
}

/** Paces to choose from: the usual limit, and what clears the backlog in about a week, two weeks or a month. */
export function pacesFor(overdue: number, usualPerDay: number): number[] {
  const rounded = (pace: number) => Math.max(10, Math.ceil(pace / 10) * 10)
  const paces = [7, 14, 30].map((days) => rounded(usualPerDay * 0.5 + overdue / days))
  return [...new Set([...paces, rounded(usualPerDay)])].sort((a, b) => a - b)
}
