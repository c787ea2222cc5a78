import {
  isOver,
  mayAnswer,
  readClock,
  startClock,
  type AttemptClock,
  type QuizMode,
  type TimeRules,
} from '#domain/quiz/attempt-clock.ts'
import { sameJson, type Verdict } from './check.ts'

interface ClockEvent {
  readonly e: 'start' | 'tick' | 'answer' | 'submit' | 'suspend' | 'resume'
  readonly id?: string
  readonly mono: number
  readonly wall: number
  readonly proc: number
}
export interface ClockCase {
  readonly limit: number
  readonly mode: QuizMode
  readonly grace: number
  readonly events: readonly ClockEvent[]
  readonly expect: unknown
}

/** Lives through the events of one attempt, as the backend does. */
function live({ limit, mode, grace, events }: ClockCase) {
  const rules: TimeRules = { mode, limitMs: limit, graceMs: grace }
  const accepted: string[] = []
  let clock: AttemptClock | null = null
  let submittedMs: number | null = null
  for (const { e, id = '', mono, wall, proc } of events) {
    if (submittedMs !== null) break
    const reading = { monoMs: mono, wallAt: wall, process: proc }
    clock = clock ? readClock(rules, clock, reading, e === 'suspend') : startClock(reading)
    if (e === 'answer' && mayAnswer(rules, clock.elapsedMs)) accepted.push(id)
    if (isOver(rules, clock.elapsedMs)) submittedMs = limit
    else if (e === 'submit') submittedMs = clock.elapsedMs
  }
  const elapsed = submittedMs ?? clock?.elapsedMs ?? 0
  return { elapsed, submitted: submittedMs !== null, accepted }
}

/** Clocks of quizzes: time that has gone, whether the attempt handed itself in, which answers were taken. */
export function checkQuizClocks(cases: readonly ClockCase[]): Verdict {
  const wrong = cases.flatMap((each, index) => {
    const found = live(each)
    if (sameJson(found, each.expect)) return []
    return [
      `clock ${index}: expected ${JSON.stringify(each.expect)}, found ${JSON.stringify(found)}`,
    ]
  })
  return { cases: cases.length, wrong }
}
