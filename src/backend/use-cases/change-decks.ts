import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import type { Context } from '../context.ts'
import { write } from '../store/open.ts'
import { findDeck } from './list-decks.ts'

/** Gives a deck another name. @throws AppError deck_not_found, deck_name_taken {name} */
export function renameDeck(context: Context, input: Parsed<'renameDeck'>): Output<'renameDeck'> {
  const deck = findDeck(context, input.deckId)
  const taken = context.decks
    .visible()
    .some(
      (other) =>
        other.deckId !== deck.deckId &&
        other.parentId === deck.parentId &&
        other.name.toLowerCase() === input.name.toLowerCase(),
    )
  if (taken) throw new AppError('deck_name_taken', { name: input.name })
  write(context.db, (tx) => context.decks.rename(tx, deck.deckId, input.name))
  context.changed(['decks'])
  return findDeck(context, deck.deckId)
}

/** Hides a deck and all below it; its cards and history stay. @throws AppError deck_not_found */
export function removeDeck(context: Context, input: Parsed<'removeDeck'>): Output<'removeDeck'> {
  const { deckId, cardCount } = findDeck(context, input.deckId)
  write(context.db, (tx) => context.decks.setRemoved(tx, deckId, context.clock.now()))
  context.changed(['decks', 'study'])
  return { deckId, cardCount }
}

/** Brings a hidden deck back as it was. @throws AppError deck_not_found */
export function restoreDeck(context: Context, input: Parsed<'restoreDeck'>): Output<'restoreDeck'> {
  if (!context.decks.find(input.deckId)) {
    throw new AppError('deck_not_found', { deckId: input.deckId })
  }
  write(context.db, (tx) => context.decks.setRemoved(tx, input.deckId, null))
  context.changed(['decks', 'study'])
  return findDeck(context, input.deckId)
}

/** The text that passages point into. @throws AppError source_not_found {sourceId} */
export function readSource(context: Context, input: Parsed<'readSource'>): Output<'readSource'> {
  const source = context.sources.find(input.sourceId)
  if (!source) throw new AppError('source_not_found', { sourceId: input.sourceId })
  const { sourceId, title, path, format, text } = source
  return { sourceId, title, path, format, text }
}
