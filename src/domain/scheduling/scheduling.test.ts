import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFsrs6 } from './fsrs.ts'
import { foldMemory, type ReviewEvent } from './fold.ts'
import { grades, type Grade } from './grade.ts'
import { makeDue } from './make-due.ts'
import type { Memory, Strength } from './memory.ts'
import { defaultScheduling, intervalOf, nextMemories, nextMemory } from './next-memory.ts'

const model = createFsrs6()
const moment = { at: 1_700_000_000_000, day: 19_675 }
const anyGrade = fc.constantFrom(...grades)

/** A card with a history: each step answers after some days. */
const histories = fc.array(fc.tuple(anyGrade, fc.integer({ min: 0, max: 400 })), { maxLength: 25 })
function live(history: readonly (readonly [Grade, number])[]): { memory: Memory; day: number } {
  let memory: Memory = { kind: 'new' }
  let day = moment.day
  for (const [grade, days] of history) {
    day += days
    memory = nextMemory(
      model,
      memory,
      grade,
      { at: moment.at + (day - moment.day) * 86_400_000, day },
      defaultScheduling,
    )
  }
  return { memory, day }
}

describe('FSRS-6', () => {
  test('equals the reference on a known sequence (default parameters, recall 0.85)', () => {
    // Values of the FSRS-6 reference in double precision.
    const steps: [Grade, number, number, number, number][] = [
      [3, 0, 2.3065, 2.11810397, 4],
      [3, 3, 13.826903694, 2.111214236, 26],
      [2, 0, 13.826903694, 4.748284762, 26],
      [3, 13, 42.587693032, 4.738764846, 81],
      [1, 0, 11.812854675, 8.255896151, 23],
    ]
    let strength: Strength | null = null
    for (const [grade, elapsed, stability, difficulty, days] of steps) {
      strength = model.step(strength, elapsed, grade)
      expect(strength.stability / stability).toBeCloseTo(1, 5)
      expect(strength.difficulty).toBeCloseTo(difficulty, 4)
      expect(model.interval(strength, 0.85, 365)).toBe(days)
    }
  })

  test('recall is 1 at once, 0.9 after the stability, and falls with time', () => {
    const strength = { stability: 10, difficulty: 5 }
    expect(model.recall(strength, 0)).toBeCloseTo(1, 6)
    expect(model.recall(strength, 10)).toBeCloseTo(0.9, 6)
    expect(model.recall(strength, 40)).toBeLessThan(model.recall(strength, 20))
  })

  test('a first stability below a tenth of a day stays as it is', () => {
    const params = [...createFsrs6().params]
    params[0] = 0.02
    expect(createFsrs6(params).step(null, 0, 1).stability).toBeCloseTo(0.02, 6)
  })
})

describe('a card that becomes due', () => {
  test('comes forward to that day or instant, never back, and keeps all else', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: -400, max: 400 }), (history, days) => {
        const { memory, day } = live(history)
        const at = moment.at + (day - moment.day + days) * 86_400_000
        const called = makeDue(memory, { at, day: day + days })
        if (memory.kind === 'new') expect(called).toBe(memory)
        else if (memory.kind === 'review')
          expect(called).toEqual({ ...memory, dueDay: Math.min(memory.dueDay, day + days) })
        else expect(called).toEqual({ ...memory, dueAt: Math.min(memory.dueAt, at) })
      }),
    )
  })
})

describe('the next state of a card', () => {
  test('a new card goes through one and ten minutes before it leaves for days', () => {
    const first = nextMemory(model, { kind: 'new' }, 3, moment, defaultScheduling)
    expect(intervalOf(first, moment)).toEqual({ unit: 'ms', value: 600_000 })
    const again = nextMemory(model, first, 1, moment, defaultScheduling)
    expect(intervalOf(again, moment)).toEqual({ unit: 'ms', value: 60_000 })
    const left = nextMemory(model, first, 3, moment, defaultScheduling)
    expect(left.kind).toBe('review')
  })

  test('a lapse counts and goes to the relearning step', () => {
    const review = nextMemory(model, { kind: 'new' }, 4, moment, defaultScheduling)
    const lapsed = nextMemory(
      model,
      review,
      1,
      { ...moment, day: moment.day + 8 },
      defaultScheduling,
    )
    expect(lapsed).toMatchObject({ kind: 'relearning', lapses: 1, step: 0 })
  })

  test('Hard comes back before Good, Good before Easy, none later than the maximum', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom(30, 365, 36_500),
        (history, late, maximumDays) => {
          const { memory, day } = live(history)
          const options = { ...defaultScheduling, maximumDays }
          const now = { at: moment.at, day: day + late }
          const next = nextMemories(model, memory, now, options)
          const waits = grades.map((grade) => {
            const { unit, value } = intervalOf(next[grade], now)
            return unit === 'ms' ? value / 86_400_000 : value
          })
          for (const wait of waits) expect(wait).toBeLessThanOrEqual(maximumDays)
          const [, hard = 0, good = 0, easy = 0] = waits
          if (easy < maximumDays) expect(hard < good && good < easy).toBe(true)
          else expect(hard <= good && good <= easy).toBe(true)
        },
      ),
    )
  })

  test('a clock that was set back neither throws nor gives impossible values', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: -4000, max: 0 }),
        anyGrade,
        (history, back, grade) => {
          const { memory, day } = live(history)
          const next = nextMemory(
            model,
            memory,
            grade,
            { at: moment.at + back * 86_400_000, day: day + back },
            defaultScheduling,
          )
          expect(next.stability).toBeGreaterThan(0)
          expect(next.difficulty).toBeGreaterThanOrEqual(1)
          expect(next.difficulty).toBeLessThanOrEqual(10)
        },
      ),
    )
  })

  test('folding the log gives the state step by step, whatever was undone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyGrade, fc.integer({ min: 0, max: 50 }), fc.boolean()), {
          maxLength: 20,
        }),
        (answers) => {
          const events: ReviewEvent[] = []
          const kept: [Grade, number][] = []
          let day = moment.day
          for (const [grade, days, isUndone] of answers) {
            day += days
            const n = events.length + 1
            const base = {
              cardId: 'c',
              at: moment.at + (day - moment.day) * 86_400_000,
              studyDay: day,
              desiredRecall: null,
            }
            events.push({ ...base, id: `a${n}`, n, kind: 'study', grade, undoOf: null })
            if (isUndone)
              events.push({
                ...base,
                id: `u${n}`,
                n: n + 1,
                kind: 'undo',
                grade: null,
                undoOf: `a${n}`,
              })
            else kept.push([grade, day])
          }
          let memory: Memory = { kind: 'new' }
          for (const [grade, on] of kept) {
            memory = nextMemory(
              model,
              memory,
              grade,
              { at: moment.at + (on - moment.day) * 86_400_000, day: on },
              defaultScheduling,
            )
          }
          expect(foldMemory(model, defaultScheduling, events.toReversed())).toEqual(memory)
        },
      ),
    )
  })
})
