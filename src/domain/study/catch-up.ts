import type { FsrsFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import type { AnswerCosts } from './gain.ts'
import { simulateStudy, type SimulatedCard, type SimulationPlan } from './simulate.ts'

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
  readonly order: SimulationPlan['order']
}

/** A plan that takes longer is not worth calling one. */
const longestPlan = 120

/** What is left over on a day does not count as a backlog when it is but a handful. */
const isWorkedOff = (waiting: number): boolean => waiting === 0

/**
 * How long each pace takes to work off a backlog, one by one, in the order given, with all that becomes due meanwhile and with
 * what is forgotten. No card's date is moved: those that wait keep the day on which they were due.
 */
export function* catchUpPlans(
  { cards, desiredRecall, maximumDays, costs, order }: CatchUpQuestion,
  paces: readonly number[],
  formulas: FsrsFormulas,
): Generator<CatchUpPlan, void> {
  for (const cardsPerDay of paces) {
    const days = simulateStudy(
      {
        cards,
        days: longestPlan,
        desiredRecall,
        maximumDays,
        newPerDay: 0,
        reviewsPerDay: cardsPerDay,
        order,
        costs,
        seed: 'catch-up',
        tellKnown: 'at the end',
      },
      formulas,
    )
    const last = days.findIndex(({ waiting }) => isWorkedOff(waiting))
    const worked = last < 0 ? days : days.slice(0, last + 1)
    const seconds = worked.reduce((sum, day) => sum + day.seconds, 0)
    yield {
      cardsPerDay,
      days: last < 0 ? null : last + 1,
      minutesPerDay: seconds / 60 / worked.length,
    }
  }
}

/** Fewer cards than this are a day like any other. */
const leastBacklog = 20
/** After so many days without an answer, and that many cards, a plan is offered. */
const longBreak = 3

/** Does a plan help? Where more waits than a day's limit lets through, and after some days away. */
export const isPlanWorthwhile = (after: {
  readonly overdue: number
  readonly awayDays: number
  readonly reviewsPerDay: number
}): boolean =>
  after.overdue >= leastBacklog &&
  (after.overdue > after.reviewsPerDay || after.awayDays >= longBreak)

/** What is usual for a learner: reviews on a day of study, and the most that the limits let through. */
export interface UsualPace {
  readonly perDay: number
  readonly limit: number
}

/**
 * Paces to choose from, slowest first: what works the backlog off in about a week, two weeks or a month, with the usual number of
 * reviews going on, the limit where it is less than all of it, and those asked for.
 */
export function pacesFor(
  overdue: number,
  { perDay, limit }: UsualPace,
  asked: readonly number[] = [],
): number[] {
  const rounded = (pace: number) => Math.max(10, Math.ceil(pace / 10) * 10)
  const paces = [7, 14, 30].map((days) => rounded(perDay + overdue / days))
  const most = limit > 0 && limit < overdue ? [limit] : []
  return [...new Set([...paces, ...most, ...asked])].sort((a, b) => a - b)
}
