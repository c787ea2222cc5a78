import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import type { AnswerCosts } from './gain.ts'
import { simulateStudy, type SimulatedCard } from './simulate.ts'

/** What aiming at a recall costs and gives. */
export interface RecallChoice {
  readonly desiredRecall: number
  /** Minutes on an average day of the time looked at. */
  readonly minutesPerDay: number
  /** Cards known at its end, as the model expects. */
  readonly known: number
}

export interface RecallQuestion {
  readonly params: readonly number[]
  readonly cards: readonly SimulatedCard[]
  readonly maximumDays: number
  readonly newPerDay: number
  readonly reviewsPerDay: number
  readonly costs: AnswerCosts
}

/** Half a year: long enough for intervals to grow, and a time that people plan for. */
export const simulatedDays = 180
/** Larger decks are simulated by so many of their cards, spread evenly, and scaled up. */
const mostCards = 1500

/** 0.70, 0.71 … 0.97. */
export const recallsToChoose: readonly number[] = Array.from(
  { length: 28 },
  (_, index) => (70 + index) / 100,
)

/** Every n-th card, n a fraction where need be. */
function sampleOf(cards: readonly SimulatedCard[]): readonly SimulatedCard[] {
  if (cards.length <= mostCards) return cards
  const step = cards.length / mostCards
  return Array.from({ length: mostCards }, (_, index) => cards[Math.floor(index * step)]).filter(
    (card) => card !== undefined,
  )
}

/**
 * Minutes a day and cards known after half a year for each recall that may be aimed at, one by one: the deck simulated day by
 * day from where it stands, with the learner's limits, parameters and times. The same question always gives the same figures.
 */
export function* recallChoices(question: RecallQuestion): Generator<RecallChoice, void> {
  const { params, maximumDays, costs } = question
  const formulas = createFormulas(params)
  const cards = sampleOf(question.cards)
  const scale = question.cards.length / Math.max(1, cards.length)
  const newPerDay = question.newPerDay / scale
  for (const desiredRecall of recallsToChoose) {
    const days = simulateStudy(
      {
        cards,
        days: simulatedDays,
        desiredRecall,
        maximumDays,
        newPerDay,
        reviewsPerDay: question.reviewsPerDay / scale,
        order: 'gain',
        costs,
        seed: 'recall-choices',
        tellKnown: 'at the end',
      },
      formulas,
    )
    const seconds = days.reduce((sum, day) => sum + day.seconds, 0)
    yield {
      desiredRecall,
      minutesPerDay: (seconds * scale) / 60 / simulatedDays,
      known: (days.at(-1)?.known ?? 0) * scale,
    }
  }
}
