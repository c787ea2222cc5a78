import * as v from 'valibot'
import { Count, Day, DueCounts } from './common.ts'
import { Bundle, Deck } from './deck.ts'
import { Backlog } from './deck-options.ts'
import { QuizLine } from './quiz.ts'

export const StreakDay = v.object({
  day: Day,
  count: Count,
  state: v.picklist(['done', 'open', 'missed', 'before', 'frozen', 'bridged', 'repaired']),
})
export type StreakDay = v.InferOutput<typeof StreakDay>

export const Streak = v.object({
  current: Count,
  longest: Count,
  goal: Count,
  todayCount: Count,
  todayDone: v.boolean(),
  atRisk: v.boolean(),
  /** Oldest first; the last one is today. */
  lastDays: v.array(StreakDay),
})
export type Streak = v.InferOutput<typeof Streak>

/** Everything that the Today screen shows, in one answer. */
export const Home = v.object({
  day: Day,
  due: DueCounts,
  backlog: Backlog,
  streak: Streak,
  roles: v.array(Deck),
  bundles: v.array(Bundle),
  openQuiz: v.nullable(QuizLine),
  /** Cards that wait for the learner to settle what is wrong with them. */
  contested: Count,
  /** Cards that were forgotten so often that they should be looked at. */
  leeches: Count,
})
export type Home = v.InferOutput<typeof Home>

/** `answers` and `passed` count study only; questions answered in quizzes stand apart. */
export const DayActivity = v.object({
  day: Day,
  answers: Count,
  passed: Count,
  quizAnswers: Count,
  minutes: v.number(),
})
export type DayActivity = v.InferOutput<typeof DayActivity>

export const Progress = v.object({
  day: Day,
  streak: Streak,
  /** The last 84 days, oldest first, today last; days without study included. */
  activity: v.array(DayActivity),
  /** Cards by stage: young below 21 days of stability, mature from there. */
  stages: v.object({ fresh: Count, learning: Count, young: Count, mature: Count }),
  /** Reviews of cards that were in review state, last 30 days: passed of total. */
  recall: v.object({ passed: Count, total: Count }),
  roles: v.array(Deck),
  quizzes: v.array(QuizLine),
})
export type Progress = v.InferOutput<typeof Progress>
