import type { Output, Parsed } from '#contract/api.ts'
import { cardsOfNote, sameness } from '#domain/cards/own-note.ts'
import { AppError } from '#domain/errors.ts'
import { newId, type Context } from '../context.ts'
import { faceOf } from '../store/cards.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'
import { ownSourceId } from '../store/sources.ts'
import { spelledTag } from './change-cards.ts'
import { insertWritten } from './insert-written.ts'
import { findDeck } from './list-decks.ts'

/** What stands in the place of a document for cards that have none. */
function ensureOwnSource(context: Context, tx: WriteDb, title: string): void {
  if (context.sources.titleOf(ownSourceId) !== null) return
  context.sources.insert(tx, {
    sourceId: ownSourceId,
    bundleId: null,
    title,
    path: '',
    format: 'text',
    sha256: '0'.repeat(64),
    text: '',
    importedAt: context.clock.now(),
    documentKey: null,
    version: 1,
  })
}

/** The learner's own deck; it is made when it is needed first, or was removed. */
function ownDeck(context: Context, tx: WriteDb, name: string): string {
  const present = context.decks.visible().find((deck) => deck.sourceId === ownSourceId)
  if (present) return present.deckId
  const deckId = newId(context)
  const position = context.decks.nextPosition()
  const place = { parentId: null, sourceId: ownSourceId, roleId: null, removedAt: null }
  context.decks.insert(tx, { ...place, deckId, name, position })
  return deckId
}

/**
 * Stores a note that the learner wrote, with its cards, in one transaction. They belong to no document, so none that is read
 * again touches them, whatever deck they are in. A repeated `noteId` changes nothing.
 * @throws AppError deck_not_found {deckId}, wording_incomplete
 */
export function writeNote(context: Context, input: Parsed<'writeNote'>): Output<'writeNote'> {
  const cards = cardsOfNote(input.note)
  if (cards.length === 0) throw new AppError('wording_incomplete')
  const cardIds = cards.map((_, index) => `${input.noteId}.${index + 1}`)
  const [first = ''] = cardIds
  const deckId = write(context.db, (tx) => {
    const known = context.memories.find(first)
    if (known) return known.deckId
    ensureOwnSource(context, tx, input.ownDeckName)
    const to =
      input.deckId === null
        ? ownDeck(context, tx, input.ownDeckName)
        : findDeck(context, input.deckId).deckId
    const noteId = `${ownSourceId}/${input.noteId}`
    context.cards.insertNote(tx, { noteId, sourceId: ownSourceId, facts: [] })
    const start = context.memories.nextPosition(to)
    const tags = [...new Set(input.tags.map((tag) => spelledTag(context, tag)))]
    for (const [index, card] of cards.entries())
      insertWritten(context, tx, {
        ...card,
        cardId: `${input.noteId}.${index + 1}`,
        noteId,
        sourceId: ownSourceId,
        roleId: null,
        explanation: input.explanation,
        passages: [],
        tags,
        deckId: to,
        position: start + index,
      })
    return to
  })
  context.changed(['decks', 'study'])
  return { deckId, deckName: context.decks.find(deckId)?.name ?? '', cardIds }
}

/** Looks for a card that asks the same, whatever its case, spaces and punctuation. */
export function findSameCard(
  context: Context,
  { prompt }: Parsed<'findSameCard'>,
): Output<'findSameCard'> {
  const wanted = sameness(prompt)
  if (wanted === '') return null
  const same = context.cards
    .withWords(prompt)
    .find(({ card }) => sameness(faceOf(card).prompt) === wanted)
  if (!same) return null
  const face = faceOf(same.card)
  const { cardId } = same.card
  return { cardId, prompt: face.prompt, answer: face.answer ?? '', deckName: same.deckName }
}
