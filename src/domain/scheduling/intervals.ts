import { fuzzRange, fuzzRangeWithin, type DayRange } from './fuzz.ts'
import type { Grade } from './grade.ts'

/** Picks one of the days of a range; see choose-day.ts. */
export type DayChoice = (range: DayRange) => number

export interface IntervalRules {
  readonly maximumDays: number
  /** The interval that a card in review was given last; null for a card that comes from steps. */
  readonly scheduledDays: number | null
  /** The grades that lead to days, lowest first: each is a day above the one before at least. */
  readonly ladder: readonly Grade[]
  /** Chooses within the fuzz range; null takes the nearest whole day. */
  readonly chooseDay: DayChoice | null
}

/**
 * The least interval of a card in review. One that grows becomes longer by a day at least, one that would only wobble
 * downwards within its fuzz range stays as it was, and one that is really shorter (another recall is aimed at) may be so.
 */
function leastAfter(scheduledDays: number, days: number): number {
  if (Math.round(days) > scheduledDays) return scheduledDays + 1
  return scheduledDays <= fuzzRange(days).most ? scheduledDays : 1
}

/**
 * Whole days until a card comes back after `grade`, as in Anki: never below the grades under it on the ladder plus a day,
 * nor above the maximum, where they meet if there is no room left. `plain` gives the model's interval after a grade, in
 * days and fractions.
 */
export function daysAfter(
  grade: Grade,
  plain: (grade: Grade) => number,
  { maximumDays, scheduledDays, ladder, chooseDay }: IntervalRules,
): number {
  let chosen = 0
  for (const each of ladder.filter((step) => step <= grade)) {
    const days = plain(each)
    const grown = scheduledDays === null || each === 1 ? 1 : leastAfter(scheduledDays, days)
    const least = Math.min(Math.max(grown, chosen + 1), maximumDays)
    chosen = chooseDay
      ? chooseDay(fuzzRangeWithin(days, { least, most: maximumDays }))
      : Math.min(Math.max(Math.round(days), least), maximumDays)
  }
  return chosen
}
