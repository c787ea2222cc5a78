import type { Clock } from '#domain/time/clock.ts'
import type { Log } from './ports.ts'

/** A log of JSON lines: instant, level, event, fields. `write` gets each line with its line feed. */
export const jsonLog =
  (write: (line: string) => void, clock: Clock): Log =>
  (level, event, fields = {}) => {
    write(`${JSON.stringify({ at: clock.now(), level, event, ...fields })}\n`)
  }
