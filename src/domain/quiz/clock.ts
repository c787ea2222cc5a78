import type { EpochMs } from '#domain/time/clock.ts'

/** An answer that was on its way at zero still counts within this time. */
export const graceMs = 2_000

/** What is left until the stored end of a quiz, in ms, never negative. */
export const remainingMs = (endsAt: EpochMs, now: EpochMs): number => Math.max(0, endsAt - now)

/** Has the time run out, the grace included? */
export const isExpired = (endsAt: EpochMs, now: EpochMs): boolean => now > endsAt + graceMs
