import { choiceFor } from '#domain/scheduling/due-counts.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import { defaultScheduling, type SchedulingOptions } from '#domain/scheduling/next-memory.ts'
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
  return desiredRecallOf(deckId, ownOptions(context), context.settings.read().desiredRecall)
}

/** The scheduling rules for a card at this moment: what its deck aims at, and the load of the days to come. */
export function schedulingOf(
  context: Context,
  card: { readonly cardId: string; readonly deckId: string; readonly memory: Memory },
  now: Now,
): SchedulingOptions {
  const { easyDays } = context.settings.read()
  const load = { dueOn: (day: StudyDay) => context.memories.dueOn(day), easyDays }
  return {
    ...defaultScheduling,
    desiredRecall: recallAimedAt(context, card.deckId),
    chooseDay: choiceFor(card, now.day, load),
  }
}
