import { describe, expect, test } from 'vitest'
import { withHandWritten } from '#domain/cards/hand-written.ts'
import { newId, readNow } from '../context.ts'
import { sampleCollection, sampleGen, type SampleCollection } from '../testing/sample.ts'
import { actOnCards } from './act-on-cards.ts'
import { answerCard } from './answer-card.ts'
import { listLeeches, writeBeside } from './leeches.ts'
import { queueOf } from './queue-of.ts'
import { undoStep } from './undo-step.ts'
import { updateSource } from './update-source.ts'

// The second card of the sample asks for one of three duties, two of them of another role.
const choice = sampleGen().cards[1]
const cardId = choice?.id ?? ''

/** Forgets the card so often, with the wrong option chosen each time. */
function forget({ context, clock }: SampleCollection, times: number): void {
  const wrong = choice?.choices?.find((each) => !each.correct)?.text ?? ''
  const answer = (grade: 1 | 4) => {
    const revision = context.memories.find(cardId)?.revision ?? 0
    const chosen = grade === 1 ? { chosen: [wrong] } : {}
    answerCard(context, { answerId: newId(context), cardId, revision, grade, tookMs: 1, ...chosen })
  }
  if (context.memories.find(cardId)?.memory.kind === 'new') answer(4)
  for (let n = 0; n < times; n += 1) {
    clock.at += 30 * 86_400_000
    answer(1)
    answer(4)
  }
}

describe('a card that is forgotten again and again', () => {
  test('waits to be looked at from the eighth time on, and names the role it was taken for first', () => {
    const sample = sampleCollection(3)
    forget(sample, 7)
    expect(listLeeches(sample.context)).toEqual([])
    forget(sample, 1)
    const [leech] = listLeeches(sample.context)
    expect(leech).toMatchObject({ cardId, lapses: 8, roleName: 'Role 0' })
    expect(leech?.duty).toBe('carry out duty 0 of role 0')
    expect(leech?.others.map((role) => role.name)).toEqual(['Role 1', 'Role 2'])
  })

  test('is found in order, and waits again four times later; suspended it does not wait', () => {
    const sample = sampleCollection()
    const { context } = sample
    forget(sample, 8)
    actOnCards(context, { stepId: newId(context), cardIds: [cardId], act: { do: 'leech' } })
    expect(listLeeches(context)).toEqual([])
    forget(sample, 3)
    expect(listLeeches(context)).toEqual([])
    forget(sample, 1)
    expect(listLeeches(context).map((leech) => leech.lapses)).toEqual([12])
    actOnCards(context, {
      stepId: newId(context),
      cardIds: [cardId],
      act: { do: 'suspend', on: true },
    })
    expect(listLeeches(context)).toEqual([])
    undoStep(context, { stepId: null })
    expect(listLeeches(context)).toHaveLength(1)
  })

  test('is split into parts that are new, of its note, and stay when the document is read again', () => {
    const sample = sampleCollection()
    const { context } = sample
    forget(sample, 8)
    const stepId = newId(context)
    const part = (prompt: string) => ({
      type: 'basic' as const,
      prompt,
      answer: 'Yes.',
      choices: null,
      explanation: null,
    })
    const input = { stepId, cardId, cards: [part('One?'), part('Two?')], then: 'delete' as const }
    writeBeside(context, input)
    writeBeside(context, input)
    const noteId = context.cards.find(cardId)?.noteId
    const sourceId = context.cards.find(cardId)?.sourceId ?? ''
    const parts = () =>
      context.cards
        .ofSource(sourceId)
        .filter(({ card }) => card.recipe === 'written.basic')
        .toSorted((a, b) => (a.card.prompt < b.card.prompt ? -1 : 1))
    expect(
      parts().map(({ card, status }) => [card.prompt, status, card.noteId === noteId]),
    ).toEqual([
      ['One?', 'active', true],
      ['Two?', 'active', true],
    ])
    expect(context.memories.find(cardId)?.status).toBe('deleted')
    const ids = parts().map(({ card }) => card.cardId)
    // The same document again, with what the learner wrote among its cards.
    const gen = withHandWritten(sampleGen(), context.sources.fixesOf(sourceId))
    updateSource(context, {
      sourceId,
      gen,
      fixes: context.sources.fixesOf(sourceId),
      decided: new Map(),
    })
    expect(parts().map(({ card, status }) => [card.cardId, status])).toEqual(
      ids.map((id) => [id, 'active']),
    )
    expect(context.memories.find(cardId)?.status).toBe('deleted')
    sample.clock.at += 86_400_000
    const queue = queueOf(
      context,
      context.decks.visible().map((deck) => deck.deckId),
      readNow(context),
    )
    expect(queue.order.some((id) => ids.includes(id))).toBe(true)
    undoStep(context, { stepId })
    expect(context.memories.find(cardId)?.status).toBe('active')
    expect(parts()).toHaveLength(2)
  })
})
