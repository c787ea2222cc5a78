import type { DayLimits } from './limits.ts'

/** What a deck has of its own; null takes it from the deck above it, and at last from the settings. */
export interface DeckOptions extends DayLimits {
  /** Recall at which its cards come back, 0.70..0.97. */
  readonly desiredRecall: number | null
}

export const noDeckOptions: DeckOptions = {
  desiredRecall: null,
  newPerDay: null,
  reviewsPerDay: null,
}

/** A deck with its own options, and the deck above it. */
export interface OwnOptions {
  readonly parentId: string | null
  readonly options: DeckOptions
}

/** Decks that can be looked up. */
export type OptionsByDeck = Pick<ReadonlyMap<string, OwnOptions>, 'get'>

/** A deck and the decks above it, nearest first; none if it is not there. */
export function withDecksAbove(
  deckId: string,
  decks: OptionsByDeck,
): readonly (OwnOptions & { readonly deckId: string })[] {
  const deck = decks.get(deckId)
  if (!deck) return []
  return [
    { deckId, ...deck },
    ...(deck.parentId === null ? [] : withDecksAbove(deck.parentId, decks)),
  ]
}

/**
 * The recall that a deck aims at: its own, else that of the nearest deck above that has one, else the learner's.
 * Limits are not inherited this way: that of a deck above holds for all below it together (see limits.ts).
 */
export function desiredRecallOf(deckId: string, decks: OptionsByDeck, usual: number): number {
  const withOwn = withDecksAbove(deckId, decks).find(
    ({ options }) => options.desiredRecall !== null,
  )
  return withOwn?.options.desiredRecall ?? usual
}
