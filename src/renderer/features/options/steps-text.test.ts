import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSteps, writeSteps } from './steps-text.ts'

test('steps read as they were written', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 1439 }), { maxLength: 8 })
  fc.assert(
    fc.property(steps, (each) => {
      expect(readSteps(writeSteps(each))).toEqual(each)
    }),
  )
})

test('spaces and commas part them, and nothing gives none', () => {
  expect(readSteps(' 1,10  60 ')).toEqual([1, 10, 60])
  expect(readSteps('')).toEqual([])
})

test('what is no step of whole minutes within a day is refused', () => {
  for (const text of ['0', '1440', '1.5', '-3', '10m', '1 2 3 4 5 6 7 8 9', '1e2'])
    expect(readSteps(text), text).toBeNull()
})
