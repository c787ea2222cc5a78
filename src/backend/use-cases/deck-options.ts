import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { withDecksAbove } from '#domain/study/deck-options.ts'
import { readNow, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import { ownOptions } from './scheduling-of.ts'

const noLimits = { newPerDay: null, reviewsPerDay: null }

/** A deck's options: its own, what it takes from above, and today's limits. @throws AppError deck_not_found {deckId} */
export function getDeckOptions(
  context: Context,
  { deckId }: Parsed<'getDeckOptions'>,
): Output<'getDeckOptions'> {
  const decks = ownOptions(context)
  const names = new Map(context.decks.visible().map((deck) => [deck.deckId, deck.name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const [deck, ...above] = withDecksAbove(deckId, decks)
  if (!deck) throw new AppError('deck_not_found', { deckId })
  const from = above.find(({ options }) => options.desiredRecall !== null)
  return {
    deckId,
    name: nameOf(deckId),
    own: { ...deck.options },
    inheritedRecall: from?.options.desiredRecall ?? context.settings.read().desiredRecall,
    recallFrom: from ? { deckId: from.deckId, name: nameOf(from.deckId) } : null,
    above: above.map((each) => ({
      deckId: each.deckId,
      name: nameOf(each.deckId),
      own: { ...each.options },
    })),
    today: { ...(context.deckOptions.limitsOn(readNow(context).day).get(deckId) ?? noLimits) },
  }
}

/**
 * The limits that were set for this study day only, of a deck or of all together; null where there are none.
 * @throws AppError deck_not_found {deckId}
 */
export function getTodayLimits(
  context: Context,
  { deckId }: Parsed<'getTodayLimits'>,
): Output<'getTodayLimits'> {
  if (deckId !== null) getDeckOptions(context, { deckId })
  const limits = context.deckOptions.limitsOn(readNow(context).day).get(deckId) ?? noLimits
  return { deckId, ...limits }
}

/**
 * Gives a deck options of its own. They act from the next answer on; no date that was set before moves.
 * @throws AppError deck_not_found {deckId}
 */
export function saveDeckOptions(
  context: Context,
  { deckId, options }: Parsed<'saveDeckOptions'>,
): Output<'saveDeckOptions'> {
  getDeckOptions(context, { deckId })
  write(context.db, (tx) => context.deckOptions.put(tx, deckId, options))
  context.changed(['decks', 'study'])
  return getDeckOptions(context, { deckId })
}

/**
 * Sets limits for this study day only, of a deck or of all together; returns what may still be done today.
 * @throws AppError deck_not_found {deckId}
 */
export function saveTodayLimits(
  context: Context,
  { deckId, newPerDay, reviewsPerDay }: Parsed<'saveTodayLimits'>,
): Output<'saveTodayLimits'> {
  if (deckId !== null) getDeckOptions(context, { deckId })
  const { day } = readNow(context)
  write(context.db, (tx) =>
    context.deckOptions.setLimitsOn(tx, day, deckId, { newPerDay, reviewsPerDay }),
  )
  context.changed(['decks', 'study'])
  return { deckId, newPerDay, reviewsPerDay }
}
