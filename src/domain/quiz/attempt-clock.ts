import type { EpochMs } from '#domain/time/clock.ts'

/** `exam`: time asleep and time between two runs of the program counts. `practice`: only time in which it ran. */
export const quizModes = ['exam', 'practice'] as const
export type QuizMode = (typeof quizModes)[number]

/** Both clocks of a process at one instant, in ms; a monotonic time means nothing in another process. */
export interface Reading {
  readonly monoMs: number
  readonly wallAt: EpochMs
  readonly process: string | number
}

/** How much of an attempt's time has gone, as of the latest reading. */
export interface AttemptClock {
  readonly elapsedMs: number
  readonly reading: Reading
  readonly isAsleep: boolean
}

export interface TimeRules {
  readonly mode: QuizMode
  /** Null: no limit. */
  readonly limitMs: number | null
  readonly graceMs: number
}

export const startClock = (reading: Reading): AttemptClock => ({
  elapsedMs: 0,
  reading,
  isAsleep: false,
})

/**
 * The clock after a later reading. Within one process only its monotonic clock counts, so that a wall clock set by hand gives
 * and takes nothing; across sleep and between processes the wall clock counts in an exam (never backwards), nothing in practice.
 */
export function readClock(
  { mode }: Pick<TimeRules, 'mode'>,
  clock: AttemptClock,
  reading: Reading,
  isAsleep = false,
): AttemptClock {
  const { reading: before } = clock
  const wallMs = mode === 'exam' ? Math.max(0, reading.wallAt - before.wallAt) : 0
  const isSameProcess = reading.process === before.process
  const ranMs = isSameProcess ? Math.max(0, reading.monoMs - before.monoMs) : 0
  const passedMs = isSameProcess && !clock.isAsleep ? ranMs : Math.max(ranMs, wallMs)
  return { elapsedMs: clock.elapsedMs + passedMs, reading, isAsleep }
}

/** What is left in ms, never negative; null without a limit. */
export const leftMs = ({ limitMs }: TimeRules, elapsedMs: number): number | null =>
  limitMs === null ? null : Math.max(0, limitMs - elapsedMs)

/** Is the time over, so that the attempt hands itself in? */
export const isOver = ({ limitMs }: TimeRules, elapsedMs: number): boolean =>
  limitMs !== null && elapsedMs >= limitMs

/** May an answer that arrives now still be taken? One that was on its way at zero may. */
export const mayAnswer = ({ limitMs, graceMs }: TimeRules, elapsedMs: number): boolean =>
  limitMs === null || elapsedMs <= limitMs + graceMs
