// How numbers, days and amounts read.

export const number = new Intl.NumberFormat('en')
const plural = new Intl.PluralRules('en')
/** A number with its noun. */
export const count = (n: number, one: string, other: string) =>
  `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`

const dateFormat = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const weekdayFormat = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })
const dayMs = 86_400_000

/** A study day as a date: it is whole days since 1970, so it is shown in UTC. */
export const date = (day: number) => dateFormat.format(day * dayMs)
export const weekday = (day: number) => weekdayFormat.format(day * dayMs)
