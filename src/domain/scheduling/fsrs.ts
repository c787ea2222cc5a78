import { clamp, clipParameters, default_w, FSRS, generatorParameters } from 'ts-fsrs'
import type { MemoryModel } from './memory.ts'

/** The 21 default parameters of FSRS-6. */
export const defaultParams: readonly number[] = [...default_w]

/** Stability stays within these days, as in the reference. */
const leastStability = 0.001
const mostStability = 36_500

/**
 * ts-fsrs 5.4.2 lifts first stabilities below 0.1 day to 0.1, against the reference (mended upstream in
 * open-spaced-repetition/ts-fsrs#477, unreleased). Drop this class when that is out.
 */
class ReferenceFsrs extends FSRS {
  override init_stability(grade: 1 | 2 | 3 | 4): number {
    return clamp(this.parameters.w[grade - 1] ?? leastStability, leastStability, mostStability)
  }
}

/**
 * FSRS-6 as a forgetting model, through `next_state` and the forgetting curve of ts-fsrs only: its
 * scheduler counts days by UTC, seeds its fuzz with the millisecond and overshoots the maximum.
 * Whole days come in from study days; what becomes of an interval is told in intervals.ts.
 */
export function createFsrs6(params: readonly number[] = defaultParams): MemoryModel {
  const w = clipParameters([...params], 1, true)
  const fsrs = new ReferenceFsrs(generatorParameters({ w, enable_fuzz: false }))
  // The same decay that ts-fsrs derives from its last parameter.
  const decay = -(w[20] ?? 0.1542)
  const factor = 0.9 ** (1 / decay) - 1
  return {
    id: 'fsrs-6',
    params: w,
    step(strength, elapsedDays, grade) {
      const { stability, difficulty } = fsrs.next_state(strength, Math.max(0, elapsedDays), grade)
      return { stability, difficulty }
    },
    recall: (strength, days) => fsrs.forgetting_curve(Math.max(0, days), strength.stability),
    interval: (strength, desiredRecall) =>
      (strength.stability / factor) * (desiredRecall ** (1 / decay) - 1),
  }
}
