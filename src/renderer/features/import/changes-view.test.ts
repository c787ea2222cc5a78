import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CardUpdate, ChangeKind } from '#contract/shapes/changes.ts'
import {
  advanceView,
  chunk,
  eventOf,
  groupChanges,
  kindOrder,
  startView,
  type ViewEvent,
} from './changes-view.ts'

const changes = (counts: Partial<Record<ChangeKind, number>>): CardUpdate[] =>
  Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, n) => ({
      cardId: `${kind}-${n}`,
      kind: kind as ChangeKind,
      roleName: '',
      before: null,
      after: null,
      isSeen: false,
      isDue: false,
      isEdited: false,
    })),
  )

test('begins with what matters most of what there is', () => {
  expect(startView(groupChanges(changes({ unchanged: 9, new: 1, gone: 2 }))).kind).toBe('gone')
  expect(startView(groupChanges(changes({ unchanged: 9 }))).kind).toBe('unchanged')
  expect(startView(groupChanges([])).kind).toBe('unchanged')
})

test('turning goes round over the kinds that have entries', () => {
  const groups = groupChanges(changes({ changed: 1, moved: 2, unchanged: 3 }))
  const turn = (step: 1 | -1) => ({ kind: 'turn', step }) as const
  const first = startView(groups)
  expect(advanceView(first, turn(1), groups).kind).toBe('moved')
  expect(advanceView(first, turn(-1), groups).kind).toBe('unchanged')
  const empty = advanceView(first, { kind: 'choose', group: 'gone' }, groups)
  expect(advanceView(empty, turn(1), groups).kind).toBe('changed')
  expect(advanceView(empty, turn(-1), groups).kind).toBe('unchanged')
})

test('moving past what is shown shows more', () => {
  const groups = groupChanges(changes({ new: chunk + 5 }))
  let view = startView(groups)
  for (let n = 0; n < chunk; n += 1) view = advanceView(view, { kind: 'move', step: 1 }, groups)
  expect(view).toMatchObject({ index: chunk, shown: 2 * chunk })
})

const counts = fc.record(
  Object.fromEntries(kindOrder.map((kind) => [kind, fc.nat(3)])) as Record<
    ChangeKind,
    fc.Arbitrary<number>
  >,
)
const event = fc.oneof<fc.Arbitrary<ViewEvent>[]>(
  fc.constantFrom(...kindOrder).map((group) => ({ kind: 'choose', group })),
  fc.constantFrom<(1 | -1)[]>(1, -1).map((step) => ({ kind: 'turn', step })),
  fc.constantFrom<(1 | -1)[]>(1, -1).map((step) => ({ kind: 'move', step })),
  fc.constant({ kind: 'more' }),
)

test('whatever is pressed, the entry in focus is there, or the kind has none', () => {
  fc.assert(
    fc.property(counts, fc.array(event), (sizes, events) => {
      const groups = groupChanges(changes(sizes))
      const view = events.reduce((each, next) => advanceView(each, next, groups), startView(groups))
      const size = groups.get(view.kind)?.length ?? 0
      expect(view.index).toBeGreaterThanOrEqual(0)
      expect(view.index).toBeLessThan(Math.max(1, size))
      expect(view.index).toBeLessThan(view.shown)
    }),
  )
})

test('keys: digits choose a kind, arrows turn and move, U updates, Esc cancels, others do nothing', () => {
  expect(eventOf('1')).toEqual({ kind: 'choose', group: 'changed' })
  expect(eventOf('6')).toEqual({ kind: 'choose', group: 'unchanged' })
  expect(eventOf('ArrowUp')).toEqual({ kind: 'move', step: -1 })
  expect(eventOf('u')).toBe('update')
  expect(eventOf('Escape')).toBe('cancel')
  for (const key of ['0', '7', 'x', 'Enter', ' ']) expect(eventOf(key)).toBeNull()
})
