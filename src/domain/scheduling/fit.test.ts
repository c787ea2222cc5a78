import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRng } from '#domain/quiz/random.ts'
import { drawnToDefaults, logLoss, trainingItems, type CardHistory } from './fit.ts'
import { createFormulas } from './fsrs-formulas.ts'
import { createFsrs6, defaultParams } from './fsrs.ts'
import { grades } from './grade.ts'

/** Cards of a learner whose memory follows these parameters, reviewed at fixed times. */
function learner(params: readonly number[], cards: number, seed: string): CardHistory[] {
  const formulas = createFormulas(params)
  const rng = seededRng(seed)
  return Array.from({ length: cards }, () => {
    let stability = formulas.firstStability(3)
    let difficulty = formulas.firstDifficulty(3)
    const history = { grades: [3 as (typeof grades)[number]], days: [0] }
    for (const wait of [2, 5, 12, 30, 60]) {
      const recall = formulas.recall(stability, wait)
      const grade = rng() < recall ? 3 : 1
      stability =
        grade === 3
          ? formulas.passed(stability, difficulty, recall, 3)
          : formulas.forgotten(stability, difficulty, recall)
      difficulty = formulas.nextDifficulty(difficulty, grade)
      history.grades.push(grade)
      history.days.push((history.days.at(-1) ?? 0) + wait)
    }
    return history
  })
}
const quick = defaultParams.map((value, index) => (index < 4 ? value * 6 : value))

describe('what is learned from', () => {
  test('is each answer on a later day, with all before it, in the order of time', () => {
    const items = trainingItems([
      { grades: [3, 3, 1, 3], days: [10, 10, 14, 15] },
      { grades: [1, 4], days: [11, 12] },
      { grades: [2], days: [11] },
    ])
    const review = (grade: number, deltaDays: number) => ({ grade, deltaDays })
    expect(items).toEqual([
      [review(1, 0), review(4, 1)],
      [review(3, 0), review(3, 0), review(1, 4)],
      [review(3, 0), review(3, 0), review(1, 4), review(3, 1)],
    ])
  })

  test('never has a day before the first, even where a clock was set back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...grades), fc.integer({ min: -9, max: 90 }))),
        (answers) => {
          let day = 100
          const days = answers.map(([, wait]) => (day += wait))
          for (const item of trainingItems([{ grades: answers.map(([grade]) => grade), days }])) {
            expect(item.every((review) => review.deltaDays >= 0)).toBe(true)
            expect(item[0]?.deltaDays).toBe(0)
            expect(item.at(-1)?.deltaDays).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})

describe('log loss', () => {
  test('is that of the model’s own recall', () => {
    const model = createFsrs6()
    const strength = model.step(null, 0, 3)
    const recall = model.recall(strength, 5)
    expect(logLoss(defaultParams, [{ grades: [3, 1], days: [0, 5] }])).toBeCloseTo(
      -Math.log(1 - recall),
      6,
    )
    expect(logLoss(defaultParams, [{ grades: [3, 2], days: [0, 5] }])).toBeCloseTo(
      -Math.log(recall),
      6,
    )
    expect(logLoss(defaultParams, [{ grades: [3, 3], days: [4, 4] }])).toBeNull()
  })

  test('is lower for the parameters that a learner’s memory follows', () => {
    const answers = learner(quick, 500, 'quick')
    expect(logLoss(quick, answers)).toBeLessThan((logLoss(defaultParams, answers) ?? 0) - 0.005)
  })
})

test('few answers move the defaults little, many nearly all the way', () => {
  const at = (answers: number) => drawnToDefaults([0, 10], [1, 20], answers)
  expect(at(500)).toEqual([0.5, 15])
  expect(at(1000)[0]).toBeCloseTo(2 / 3)
  expect(at(100_000)[1]).toBeGreaterThan(19.9)
  expect(at(0)).toEqual([0, 10])
})
