import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFormulas } from './fsrs-formulas.ts'
import { createFsrs6, defaultParams } from './fsrs.ts'
import { grades } from './grade.ts'

/** Parameters around the defaults, as fits to learners give them. */
const paramSets = fc
  .array(fc.double({ min: 0.5, max: 1.6, noNaN: true }), { minLength: 21, maxLength: 21 })
  .map((shares) => defaultParams.map((value, index) => value * (shares[index] ?? 1)))
const strengths = fc.record({
  stability: fc.double({ min: 0.01, max: 5000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
})

test('the formulas give what the model of ts-fsrs gives, to its rounding', () => {
  fc.assert(
    fc.property(
      paramSets,
      strengths,
      fc.nat(900),
      fc.constantFrom(...grades),
      (params, strength, days, grade) => {
        const model = createFsrs6(params)
        const formulas = createFormulas(model.params)
        const { stability, difficulty } = strength
        const recall = formulas.recall(stability, days)
        expect(recall).toBeCloseTo(model.recall(strength, days), 7)
        expect(formulas.interval(stability, 0.85)).toBeCloseTo(model.interval(strength, 0.85), 5)
        const next = model.step(strength, days, grade)
        const stabilityAfter =
          days === 0
            ? formulas.sameDay(stability, grade)
            : grade === 1
              ? formulas.forgotten(stability, difficulty, recall)
              : formulas.passed(stability, difficulty, recall, grade)
        expect(Math.abs(stabilityAfter / next.stability - 1)).toBeLessThan(1e-5)
        expect(formulas.nextDifficulty(difficulty, grade)).toBeCloseTo(next.difficulty, 6)
        const first = model.step(null, 0, grade)
        expect(formulas.firstStability(grade)).toBeCloseTo(first.stability, 6)
        expect(formulas.firstDifficulty(grade)).toBeCloseTo(first.difficulty, 6)
      },
    ),
    { numRuns: 2000 },
  )
})
