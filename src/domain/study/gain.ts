import type { FsrsFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import type { Strength } from '#domain/scheduling/memory.ts'

/** What an answer costs: a pass, and a failure with all that it brings along before the card leaves the day. */
export interface AnswerCosts {
  readonly passMs: number
  readonly failMs: number
}

/** Medians over many learners (fsrs-rs, simulation defaults), until the learner's own are known. */
export const defaultCosts: AnswerCosts = { passMs: 12_400, failMs: 34_000 }

/** A backlog is put in the order of what is gained for this many days ahead. */
export const backlogHorizonDays = 30

/** How much recall an answer today adds at the horizon, for each second that it costs. */
export interface Worth {
  readonly horizonDays: number
  readonly costs: AnswerCosts
}

/**
 * Expected gain of recall `horizonDays` from now by answering a card now instead of not at all, per second of its expected cost.
 * `elapsedDays` are study days since its last answer. A failure is followed by a pass on the same day.
 */
export function gainPerSecond(
  formulas: FsrsFormulas,
  { stability, difficulty }: Strength,
  elapsedDays: number,
  { horizonDays, costs }: Worth,
): number {
  const recall = formulas.recall(stability, elapsedDays)
  const isSameDay = elapsedDays === 0
  const passed = isSameDay
    ? formulas.sameDay(stability, 3)
    : formulas.passed(stability, difficulty, recall, 3)
  const failed = isSameDay
    ? formulas.sameDay(stability, 1)
    : formulas.forgotten(stability, difficulty, recall)
  const relearned = formulas.sameDay(failed, 3)
  const answered =
    recall * formulas.recall(passed, horizonDays) +
    (1 - recall) * formulas.recall(relearned, horizonDays)
  const left = formulas.recall(stability, elapsedDays + horizonDays)
  const seconds = (recall * costs.passMs + (1 - recall) * costs.failMs) / 1000
  return (answered - left) / seconds
}
