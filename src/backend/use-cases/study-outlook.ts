import type { Output, Parsed } from '#contract/api.ts'
import { pacesFor } from '#domain/study/catch-up.ts'
import { costsOf } from '#domain/study/costs.ts'
import type { SimulatedCard } from '#domain/study/simulate.ts'
import { readNow, type Context } from '../context.ts'
import type { StudyJobs } from '../jobs/study-jobs.ts'
import { backlogOf } from './backlog-of.ts'
import { withSubdecks } from './list-decks.ts'
import { timedAnswers } from './queue-of.ts'
import { ownOptions, recallAimedAt } from './scheduling-of.ts'

/** The cards of these decks as a simulation begins with them: day 0 is today. */
const cardsOf = (context: Context, deckIds: readonly string[], today: number): SimulatedCard[] =>
  context.memories.outlook(deckIds).map(({ stability, difficulty, lastStudyDay, dueDay }) =>
    stability === null || difficulty === null || lastStudyDay === null
      ? { strength: null, lastDay: 0, dueDay: 0 }
      : {
          strength: { stability, difficulty },
          lastDay: Math.min(0, lastStudyDay - today),
          // A card in learning leaves it today.
          dueDay: (dueDay ?? today) - today,
        },
  )

/**
 * Minutes a day and cards known after half a year for each recall that a deck (null: all of them) may aim at, by simulation in
 * a worker. @throws AppError deck_not_found {deckId}, reckoning_failed, reckoning_stopped
 */
export async function simulateRecall(
  context: Context,
  jobs: StudyJobs,
  { deckId, runId }: Parsed<'simulateRecall'>,
): Promise<Output<'simulateRecall'>> {
  const { day } = readNow(context)
  const deckIds = withSubdecks(context, deckId === null ? [] : [deckId])
  const settings = context.settings.read()
  const own = deckId === null ? null : ownOptions(context).get(deckId)?.options
  const cards = cardsOf(context, deckIds, day)
  const question = {
    params: context.model.params,
    cards,
    maximumDays: settings.maximumDays,
    newPerDay: Math.min(own?.newPerDay ?? settings.newPerDay, settings.newPerDay),
    reviewsPerDay: Math.min(own?.reviewsPerDay ?? settings.reviewsPerDay, settings.reviewsPerDay),
    costs: costsOf(context.reviews.latestTimes(timedAnswers)),
  }
  const choices = await jobs.ask('recallChoices', question, runId)
  const current = deckId === null ? settings.desiredRecall : recallAimedAt(context, deckId)
  return { current, cards: cards.length, choices }
}

const simulatedOrders = { worth: 'gain', day: 'due', weakest: 'weakest' } as const

/**
 * How much is overdue, and for several paces (the one asked for among them) how long it takes to work that off, by simulation in a
 * worker. It changes nothing: a plan begins when the settings name its pace. @throws AppError reckoning_failed, reckoning_stopped
 */
export async function getCatchUp(
  context: Context,
  jobs: StudyJobs,
  { cardsPerDay, runId }: Parsed<'getCatchUp'>,
): Promise<Output<'getCatchUp'>> {
  const { day } = readNow(context)
  const deckIds = withSubdecks(context, [])
  const { desiredRecall, reviewsPerDay, maximumDays } = context.settings.read()
  const backlog = backlogOf(context, day)
  if (backlog.overdue === 0) return { backlog, day, plans: [] }
  const usual = { perDay: context.activity.usualReviews(day), limit: reviewsPerDay }
  const asked = [cardsPerDay, backlog.plan?.cardsPerDay].filter((pace) => pace !== undefined)
  const question = {
    cards: cardsOf(context, deckIds, day).filter((card) => card.strength !== null),
    desiredRecall,
    maximumDays,
    costs: costsOf(context.reviews.latestTimes(timedAnswers)),
    order: simulatedOrders[backlog.order],
    params: context.model.params,
    paces: pacesFor(backlog.overdue, usual, asked),
  }
  return { backlog, day, plans: await jobs.ask('catchUp', question, runId) }
}
