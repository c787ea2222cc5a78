import type { StudyDay } from '#domain/time/clock.ts'
import {
  goalOn,
  studiedDays,
  type StreakEvent,
  type StreakResult,
  type StreakRules,
} from './streak.ts'

export type DayState = 'done' | 'open' | 'missed' | 'before' | 'frozen' | 'bridged' | 'repaired'

export interface DayMark {
  readonly day: StudyDay
  readonly count: number
  readonly state: DayState
}

/** The last `length` study days, oldest first, today last; days before the first answer are `before`. */
export function lastDays(
  events: readonly StreakEvent[],
  rules: StreakRules,
  result: StreakResult,
  length: number,
): DayMark[] {
  const studied = studiedDays(events, rules)
  const counts = new Map(studied.map((each) => [each.day, each.count]))
  const first = studied.find((each) => each.count > 0)?.day ?? result.today
  const stateOf = (day: StudyDay, count: number): DayState => {
    if (count >= goalOn(rules, day)) return 'done'
    if (day === result.today) return 'open'
    if (result.frozen.includes(day)) return 'frozen'
    if (result.bridged.includes(day)) return 'bridged'
    if (result.repaired.includes(day)) return 'repaired'
    return day < first ? 'before' : 'missed'
  }
  return Array.from({ length }, (_, index) => {
    const day = result.today - length + 1 + index
    const count = counts.get(day) ?? 0
    return { day, count, state: stateOf(day, count) }
  })
}
