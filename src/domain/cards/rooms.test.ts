import { expect, test } from 'vitest'
import type { Fact } from '#domain/roles/model.ts'
import type { CardDraft } from './draft.ts'
import { createRooms } from './rooms.ts'

const duty = (id: string): Fact => ({
  id,
  role: 'clerk',
  text: 'count the cash',
  form: 'phrase',
  isListed: true,
  prov: [],
})
const draft = (fact: Fact, kind: Pick<CardDraft, 'recipe' | 'type' | 'score'>): CardDraft => ({
  prompt: 'Who counts the cash?',
  target: [fact.id],
  role: fact.role,
  prov: [],
  bloom: 'remember',
  ...kind,
})
const whose = { recipe: 'resp-role.mcq', type: 'mcq', score: 0.86 } as const
const what = { recipe: 'role-does.basic', type: 'basic', score: 0.82 } as const
const gap = { recipe: 'cloze.object', type: 'cloze', score: 0.78 } as const
const which = { recipe: 'role-resp.mcq', type: 'mcq', score: 0.74 } as const
const judged = { recipe: 'tf.true', type: 'tf', score: 0.62 } as const

test('a duty without a card has room for the best one of any kind', () => {
  const rooms = createRooms()
  for (const kind of [whose, what, gap, which, judged])
    expect(rooms.for(duty('r-1'), kind)).toBe('best')
})

test('beside one card there is room for a second one of another kind, but not for a last resort', () => {
  const rooms = createRooms()
  const fact = duty('r-1')
  rooms.add(draft(fact, whose))
  expect(rooms.for(fact, what)).toBe('second')
  expect(rooms.for(fact, which)).toBeNull()
  expect(rooms.for(fact, judged)).toBeNull()
  expect(rooms.for(fact, { ...what, score: 0.69 })).toBeNull()
  expect(rooms.for(duty('r-2'), which)).toBe('best')
})

test('two cards of differing kinds leave no room, unless one of them is a gap', () => {
  const rooms = createRooms()
  const [full, open] = [duty('r-1'), duty('r-2')]
  for (const kind of [whose, what]) rooms.add(draft(full, kind))
  for (const kind of [what, gap]) rooms.add(draft(open, kind))
  expect(rooms.for(full, gap)).toBeNull()
  expect(rooms.for(open, which)).toBe('second')
})

test('a better card than the best has room, whatever there is', () => {
  const rooms = createRooms()
  const fact = duty('r-1')
  rooms.add(draft(fact, { ...what, score: 0.78 }))
  expect(rooms.for(fact, what)).toBe('best')
})

test('choices among duties are two for a role, and count as no card of their own', () => {
  const rooms = createRooms()
  rooms.add(draft(duty('r-1'), which))
  expect(rooms.for(duty('r-1'), judged)).toBe('best')
  rooms.add(draft(duty('r-2'), which))
  expect(rooms.for(duty('r-3'), which)).toBeNull()
  expect(rooms.for({ ...duty('r-4'), role: 'cook' }, which)).toBe('best')
})

test('cards about whole lists take no duty its room', () => {
  const rooms = createRooms()
  const fact = duty('r-1')
  rooms.add(draft(fact, { recipe: 'list.basic', type: 'basic', score: 0.9 }))
  expect(rooms.for(fact, what)).toBe('best')
})
