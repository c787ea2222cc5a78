import type { Backlog } from '#contract/shapes/deck-options.ts'
import { isPlanWorthwhile } from '#domain/study/catch-up.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import type { Context } from '../context.ts'

/** What was due before this day and waits, how long the learner was away before it, and the plan in force. */
export function backlogOf(context: Context, day: StudyDay): Backlog {
  const { catchUp, reviewsPerDay, backlogOrder } = context.settings.read()
  const overdue = context.memories.overdueCount(day)
  const last = context.activity.lastBefore(day)
  const awayDays = last === null ? 0 : day - last - 1
  return {
    overdue,
    awayDays,
    isPlanWorthwhile: isPlanWorthwhile({ overdue, awayDays, reviewsPerDay }),
    plan: catchUp === null ? null : { cardsPerDay: catchUp.reviewsPerDay },
    order: backlogOrder,
  }
}
