import type { Grade } from '#domain/scheduling/grade.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import { defaultCosts, type AnswerCosts } from './gain.ts'

/** An answer of the log, as far as its time counts: the state that the card was in, the grade, how long it took. */
export interface TimedAnswer {
  readonly was: Memory['kind']
  readonly grade: Grade
  readonly tookMs: number
}

/** Fewer answers of a kind say too little. */
const enough = 30

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/**
 * What answers cost this learner, by medians: a pass its own time, a failure its own and that of the answers it takes to
 * relearn the card. Where there are too few answers of a kind, the defaults stand.
 */
export function costsOf(answers: readonly TimedAnswer[]): AnswerCosts {
  const times = (keep: (answer: TimedAnswer) => boolean) =>
    answers.filter(keep).map(({ tookMs }) => tookMs)
  const passes = times(({ was, grade }) => was === 'review' && grade > 1)
  const failures = times(({ was, grade }) => was === 'review' && grade === 1)
  const relearning = times(({ was }) => was === 'relearning')
  const isKnown = failures.length >= enough && relearning.length >= enough
  const repeats = relearning.length / Math.max(1, failures.length)
  return {
    passMs: passes.length >= enough ? Math.max(1000, median(passes)) : defaultCosts.passMs,
    failMs: isKnown
      ? Math.max(1000, median(failures) + repeats * median(relearning))
      : defaultCosts.failMs,
  }
}
