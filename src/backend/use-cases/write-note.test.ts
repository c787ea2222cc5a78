import { describe, expect, test } from 'vitest'
import { newId, readNow } from '../context.ts'
import { sampleCollection, sampleGen } from '../testing/sample.ts'
import { actOnCards } from './act-on-cards.ts'
import { removeDeck } from './change-decks.ts'
import { findDeck } from './list-decks.ts'
import { queueOf } from './queue-of.ts'
import { recogniseDocument } from './recognise-document.ts'
import { undoStep } from './undo-step.ts'
import { updateSource } from './update-source.ts'
import { findSameCard, writeNote } from './write-note.ts'

const note = (noteId: string) => ({
  noteId,
  deckId: null,
  ownDeckName: 'My cards',
  note: { kind: 'reversed' as const, prompt: 'Wood', answer: 'Holz' },
  explanation: null,
  tags: ['Words'],
})

describe('a note that the learner writes', () => {
  test('makes a deck that belongs to no document, once, and sibling cards in it', () => {
    const { context } = sampleCollection()
    const first = writeNote(context, note(newId(context)))
    expect(findDeck(context, first.deckId)).toMatchObject({
      name: 'My cards',
      sourceId: null,
      cardCount: 2,
    })
    const second = writeNote(context, note(newId(context)))
    expect(second.deckId).toBe(first.deckId)
    const cards = first.cardIds.map((cardId) => context.cards.find(cardId))
    expect(new Set(cards.map((card) => card?.noteId)).size).toBe(1)
    expect(cards.map((card) => [card?.prompt, card?.answer, card?.tags])).toEqual([
      ['Wood', 'Holz', ['Words']],
      ['Holz', 'Wood', ['Words']],
    ])
    const queue = queueOf(context, [first.deckId], readNow(context))
    expect(queue.order).toContain(first.cardIds[0])
  })

  test('changes nothing when it is sent twice', () => {
    const { context } = sampleCollection()
    const input = note(newId(context))
    expect(writeNote(context, input)).toEqual(writeNote(context, input))
    expect(context.decks.visible().filter((deck) => deck.name === 'My cards')).toHaveLength(1)
  })

  test('stays as it is in the deck of a document that is read again', () => {
    const { context } = sampleCollection()
    const [deck] = context.decks.visible()
    const { cardIds } = writeNote(context, {
      ...note(newId(context)),
      deckId: deck?.deckId ?? '',
    })
    const stateOf = () =>
      cardIds.map((id) => [context.cards.find(id), context.memories.find(id)] as const)
    const before = stateOf()
    expect(before.map(([, memory]) => memory?.deckId)).toEqual([deck?.deckId, deck?.deckId])
    const sourceId = deck?.sourceId ?? ''
    updateSource(context, { sourceId, gen: sampleGen(1), fixes: [], decided: new Map() })
    expect(stateOf()).toEqual(before)
  })

  test('leaves no trace when its deck is not there, or it is not complete', () => {
    const { context } = sampleCollection()
    const input = note(newId(context))
    expect(() => writeNote(context, { ...input, deckId: 'nowhere' })).toThrow(
      expect.objectContaining({ code: 'deck_not_found' }),
    )
    expect(() => writeNote(context, { ...input, note: { kind: 'cloze', text: 'No gap' } })).toThrow(
      expect.objectContaining({ code: 'wording_incomplete' }),
    )
    expect(context.sources.titleOf('own-cards')).toBeNull()
  })

  test('goes to a new deck when the own one was removed, and is deleted as a step', () => {
    const { context } = sampleCollection()
    const first = writeNote(context, note(newId(context)))
    removeDeck(context, { deckId: first.deckId })
    const second = writeNote(context, note(newId(context)))
    expect(second.deckId).not.toBe(first.deckId)
    const act = { do: 'delete', on: true } as const
    actOnCards(context, { stepId: newId(context), cardIds: second.cardIds, act })
    expect(findDeck(context, second.deckId).cardCount).toBe(0)
    undoStep(context, { stepId: null })
    expect(findDeck(context, second.deckId).cardCount).toBe(2)
  })
})

test('a card that asks the same is found whatever its case and signs, unless it is deleted', () => {
  const { context } = sampleCollection()
  const { cardIds } = writeNote(context, {
    ...note(newId(context)),
    note: { kind: 'basic', prompt: 'Who plans, the “rota”?', answer: 'Ann' },
  })
  const find = (prompt: string) => findSameCard(context, { prompt })
  expect(find('who  plans the ROTA')).toMatchObject({
    cardId: cardIds[0],
    answer: 'Ann',
    deckName: 'My cards',
  })
  expect(find('Who plans the')).toBeNull()
  expect(find('?! "')).toBeNull()
  const act = { do: 'delete', on: true } as const
  actOnCards(context, { stepId: newId(context), cardIds, act })
  expect(find('Who plans the rota?')).toBeNull()
})

test('no document is taken for a new version of what stands for own cards', () => {
  const { context } = sampleCollection()
  writeNote(context, note(newId(context)))
  const gen = sampleGen()
  const sources = gen.sources.map((each) => ({
    ...each,
    id: 'other',
    path: '',
    sha256: '0'.repeat(64),
    text: '',
  }))
  const found = recogniseDocument(context, { ...gen, sources, responsibilities: [] })
  expect(found?.sourceId).not.toBe('own-cards')
})
