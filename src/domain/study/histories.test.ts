import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import { grades, type Grade } from '#domain/scheduling/grade.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import { defaultScheduling, nextMemory } from '#domain/scheduling/next-memory.ts'
import { roomLeft } from './limits.ts'
import type { QueueCards } from './queue-cards.ts'
import { buildQueue, learnAheadMs, type Queue } from './queue.ts'

// Thousands of learners' weeks in memory: what the queue may never do. The same over the database, with restarts and
// answers taken back, stands in use-cases/queue-of.test.ts.

const dayMs = 86_400_000
const model = createFsrs6()
/** Two cards a note, two decks. */
const cardIds = Array.from({ length: 16 }, (_, n) => `c${n}`)
const noteOf = (cardId: string) => `n${Math.floor(Number(cardId.slice(1)) / 2)}`
const deckOf = (cardId: string) => (Number(cardId.slice(1)) % 4 < 2 ? 'left' : 'right')

interface Given {
  readonly day: number
  readonly cardId: string
  readonly grade: Grade
  readonly before: Memory['kind']
}
interface Limits {
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** Of one deck. */
  readonly newInLeft: number
  readonly burySiblings: boolean
}

/** The queue as a backend that has just started sees it: from the cards and the day's answers alone. */
function queueAt(
  at: number,
  memories: ReadonlyMap<string, Memory>,
  given: readonly Given[],
  limits: Limits,
): Queue {
  const day = Math.floor(at / dayMs)
  const today = given.filter((answer) => answer.day === day)
  const done = (answers: readonly Given[]) => ({
    introduced: answers.filter(({ before }) => before === 'new').length,
    reviewed: answers.filter(({ before }) => before === 'review').length,
  })
  const queued = (cardId: string) => ({ cardId, noteId: noteOf(cardId), deckId: deckOf(cardId) })
  const all = [...memories]
  const cards: QueueCards = {
    learning: all.flatMap(([cardId, memory]) =>
      'dueAt' in memory ? [{ ...queued(cardId), dueAt: memory.dueAt }] : [],
    ),
    due: all.flatMap(([cardId, memory]) =>
      memory.kind === 'review' && memory.dueDay <= day ? [{ ...memory, ...queued(cardId) }] : [],
    ),
    fresh: ['left', 'right'].map((deckId) => ({
      deckId,
      cards: all.flatMap(([cardId, { kind }], position) =>
        kind === 'new' && deckOf(cardId) === deckId ? [{ ...queued(cardId), position }] : [],
      ),
    })),
  }
  const left = { newPerDay: limits.newInLeft, reviewsPerDay: null }
  const inLeft = today.filter(({ cardId }) => deckOf(cardId) === 'left')
  const rules = {
    rooms: {
      inAll: roomLeft(limits, done(today)),
      ofDeck: new Map([
        ['left', { parentId: null, room: roomLeft(left, done(inLeft)) }],
        ['right', { parentId: null, room: null }],
      ]),
    },
    learnAheadMs,
    answered: today.map(({ cardId }) => ({ cardId, noteId: noteOf(cardId) })),
    burySiblings: limits.burySiblings,
    worthOf: null,
    alwaysByWorth: false,
  }
  return buildQueue(cards, rules, { at, day })
}

/** What a learner's history may not hold. */
function faultsOf(given: readonly Given[], limits: Limits): string[] {
  const faults: string[] = []
  for (const [day, answers] of Map.groupBy(given, (answer) => answer.day)) {
    const introduced = answers.filter(({ before }) => before === 'new')
    const reviewed = answers.filter(({ before }) => before === 'review')
    if (introduced.length > limits.newPerDay) faults.push(`${day}: too many new`)
    if (introduced.length + reviewed.length > limits.reviewsPerDay) faults.push(`${day}: too many`)
    if (introduced.filter(({ cardId }) => deckOf(cardId) === 'left').length > limits.newInLeft)
      faults.push(`${day}: too many new of a deck`)
    // Out of steps a card comes again; out of days only once.
    const outOfDays = answers.filter(({ before }) => !before.endsWith('learning'))
    if (new Set(outOfDays.map(({ cardId }) => cardId)).size < outOfDays.length)
      faults.push(`${day}: a card twice`)
    const cards = new Set(answers.map(({ cardId }) => cardId))
    if (limits.burySiblings && new Set([...cards].map(noteOf)).size < cards.size)
      faults.push(`${day}: siblings`)
  }
  return faults
}

const step = fc.record({
  grade: fc.constantFrom(...grades),
  pick: fc.nat(5),
  // Minutes within a day for most, days for some: steps run out, midnight passes, breaks come.
  wait: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: 600, max: 20_000 }) },
  ),
})
const limitsOf = fc.record({
  newPerDay: fc.nat(6),
  reviewsPerDay: fc.nat(9),
  newInLeft: fc.nat(4),
  burySiblings: fc.boolean(),
})

function live(steps: readonly { grade: Grade; pick: number; wait: number }[], limits: Limits) {
  const memories = new Map<string, Memory>(cardIds.map((cardId) => [cardId, { kind: 'new' }]))
  const given: Given[] = []
  let at = 20_000 * dayMs + 20 * 3_600_000
  for (const { grade, pick, wait } of steps) {
    at += wait * 60_000
    const { order } = queueAt(at, memories, given, limits)
    const cardId = order[pick % Math.max(1, order.length)]
    const memory = cardId === undefined ? undefined : memories.get(cardId)
    if (cardId === undefined || memory === undefined) continue
    const day = Math.floor(at / dayMs)
    given.push({ day, cardId, grade, before: memory.kind })
    memories.set(cardId, nextMemory(model, memory, grade, { at, day }, defaultScheduling))
  }
  return given
}

test('in 10,000 histories limits hold, no card comes twice a day unless it failed, and no siblings on one day', () => {
  let answers = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), limitsOf, (steps, limits) => {
      const given = live(steps, limits)
      answers += given.length
      expect(faultsOf(given, limits)).toEqual([])
    }),
    { numRuns: 10_000 },
  )
  expect(answers).toBeGreaterThan(100_000)
}, 120_000)

test('the check itself notices each of these faults', () => {
  const limits = { newPerDay: 1, reviewsPerDay: 2, newInLeft: 0, burySiblings: true }
  const answer = (cardId: string, before: Memory['kind']): Given => ({
    day: 1,
    cardId,
    grade: 3,
    before,
  })
  const kinds = (given: Given[]) => faultsOf(given, limits).map((fault) => fault.slice(3))
  expect(kinds([answer('c2', 'new'), answer('c6', 'new')])).toEqual(['too many new'])
  expect(kinds([answer('c2', 'review'), answer('c6', 'review'), answer('c10', 'review')])).toEqual([
    'too many',
  ])
  expect(kinds([answer('c0', 'new')])).toEqual(['too many new of a deck'])
  expect(kinds([answer('c2', 'review'), answer('c2', 'review')])).toEqual(['a card twice'])
  expect(kinds([answer('c2', 'review'), answer('c3', 'review')])).toEqual(['siblings'])
})
