import type { Grade } from './grade.ts'

/**
 * The formulas of FSRS-6 as they stand (open-spaced-repetition wiki, "The Algorithm"), unrounded: for estimates over many
 * thousands of cards, such as an order of a backlog or a simulation. What is stored comes from fsrs.ts.
 */
export interface FsrsFormulas {
  /** Probability of recall after `days`. */
  recall(stability: number, days: number): number
  /** Days until recall falls to `desiredRecall`, a fraction. */
  interval(stability: number, desiredRecall: number): number
  firstStability(grade: Grade): number
  firstDifficulty(grade: Grade): number
  /** Stability after a pass (grade 2 to 4) on a later day, when recall was `recall`. */
  passed(stability: number, difficulty: number, recall: number, grade: Grade): number
  /** Stability after it was forgotten on a later day. */
  forgotten(stability: number, difficulty: number, recall: number): number
  /** Stability after another answer on the same day. */
  sameDay(stability: number, grade: Grade): number
  nextDifficulty(difficulty: number, grade: Grade): number
}

const within = (value: number, least: number, most: number): number =>
  value < least ? least : value > most ? most : value

/** The formulas with these 21 parameters. */
export function createFormulas(params: readonly number[]): FsrsFormulas {
  const w = (index: number): number => params[index] ?? 0
  const decay = -w(20)
  const factor = 0.9 ** (1 / decay) - 1
  const growth = Math.exp(w(8))
  const leastFall = Math.exp(w(17) * w(18))
  const bounded = (stability: number) => within(stability, 0.001, 36_500)
  const startOf = (grade: Grade) => w(4) - Math.exp(w(5) * (grade - 1)) + 1
  const easiest = startOf(4)
  // What a grade multiplies by: Hard and Easy on a later day; each of them on the same day.
  const onPass = [1, 1, w(15), 1, w(16)]
  const onSameDay = [1, 1, 2, 3, 4].map((grade) => Math.exp(w(17) * (grade - 3 + w(18))))
  return {
    recall: (stability, days) => (1 + (factor * days) / stability) ** decay,
    interval: (stability, desiredRecall) =>
      (stability / factor) * (desiredRecall ** (1 / decay) - 1),
    firstStability: (grade) => bounded(w(grade - 1)),
    firstDifficulty: (grade) => within(startOf(grade), 1, 10),
    passed: (stability, difficulty, recall, grade) =>
      bounded(
        stability *
          (1 +
            growth *
              (11 - difficulty) *
              stability ** -w(9) *
              (Math.exp((1 - recall) * w(10)) - 1) *
              (onPass[grade] ?? 1)),
      ),
    forgotten: (stability, difficulty, recall) =>
      bounded(
        Math.min(
          w(11) *
            difficulty ** -w(12) *
            ((stability + 1) ** w(13) - 1) *
            Math.exp((1 - recall) * w(14)),
          stability / leastFall,
        ),
      ),
    sameDay(stability, grade) {
      const factorOfDay = stability ** -w(19) * (onSameDay[grade] ?? 1)
      return bounded(stability * (grade >= 2 ? Math.max(1, factorOfDay) : factorOfDay))
    },
    nextDifficulty(difficulty, grade) {
      const damped = difficulty - (w(6) * (grade - 3) * (10 - difficulty)) / 9
      return within(w(7) * easiest + (1 - w(7)) * damped, 1, 10)
    },
  }
}
