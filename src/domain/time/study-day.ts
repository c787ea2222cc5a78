import type { EpochMs, StudyDay } from './clock.ts'

const dayMs = 86_400_000

/** Civil date and time of day that a wall clock shows. */
interface WallClock {
  readonly day: number
  readonly hour: number
  readonly minuteOfDay: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** One formatter a zone: making one costs as much as a thousand uses. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const cached = formatters.get(zone)
  if (cached) return cached
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  })
  formatters.set(zone, made)
  return made
}

function wallClock(at: EpochMs, zone: string): WallClock {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const isBeforeChrist = parts.get('era')?.startsWith('B') ?? false
  const year = isBeforeChrist ? 1 - number('year') : number('year')
  const date = new Date(0)
  date.setUTCFullYear(year, number('month') - 1, number('day'))
  return {
    day: Math.round(date.getTime() / dayMs),
    hour: number('hour'),
    minuteOfDay: number('hour') * 60 + number('minute'),
  }
}

/**
 * The study day of an instant: the local civil date by the wall clock, minus one before `rolloverHour`.
 * Never "the instant minus four hours", which is wrong in the nights when clocks change.
 */
export function studyDay(at: EpochMs, zone: string, rolloverHour: number): StudyDay {
  const { day, hour } = wallClock(at, zone)
  return hour < rolloverHour ? day - 1 : day
}

/** How far the zone's wall clock is ahead of UTC at an instant, in whole minutes. */
export function zoneOffsetMinutes(at: EpochMs, zone: string): number {
  const { day, minuteOfDay } = wallClock(at, zone)
  return day * 1440 + minuteOfDay - Math.floor(at / 60_000)
}

/** `2026-05-10` for a study day. */
export const isoDay = (day: StudyDay): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The study day of `2026-05-10`; NaN for anything else. */
export const parseIsoDay = (iso: string): StudyDay =>
  /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) / dayMs : Number.NaN

/** The first instant of a study day, to the minute: where `studyDay` steps from the day before. */
export function dayStart(day: StudyDay, zone: string, rolloverHour: number): EpochMs {
  // Zones lie within a day of UTC, so the step is between these two.
  let before = (day - 2) * 1440
  let after = (day + 2) * 1440
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (studyDay(middle * 60_000, zone, rolloverHour) < day) before = middle
    else after = middle
  }
  return after * 60_000
}
