import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSimilar, similarity } from './words.ts'

const set = fc
  .array(fc.constantFrom(...'abcdefghij'), { maxLength: 12 })
  .map((members) => new Set(members))

test('sets are similar exactly when their Jaccard similarity says so', () => {
  fc.assert(
    fc.property(set, set, fc.constantFrom(0.3, 0.5, 0.75, 0.8, 1), (a, b, least) => {
      expect(isSimilar(a, b, least)).toBe(similarity(a, b) >= least)
    }),
  )
})
