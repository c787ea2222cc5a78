import type { Output, Parsed } from '#contract/api.ts'
import type { CardChanging } from '#contract/shapes/cards.ts'
import { AppError } from '#domain/errors.ts'
import type { Context } from '../context.ts'
import type { CardsBefore } from '../store/card-changes.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'
import { findDeck } from './list-decks.ts'

type Moving = Extract<CardChanging['change'], { kind: 'move' }>
type Tagging = Extract<CardChanging['change'], { kind: 'tag' }>

function moveCards(
  context: Context,
  tx: WriteDb,
  cardIds: readonly string[],
  to: string,
): CardsBefore {
  const moved = context.cardChanges.notIn(cardIds, to)
  for (const { cardId } of moved) context.cardChanges.move(tx, cardId, to, to)
  return { kind: 'move', to, cards: moved.map(({ cardId, deckId, own }) => [cardId, deckId, own]) }
}

/** A tag is the same whatever its capitals: the spelling that is in use already is kept. */
export const spelledTag = (context: Context, tag: string): string =>
  context.listing.tags().find((each) => each.toLowerCase() === tag.toLowerCase()) ?? tag

function tagCards(
  context: Context,
  tx: WriteDb,
  cardIds: readonly string[],
  { on, tag }: Tagging,
): CardsBefore {
  const name = spelledTag(context, tag)
  const cards: [string, string, 0 | 1 | null][] = []
  for (const { cardId, tag: held, own, isGiven } of context.cardChanges.withTag(cardIds, name)) {
    if ((held !== null) === on) continue
    const at = held ?? name
    cards.push([cardId, at, own])
    // A tag of the learner's own is taken away; one that the document gave is marked as taken off.
    context.cardChanges.setTag(tx, cardId, at, on ? 1 : isGiven === 1 ? 0 : null)
  }
  return { kind: 'tag', cards }
}

/**
 * Moves cards to another deck, or puts a tag on them or takes it off, in one transaction. Their schedules stay. Moved
 * cards stay where they are when their document changes. A repeated `changeId` changes nothing.
 * @throws AppError deck_not_found {deckId}, nothing_to_change
 */
export function changeCards(context: Context, input: Parsed<'changeCards'>): Output<'changeCards'> {
  const { changeId, change } = input
  const cardIds = [...new Set(input.cardIds)]
  const known = context.cardChanges.find(changeId)
  if (known) return { changeId, count: known.before.cards.length }
  const to =
    change.kind === 'move' ? findDeck(context, (change satisfies Moving).deckId).deckId : ''
  const count = write(context.db, (tx) => {
    const before =
      change.kind === 'move'
        ? moveCards(context, tx, cardIds, to)
        : tagCards(context, tx, cardIds, change)
    if (before.cards.length === 0) throw new AppError('nothing_to_change')
    context.cardChanges.put(tx, changeId, before, context.clock.now())
    return before.cards.length
  })
  context.changed(['decks', 'study'])
  return { changeId, count }
}

/**
 * Takes such a change back. Cards that were moved or tagged anew since stay as they are; doing it twice changes nothing.
 * @throws AppError card_change_not_found
 */
export function undoCardChange(
  context: Context,
  { changeId }: Parsed<'undoCardChange'>,
): Output<'undoCardChange'> {
  const count = write(context.db, (tx) => {
    const change = context.cardChanges.find(changeId)
    if (!change) throw new AppError('card_change_not_found')
    if (change.isUndone) return 0
    const { before } = change
    if (before.kind === 'move') {
      const isElsewhere = new Set(
        context.cardChanges
          .notIn(
            before.cards.map(([cardId]) => cardId),
            before.to,
          )
          .map((card) => card.cardId),
      )
      for (const [cardId, deckId, own] of before.cards) {
        if (!isElsewhere.has(cardId)) context.cardChanges.move(tx, cardId, deckId, own)
      }
    } else {
      for (const [cardId, tag, isOn] of before.cards)
        context.cardChanges.setTag(tx, cardId, tag, isOn)
    }
    context.cardChanges.setUndone(tx, changeId, context.clock.now())
    return before.cards.length
  })
  context.changed(['decks', 'study'])
  return { changeId, count }
}
