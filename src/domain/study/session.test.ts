import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Memory } from '#domain/scheduling/memory.ts'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import { grades, type Grade } from '#domain/scheduling/grade.ts'
import { defaultScheduling, nextMemory } from '#domain/scheduling/next-memory.ts'
import { advance, createSession, progressOf, type Session, type SessionCard } from './session.ts'

const model = createFsrs6()
const start = 1_000_000_000_000
const fresh = (count: number): SessionCard[] =>
  Array.from({ length: count }, (_, n) => ({ cardId: `card-${n}`, memory: { kind: 'new' } }))
const shown = (session: Session<SessionCard>) =>
  'card' in session.view ? session.view.card.cardId : session.view.kind

let ids = 0
function answer(session: Session<SessionCard>, grade: Grade, at: number): Session<SessionCard> {
  const revealed = advance(session, { kind: 'reveal' })
  if (revealed.view.kind !== 'answer') return session
  const memory: Memory = revealed.view.card.memory
  const next = nextMemory(model, memory, grade, { at, day: 100 }, defaultScheduling)
  ids += 1
  return advance(revealed, { kind: 'grade', at, grade, next, id: `answer-${ids}` })
}

describe('a study session', () => {
  test('a card answered Again returns in this session when its minute is over', () => {
    let session = answer(createSession(fresh(3), start), 1, start)
    expect(shown(session)).toBe('card-1')
    session = answer(session, 4, start + 61_000)
    expect(shown(session)).toBe('card-0')
  })

  test('says until when it waits when only learning cards are left, and goes on then', () => {
    const session = answer(createSession(fresh(1), start), 3, start)
    expect(session.view).toEqual({ kind: 'waiting', until: start + 600_000 })
    expect(advance(session, { kind: 'tick', at: start + 599_999 })).toBe(session)
    expect(shown(advance(session, { kind: 'tick', at: start + 600_000 }))).toBe('card-0')
  })

  test('does not wait when told to go ahead', () => {
    const session = answer(createSession(fresh(1), start), 3, start)
    expect(shown(advance(session, { kind: 'ahead', at: start + 1 }))).toBe('card-0')
  })

  test('a learning card that is not due yet does not come first', () => {
    const [first, second] = fresh(2)
    if (!first || !second) throw new Error('two cards')
    const learning = {
      ...first,
      memory: nextMemory(model, first.memory, 3, { at: start, day: 1 }, defaultScheduling),
    }
    expect(shown(createSession([learning, second], start))).toBe('card-1')
  })

  test('grading needs the answer on screen', () => {
    const session = createSession(fresh(1), start)
    const next = nextMemory(model, { kind: 'new' }, 3, { at: start, day: 1 }, defaultScheduling)
    expect(advance(session, { kind: 'grade', at: start, grade: 3, next, id: 'x' })).toBe(session)
  })

  test('an answer that could not be saved brings its card back with the reason', () => {
    const session = answer(createSession(fresh(3), start), 4, start)
    const id = session.given[0]?.id ?? ''
    const failed = advance(session, {
      kind: 'failed',
      at: start + 5,
      id,
      reason: 'disk_full',
    })
    expect(shown(failed)).toBe('card-0')
    expect(failed.problem).toBe('disk_full')
    expect(failed.given).toEqual([])
    expect(failed.pending.map((card) => card.cardId)).toEqual(['card-1', 'card-2'])
  })

  test('a card that is set aside leaves, one that is flagged stays, and both come back as they were', () => {
    const session = createSession(fresh(3), start)
    const step = { kind: 'bury', grade: null, flag: null, isOn: true } as const
    const without = advance(session, { kind: 'act', at: start, id: 'b', step, after: null })
    expect(shown(without)).toBe('card-1')
    const back = advance(without, { kind: 'undo', at: start })
    expect([shown(back), ...back.pending.map((card) => card.cardId)]).toEqual([
      'card-0',
      'card-1',
      'card-2',
    ])
    const card = { cardId: 'card-0', memory: { kind: 'new' as const }, flag: 3 }
    const revealed = advance(session, { kind: 'reveal' })
    const flagged = advance(revealed, { kind: 'act', at: start, id: 'f', step, after: card })
    expect(flagged.view).toMatchObject({ kind: 'answer', card: { flag: 3 } })
    const plain = advance(flagged, { kind: 'undo', at: start })
    expect(plain.view).toMatchObject({
      kind: 'question',
      card: session.view.kind === 'question' ? session.view.card : {},
    })
    expect(plain.pending).toHaveLength(2)
  })

  test('a contested card leaves at once, whether its answer is shown or not, and comes back by undo', () => {
    const session = createSession(fresh(3), start)
    for (const shownCard of [session, advance(session, { kind: 'reveal' })]) {
      const without = advance(shownCard, { kind: 'contest', at: start, id: 'k' })
      expect(shown(without)).toBe('card-1')
      expect(without.pending.map((card) => card.cardId)).toEqual(['card-2'])
      const back = advance(without, { kind: 'undo', at: start })
      expect(shown(back)).toBe('card-0')
      expect(back.pending.map((card) => card.cardId)).toEqual(['card-1', 'card-2'])
      expect(back.given).toEqual([])
    }
  })

  test('a contest can be taken back after later answers, which stay', () => {
    let session = advance(createSession(fresh(3), start), { kind: 'contest', at: start, id: 'k' })
    session = answer(session, 4, start)
    session = advance(session, { kind: 'undo', at: start, id: 'k' })
    expect(shown(session)).toBe('card-0')
    expect(session.given.map((each) => each.card.cardId)).toEqual(['card-1'])
    expect(progressOf(session)).toEqual({ done: 1, begun: 0, left: 2 })
  })

  test('a card that comes back counts as begun once it was known, and no longer when it is forgotten', () => {
    let session = answer(createSession(fresh(2), start), 3, start)
    expect(progressOf(session)).toEqual({ done: 0, begun: 1, left: 2 })
    session = answer(session, 4, start)
    expect(progressOf(session)).toEqual({ done: 1, begun: 1, left: 1 })
    session = answer(advance(session, { kind: 'ahead', at: start }), 1, start)
    expect(progressOf(session)).toEqual({ done: 1, begun: 0, left: 1 })
  })

  test('a card set aside or contested is neither done nor left, also when it was answered before', () => {
    const step = { kind: 'bury', grade: null, flag: null, isOn: true } as const
    let session = answer(createSession(fresh(4), start), 4, start)
    session = advance(session, { kind: 'act', at: start, id: 'b', step, after: null })
    session = advance(session, { kind: 'contest', at: start, id: 'k' })
    expect(progressOf(session)).toEqual({ done: 1, begun: 0, left: 1 })
    session = advance(answer(session, 3, start), { kind: 'ahead', at: start })
    session = advance(session, { kind: 'act', at: start, id: 'c', step, after: null })
    expect(progressOf(session)).toEqual({ done: 1, begun: 0, left: 0 })
  })

  test('undo of the last k answers shows the card and the plan of k answers ago', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.tuple(fc.constantFrom(...grades), fc.integer({ min: 1, max: 400_000 })), {
          maxLength: 20,
        }),
        fc.nat(20),
        (count, answers, k) => {
          let at = start
          let session = createSession(fresh(count), at)
          const states = [session]
          for (const [grade, wait] of answers) {
            at += wait
            const next = answer(advance(session, { kind: 'ahead', at }), grade, at)
            if (next.given.length === session.given.length) continue
            session = next
            states.push(session)
          }
          const back = Math.min(k, session.given.length)
          for (let n = 0; n < back; n += 1) session = advance(session, { kind: 'undo', at })
          const then = states[states.length - 1 - back]
          if (!then) throw new Error('kept')
          const cardsOf = (each: Session<SessionCard>) =>
            [...each.pending, ...each.learning, ...('card' in each.view ? [each.view.card] : [])]
              .map((card) => JSON.stringify(card))
              .sort()
          expect(cardsOf(session)).toEqual(cardsOf(then))
          expect(session.given).toEqual(then.given)
        },
      ),
    )
  })

  test('every card is done in the end, and none is lost or doubled on the way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.constantFrom(...grades), { maxLength: 40 }),
        (count, plan) => {
          let at = start
          let session = createSession(fresh(count), at)
          for (let turn = 0; session.view.kind !== 'finished' && turn < 400; turn += 1) {
            at += 30_000
            session = answer(advance(session, { kind: 'ahead', at }), plan[turn] ?? 4, at)
            const { done, begun, left } = progressOf(session)
            expect(done + left).toBe(count)
            expect(begun).toBeLessThanOrEqual(left)
          }
          expect(session.view.kind).toBe('finished')
          expect(progressOf(session)).toEqual({ done: count, begun: 0, left: 0 })
        },
      ),
    )
  })
})
