import { describe, expect, test } from 'vitest'
import { sampleCollection } from '../testing/sample.ts'
import { answerCard } from './answer-card.ts'
import { getCardInfo } from './card-info.ts'
import { changeCards, undoCardChange } from './change-cards.ts'
import { openSession } from './open-session.ts'
import { previewReplace, replaceText } from './replace-text.ts'
import { listCardIds, searchCards } from './search-cards.ts'
import { undoStep } from './undo-step.ts'

const uuid = (n: number) => `018f2b1c-0000-7000-8000-${String(n).padStart(12, '0')}`
const byAge = { order: 'added', isDescending: false } as const

function collection() {
  const sample = sampleCollection(2)
  const { context } = sample
  const ids = (search: string) => listCardIds(context, { search, ...byAge, from: 0, count: 1000 })
  const memories = () =>
    context.db
      .prepare('select card_id, state, stability, due_day, revision from memory order by card_id')
      .all()
  const deckNamed = (name: string) =>
    context.listing.decks().find((deck) => deck.name === name)?.deckId ?? ''
  return { ...sample, ids, memories, deckNamed }
}

describe('moving', () => {
  test('is undone to the deck of each card, and leaves schedules alone', () => {
    const { context, ids, memories, deckNamed } = collection()
    const before = memories()
    const cardIds = ids('')
    const change = { kind: 'move', deckId: deckNamed('Role 1') } as const
    const moved = changeCards(context, { changeId: uuid(1), cardIds, change })
    expect(moved.count).toBe(8)
    expect(ids('deck:"role 1"')).toHaveLength(16)
    expect(changeCards(context, { changeId: uuid(1), cardIds, change })).toEqual(moved)
    expect(memories()).toEqual(before)
    undoCardChange(context, { changeId: uuid(1) })
    expect([ids('deck:"role 0"').length, ids('deck:"role 1"').length]).toEqual([8, 8])
    expect(undoCardChange(context, { changeId: uuid(1) }).count).toBe(0)
  })

  test('back takes along only what was not moved again since', () => {
    const { context, ids, deckId, deckNamed } = collection()
    const [first = '', second = ''] = ids('deck:"role 0"')
    const move = (n: number, cardIds: string[], to: string) =>
      changeCards(context, { changeId: uuid(n), cardIds, change: { kind: 'move', deckId: to } })
    move(1, [first, second], deckNamed('Role 1'))
    move(2, [second], deckId)
    undoCardChange(context, { changeId: uuid(1) })
    expect(context.memories.find(first)?.deckId).toBe(deckNamed('Role 0'))
    expect(context.memories.find(second)?.deckId).toBe(deckId)
    expect(context.cardChanges.deckOf(first)).toBeNull()
    expect(context.cardChanges.deckOf(second)).toBe(deckId)
  })

  test('to where all of them are already is no change', () => {
    const { context, ids, deckNamed } = collection()
    const cardIds = ids('deck:"role 0"')
    const change = { kind: 'move', deckId: deckNamed('Role 0') } as const
    expect(() => changeCards(context, { changeId: uuid(1), cardIds, change })).toThrow(
      'nothing_to_change',
    )
    expect(() =>
      changeCards(context, { changeId: uuid(2), cardIds, change: { kind: 'move', deckId: 'no' } }),
    ).toThrow('deck_not_found')
  })
})

test('a tag is put on and taken off, whatever its capitals, and both are undone', () => {
  const { context, ids } = collection()
  context.db.exec(`update card set tags_json = '["Given"]' where card_id = '${ids('')[0] ?? ''}'`)
  const tag = (n: number, name: string, on: boolean, cardIds = ids('')) =>
    changeCards(context, { changeId: uuid(n), cardIds, change: { kind: 'tag', tag: name, on } })
      .count
  expect(tag(1, 'Exam', true, ids('deck:"role 0"'))).toBe(8)
  expect(tag(2, 'exam', true)).toBe(8)
  expect(ids('tag:EXAM')).toHaveLength(16)
  expect(context.listing.tags()).toEqual(['Exam', 'Given'])
  expect(tag(3, 'given', true)).toBe(15)
  expect(tag(4, 'GIVEN', false)).toBe(16)
  expect(ids('tag:given')).toHaveLength(0)
  undoCardChange(context, { changeId: uuid(4) })
  expect(ids('tag:given')).toHaveLength(16)
  undoCardChange(context, { changeId: uuid(3) })
  expect(ids('tag:given')).toEqual(ids('').slice(0, 1))
  undoCardChange(context, { changeId: uuid(2) })
  expect(ids('tag:exam')).toEqual(ids('deck:"role 0"'))
  expect(() => undoCardChange(context, { changeId: 'none' })).toThrow('card_change_not_found')
})

describe('replacing words', () => {
  const rule = { isCaseSensitive: false, isWholeWords: true }

  test('shows every text before and after, and is one step that can be taken back', async () => {
    const { context, ids } = collection()
    const input = { cardIds: ids(''), find: 'DUTY', replaceWith: 'task', ...rule }
    const preview = await previewReplace(context, { ...input, from: 0, count: 3 })
    expect(preview).toMatchObject({ cards: 16, leftOut: 0 })
    expect(preview.rows).toHaveLength(3)
    expect(preview.rows[0]?.fields).toEqual([
      { field: 'prompt', before: 'What is duty 0?', after: 'What is task 0?' },
      {
        field: 'answer',
        before: 'carry out duty 0 of role 0',
        after: 'carry out task 0 of role 0',
      },
    ])
    expect(ids('task')).toEqual([])
    await replaceText(context, { stepId: uuid(7), ...input })
    expect(ids('task')).toHaveLength(16)
    expect(ids('duty')).toHaveLength(0)
    expect(ids('is:edited')).toHaveLength(16)
    undoStep(context, { stepId: uuid(7) })
    expect([ids('task').length, ids('duty').length, ids('is:edited').length]).toEqual([0, 16, 0])
  })

  test('keeps the key of a choice and the schedule of a card', async () => {
    const { context, ids } = collection()
    const [cardId = ''] = ids('kind:choice')
    const answer = { answerId: uuid(1), cardId, revision: 0, grade: 3 as const, tookMs: 9 }
    const { memory } = answerCard(context, answer)
    const input = { cardIds: [cardId], find: 'carry out', replaceWith: 'see to', ...rule }
    await replaceText(context, { stepId: uuid(2), ...input })
    expect(context.memories.find(cardId)?.memory).toEqual(memory)
    const info = getCardInfo(context, { cardId })
    expect(info.face.choices?.map((choice) => choice.correct)).toEqual([true, false, false])
    expect(info.face.answer).toBe('see to duty 0 of role 0')
    expect(info.history.map((line) => line.kind)).toEqual(['edit', 'study'])
  })

  test('takes signs of patterns and of replacements as they are', async () => {
    const { context, ids } = collection()
    const cardIds = ids('kind:basic')
    const none = await previewReplace(context, {
      ...{ cardIds, find: '(a+)+$', replaceWith: '', from: 0, count: 9, ...rule },
    })
    expect(none.cards).toBe(0)
    const found = await previewReplace(context, {
      ...{ cardIds, find: '?', replaceWith: '$& $1', from: 0, count: 1 },
      ...{ isCaseSensitive: true, isWholeWords: false },
    })
    expect(found.rows[0]?.fields[0]?.after).toBe('What is duty 0$& $1')
  })

  test('leaves out cards that would have no question', async () => {
    const { context, ids } = collection()
    const cardIds = ids('"what is duty 0"')
    const input = { cardIds, find: 'What is duty 0?', replaceWith: '' }
    const plain = { isCaseSensitive: true, isWholeWords: false }
    const preview = await previewReplace(context, { ...input, ...plain, from: 0, count: 9 })
    expect(preview).toMatchObject({ cards: 0, leftOut: 1 })
    await expect(replaceText(context, { stepId: uuid(1), ...input, ...plain })).rejects.toThrow(
      'nothing_to_change',
    )
  })
})

test('card info tells each answer, where it sent the card, and what was taken back', () => {
  const { context, clock, ids } = collection()
  const [cardId = ''] = ids('')
  answerCard(context, { answerId: uuid(1), cardId, revision: 0, grade: 1, tookMs: 1500 })
  undoStep(context, { stepId: uuid(1) })
  clock.at += 1000
  const revision = context.memories.find(cardId)?.revision ?? 0
  answerCard(context, { answerId: uuid(2), cardId, revision, grade: 4, tookMs: 2500 })
  const info = getCardInfo(context, { cardId })
  expect(info).toMatchObject({ roleName: 'Role 0', sourceTitle: 'Sample' })
  expect(info.row).toMatchObject({ cardId, deckName: 'Role 0', memory: { kind: 'review' } })
  expect(info.passages[0]?.quote).toBe('carry out duty 0 of role 0')
  expect(info.history.map((line) => [line.kind, line.grade, line.tookMs, line.isUndone])).toEqual([
    ['study', 4, 2500, false],
    ['undo', null, 0, false],
    ['study', 1, 1500, true],
  ])
  const due = info.row.memory.kind === 'review' ? info.row.memory.dueDay - info.day : 0
  expect(info.history[0]?.next).toEqual({ unit: 'days', value: due })
  expect(() => getCardInfo(context, { cardId: 'none' })).toThrow('card_not_found')
})

test('a session of a search takes only what it finds, by the schedule', () => {
  const { context, ids } = collection()
  const cards = (search: string) =>
    openSession(context, { deckIds: [], search }).cards.map((card) => card.cardId)
  expect(cards('"what is duty 3"')).toEqual(ids('"what is duty 3"'))
  expect(cards('is:suspended')).toEqual([])
  expect(new Set(cards('kind:basic'))).toEqual(new Set(ids('kind:basic')))
  expect(() => cards('(')).toThrow('search_not_understood')
  expect(searchCards(context, { search: '', ...byAge, from: 0, count: 1 }).total).toBe(16)
})
