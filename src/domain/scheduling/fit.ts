import type { StudyDay } from '#domain/time/clock.ts'
import { createFormulas } from './fsrs-formulas.ts'
import type { Grade } from './grade.ts'

/** The answers of one card, oldest first; what was taken back is left out. */
export interface CardHistory {
  readonly grades: readonly Grade[]
  readonly days: readonly StudyDay[]
}

/** An answer to learn from: the last of these reviews is to be predicted from those before it. Days since the one before. */
export type TrainingItem = readonly { readonly grade: Grade; readonly deltaDays: number }[]

/** Nothing is fitted to fewer answers: with less, fits predict worse than the defaults and still look better. */
export const leastAnswers = 1000
/** So many answers weigh as much as the defaults do. */
const weightOfDefaults = 500
/** The latest so many answers are learned from; more make no difference that would be worth the time. */
const mostItems = 30_000

const deltaDays = ({ days }: CardHistory, index: number): number =>
  index === 0 ? 0 : Math.max(0, (days[index] ?? 0) - (days[index - 1] ?? 0))

/** One item for each answer on a later day than the one before it, the latest ones where there are too many. */
export function trainingItems(histories: readonly CardHistory[]): TrainingItem[] {
  const items = histories.flatMap((history) =>
    history.grades.flatMap((_, index) => {
      if (deltaDays(history, index) === 0) return []
      const item = history.grades
        .slice(0, index + 1)
        .map((grade, n) => ({ grade, deltaDays: deltaDays(history, n) }))
      return [{ day: history.days[index] ?? 0, item }]
    }),
  )
  // The order of time, which the optimiser expects too.
  return items
    .sort((a, b) => a.day - b.day)
    .slice(-mostItems)
    .map(({ item }) => item)
}

/**
 * How well parameters predict the answers on later days: mean log loss, lower is better; null where there are none.
 * A recall of 0 or 1 is taken as nearly so.
 */
export function logLoss(
  params: readonly number[],
  histories: readonly CardHistory[],
): number | null {
  const formulas = createFormulas(params)
  let sum = 0
  let count = 0
  for (const history of histories) {
    let stability = 0
    let difficulty = 0
    for (const [index, grade] of history.grades.entries()) {
      const days = deltaDays(history, index)
      if (index === 0) {
        stability = formulas.firstStability(grade)
        difficulty = formulas.firstDifficulty(grade)
        continue
      }
      if (days === 0) stability = formulas.sameDay(stability, grade)
      else {
        const recall = formulas.recall(stability, days)
        const expected = Math.min(Math.max(recall, 1e-6), 1 - 1e-6)
        sum -= Math.log(grade > 1 ? expected : 1 - expected)
        count += 1
        stability =
          grade > 1
            ? formulas.passed(stability, difficulty, recall, grade)
            : formulas.forgotten(stability, difficulty, recall)
      }
      difficulty = formulas.nextDifficulty(difficulty, grade)
    }
  }
  return count === 0 ? null : sum / count
}

/** A fit drawn towards the defaults: w0 + n / (n + 500) * (fit - w0), so that few answers move them little. */
export const drawnToDefaults = (
  defaults: readonly number[],
  fitted: readonly number[],
  answers: number,
): number[] => {
  const share = answers / (answers + weightOfDefaults)
  return defaults.map((value, index) => value + share * ((fitted[index] ?? value) - value))
}
