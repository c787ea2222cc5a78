import * as v from 'valibot'

const whole = (low: number, high: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high))

export const Settings = v.strictObject({
  newPerDay: whole(0, 9999),
  reviewsPerDay: whole(0, 9999),
  desiredRecall: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  /** Local hour, 0..23, at which a new study day begins. */
  rolloverHour: whole(0, 23),
  /** Answers that make a day count for the streak. */
  goalPerDay: whole(1, 999),
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
  theme: 'system',
}

export const About = v.object({
  version: v.string(),
  host: v.picklist(['electron', 'local']),
  dataFolder: v.string(),
  sqlite: v.string(),
})
export type About = v.InferOutput<typeof About>
