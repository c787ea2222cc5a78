import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBefore, linesIn } from './places.ts'

test('counts what is before, in a list of any length', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 })),
      fc.integer({ min: -10, max: 10 }),
      (list, at) => {
        const sorted = list.toSorted((a, b) => a - b)
        const counted = countBefore(sorted.length, (index) => (sorted[index] ?? 0) < at)
        expect(counted).toBe(sorted.filter((each) => each < at).length)
      },
    ),
  )
})

test('a line begins behind each line break', () => {
  const lineAt = linesIn('a\n\nbc\n')
  expect([0, 1, 2, 3, 4, 5, 6].map(lineAt)).toEqual([1, 1, 2, 3, 3, 3, 4])
})
