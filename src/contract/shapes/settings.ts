import * as v from 'valibot'
import { eases, noEasyDays } from '#domain/scheduling/choose-day.ts'
import { backlogOrders } from '#domain/study/queue.ts'

const whole = (low: number, high: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high))

const Short = v.pipe(v.string(), v.minLength(1), v.maxLength(40))

const Ease = v.picklist(eases)
/** How full each day of the week may be, Sunday first. */
export const EasyDays = v.strictTuple([Ease, Ease, Ease, Ease, Ease, Ease, Ease])

/** Waiting times within a day, in minutes; a day or more is not a step. */
export const StepMinutes = v.pipe(v.array(whole(1, 1439)), v.maxLength(8))

export const Settings = v.strictObject({
  newPerDay: whole(0, 9999),
  reviewsPerDay: whole(0, 9999),
  desiredRecall: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  /** Local hour, 0..23, at which a new study day begins. */
  rolloverHour: whole(0, 23),
  /** Answers that make a day count for the streak. */
  goalPerDay: whole(1, 999),
  easyDays: EasyDays,
  /** No card stays away longer, in days. */
  maximumDays: whole(1, 36_500),
  /** Waiting times of a new card, and of a forgotten one, before it is sent away for days. */
  learningSteps: StepMinutes,
  relearningSteps: StepMinutes,
  /** One card of a note a day: the others wait for the next. */
  burySiblings: v.boolean(),
  /** What comes first where more is due than the limits let through. */
  backlogOrder: v.picklist(backlogOrders),
  /** While a backlog is worked off: the most valuable first, so many cards a day, these limits in the place of the usual. */
  catchUp: v.nullable(v.strictObject({ newPerDay: whole(0, 9999), reviewsPerDay: whole(1, 9999) })),
  theme: v.picklist(['system', 'light', 'dark']),
  /** Again and Good only, or all four. */
  gradeButtons: v.picklist(['four', 'two']),
  /** Short answers are typed and compared. */
  typesAnswers: v.boolean(),
  showsTimer: v.boolean(),
  /** Seconds after which the answer shows by itself; 0 waits for the learner. */
  revealAfterSeconds: whole(0, 120),
  /** Keys that are not the usual ones, by what they do. */
  keys: v.record(Short, v.pipe(v.array(Short), v.maxLength(4))),
})
export type Settings = v.InferOutput<typeof Settings>

export const SettingsChanges = v.partial(Settings)
export type SettingsChanges = v.InferOutput<typeof SettingsChanges>

export const defaultSettings: Settings = {
  newPerDay: 10,
  reviewsPerDay: 200,
  desiredRecall: 0.9,
  rolloverHour: 4,
  goalPerDay: 1,
  easyDays: [...noEasyDays],
  maximumDays: 36_500,
  learningSteps: [1, 10],
  relearningSteps: [10],
  burySiblings: true,
  backlogOrder: 'worth',
  catchUp: null,
  theme: 'system',
  gradeButtons: 'four',
  typesAnswers: false,
  showsTimer: false,
  revealAfterSeconds: 0,
  keys: {},
}

export const About = v.object({
  version: v.string(),
  host: v.picklist(['electron', 'local']),
  dataFolder: v.string(),
  sqlite: v.string(),
})
export type About = v.InferOutput<typeof About>
