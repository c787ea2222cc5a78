import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayStart, isoDay, parseIsoDay, studyDay, zoneOffsetMinutes } from './study-day.ts'

const dayOf = (utc: string, zone: string, rolloverHour = 4) =>
  isoDay(studyDay(Date.parse(utc), zone, rolloverHour))

const zones = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'UTC',
]
const instants = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2040, 0, 1) })

describe('the study day', () => {
  test.each([
    [
      'just before four in the morning it is still the day before',
      '2026-05-11T01:59:59Z',
      'Europe/Berlin',
      '2026-05-10',
    ],
    ['at four the new day begins', '2026-05-11T02:00:00Z', 'Europe/Berlin', '2026-05-11'],
    [
      'in the night when clocks go forward, half past three is the day before',
      '2026-03-29T01:30:00Z',
      'Europe/Berlin',
      '2026-03-28',
    ],
    [
      'in the night when clocks go back, both half past ones are one day',
      '2026-11-01T06:30:00Z',
      'America/New_York',
      '2026-10-31',
    ],
    ['a zone of three quarters of an hour', '2026-05-31T22:15:00Z', 'Asia/Kathmandu', '2026-06-01'],
    ['the day that Samoa skipped', '2011-12-30T18:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['the leap day', '2028-02-29T12:00:00Z', 'UTC', '2028-02-29'],
  ])('%s', (_, utc, zone, day) => {
    expect(dayOf(utc, zone)).toBe(day)
  })

  test('begins at its own first instant and not a minute before, in every zone', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 12 }),
        (at, zone, hour) => {
          const day = studyDay(at, zone, hour)
          const start = dayStart(day, zone, hour)
          expect(start).toBeLessThanOrEqual(at)
          expect(studyDay(start, zone, hour)).toBe(day)
          expect(studyDay(start - 60_000, zone, hour)).toBeLessThan(day)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('goes through text and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 700_000 }), (day) => {
        expect(parseIsoDay(isoDay(day))).toBe(
          isoDay(day).startsWith('-') || isoDay(day).startsWith('+') ? Number.NaN : day,
        )
      }),
    )
  })

  test('the offset of a zone is what its wall clock is ahead', () => {
    expect(zoneOffsetMinutes(Date.parse('2026-07-01T12:00:00Z'), 'Europe/Berlin')).toBe(120)
    expect(zoneOffsetMinutes(Date.parse('2026-01-01T12:00:00Z'), 'Asia/Kathmandu')).toBe(345)
    expect(zoneOffsetMinutes(Date.parse('2026-01-01T12:00:00Z'), 'Pacific/Pago_Pago')).toBe(-660)
  })
})
