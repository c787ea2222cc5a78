import type { QuizMode, TimeRules } from './attempt-clock.ts'
import type { QuizKind } from './question.ts'

/** How a quiz is set up, as it is kept with each attempt and with each template. */
export interface QuizPlan {
  readonly deckIds: readonly string[]
  /** Only cards that this search finds; empty: all. */
  readonly search: string
  /** Only these cards; null: all. */
  readonly cardIds: readonly string[] | null
  readonly questionCount: number
  readonly kinds: readonly QuizKind[]
  /** Null: no limit. */
  readonly minutes: number | null
  /** Null: no limit of its own for each question. */
  readonly secondsPerQuestion: number | null
  readonly mode: QuizMode
  readonly isNegative: boolean
  readonly isPartial: boolean
  /** 0..100; null: nothing to pass. */
  readonly passMark: number | null
  readonly asksSureness: boolean
  readonly isShuffled: boolean
  /** One question after the other, without a way back. */
  readonly isSequential: boolean
  /** Do the answers change when cards come back? */
  readonly feeds: boolean
  /** Draws the same forms on every machine that has the same cards; null: drawn anew each time. */
  readonly seed: string | null
  /** Which of the forms of a seed. */
  readonly form: number
}

/** An answer that was on its way at zero still counts within this time. */
export const graceMs = 2_000

export const timeRules = ({ mode, minutes }: QuizPlan): TimeRules => ({
  mode,
  limitMs: minutes === null ? null : minutes * 60_000,
  graceMs,
})

/** Does a plan lead through its questions one by one? A limit for each question asks for that. */
export const isInTurn = (plan: QuizPlan): boolean =>
  plan.isSequential || plan.secondsPerQuestion !== null

export const perQuestionMs = ({ secondsPerQuestion }: QuizPlan): number | null =>
  secondsPerQuestion === null ? null : secondsPerQuestion * 1000
