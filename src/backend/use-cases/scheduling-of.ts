import type { Settings } from '#contract/shapes/settings.ts'
import { choiceFor } from '#domain/scheduling/due-counts.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import type { SchedulingOptions } from '#domain/scheduling/next-memory.ts'
import { desiredRecallOf, noDeckOptions, type OwnOptions } from '#domain/study/deck-options.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import type { Context, Now } from '../context.ts'

/** Every deck with its own options and the deck above it. */
export function ownOptions(context: Context): ReadonlyMap<string, OwnOptions> {
  const options = context.deckOptions.all()
  return new Map(
    context.decks
      .visible()
      .map(({ deckId, parentId }) => [
        deckId,
        { parentId, options: options.get(deckId) ?? noDeckOptions },
      ]),
  )
}

/** The recall that a deck aims at, its own or inherited. */
export function recallAimedAt(context: Context, deckId: string): number {
  const { desiredRecall } = context.settings.read()
  // Only the decks on the way up are read.
  const get = (id: string) => {
    const deck = context.decks.find(id)
    return deck ? { parentId: deck.parentId, options: context.deckOptions.of(id) } : undefined
  }
  return desiredRecallOf(deckId, { get }, desiredRecall)
}

const minuteMs = 60_000

/** The rules that hold for every card, as the learner set them. */
export const commonRules = ({ maximumDays, learningSteps, relearningSteps }: Settings) => ({
  maximumDays,
  learningStepsMs: learningSteps.map((minutes) => minutes * minuteMs),
  relearningStepsMs: relearningSteps.map((minutes) => minutes * minuteMs),
})

/** The scheduling rules for a card at this moment: what its deck aims at, and the load of the days to come. */
export function schedulingOf(
  context: Context,
  card: { readonly cardId: string; readonly deckId: string; readonly memory: Memory },
  now: Now,
): SchedulingOptions {
  const settings = context.settings.read()
  const { easyDays } = settings
  const load = { dueOn: (day: StudyDay) => context.memories.dueOn(day), easyDays }
  return {
    ...commonRules(settings),
    desiredRecall: recallAimedAt(context, card.deckId),
    chooseDay: choiceFor(card, now.day, load),
  }
}
