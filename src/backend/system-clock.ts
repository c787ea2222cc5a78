import type { Clock } from '#domain/time/clock.ts'

/** The machine's clock and zone: the only place that reads them. */
export const systemClock: Clock = {
  now: () => Date.now(),
  mono: () => performance.now(),
  zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
}
