import type { Streak } from '#contract/shapes/stats.ts'
import { lastDays, streak } from '#domain/stats/streak.ts'
import { readNow, type Context } from '../context.ts'

/** The streak from the log's daily totals; answers in study and in quizzes count alike. */
export function readStreak(context: Context): Streak {
  const now = readNow(context)
  const { goalPerDay, rolloverHour } = context.settings.read()
  throw new Error(String([now, goalPerDay, rolloverHour, lastDays, streak]))
}
