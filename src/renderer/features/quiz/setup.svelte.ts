import type { QuizPlan, QuizTemplate } from '#contract/shapes/quiz-plan.ts'
import type { QuizRole } from '#contract/shapes/quiz.ts'
import type { QuizMode } from '#domain/quiz/attempt-clock.ts'
import { quizKinds, type QuizKind } from '#domain/quiz/question.ts'

/** What is on or off about a quiz. */
export const switches = [
  'isPartial',
  'isNegative',
  'asksSureness',
  'isShuffled',
  'isSequential',
  'feeds',
] as const
type Switch = (typeof switches)[number]

const within = (value: number, least: number, most: number) =>
  Number.isFinite(value) && value >= least && value <= most

/** The form of a new quiz, before it is a plan. */
export class QuizSetup {
  questionCount = $state(20)
  isTimed = $state(true)
  minutes = $state(10)
  mode = $state<QuizMode>('exam')
  search = $state('')
  /** 0: no limit. */
  secondsPerQuestion = $state(0)
  /** 0: none. */
  passMark = $state(0)
  seed = $state('')
  form = $state(1)
  on = $state<Record<Switch, boolean>>({
    isPartial: true,
    isNegative: false,
    asksSureness: false,
    isShuffled: true,
    isSequential: false,
    feeds: false,
  })
  /** Kinds that the learner does not want; at first those that take longer than a press. */
  off = $state.raw<ReadonlySet<QuizKind>>(new Set(['multi', 'match', 'order', 'typed', 'cloze']))

  readonly kinds = $derived(quizKinds.filter((kind) => !this.off.has(kind)))
  readonly isValid = $derived(
    this.kinds.length > 0 &&
      within(this.questionCount, 1, 500) &&
      (!this.isTimed || within(this.minutes, 1, 300)) &&
      (this.secondsPerQuestion === 0 || within(this.secondsPerQuestion, 5, 3600)) &&
      within(this.passMark, 0, 100) &&
      within(this.form, 1, 50),
  )

  toggleKind(kind: QuizKind): void {
    const next = new Set(this.off)
    if (!next.delete(kind)) next.add(kind)
    this.off = next
  }

  /** Cards of these roles that give a question of a wanted kind. */
  pool(roles: readonly QuizRole[]): number {
    const wanted = new Set(this.kinds)
    return roles
      .flatMap((role) => role.pools)
      .filter(({ kinds }) => kinds.some((kind) => wanted.has(kind)))
      .reduce((sum, { cards }) => sum + cards, 0)
  }

  /** Cards of these roles that can become a question of this kind. */
  poolOf(kind: QuizKind, roles: readonly QuizRole[]): number {
    return roles
      .flatMap((role) => role.pools)
      .filter(({ kinds }) => kinds.includes(kind))
      .reduce((sum, { cards }) => sum + cards, 0)
  }

  plan(deckIds: readonly string[]): QuizPlan {
    return {
      deckIds: [...deckIds],
      search: this.search.trim(),
      cardIds: null,
      questionCount: Math.round(this.questionCount),
      kinds: this.kinds,
      minutes: this.isTimed ? Math.round(this.minutes) : null,
      secondsPerQuestion:
        this.secondsPerQuestion === 0 ? null : Math.round(this.secondsPerQuestion),
      mode: this.mode,
      passMark: this.passMark === 0 ? null : Math.round(this.passMark),
      ...this.on,
      seed: this.seed.trim() === '' ? null : this.seed.trim(),
      form: Math.round(this.form),
    }
  }

  /** Fills the form from a saved set-up. */
  take({ plan }: QuizTemplate): void {
    this.questionCount = plan.questionCount
    this.isTimed = plan.minutes !== null
    this.minutes = plan.minutes ?? this.minutes
    this.mode = plan.mode
    this.search = plan.search
    this.secondsPerQuestion = plan.secondsPerQuestion ?? 0
    this.passMark = plan.passMark ?? 0
    this.seed = plan.seed ?? ''
    this.form = plan.form
    for (const each of switches) this.on[each] = plan[each]
    this.off = new Set(quizKinds.filter((kind) => !plan.kinds.includes(kind)))
  }
}

/** What one click starts: ten questions from all roles, without a clock and without effect. */
export const quickCount = 10
export const quickPlan = (deckIds: readonly string[]) => ({
  deckIds: [...deckIds],
  questionCount: quickCount,
  minutes: null,
  mode: 'practice' as const,
})
