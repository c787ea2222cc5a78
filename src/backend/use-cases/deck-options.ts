import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { desiredRecallOf } from '#domain/study/deck-options.ts'
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
  const deck = decks.get(deckId)
  if (!deck) throw new AppError('deck_not_found', { deckId })
  const usual = context.settings.read().desiredRecall
  const { parentId, options } = deck
  return {
    deckId,
    own: { ...options },
    inheritedRecall: parentId === null ? usual : desiredRecallOf(parentId, decks, usual),
    today: { ...(context.deckOptions.limitsOn(readNow(context).day).get(deckId) ?? noLimits) },
  }
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
