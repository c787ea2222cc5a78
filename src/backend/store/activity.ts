import type { StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './open.ts'

/** Totals of a study day. `reviews` are answers to cards that were in review state. */
export interface Activity {
  readonly answers: number
  readonly passed: number
  readonly introduced: number
  readonly reviews: number
  readonly reviewsPassed: number
  readonly tookMs: number
  readonly quizAnswers: number
}
export interface DayOfActivity extends Activity {
  readonly day: StudyDay
}

export const noActivity: Activity = {
  answers: 0,
  passed: 0,
  introduced: 0,
  reviews: 0,
  reviewsPassed: 0,
  tookMs: 0,
  quizAnswers: 0,
}

const selection = `study_day as day, answers, passed, introduced, reviews, reviews_passed as reviewsPassed,
  took_ms as tookMs, quiz_answers as quizAnswers`

/** The roll-up of the log by study day: one row a day however many answers. */
export function createActivityStore(db: Db) {
  const one = db.prepare<[number], DayOfActivity>(
    `select ${selection} from activity where study_day = ?`,
  )
  const all = db.prepare<[], DayOfActivity>(`select ${selection} from activity order by study_day`)
  return {
    on: (day: StudyDay): Activity => one.get(day) ?? noActivity,
    all: (): DayOfActivity[] => all.all(),
    /** Adds `change` to the day's totals; an undone answer is added with the sign -1. */
    add(tx: WriteDb, day: StudyDay, change: Partial<Activity>, sign: 1 | -1 = 1): void {
      const totals = { ...noActivity, ...change }
      const signed = Object.fromEntries(
        Object.entries(totals).map(([name, value]) => [name, value * sign]),
      )
      tx.prepare('insert into activity values (?, 0, 0, 0, 0, 0, 0, 0) on conflict do nothing').run(
        day,
      )
      tx.prepare(
        `update activity
        set answers = answers + @answers, passed = passed + @passed,
          introduced = introduced + @introduced, reviews = reviews + @reviews,
          reviews_passed = reviews_passed + @reviewsPassed, took_ms = took_ms + @tookMs,
          quiz_answers = quiz_answers + @quizAnswers
        where study_day = @day`,
      ).run({ day, ...signed })
    },
  }
}
