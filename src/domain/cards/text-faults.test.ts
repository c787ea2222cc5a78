import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fault, faultsOf, faultsOfText } from './text-faults.ts'

test('a word that stands twice is seen as the pattern sees it', () => {
  const text = fc
    .array(fc.constantFrom('the', 'The', 'them', 'a', 'é', '_', '2', ' ', ' ', ' ', '-', '\n'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (each) => {
      expect((faultsOf(each) & fault.twice) !== 0).toBe(/\b(\w+) \1\b/i.test(each))
    }),
    { numRuns: 500 },
  )
})

test('two words that may follow each other are no fault', () => {
  expect(faultsOf('check that that had had no answer') & fault.twice).toBe(0)
})

test('what is kept of a text is what would be found again', () => {
  for (const text of ['an apple (half', 'Grow the the list', 'plain words'])
    expect([faultsOfText(text), faultsOfText(text)]).toEqual([faultsOf(text), faultsOf(text)])
})
