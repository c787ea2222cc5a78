/** Whole days from `least` to `most`, both included. */
export interface DayRange {
  readonly least: number
  readonly most: number
}

/** How far a longer interval may be moved: each stretch of days adds its share to the one day that always counts. */
const stretches = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
] as const

/** The days around an interval among which a card may be due, as in Anki: none to choose below 2.5 days. */
export function fuzzRange(days: number): DayRange {
  if (days < 2.5) return { least: Math.round(days), most: Math.round(days) }
  const spread = stretches.reduce(
    (sum, { from, to, share }) => sum + share * Math.max(0, Math.min(days, to) - from),
    1,
  )
  return { least: Math.round(days - spread), most: Math.round(days + spread) }
}

/** The fuzz range of an interval within bounds; a single day above two gets a second one, so that there is a choice. */
export function fuzzRangeWithin(days: number, bounds: DayRange): DayRange {
  const within = (day: number) => Math.min(Math.max(day, bounds.least), bounds.most)
  const range = fuzzRange(within(days))
  const least = within(range.least)
  const most = within(range.most)
  return { least, most: least === most && most > 2 && most < bounds.most ? most + 1 : most }
}
