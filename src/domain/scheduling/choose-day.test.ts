import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balancedDays, chooseDay, noEasyDays, type EasyDays } from './choose-day.ts'
import { choiceFor, countMove } from './due-counts.ts'
import { createFsrs6 } from './fsrs.ts'
import { fuzzRange, fuzzRangeWithin } from './fuzz.ts'
import type { Memory } from './memory.ts'
import { defaultScheduling, intervalOf, nextMemories } from './next-memory.ts'
import { simulateLoad } from './testing/simulate-load.ts'

const model = createFsrs6()
const today = 20_000
const counts = fc.array(fc.nat(60), { minLength: balancedDays + 1, maxLength: balancedDays + 1 })
const someEase = fc.constantFrom('usual' as const, 'fewer' as const, 'fewest' as const)
const weeks = fc.tuple(someEase, someEase, someEase, someEase, someEase, someEase, someEase)
const reviews = fc.record({
  stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  reps: fc.integer({ min: 1, max: 40 }),
  scheduled: fc.integer({ min: 1, max: 400 }),
  late: fc.integer({ min: -20, max: 100 }),
})

describe('the fuzz range', () => {
  // Worked out by hand from the rule: one day, 15 % of 2.5 to 7, 10 % of 7 to 20, 5 % above.
  test.each([
    [1, 1, 1],
    [2.4, 2, 2],
    [3, 2, 4],
    [7, 5, 9],
    [15, 13, 17],
    [20, 17, 23],
    [100, 93, 107],
  ])('of %d days reaches from %d to %d', (days, least, most) => {
    expect(fuzzRange(days)).toEqual({ least, most })
  })

  test('stays within its bounds, and leaves a choice where they allow one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 40_000, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(36_500),
        (days, least, room) => {
          const bounds = { least, most: least + room }
          const range = fuzzRangeWithin(days, bounds)
          expect(range.least).toBeGreaterThanOrEqual(bounds.least)
          expect(range.most).toBeLessThanOrEqual(bounds.most)
          expect(range.least).toBeLessThanOrEqual(range.most)
          if (range.least === range.most)
            expect(range.most <= 2 || range.most === bounds.most).toBe(true)
        },
      ),
    )
  })
})

describe('the day that is chosen', () => {
  test('lies in its range and depends on nothing but card, answers, counts and week', () => {
    fc.assert(
      fc.property(
        counts,
        weeks,
        fc.nat(50),
        fc.nat(120),
        fc.nat(20),
        (due, easyDays, reps, from, room) => {
          const range = { least: from + 1, most: from + 1 + room }
          const draw = () =>
            chooseDay({
              cardId: 'c',
              reps,
              today,
              dueOn: (day) => due[day - today] ?? 0,
              easyDays,
            })(range)
          const day = draw()
          expect(Number.isInteger(day) && day >= range.least && day <= range.most).toBe(true)
          expect(draw()).toBe(day)
        },
      ),
    )
  })

  test('is the same whatever stands beyond the range', () => {
    const draw = (dueOn: (day: number) => number) =>
      chooseDay({ cardId: 'c', reps: 3, today, dueOn, easyDays: noEasyDays })({ least: 5, most: 8 })
    expect(draw((day) => (day < today + 5 || day > today + 8 ? 99 : 7))).toBe(draw(() => 7))
  })

  test('falls on the emptier days far more often than on full ones', () => {
    const dueOn = (day: number) => (day === today + 10 ? 0 : 40)
    const chosen = Array.from({ length: 300 }, (_, n) =>
      chooseDay({ cardId: `c${n}`, reps: 2, today, dueOn, easyDays: noEasyDays })({
        least: 8,
        most: 12,
      }),
    )
    expect(chosen.filter((day) => day === 10).length).toBeGreaterThan(290)
  })

  test('leaves a day of the week that shall have as few cards as can be to those that can go nowhere else', () => {
    const sunday = today + 9
    expect(new Date(sunday * 86_400_000).getUTCDay()).toBe(0)
    const easyDays: EasyDays = ['fewest', 'usual', 'usual', 'usual', 'usual', 'usual', 'usual']
    const choose = (least: number, most: number, n: number) =>
      chooseDay({ cardId: `c${n}`, reps: 2, today, dueOn: () => 20, easyDays })({ least, most })
    const chosen = Array.from({ length: 300 }, (_, n) => choose(8, 10, n))
    expect(chosen.filter((day) => day === 9).length).toBeLessThan(3)
    expect(choose(9, 9, 1)).toBe(9)
  })

  test('keeps Hard < Good < Easy, and none later than the maximum', () => {
    fc.assert(
      fc.property(
        reviews,
        counts,
        weeks,
        fc.constantFrom(30, 365, 36_500),
        (card, due, easyDays, maximumDays) => {
          const { scheduled, late, ...rest } = card
          const lastStudyDay = today - Math.max(0, scheduled + late)
          const seen = { ...rest, lapses: 0, lastReviewAt: 0, lastStudyDay }
          const memory: Memory = { kind: 'review', ...seen, dueDay: lastStudyDay + scheduled }
          const load = { dueOn: (day: number) => due[day - today] ?? 0, easyDays }
          const chooseOne = choiceFor({ cardId: 'c', memory }, today, load)
          const options = { ...defaultScheduling, maximumDays, chooseDay: chooseOne }
          const moment = { at: today * 86_400_000, day: today }
          const next = nextMemories(model, memory, moment, options)
          const [hard, good, easy] = ([2, 3, 4] as const).map(
            (grade) => intervalOf(next[grade], moment).value,
          ) as [number, number, number] // as: three grades
          expect(Math.max(hard, good, easy)).toBeLessThanOrEqual(maximumDays)
          expect(hard).toBeGreaterThanOrEqual(1)
          expect(hard < good || good === maximumDays).toBe(true)
          expect(good < easy || easy === maximumDays).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('counts of due cards', () => {
  const review = (dueDay: number): Memory => ({
    kind: 'review',
    stability: 5,
    difficulty: 5,
    reps: 1,
    lapses: 0,
    lastReviewAt: 0,
    lastStudyDay: today,
    dueDay,
  })

  test('move with a card and back again', () => {
    const before = review(today + 2)
    const after = review(today + 5)
    const moved = countMove([0, 0, 4, 0, 0, 1], today, { before, after })
    expect(moved).toEqual([0, 0, 3, 0, 0, 2])
    expect(countMove(moved, today, { before: after, after: before })).toEqual([0, 0, 4, 0, 0, 1])
    expect(
      countMove([1, 1], today, { before: { kind: 'new' }, after: review(today + 900) }),
    ).toEqual([1, 1])
  })

  test('leave out the card that chooses: it is not a burden to itself', () => {
    const dueOn = (day: number) => (day === today + 9 ? 1 : 0)
    const load = { dueOn, easyDays: noEasyDays }
    const alone = { dueOn: () => 0, easyDays: noEasyDays }
    const range = { least: 8, most: 11 }
    for (let n = 0; n < 50; n += 1) {
      const card = { cardId: `c${n}`, memory: review(today + 9) }
      expect(choiceFor(card, today, load)(range)).toBe(choiceFor(card, today, alone)(range))
    }
  })
})

describe('the load of 1,500 cards, ten new ones a day', () => {
  const seeds = ['one', 'two', 'three', 'four']
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const of = (way: Parameters<typeof simulateLoad>[0]['way'], easyDays = noEasyDays) => {
    const runs = seeds.map((seed) => simulateLoad({ way, easyDays, seed }))
    return {
      variation: mean(runs.map((run) => run.variation)),
      recall: mean(runs.map((run) => run.recall)),
      week: noEasyDays.map((_, weekday) => mean(runs.map((run) => run.week[weekday] ?? 0))),
    }
  }
  const even = of('balanced')

  test('varies by no more than nine percent from day to day, and by more without balance, at the same recall', () => {
    const nearest = of('nearest')
    const byChance = of('by chance')
    expect(even.variation).toBeLessThanOrEqual(0.09)
    expect(byChance.variation).toBeGreaterThan(0.1)
    expect(nearest.variation).toBeGreaterThan(0.1)
    expect(Math.abs(even.recall - nearest.recall)).toBeLessThanOrEqual(0.01)
  })

  test('is lighter on easy days', () => {
    const fewer = of('balanced', ['fewer', 'usual', 'usual', 'usual', 'usual', 'usual', 'usual'])
    const fewest = of('balanced', ['fewest', 'usual', 'usual', 'usual', 'usual', 'usual', 'usual'])
    expect(fewer.week[0]).toBeLessThan(0.8)
    expect(fewest.week[0]).toBeLessThan(0.5)
    expect(Math.abs(fewest.recall - even.recall)).toBeLessThanOrEqual(0.01)
  })
})
