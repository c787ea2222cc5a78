import { describe, expect, test } from 'vitest'
import type { ImportPreview, PreviewCard } from '#contract/shapes/import.ts'
import type { CardDecision } from '#domain/cards/decision.ts'
import { bulkOf, coverageOf, groupsOf, neighbourOf, nextOpen, unwantedKinds } from './outline.ts'

const passage = (start: number) => ({ source: 's', start, end: start + 1, quote: 'x' })
const card = (
  cardId: string,
  roleId: string | null,
  start: number,
  targets: string[] = [],
  recipe = 'label-how.basic',
): PreviewCard => ({
  cardId,
  roleId,
  targets,
  face: {
    type: 'basic',
    recipe,
    prompt: 'Q',
    answer: 'A',
    choices: null,
    items: null,
    pairs: null,
    explanation: null,
  },
  passages: [passage(start)],
  score: 1,
})
const duty = (dutyId: string) => ({ dutyId, text: dutyId, title: null, passages: [] })
const preview = {
  roles: [
    { roleId: 'nurse', name: 'Nurse', aliases: [], anchors: [], duties: [duty('d1'), duty('d2')] },
    { roleId: 'porter', name: 'Porter', aliases: [], anchors: [], duties: [] },
    { roleId: 'chief', name: 'Chief', aliases: [], anchors: [], duties: [duty('d3')] },
  ],
  cards: [
    card('n2', 'nurse', 30, ['d2']),
    card('g1', null, 5),
    card('c1', 'chief', 50, ['d3']),
    card('n1', 'nurse', 10, ['d1', 'd2']),
  ],
} as unknown as ImportPreview // as: only what the outline reads
const groups = groupsOf(preview)
const kept: CardDecision = { verdict: 'kept', isPinned: false, edit: null, inBulk: false }
const rejected: CardDecision = { verdict: 'rejected', reason: null, inBulk: false }
const decided = (...ids: string[]) => new Map(ids.map((id) => [id, kept]))

test('roles stand in their order with their cards as the document has them, general questions last', () => {
  expect(groups.map(({ name, cards }) => [name, cards.map((each) => each.cardId)])).toEqual([
    ['Nurse', ['n1', 'n2']],
    ['Porter', []],
    ['Chief', ['c1']],
    ['', ['g1']],
  ])
})

describe('going from card to card', () => {
  test('crosses from role to role and stays at the ends', () => {
    const next = (from: string | null, step: 1 | -1) => neighbourOf(groups, from, step)?.cardId
    expect([next('n1', 1), next('n2', 1), next('c1', -1)]).toEqual(['n2', 'c1', 'n2'])
    expect([next('g1', 1), next('n1', -1), next('gone', 1)]).toEqual(['g1', 'n1', 'n1'])
    expect(neighbourOf([], 'n1', 1)).toBeNull()
  })

  test('the next undecided one is looked for onwards, then from the top', () => {
    expect(nextOpen(groups, 'n1', decided('n1', 'n2'))?.cardId).toBe('c1')
    expect(nextOpen(groups, 'g1', decided('g1', 'c1'))?.cardId).toBe('n1')
    expect(nextOpen(groups, 'n1', decided('n1', 'n2', 'c1', 'g1'))).toBeNull()
  })

  test('a card that the learner wrote waits for no decision', () => {
    const own = groupsOf({ ...preview, cards: [card('w', 'nurse', 1, ['d1', 'own-1'])] })
    expect(nextOpen(own, null, new Map())).toBeNull()
  })
})

test('a stroke over a role takes the rest of it, or all when nothing is left', () => {
  const [nurse] = groups
  if (!nurse) throw new Error('the nurse comes first')
  const ids = (decisions: ReadonlyMap<string, CardDecision>) =>
    bulkOf(nurse, decisions).map((each) => each.cardId)
  expect(ids(decided('n1'))).toEqual(['n2'])
  expect(ids(decided('n1', 'n2'))).toEqual(['n1', 'n2'])
})

test('a responsibility is covered by cards that ask for it, unless they are rejected', () => {
  const [nurse] = groups
  if (!nurse) throw new Error('the nurse comes first')
  const counts = (decisions: ReadonlyMap<string, CardDecision>) =>
    coverageOf(nurse, preview.cards, decisions).map(({ cards }) => cards.length)
  expect(counts(new Map())).toEqual([1, 2])
  expect(counts(new Map([['n1', rejected]]))).toEqual([0, 1])
})

describe('kinds of cards that the learner does not want', () => {
  const cards = Array.from({ length: 10 }, (_, n) => card(`t${n}`, 'nurse', n, [], 'tf.true'))
  const decisions = (count: number, decision: CardDecision) =>
    new Map(cards.slice(0, count).map((each) => [each.cardId, decision]))
  test('are offered to be left out while some of them are open', () => {
    expect(unwantedKinds([], cards, decisions(8, rejected))).toEqual([
      { recipe: 'tf.true', decided: 8, rejected: 8, open: 2 },
    ])
    expect(unwantedKinds([], cards, decisions(10, rejected))).toEqual([])
    expect(unwantedKinds([], cards, decisions(8, kept))).toEqual([])
  })

  test('are known from earlier documents', () => {
    const before = [{ recipe: 'tf.true', decided: 10, rejected: 8 }]
    expect(unwantedKinds(before, cards, new Map())).toEqual([{ ...before[0], open: 10 }])
    expect(unwantedKinds(before, [], new Map())).toEqual([])
  })

  test('are not told from a role that was rejected at one stroke', () => {
    expect(unwantedKinds([], cards, decisions(9, { ...rejected, inBulk: true }))).toEqual([])
  })
})
