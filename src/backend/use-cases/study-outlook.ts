import type { Output, Parsed } from '#contract/api.ts'
import { defaultScheduling } from '#domain/scheduling/next-memory.ts'
import { pacesFor } from '#domain/study/catch-up.ts'
import { costsOf } from '#domain/study/costs.ts'
import type { SimulatedCard } from '#domain/study/simulate.ts'
import { readNow, type Context } from '../context.ts'
import type { StudyJobs } from '../jobs/study-jobs.ts'
import { withSubdecks } from './list-decks.ts'
import { timedAnswers } from './queue-of.ts'
import { ownOptions, recallAimedAt } from './scheduling-of.ts'

const { maximumDays } = defaultScheduling

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
 * a worker. @throws AppError deck_not_found {deckId}, reckoning_failed
 */
export async function simulateRecall(
  context: Context,
  jobs: StudyJobs,
  { deckId }: Parsed<'simulateRecall'>,
): Promise<Output<'simulateRecall'>> {
  const { day } = readNow(context)
  const deckIds = withSubdecks(context, deckId === null ? [] : [deckId])
  const settings = context.settings.read()
  const own = deckId === null ? null : ownOptions(context).get(deckId)?.options
  const cards = cardsOf(context, deckIds, day)
  const choices = await jobs.ask('recallChoices', {
    params: context.model.params,
    cards,
    maximumDays,
    newPerDay: Math.min(own?.newPerDay ?? settings.newPerDay, settings.newPerDay),
    reviewsPerDay: Math.min(own?.reviewsPerDay ?? settings.reviewsPerDay, settings.reviewsPerDay),
    costs: costsOf(context.reviews.latestTimes(timedAnswers)),
  })
  const current = deckId === null ? settings.desiredRecall : recallAimedAt(context, deckId)
  return { current, cards: cards.length, choices }
}

/**
 * How much is overdue, and for several paces how long it takes to work that off, by simulation in a worker. It changes nothing:
 * a plan begins when the settings name its pace. @throws AppError reckoning_failed
 */
export async function getCatchUp(context: Context, jobs: StudyJobs): Promise<Output<'getCatchUp'>> {
  const { day } = readNow(context)
  const deckIds = withSubdecks(context, [])
  const { desiredRecall, reviewsPerDay } = context.settings.read()
  const overdue = context.memories.overdueCount(deckIds, day)
  if (overdue === 0) return { overdue, plans: [] }
  const plans = await jobs.ask('catchUp', {
    cards: cardsOf(context, deckIds, day).filter((card) => card.strength !== null),
    desiredRecall,
    maximumDays,
    costs: costsOf(context.reviews.latestTimes(timedAnswers)),
    params: context.model.params,
    paces: pacesFor(overdue, reviewsPerDay),
  })
  return { overdue, plans }
}
