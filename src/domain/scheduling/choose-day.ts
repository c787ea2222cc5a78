import { seededRng } from '#domain/quiz/random.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import type { DayRange } from './fuzz.ts'
import type { DayChoice } from './intervals.ts'

/** How many cards should fall on a day of the week: as many as on others, fewer, or as few as can be. */
export const eases = ['usual', 'fewer', 'fewest'] as const
export type Ease = (typeof eases)[number]
/** One for each day of the week, Sunday first. */
export type EasyDays = readonly [Ease, Ease, Ease, Ease, Ease, Ease, Ease]

export const noEasyDays: EasyDays = ['usual', 'usual', 'usual', 'usual', 'usual', 'usual', 'usual']

/** Days that the load is balanced over, counted from today; a range that reaches beyond is left to chance alone. */
export const balancedDays = 90

/** What counts for a day: with half a share, each card that is due counts double. */
const shares = { usual: 1, fewer: 0.5, fewest: 0.0001 } as const satisfies Record<Ease, number>

/** Sunday 0 to Saturday 6; study day 0 was a Thursday. */
const weekdayOf = (day: StudyDay): number => (((day + 4) % 7) + 7) % 7

const shareOf = (day: StudyDay, easyDays: EasyDays): number =>
  shares[easyDays[weekdayOf(day)] ?? 'usual']

/** What a choice of days depends on: nothing that differs between a preview and the answer after it. */
export interface DayDraw {
  readonly cardId: string
  /** Answers that the card had before. */
  readonly reps: number
  readonly today: StudyDay
  /** How many other cards are due on a day within `balancedDays`. */
  readonly dueOn: (day: StudyDay) => number
  readonly easyDays: EasyDays
}

/**
 * The day within a range that keeps the load even: each has the weight share / (1 + due / share)^2 / interval, and a number drawn
 * by the card's id and answers picks one of them. The same card, counts and week always give the same day.
 */
export function chooseDay({ cardId, reps, today, dueOn, easyDays }: DayDraw): DayChoice {
  const drawn = seededRng(`day/${cardId}/${reps}`)()
  return ({ least, most }: DayRange) => {
    const isBalanced = most <= balancedDays
    const days = Array.from({ length: most - least + 1 }, (_, index) => {
      const interval = least + index
      const share = shareOf(today + interval, easyDays)
      const due = isBalanced ? dueOn(today + interval) / share : 0
      return { interval, weight: share / (1 + due) ** 2 / interval }
    })
    let left = drawn * days.reduce((sum, day) => sum + day.weight, 0)
    for (const { interval, weight } of days) {
      left -= weight
      if (left < 0) return interval
    }
    return most
  }
}
