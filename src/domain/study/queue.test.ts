import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import { defaultParams } from '#domain/scheduling/fsrs.ts'
import { defaultCosts, gainPerSecond } from './gain.ts'
import { roomLeft, type DeckRoom } from './limits.ts'
import type { FreshCard, LearningCard, QueueCards, ReviewCard } from './queue-cards.ts'
import { buildQueue, countQueue, learnAheadMs, type QueueRules } from './queue.ts'

const moment = { at: 1_000_000_000, day: 100 }
const formulas = createFormulas(defaultParams)
const worth = { horizonDays: 30, costs: defaultCosts }
const plenty = { fresh: 1000, review: 1000 }

const rules = (changes: Partial<QueueRules> = {}): QueueRules => ({
  rooms: { inAll: plenty, ofDeck: new Map() },
  learnAheadMs,
  answered: [],
  burySiblings: true,
  worthOf: (card) => gainPerSecond(formulas, card, moment.day - card.lastStudyDay, worth),
  alwaysByWorth: false,
  ...changes,
})
const reviewCard = (n: number, changes: Partial<ReviewCard> = {}): ReviewCard => ({
  cardId: `r${n}`,
  noteId: `note-r${n}`,
  deckId: 'd0',
  stability: 5,
  difficulty: 5,
  lastStudyDay: 90,
  dueDay: 95,
  ...changes,
})
const freshCard = (n: number, changes: Partial<FreshCard> = {}): FreshCard => ({
  cardId: `f${n}`,
  noteId: `note-f${n}`,
  deckId: 'd0',
  position: n,
  ...changes,
})
const many = <Each>(count: number, make: (n: number) => Each) =>
  Array.from({ length: count }, (_, n) => make(n))
const only = (cards: Partial<QueueCards>): QueueCards => ({
  learning: [],
  due: [],
  fresh: [],
  ...cards,
})

/** A whole collection: decks d0 to d2, d1 and d2 below d0; notes shared freely. */
interface Collection {
  readonly learning: readonly LearningCard[]
  readonly due: readonly ReviewCard[]
  readonly fresh: readonly { readonly deckId: string; readonly cards: readonly FreshCard[] }[]
}
const decks = ['d0', 'd1', 'd2'] as const
const kinds = fc.oneof(
  fc.constant({ kind: 'fresh' as const }),
  fc.record({
    kind: fc.constant('due' as const),
    dueDay: fc.integer({ min: 60, max: 100 }),
    stability: fc.double({ min: 0.1, max: 90, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('learning' as const),
    wait: fc.integer({ min: -3_600_000, max: 3_600_000 }),
  }),
)
const collections = fc
  .array(fc.tuple(kinds, fc.nat(40), fc.constantFrom(...decks)), { maxLength: 80 })
  .map((list): Collection => {
    const learning: LearningCard[] = []
    const due: ReviewCard[] = []
    const fresh = new Map<string, FreshCard[]>(decks.map((deckId) => [deckId, []]))
    for (const [position, [each, note, deckId]] of list.entries()) {
      const base = { cardId: `c${position}`, noteId: `n${note}`, deckId }
      if (each.kind === 'fresh') fresh.get(deckId)?.push({ ...base, position })
      else if (each.kind === 'learning') learning.push({ ...base, dueAt: moment.at + each.wait })
      else {
        const { dueDay, stability } = each
        due.push({ ...base, difficulty: 5, stability, dueDay, lastStudyDay: dueDay - 10 })
      }
    }
    return { learning, due, fresh: [...fresh].map(([deckId, cards]) => ({ deckId, cards })) }
  })
const room = fc.record({ fresh: fc.nat(20), review: fc.nat(30) })
const roomsOf = fc
  .tuple(room, fc.option(room), fc.option(room), fc.option(room))
  .map(([inAll, ...own]) => ({
    inAll,
    ofDeck: new Map(
      decks.map((deckId, index): [string, DeckRoom] => [
        deckId,
        { parentId: index === 0 ? null : 'd0', room: own[index] ?? null },
      ]),
    ),
  }))

describe('the queue', () => {
  test('never holds more than the limits of a deck, of the decks above it and of all allow', () => {
    fc.assert(
      fc.property(collections, roomsOf, fc.boolean(), (cards, rooms, alwaysByWorth) => {
        const queue = buildQueue(cards, rules({ rooms, alwaysByWorth }), moment)
        const taken = new Set(queue.order)
        const learning = new Set(cards.learning.map((card) => card.cardId))
        const fresh = cards.fresh
          .flatMap((stream) => stream.cards)
          .filter((card) => taken.has(card.cardId))
        const reviews = cards.due.filter((card) => taken.has(card.cardId))
        expect(queue.counts).toEqual({
          fresh: fresh.length,
          review: reviews.length,
          learning: queue.order.filter((id) => learning.has(id)).length,
        })
        const scopes = [
          { left: rooms.inAll, holds: () => true },
          ...[...rooms.ofDeck].map(([deckId, deck]) => ({
            left: deck.room ?? { fresh: Infinity, review: Infinity },
            holds: (each: string) => each === deckId || deckId === 'd0',
          })),
        ]
        for (const { left, holds } of scopes) {
          const within = (list: readonly { deckId: string }[]) =>
            list.filter((card) => holds(card.deckId)).length
          expect(within(fresh)).toBeLessThanOrEqual(left.fresh)
          expect(within(fresh) + within(reviews)).toBeLessThanOrEqual(left.review)
        }
      }),
    )
  })

  test('holds one card of a note at most, none of a note that was answered today, and none beside a card in learning', () => {
    const answered = fc.array(fc.tuple(fc.nat(80), fc.nat(40)), { maxLength: 5 })
    fc.assert(
      fc.property(collections, answered, (cards, done) => {
        const answeredCards = done.map(([card, note]) => ({
          cardId: `c${card}`,
          noteId: `n${note}`,
        }))
        const queue = buildQueue(cards, rules({ answered: answeredCards }), moment)
        const all = [
          ...cards.learning,
          ...cards.due,
          ...cards.fresh.flatMap((stream) => stream.cards),
        ]
        const taken = queue.order.map((id) => all.find((card) => card.cardId === id))
        const notes = taken.map((card) => card?.noteId)
        expect(new Set(notes).size).toBe(notes.length)
        const inLearning = new Map(cards.learning.map((card) => [card.cardId, card.noteId]))
        for (const card of taken) {
          if (!card) throw new Error('an unknown card in the queue')
          const isLearning = inLearning.has(card.cardId)
          const isSibling = answeredCards.some((each) => each.noteId === card.noteId)
          const isItself = answeredCards.some((each) => each.cardId === card.cardId)
          expect(isSibling && !(isLearning && isItself)).toBe(false)
          if (!isLearning) expect([...inLearning.values()]).not.toContain(card.noteId)
        }
      }),
    )
  })

  test('holds only what is due, each card once, and the same whatever order it is given', () => {
    fc.assert(
      fc.property(collections, roomsOf, (cards, rooms) => {
        const queue = buildQueue(cards, rules({ rooms }), moment)
        expect(new Set(queue.order).size).toBe(queue.order.length)
        const soon = moment.at + learnAheadMs
        for (const card of cards.learning)
          if (queue.order.includes(card.cardId)) expect(card.dueAt).toBeLessThanOrEqual(soon)
        const turned = {
          learning: cards.learning.toReversed(),
          due: cards.due.toReversed(),
          fresh: cards.fresh.toReversed(),
        }
        expect(buildQueue(turned, rules({ rooms }), moment)).toEqual(queue)
      }),
    )
  })

  test('is counted as it is built, where the limits are those of all decks', () => {
    fc.assert(
      fc.property(collections, room, (cards, inAll) => {
        const within = rules({ rooms: { inAll, ofDeck: new Map() } })
        expect(countQueue(cards, within, moment)).toEqual(buildQueue(cards, within, moment).counts)
      }),
    )
  })

  test('begins with learning cards, those of earlier days first, then has the longest overdue reviews first', () => {
    const learning = [
      { cardId: 'l-today', noteId: 'a', deckId: 'd0', dueAt: moment.at - 60_000 },
      { cardId: 'l-soon', noteId: 'b', deckId: 'd0', dueAt: moment.at + 19 * 60_000 },
      { cardId: 'l-later', noteId: 'c', deckId: 'd0', dueAt: moment.at + 21 * 60_000 },
      { cardId: 'l-yesterday', noteId: 'd', deckId: 'd0', dueAt: moment.at - 80_000_000 },
    ]
    const due = many(5, (n) => reviewCard(n, { dueDay: 100 - n }))
    const { order } = buildQueue(only({ learning, due }), rules(), moment)
    expect(order).toEqual(['l-yesterday', 'l-today', 'l-soon', 'r4', 'r3', 'r2', 'r1', 'r0'])
  })

  test('has reviews of the same day in an order that another day changes', () => {
    const due = many(30, (n) => reviewCard(n))
    const on = (day: number) => buildQueue(only({ due }), rules(), { ...moment, day }).order
    expect(on(100)).toEqual(on(100))
    expect(on(100)).not.toEqual(on(101))
    expect(on(100)).not.toEqual(due.map((card) => card.cardId))
  })

  test('spreads new cards between reviews instead of leaving them to the end', () => {
    const due = many(20, (n) => reviewCard(n))
    const fresh = [{ deckId: 'd0', cards: many(4, (n) => freshCard(n)) }]
    const { order } = buildQueue(only({ due, fresh }), rules(), moment)
    const places = order.flatMap((id, index) => (id.startsWith('f') ? [index] : []))
    expect(places).toHaveLength(4)
    expect(
      Math.max(...places.slice(1).map((place, index) => place - (places[index] ?? 0))),
    ).toBeLessThanOrEqual(7)
    expect(places[0]).toBeGreaterThan(0)
  })

  test('takes new cards of all decks in their authors’ order, and looks at no more than it takes', () => {
    let looked = 0
    const stream = (deckId: string, first: number) => ({
      deckId,
      cards: (function* () {
        for (let n = first; n < 1000; n += 3) {
          looked += 1
          yield freshCard(n, { deckId })
        }
      })(),
    })
    const fresh = [stream('d0', 0), stream('d1', 1), stream('d2', 2)]
    const rooms = { inAll: { fresh: 7, review: 200 }, ofDeck: new Map() }
    const { order } = buildQueue(only({ fresh }), rules({ rooms }), moment)
    expect(order).toEqual(many(7, (n) => `f${n}`))
    expect(looked).toBeLessThan(15)
  })
})

describe('a backlog', () => {
  const few = { inAll: { fresh: 10, review: 10 }, ofDeck: new Map<string, DeckRoom>() }

  test('is sorted by worth before it is cut, and what is cut keeps its date', () => {
    const due = many(50, (n) => reviewCard(n, { stability: 1 + n, lastStudyDay: 60 }))
    const { order, isBacklog } = buildQueue(only({ due }), rules({ rooms: few }), moment)
    expect(isBacklog).toBe(true)
    const best = due
      .map((card) => ({ id: card.cardId, gain: rules().worthOf?.(card) ?? 0 }))
      .sort((a, b) => b.gain - a.gain)
      .slice(0, 10)
      .map((each) => each.id)
    expect(order).toEqual(best)
  })

  test('comes by day where no worth is given, cut all the same', () => {
    const due = many(50, (n) => reviewCard(n, { dueDay: 50 + n, lastStudyDay: 40 }))
    const days = buildQueue(only({ due }), rules({ rooms: few, worthOf: null }), moment)
    expect(days.isBacklog).toBe(true)
    expect(days.order).toEqual(due.slice(0, 10).map((card) => card.cardId))
  })

  test('does not begin with the cards that are nearly forgotten', () => {
    // Recall falls from card to card: from nearly all to nearly nothing.
    const due = many(60, (n) => reviewCard(n, { stability: 60 * 0.8 ** n, lastStudyDay: 70 }))
    const { order } = buildQueue(only({ due }), rules({ rooms: few }), moment)
    const recall = (id: string) =>
      formulas.recall(due.find((card) => card.cardId === id)?.stability ?? 1, 30)
    const lowest = due
      .toReversed()
      .slice(0, 10)
      .map((card) => card.cardId)
    expect(order.filter((id) => lowest.includes(id))).toEqual([])
    expect(recall(order[0] ?? '')).toBeGreaterThan(0.4)
  })

  test('is none where all that is due finds room; siblings do not make one', () => {
    const due = many(30, (n) => reviewCard(n, { noteId: `note-${n % 8}` }))
    expect(buildQueue(only({ due }), rules({ rooms: few }), moment).isBacklog).toBe(false)
    expect(
      buildQueue(only({ due: many(11, (n) => reviewCard(n)) }), rules({ rooms: few }), moment)
        .isBacklog,
    ).toBe(true)
  })

  test('of one deck with a limit of its own counts as one', () => {
    const due = many(5, (n) => reviewCard(n, { deckId: 'd1' }))
    const ofDeck = new Map([['d1', { parentId: null, room: { fresh: 0, review: 4 } }]])
    const queue = buildQueue(only({ due }), rules({ rooms: { inAll: plenty, ofDeck } }), moment)
    expect(queue.isBacklog).toBe(true)
    expect(queue.order).toHaveLength(4)
  })
})

test('a limit counts what was done, new cards as reviews too, and none sets no bound', () => {
  const done = { introduced: 3, reviewed: 20 }
  expect(roomLeft({ newPerDay: 10, reviewsPerDay: 200 }, done)).toEqual({ fresh: 7, review: 177 })
  expect(roomLeft({ newPerDay: 10, reviewsPerDay: 25 }, done)).toEqual({ fresh: 2, review: 2 })
  expect(roomLeft({ newPerDay: 2, reviewsPerDay: 5 }, done)).toEqual({ fresh: 0, review: 0 })
  expect(roomLeft({ newPerDay: null, reviewsPerDay: null }, done)).toEqual({
    fresh: Infinity,
    review: Infinity,
  })
})
