import { describe, expect, test } from 'vitest'
import { effectiveWeights, itemFigures, testFigures } from './item-statistics.ts'

// Four attempts at three questions, reckoned by hand.
const items = [
  [1, 1, 1, 0],
  [1, 1, 0, 0],
  [1, 0, 0, 0],
]
const totals = [3, 2, 1, 0]
const restOf = (marks: readonly number[]) =>
  totals.map((total, attempt) => total - (marks[attempt] ?? 0))
const figures = (marks: readonly number[]) => itemFigures(marks, restOf(marks), 1)

describe('the figures of a question', () => {
  test('facility is the mean mark of the greatest', () => {
    expect(items.map((marks) => figures(marks).facility)).toEqual([0.75, 0.5, 0.25])
    expect(itemFigures([2, 4], [0, 0], 4).facility).toBe(0.75)
  })

  test('discrimination is the correlation with the rest of the attempt', () => {
    // Second question: rests 2, 1, 1, 0; covariance 1/3, variances 1/3 and 2/3.
    expect(figures([1, 1, 0, 0]).discrimination).toBeCloseTo(100 * Math.sqrt(1 / 2))
  })

  test('efficiency is 100 where the order of marks and of rests is the same', () => {
    expect(figures([1, 1, 0, 0]).efficiency).toBeCloseTo(100)
    expect(itemFigures([0, 0, 1, 1], [3, 2, 1, 0], 1).efficiency).toBeCloseTo(-100)
  })

  test('one that everybody gets right tells nothing apart', () => {
    expect(itemFigures([1, 1, 1], [0, 1, 2], 1)).toMatchObject({
      facility: 1,
      discrimination: null,
      efficiency: null,
    })
    expect(itemFigures([], [], 1).facility).toBeNull()
  })
})

describe('the figures of a test', () => {
  test('alpha, its error, and KR-20, which is the same for right and wrong', () => {
    // Variances 1/4, 1/3, 1/4 and 5/3: alpha = 3/2 × (1 - (5/6)/(5/3)) = 3/4.
    const test = testFigures(items, [1, 1, 1])
    expect(test.alpha).toBeCloseTo(0.75)
    expect(test.kr20).toBeCloseTo(0.75)
    expect(test.errorRatio).toBeCloseTo(50)
    expect(test.standardError).toBeCloseTo(0.5 * Math.sqrt(5 / 3))
    expect(test.skewness).toBeCloseTo(0)
  })

  test('is silent where there is no spread', () => {
    expect(testFigures([[1], [0]], [1, 1])).toMatchObject({ alpha: null, kr20: null })
    expect(testFigures([[1, 1]], [1]).alpha).toBeNull()
  })

  test('effective weights add up to 100', () => {
    const weights = effectiveWeights(items, totals)
    expect(weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0)).toBeCloseTo(100)
  })
})
