import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Memory } from '#domain/scheduling/memory.ts'
import { buildQueue, defaultLimits, type QueueCard } from './queue.ts'

const moment = { at: 1_000_000_000, day: 100 }
const seen = { stability: 5, difficulty: 5, reps: 3, lapses: 0, lastReviewAt: 1, lastStudyDay: 90 }
const nothingDone = { introduced: 0, reviewed: 0 }

const memories = fc.oneof(
  fc.constant<Memory>({ kind: 'new' }),
  fc.integer({ min: 60, max: 140 }).map((dueDay): Memory => ({ kind: 'review', ...seen, dueDay })),
  fc
    .integer({ min: -3_600_000, max: 3_600_000 })
    .map((wait): Memory => ({ kind: 'learning', ...seen, step: 0, dueAt: moment.at + wait })),
)
const collections = fc.array(fc.tuple(memories, fc.nat(40)), { maxLength: 80 }).map((list) =>
  list.map(([memory, note], position): QueueCard => ({
    cardId: `c${position}`,
    noteId: `n${note}`,
    position,
    memory,
  })),
)
const limitsOf = fc.record({
  newPerDay: fc.nat(20),
  reviewsPerDay: fc.nat(30),
  learnAheadMs: fc.constant(1_200_000),
})
const doneOf = fc.record({ introduced: fc.nat(15), reviewed: fc.nat(25) })

describe('the queue', () => {
  test('holds no sibling pair among reviews and new cards, and never more than the limits allow', () => {
    fc.assert(
      fc.property(collections, limitsOf, doneOf, (cards, limits, done) => {
        const queue = buildQueue(cards, limits, done, moment)
        const notes = [...queue.reviews, ...queue.fresh].map((card) => card.noteId)
        expect(new Set(notes).size).toBe(notes.length)
        const learning = new Set(
          cards.filter((card) => card.memory.kind === 'learning').map((card) => card.noteId),
        )
        for (const note of notes) expect(learning.has(note)).toBe(false)
        expect(queue.fresh.length).toBeLessThanOrEqual(
          Math.max(0, limits.newPerDay - done.introduced),
        )
        const room = Math.max(0, limits.reviewsPerDay - done.reviewed - done.introduced)
        expect(queue.reviews.length + queue.fresh.length).toBeLessThanOrEqual(room)
      }),
    )
  })

  test('holds only what is due, each card once, and the same whatever order it is given', () => {
    fc.assert(
      fc.property(collections, (cards) => {
        const queue = buildQueue(cards, defaultLimits, nothingDone, moment)
        expect(new Set(queue.order).size).toBe(queue.order.length)
        for (const { memory } of queue.reviews)
          expect(memory.kind === 'review' && memory.dueDay <= moment.day).toBe(true)
        for (const { memory } of queue.learning) {
          expect('dueAt' in memory && memory.dueAt <= moment.at + defaultLimits.learnAheadMs).toBe(
            true,
          )
        }
        expect(buildQueue(cards.toReversed(), defaultLimits, nothingDone, moment).order).toEqual(
          queue.order,
        )
      }),
    )
  })

  test('sorts before it cuts: the longest overdue reviews stay', () => {
    const cards = Array.from({ length: 50 }, (_, n): QueueCard => ({
      cardId: `c${n}`,
      noteId: `n${n}`,
      position: n,
      memory: { kind: 'review', ...seen, dueDay: 100 - n },
    }))
    const queue = buildQueue(cards, { ...defaultLimits, reviewsPerDay: 10 }, nothingDone, moment)
    expect(queue.reviews.map((card) => card.cardId).sort()).toEqual(
      cards
        .slice(40)
        .map((card) => card.cardId)
        .sort(),
    )
  })

  test('spreads new cards between reviews instead of leaving them to the end', () => {
    const card = (n: number, memory: Memory): QueueCard => ({
      cardId: `${memory.kind}-${n}`,
      noteId: `n-${memory.kind}-${n}`,
      position: n,
      memory,
    })
    const cards = [
      ...Array.from({ length: 20 }, (_, n) => card(n, { kind: 'review', ...seen, dueDay: 99 })),
      ...Array.from({ length: 4 }, (_, n) => card(n, { kind: 'new' })),
    ]
    const { order } = buildQueue(cards, defaultLimits, nothingDone, moment)
    const places = order.flatMap((id, index) => (id.startsWith('new') ? [index] : []))
    expect(places).toHaveLength(4)
    expect(
      Math.max(...places.slice(1).map((place, index) => place - (places[index] ?? 0))),
    ).toBeLessThanOrEqual(7)
    expect(places[0]).toBeGreaterThan(0)
  })
})
