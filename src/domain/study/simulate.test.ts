import { describe, expect, test } from 'vitest'
import { seededRng } from '#domain/quiz/random.ts'
import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import { defaultParams } from '#domain/scheduling/fsrs.ts'
import { catchUpPlans, isPlanWorthwhile, pacesFor } from './catch-up.ts'
import { costsOf, type TimedAnswer } from './costs.ts'
import { defaultCosts } from './gain.ts'
import { recallChoices, recallsToChoose } from './recall-choices.ts'
import { simulateStudy, type SimulatedCard, type SimulationPlan } from './simulate.ts'

const formulas = createFormulas(defaultParams)
const fresh = (count: number): SimulatedCard[] =>
  Array.from({ length: count }, () => ({ strength: null, lastDay: 0, dueDay: 0 }))
/** Cards after a break of `away` days, of all strengths. */
const afterBreak = (count: number, away: number, seed = 'break'): SimulatedCard[] => {
  const rng = seededRng(seed)
  return Array.from({ length: count }, () => {
    const stability = Math.exp(rng() * 5)
    const interval = Math.max(1, Math.round(stability))
    const lastDay = -away - Math.floor(rng() * interval)
    return {
      strength: { stability, difficulty: 1 + rng() * 9 },
      lastDay,
      dueDay: lastDay + interval,
    }
  })
}
const plan = (changes: Partial<SimulationPlan>): SimulationPlan => ({
  cards: fresh(400),
  days: 90,
  desiredRecall: 0.9,
  maximumDays: 36_500,
  newPerDay: 10,
  reviewsPerDay: 200,
  order: 'gain',
  costs: defaultCosts,
  seed: 'one',
  tellKnown: 'at the end',
  ...changes,
})
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('simulated study', () => {
  test('gives the same days for the same seed', () => {
    expect(simulateStudy(plan({}), formulas)).toEqual(simulateStudy(plan({}), formulas))
    expect(simulateStudy(plan({}), formulas)).not.toEqual(
      simulateStudy(plan({ seed: 'two' }), formulas),
    )
  })

  test('keeps to the limits of every day, fractions spread over days', () => {
    const days = simulateStudy(plan({ newPerDay: 2.5, reviewsPerDay: 7.2 }), formulas)
    expect(Math.max(...days.map((day) => day.answers))).toBeLessThanOrEqual(8)
    const early = simulateStudy(plan({ newPerDay: 2.5, reviewsPerDay: 500, days: 1 }), formulas)
    expect(early[0]?.answers).toBe(2)
    expect(simulateStudy(plan({ newPerDay: 0 }), formulas).every((day) => day.answers === 0)).toBe(
      true,
    )
  })

  test('recalls about as much as is aimed at', () => {
    // Reviews of a grown deck: time spent per answer tells passes from failures.
    const days = simulateStudy(
      plan({ days: 365, reviewsPerDay: 1000, cards: afterBreak(600, 0), newPerDay: 0 }),
      formulas,
    ).slice(60)
    const failed = sum(days.map((day) => day.seconds)) / sum(days.map((day) => day.answers))
    const share = (failed - 12.4) / (34 - 12.4)
    expect(share).toBeGreaterThan(0.08)
    expect(share).toBeLessThan(0.13)
  })

  test('takes longer the more recall is aimed at, and knows more in the end', () => {
    const question = {
      params: defaultParams,
      cards: fresh(300),
      maximumDays: 36_500,
      newPerDay: 10,
      reviewsPerDay: 500,
      costs: defaultCosts,
    }
    const choices = [...recallChoices(question)]
    expect(choices.map((choice) => choice.desiredRecall)).toEqual(recallsToChoose)
    const at = (recall: number) => choices.find((choice) => choice.desiredRecall === recall)
    const [low, middle, high] = [at(0.75), at(0.9), at(0.97)]
    expect(high?.minutesPerDay).toBeGreaterThan(1.5 * (middle?.minutesPerDay ?? 0))
    expect(high?.known).toBeGreaterThan(middle?.known ?? 0)
    expect(middle?.known).toBeGreaterThan(low?.known ?? 0)
    for (const { known, minutesPerDay } of choices) {
      expect(known).toBeGreaterThan(0)
      expect(known).toBeLessThanOrEqual(300)
      expect(minutesPerDay).toBeGreaterThan(0)
    }
  })

  test('of a large deck is scaled up from a part of it', () => {
    const question = {
      params: defaultParams,
      maximumDays: 36_500,
      newPerDay: 0,
      reviewsPerDay: 100_000,
      costs: defaultCosts,
    }
    const small = [...recallChoices({ ...question, cards: afterBreak(1500, 0) })]
    const large = [...recallChoices({ ...question, cards: afterBreak(6000, 0) })]
    const [few, many] = [small[20]?.minutesPerDay ?? 0, large[20]?.minutesPerDay ?? 0]
    expect(many / few).toBeGreaterThan(3.5)
    expect(many / few).toBeLessThan(4.5)
  })
})

describe('a backlog', () => {
  const seeds = ['a', 'b', 'c', 'd', 'e', 'f']
  const known = (order: SimulationPlan['order']) =>
    sum(
      seeds.map((seed) => {
        const cards = afterBreak(600, 60, seed)
        const days = simulateStudy(
          plan({
            cards,
            newPerDay: 0,
            reviewsPerDay: 10,
            days: 60,
            order,
            seed,
            tellKnown: 'daily',
          }),
          formulas,
        )
        return sum(days.map((day) => day.known ?? 0)) / days.length
      }),
    ) / seeds.length

  test('by gain keeps more known on an average day than by due day or with the weakest first', () => {
    const gain = known('gain')
    expect(gain).toBeGreaterThan(known('due'))
    expect(gain).toBeGreaterThan(known('weakest') + 2)
  })

  test('is worked off sooner at a faster pace, and never at one that is too slow', () => {
    const question = {
      cards: afterBreak(800, 40),
      desiredRecall: 0.9,
      maximumDays: 36_500,
      costs: defaultCosts,
      order: 'gain' as const,
    }
    const plans = [...catchUpPlans(question, [1, 60, 120, 900], formulas)]
    const [slow, fair, fast, atOnce] = plans
    expect(slow?.days).toBeNull()
    expect(fair?.days).toBeGreaterThan(fast?.days ?? 0)
    expect(fast?.days).toBeGreaterThan(atOnce?.days ?? 0)
    expect(atOnce?.days).toBe(1)
    expect(fast?.minutesPerDay).toBeGreaterThan(fair?.minutesPerDay ?? 0)
  })

  test('offers round paces for one, two and four weeks, with what comes due meanwhile', () => {
    const usual = { perDay: 20, limit: 100 }
    expect(pacesFor(900, usual)).toEqual([50, 90, 100, 150])
    expect(pacesFor(900, usual, [37, 90])).toEqual([37, 50, 90, 100, 150])
    expect(pacesFor(20, { perDay: 0, limit: 0 })).toEqual([10])
  })

  test('is worth a plan when a day’s limit does not hold it, or after days away', () => {
    const isWorthwhile = (overdue: number, awayDays: number) =>
      isPlanWorthwhile({ overdue, awayDays, reviewsPerDay: 200 })
    expect(isWorthwhile(201, 0)).toBe(true)
    expect(isWorthwhile(40, 12)).toBe(true)
    expect(isWorthwhile(40, 1)).toBe(false)
    expect(isWorthwhile(5, 90)).toBe(false)
    expect(isWorthwhile(0, 90)).toBe(false)
  })
})

describe('costs of answers', () => {
  const answers = (count: number, answer: TimedAnswer) =>
    Array.from({ length: count }, () => answer)

  test('are the learner’s medians, a failure with the answers that it takes to relearn', () => {
    const known = [
      ...answers(40, { was: 'review', grade: 3, tookMs: 6000 }),
      ...answers(5, { was: 'review', grade: 3, tookMs: 60_000 }),
      ...answers(30, { was: 'review', grade: 1, tookMs: 9000 }),
      ...answers(60, { was: 'relearning', grade: 3, tookMs: 4000 }),
      ...answers(50, { was: 'new', grade: 3, tookMs: 50_000 }),
    ]
    expect(costsOf(known)).toEqual({ passMs: 6000, failMs: 17_000 })
  })

  test('are the defaults until there are enough', () => {
    expect(costsOf([])).toEqual(defaultCosts)
    expect(costsOf(answers(29, { was: 'review', grade: 3, tookMs: 1 }))).toEqual(defaultCosts)
  })
})
