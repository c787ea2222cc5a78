import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPassed, markOf, surenessPoints, totalMark, type Key, type MarkRules } from './marking.ts'

const plain: MarkRules = { isNegative: false, isPartial: true }
const negative: MarkRules = { isNegative: true, isPartial: true }
const strict: MarkRules = { isNegative: false, isPartial: false }

describe('the mark of an answer', () => {
  test('one option of four: right 1, wrong 0, or a third less with negative marking', () => {
    const key: Key = { kind: 'single', optionCount: 4, key: 2 }
    expect([markOf(key, 2, plain), markOf(key, 1, plain), markOf(key, null, negative)]).toEqual([
      1, 0, 0,
    ])
    expect(markOf(key, 1, negative)).toBeCloseTo(-1 / 3)
  })

  test('guessing at random gains nothing under negative marking, whatever the number of options', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), (optionCount) => {
        const key: Key = { kind: 'single', optionCount, key: 0 }
        const marks = Array.from({ length: optionCount }, (_, option) =>
          markOf(key, option, negative),
        )
        expect(marks.reduce((sum, mark) => sum + mark, 0)).toBeCloseTo(0)
      }),
    )
  })

  test('two keys among five: one key and one other is a half less a third', () => {
    const key: Key = { kind: 'multi', optionCount: 5, keys: [0, 3] }
    expect(markOf(key, [0, 1], plain)).toBeCloseTo(1 / 2 - 1 / 3)
    expect(markOf(key, [1, 2], plain)).toBe(0)
    expect(markOf(key, [1, 2], negative)).toBeCloseTo(-2 / 3)
    expect([markOf(key, [3, 0], strict), markOf(key, [0], strict)]).toEqual([1, 0])
    expect(markOf(key, [0, 1, 2, 3, 4], plain)).toBe(0)
  })

  test('pairs count one by one, an order by its longest right sequence', () => {
    const match: Key = { kind: 'match', key: ['a', 'b', 'c', 'd'] }
    expect(markOf(match, ['a', 'c', null, 'd'], plain)).toBe(0.5)
    expect(markOf(match, ['a', 'c', null, 'd'], strict)).toBe(0)
    const order: Key = { kind: 'order', key: ['1', '2', '3', '4', '5'] }
    expect(markOf(order, ['2', '3', '4', '5', '1'], plain)).toBe(0.75)
    expect(markOf(order, ['5', '4', '3', '2', '1'], plain)).toBe(0)
    expect(markOf(order, ['1', '2', '3', '4', '5'], strict)).toBe(1)
  })

  test('a typed answer is compared without case, spaces and letter forms; a number within its tolerance', () => {
    const text: Key = { kind: 'text', accepted: ['Straße und Plan'] }
    for (const typed of ['straße und plan', ' STRASSE   UND PLAN ', 'strasse und\u00a0plan'])
      expect(markOf(text, typed, plain), typed).toBe(1)
    expect(markOf(text, 'strase und plan', plain)).toBe(0)
    const number: Key = { kind: 'number', key: 0.3, tolerance: 0.1 }
    expect([0.2, 0.4, 0.41].map((given) => markOf(number, given, plain))).toEqual([1, 1, 0])
  })

  test('lies between -1 and 1, and below 0 only with negative marking', () => {
    const option = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(
        fc.uniqueArray(option, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(option),
        fc.boolean(),
        (keys, given, isNegative) => {
          const mark = markOf({ kind: 'multi', optionCount: 6, keys }, given, {
            isNegative,
            isPartial: true,
          })
          expect(mark).toBeLessThanOrEqual(1)
          expect(mark).toBeGreaterThanOrEqual(isNegative ? -1 : 0)
        },
      ),
    )
  })
})

test('a total is never below 0, and a pass mark that is just met is met', () => {
  expect(
    totalMark([
      { mark: -1, weight: 2 },
      { mark: 1, weight: 1 },
    ]),
  ).toEqual({ total: 0, max: 3, percent: 0 })
  const { percent } = totalMark([
    { mark: 1, weight: 0.1 },
    { mark: 1, weight: 0.2 },
    { mark: 0, weight: 0.2 },
  ])
  expect([isPassed(percent, 60), isPassed(percent, 60.1)]).toEqual([true, false])
})

test('being sure weighs: right 1, 2, 3, wrong 0, -2, -6, a half in between', () => {
  expect([surenessPoints(1, 'low'), surenessPoints(1, 'mid'), surenessPoints(1, 'high')]).toEqual([
    1, 2, 3,
  ])
  expect([surenessPoints(0, 'low'), surenessPoints(0, 'mid'), surenessPoints(0, 'high')]).toEqual([
    0, -2, -6,
  ])
  expect(surenessPoints(0.5, 'high')).toBe(-1.5)
  expect(surenessPoints(-0.5, 'mid')).toBe(-2)
})
