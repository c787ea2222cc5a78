import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Db, WriteDb } from './database.ts'

/** Totals of a study day. `reviews` are answers to cards that were in review state. */
export interface Activity {
  readonly answers: number
  readonly passed: number
  readonly introduced: number
  readonly reviews: number
  readonly reviewsPassed: number
  readonly tookMs: number
  readonly quizAnswers: number
  /** Answers that no schedule knows of. */
  readonly practice: number
}
/** When and where an answer was given. */
export interface Occasion {
  readonly day: StudyDay
  readonly at: EpochMs
  readonly zone: string
  readonly rolloverHour: number
}
export interface DayOfActivity extends Activity {
  readonly day: StudyDay
  readonly firstAt: EpochMs
  readonly firstZone: string
  readonly lastAt: EpochMs
  readonly lastZone: string
  readonly rolloverHour: number
}

export const noActivity: Activity = {
  answers: 0,
  passed: 0,
  introduced: 0,
  reviews: 0,
  reviewsPassed: 0,
  tookMs: 0,
  quizAnswers: 0,
  practice: 0,
}

const selection = `study_day as day, answers, passed, introduced, reviews, reviews_passed as reviewsPassed,
  took_ms as tookMs, quiz_answers as quizAnswers, practice, first_at as firstAt, first_zone as firstZone, last_at as lastAt,
  last_zone as lastZone, rollover_hour as rolloverHour`

/** The roll-up of the log by study day: one row a day however many answers. */
export function createActivityStore(db: Db) {
  const one = db.prepare<[number], DayOfActivity>(
    `select ${selection} from activity where study_day = ?`,
  )
  const all = db.prepare<[], DayOfActivity>(`select ${selection} from activity order by study_day`)
  const lastBefore = db.prepare<[number], { day: StudyDay | null }>(
    'select max(study_day) as day from activity where study_day < ? and answers > 0',
  )
  const usual = db.prepare<[number], { reviews: number | null }>(`
    select avg(reviews) as reviews
    from (
      select reviews
      from activity
      where study_day < ? and reviews > 0
      order by study_day desc
      limit 14
    )`)
  return {
    on: (day: StudyDay): Activity => one.get(day) ?? noActivity,
    all: (): DayOfActivity[] => all.all(),
    /** The last day before this one on which cards were answered. */
    lastBefore: (day: StudyDay): StudyDay | null => lastBefore.get(day)?.day ?? null,
    /** Reviews on a day of study, the mean of the fourteen latest before this day. */
    usualReviews: (day: StudyDay): number => usual.get(day)?.reviews ?? 0,
    /** Adds `change` to the day's totals and moves the end of the day's presence. */
    add(tx: WriteDb, { day, at, zone, rolloverHour }: Occasion, change: Partial<Activity>): void {
      tx.prepare(
        `insert into activity (study_day, answers, passed, introduced, reviews, reviews_passed, took_ms,
          quiz_answers, practice, first_at, first_zone, last_at, last_zone, rollover_hour)
        values (@day, 0, 0, 0, 0, 0, 0, 0, 0, @at, @zone, @at, @zone, @rolloverHour)
        on conflict (study_day) do update
        set last_at = excluded.last_at, last_zone = excluded.last_zone, rollover_hour = excluded.rollover_hour`,
      ).run({ day, at, zone, rolloverHour })
      addTotals(tx, day, { ...noActivity, ...change })
    },
    /** Puts the totals of an answer that was taken back into its day again. */
    addAgain: addTotals,
    /** Takes the totals of an answer that was undone out of its day. */
    subtract(tx: WriteDb, day: StudyDay, change: Activity): void {
      addTotals(tx, day, {
        answers: -change.answers,
        passed: -change.passed,
        introduced: -change.introduced,
        reviews: -change.reviews,
        reviewsPassed: -change.reviewsPassed,
        tookMs: -change.tookMs,
        quizAnswers: -change.quizAnswers,
        practice: -change.practice,
      })
    },
  }
}

const addTotals = (tx: WriteDb, day: StudyDay, change: Activity): void => {
  tx.prepare(
    `update activity
    set answers = answers + @answers, passed = passed + @passed,
      introduced = introduced + @introduced, reviews = reviews + @reviews,
      reviews_passed = reviews_passed + @reviewsPassed, took_ms = took_ms + @tookMs,
      quiz_answers = quiz_answers + @quizAnswers, practice = practice + @practice
    where study_day = @day`,
  ).run({ day, ...change })
}
