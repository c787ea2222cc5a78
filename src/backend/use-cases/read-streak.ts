import type { Streak } from '#contract/shapes/stats.ts'
import { lastDays } from '#domain/stats/last-days.ts'
import { defaultStreakRules, streak, type StreakEvent } from '#domain/stats/streak.ts'
import { readNow, type Context } from '../context.ts'
import type { DayOfActivity } from '../store/activity.ts'

/** A day's totals as two events: all answers where the day began, and where the learner was at its end. */
function eventsOf(day: DayOfActivity): StreakEvent[] {
  const { firstAt, firstZone, lastAt, lastZone, rolloverHour } = day
  const base = { kind: 'review', day: day.day, rolloverHour }
  return [
    {
      ...base,
      id: `${day.day}-first`,
      at: firstAt,
      zone: firstZone,
      n: day.answers + day.quizAnswers + day.practice,
    },
    { ...base, id: `${day.day}-last`, at: lastAt, zone: lastZone, n: 0 },
  ]
}

/** The streak from the log's daily totals; answers in study, practice and quizzes count alike. */
export function readStreak(context: Context): Streak {
  const now = readNow(context)
  const { goalPerDay, rolloverHour } = context.settings.read()
  const rules = { ...defaultStreakRules, rolloverHour, goals: context.settings.goals() }
  const events = context.activity.all().flatMap(eventsOf)
  const result = streak(events, rules, now.at, now.zone)
  const { current, longest, todayCount, todayDone, atRisk } = result
  return {
    current,
    longest,
    goal: goalPerDay,
    todayCount,
    todayDone,
    atRisk,
    lastDays: lastDays(events, rules, result, 7),
  }
}
