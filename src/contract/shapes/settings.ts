import * as v from 'valibot'
import { eases, noEasyDays } from '#domain/scheduling/choose-day.ts'

const whole = (low: number, high: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high))

const Ease = v.picklist(eases)
/** How full each day of the week may be, Sunday first. */
export const EasyDays = v.strictTuple([Ease, Ease, Ease, Ease, Ease, Ease, Ease])

export const Settings = v.strictObject({
  newPerDay: whole(0, 9999),
  reviewsPerDay: whole(0, 9999),
  desiredRecall: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  /** Local hour, 0..23, at which a new study day begins. */
  rolloverHour: whole(0, 23),
  /** Answers that make a day count for the streak. */
  goalPerDay: whole(1, 999),
  easyDays: EasyDays,
  /** While a backlog is worked off: the most valuable first, so many cards a day, these limits in the place of the usual. */
  catchUp: v.nullable(v.strictObject({ newPerDay: whole(0, 9999), reviewsPerDay: whole(1, 9999) })),
  theme: v.picklist(['system', 'light', 'dark']),
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
  catchUp: null,
  theme: 'system',
}

export const About = v.object({
  version: v.string(),
  host: v.picklist(['electron', 'local']),
  dataFolder: v.string(),
  sqlite: v.string(),
})
export type About = v.InferOutput<typeof About>
