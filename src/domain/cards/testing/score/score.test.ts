import { describe, expect, test } from 'vitest'
import { mutationsOfCards, mutationsOfRuns } from './mutations/of-cards.ts'
import { mutationsOfFindings } from './mutations/of-findings.ts'
import { mutationsOfKeys } from './mutations/of-keys.ts'
import { goodOutput } from './sample-output.ts'
import { lowerIsBetter, score, type Scores } from './score.ts'

const mutations = [
  ...mutationsOfFindings,
  ...mutationsOfKeys,
  ...mutationsOfCards,
  ...mutationsOfRuns,
]
const good = score(goodOutput)
const names = Object.keys(good.scores) as (keyof Scores)[] // as: the object has these keys only

describe('a good output', () => {
  test('is given the best that can be had', () => {
    expect([...good.flaws]).toEqual([])
    expect([...good.verdicts].filter(([, verdict]) => verdict !== 'right')).toEqual([])
    expect(good.reading.unlocated).toEqual([])
    const { samePrompt, longestIsKey, keyPosition, halfLeaks, sameTarget, ...rest } = good.scores
    // These are habits of any set of cards; the limits are those of a good one.
    expect(samePrompt).toBeLessThanOrEqual(12)
    expect(longestIsKey).toBeLessThanOrEqual(40)
    expect(keyPosition).toBeLessThanOrEqual(40)
    expect(sameTarget).toBeLessThanOrEqual(20)
    expect(halfLeaks).toBeLessThanOrEqual(8)
    for (const [name, value] of Object.entries(rest))
      expect([name, value]).toEqual([name, lowerIsBetter.has(name as keyof Scores) ? 0 : 100]) // as: see above
  })

  test('has something to measure for every measure', () => {
    expect(names.filter((name) => good.scores[name] === null)).toEqual([])
  })
})

describe('a spoiled output is noticed:', () => {
  test.each(mutations)('$name', ({ spoil, worsens }) => {
    const spoiled = score(spoil(goodOutput)).scores
    for (const name of worsens) {
      const before = good.scores[name] ?? 0
      // A measure that an empty output leaves without anything to measure has lost it.
      const after = spoiled[name]
      if (lowerIsBetter.has(name)) expect(after, name).toBeGreaterThan(before)
      else expect(after ?? 0, name).toBeLessThan(before)
    }
  })

  test('every measure has a way to fail', () => {
    const covered = new Set(mutations.flatMap(({ worsens }) => worsens))
    expect(names.filter((name) => !covered.has(name))).toEqual([])
  })
})
