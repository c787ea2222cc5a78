import type { Client } from '#contract/client.ts'
import type { ContestMark } from '#contract/shapes/contest.ts'
import type { QuizQuestionView, QuizRun } from '#contract/shapes/quiz.ts'
import type { Fault } from '#domain/contests/contest.ts'
import { problemOf, type Problem } from '#renderer/context.ts'

/** Below this the clock says that little time is left. */
export const hurryMs = 100_000
/** Said aloud once, when the time left falls below each. */
const spokenAtMs = [300_000, 60_000]

/**
 * A running quiz: every choice is saved at once; what is left of the time is what the backend said, less what
 * has passed on the page's monotonic clock since.
 */
export class QuizTaking {
  run = $state.raw<QuizRun | null>(null)
  problem = $state.raw<Problem | null>(null)
  failure = $state.raw<Problem | null>(null)
  /** Index of the question on screen. */
  at = $state(0)
  leftMs = $state(0)
  /** What a screen reader hears about the time. */
  spokenMs = $state<number | null>(null)
  isClosed = $state(false)
  readonly #client: Client
  readonly #elapsedMs: () => number
  #receivedMs = 0
  #queue: Promise<void> = Promise.resolve()

  constructor(client: Client, elapsedMs: () => number) {
    this.#client = client
    this.#elapsedMs = elapsedMs
  }

  readonly question = $derived(this.run?.questions[this.at] ?? null)
  readonly openCount = $derived(
    (this.run?.questions ?? []).filter(
      (question) => question.chosen === null && question.contest === null,
    ).length,
  )

  async open(quizId: string): Promise<void> {
    try {
      const run = await this.#client.getQuiz({ quizId })
      this.#receivedMs = this.#elapsedMs()
      this.run = run
      this.leftMs = run.remainingMs
      this.isClosed = run.status === 'closed'
      const first = run.questions.findIndex((question) => question.chosen === null)
      this.at = Math.max(0, first)
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  turn(step: 1 | -1): void {
    const last = (this.run?.questions.length ?? 1) - 1
    this.at = Math.min(Math.max(0, this.at + step), last)
  }

  /** Chooses an option of the question on screen; the same one again takes the choice back. */
  choose(option: number): void {
    const { run, question } = this
    if (!run || !question || option >= question.options.length || this.isClosed) return
    const chosen = question.chosen === option ? null : option
    this.#put(question.n, chosen)
    this.failure = null
    this.#queue = this.#queue.then(async () => {
      try {
        await this.#client.answerQuiz({ quizId: run.quizId, n: question.n, chosen })
      } catch (error) {
        this.failure = problemOf(error)
        if (this.failure.code === 'quiz_closed') this.isClosed = true
        else this.#put(question.n, question.chosen)
      }
    })
  }

  /** Says that something is wrong with the question on screen: it does not count. True when that is kept. */
  async contest(contestId: string, fault: Fault, note: string): Promise<boolean> {
    const { run, question } = this
    if (!run || !question) return false
    try {
      const target = { from: 'question' as const, quizId: run.quizId, n: question.n }
      this.#mark(question.n, await this.#client.contestCard({ contestId, target, fault, note }))
      this.failure = null
      return true
    } catch (error) {
      this.failure = problemOf(error)
      return false
    }
  }

  /** Takes back what was said of the question with this number. */
  async withdraw(n: number): Promise<void> {
    const mark = this.run?.questions.find((each) => each.n === n)?.contest
    if (!mark) return
    try {
      await this.#client.withdrawContest({ contestId: mark.contestId })
      this.#mark(n, null)
    } catch (error) {
      this.failure = problemOf(error)
    }
  }

  #put(n: number, chosen: number | null): void {
    this.#change(n, { chosen })
  }

  #mark(n: number, contest: ContestMark | null): void {
    this.#change(n, { contest })
  }

  #change(n: number, change: Partial<QuizQuestionView>): void {
    if (!this.run) return
    const questions = this.run.questions.map((each) =>
      each.n === n ? { ...each, ...change } : each,
    )
    this.run = { ...this.run, questions }
  }

  /** Time went by; true when it has just run out. */
  tick(): boolean {
    const { run } = this
    if (!run || this.isClosed) return false
    const before = this.leftMs
    this.leftMs = Math.max(0, run.remainingMs - (this.#elapsedMs() - this.#receivedMs))
    for (const mark of spokenAtMs) {
      if (before > mark && this.leftMs <= mark) this.spokenMs = mark
    }
    return this.leftMs === 0 && before > 0
  }

  /** Hands in after everything chosen is saved. */
  async submit(): Promise<boolean> {
    const { run } = this
    if (!run) return false
    await this.#queue
    try {
      await this.#client.submitQuiz({ quizId: run.quizId })
      this.isClosed = true
      return true
    } catch (error) {
      this.failure = problemOf(error)
      return false
    }
  }
}
