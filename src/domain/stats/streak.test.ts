import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDay, parseIsoDay } from '#domain/time/study-day.ts'
import { lastDays } from './last-days.ts'
import { defaultStreakRules, streak, type StreakEvent, type StreakRules } from './streak.ts'

const berlin = 'Europe/Berlin'
let ids = 0
const on = (utc: string, zone = berlin, n = 1): StreakEvent => {
  ids += 1
  return { id: `e${ids}`, at: Date.parse(utc), zone, n, kind: 'review' }
}
const mornings = (...days: string[]) => days.map((day) => on(`${day}T08:00:00Z`))
const at = (
  events: readonly StreakEvent[],
  now: string,
  rules: Partial<StreakRules> = {},
  zone = berlin,
) => streak(events, { ...defaultStreakRules, ...rules }, Date.parse(now), zone)

describe('the streak', () => {
  test('a chain that ends yesterday is alive and at risk; one that ends two days ago is over', () => {
    const events = mornings('2026-05-07', '2026-05-08')
    expect(at(events, '2026-05-09T10:00:00Z')).toMatchObject({ current: 2, atRisk: true })
    expect(at(events, '2026-05-10T01:59:00Z')).toMatchObject({ current: 2, atRisk: true })
    expect(at(events, '2026-05-10T02:00:00Z')).toMatchObject({
      current: 0,
      longest: 2,
      atRisk: false,
    })
  })

  test('study after midnight counts for the day before', () => {
    const events = [...mornings('2026-05-09'), on('2026-05-11T01:30:00Z')]
    expect(at(events, '2026-05-11T01:31:00Z')).toMatchObject({ current: 2, todayDone: true })
  })

  test('an undone answer takes its day out', () => {
    const [first, second] = mornings('2026-05-08', '2026-05-09')
    if (!first || !second) throw new Error('two events')
    const undo = { ...on('2026-05-09T09:00:00Z'), undoOf: second.id }
    expect(at([first, second, undo], '2026-05-09T10:00:00Z')).toMatchObject({
      current: 1,
      atRisk: true,
    })
  })

  test('a day lost over the date line is bridged, a day missed at home is not', () => {
    const flight = [
      on('2026-01-06T06:00:00Z', 'Pacific/Honolulu'),
      on('2026-01-07T07:00:00Z', 'Pacific/Auckland'),
    ]
    const landed = at(flight, '2026-01-07T08:00:00Z', {}, 'Pacific/Auckland')
    expect(landed).toMatchObject({ current: 2, bridged: [parseIsoDay('2026-01-06')] })
    const home = [on('2026-03-27T11:00:00Z'), on('2026-03-29T02:30:00Z')]
    expect(at(home, '2026-03-29T03:00:00Z').current).toBe(1)
  })

  test('freezes cover a gap whole or not at all, and never add to the count', () => {
    const freeze = { max: 2, earnEvery: 0, start: 1 }
    const one = at(mornings('2026-05-07', '2026-05-09'), '2026-05-09T10:00:00Z', { freeze })
    expect(one).toMatchObject({ current: 2, freezesLeft: 0 })
    expect(one.frozen.map(isoDay)).toEqual(['2026-05-08'])
    const two = at(mornings('2026-05-06', '2026-05-09'), '2026-05-09T10:00:00Z', { freeze })
    expect(two).toMatchObject({ current: 1, freezesLeft: 1, frozen: [] })
  })

  test('a goal acts from its own day on', () => {
    const goals = [
      { from: 0, n: 5 },
      { from: parseIsoDay('2026-05-09'), n: 20 },
    ]
    const events = ['2026-05-07', '2026-05-08', '2026-05-09'].map((day) =>
      on(`${day}T08:00:00Z`, berlin, 5),
    )
    expect(at(events, '2026-05-09T10:00:00Z', { goals })).toMatchObject({
      current: 2,
      todayDone: false,
    })
  })

  test('does not depend on the order in which answers arrive, nor on an answer arriving twice', () => {
    const days = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 })
    fc.assert(
      fc.property(days, (offsets) => {
        const events = offsets.map((offset, n): StreakEvent => ({
          id: `p${n}`,
          at: Date.UTC(2026, 4, 1 + offset, 8),
          zone: berlin,
          n: 1,
          kind: 'review',
        }))
        const now = '2026-05-31T10:00:00Z'
        expect(at([...events.toReversed(), ...events], now)).toEqual(at(events, now))
      }),
    )
  })

  test('the current streak is the run of studied days that ends today or yesterday', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 31 })), (studied) => {
        const events = studied.map((day) => on(`2026-05-${String(day).padStart(2, '0')}T08:00:00Z`))
        const has = new Set(studied)
        const last = has.has(31) ? 31 : 30
        let run = 0
        while (has.has(last - run)) run += 1
        expect(at(events, '2026-05-31T10:00:00Z').current).toBe(run)
      }),
    )
  })

  test('the strip of the last days says for each what it was', () => {
    const events = mornings('2026-05-06', '2026-05-08')
    const rules = defaultStreakRules
    const result = at(events, '2026-05-10T10:00:00Z')
    expect(lastDays(events, rules, result, 6).map((day) => day.state)).toEqual([
      'before',
      'done',
      'missed',
      'done',
      'missed',
      'open',
    ])
  })
})
