import type { Client } from '#contract/client.ts'
import type { ContestMark } from '#contract/shapes/contest.ts'
import type { QuizQuestionView, QuizRun, QuizTime } from '#contract/shapes/quiz.ts'
import type { Fault } from '#domain/contests/contest.ts'
import type { Sureness } from '#domain/quiz/marking.ts'
import { isGiven } from '#domain/quiz/question.ts'
import { problemOf, type Problem } from '#renderer/context.ts'

/** Below this the clock says that little time is left. */
export const hurryMs = 100_000
/** Said aloud once, when the time left falls below each. */
const spokenAtMs = [300_000, 60_000]

export type Answer = QuizQuestionView['chosen']

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
  /** Null: no limit. */
  leftMs = $state<number | null>(null)
  questionLeftMs = $state<number | null>(null)
  /** What a screen reader hears about the time. */
  spokenMs = $state<number | null>(null)
  isClosed = $state(false)
  readonly #client: Client
  readonly #elapsedMs: () => number
  #received: { readonly atMs: number; readonly time: QuizTime } | null = null
  #queue: Promise<void> = Promise.resolve()
  /** Answers on their way, so that what another window says meanwhile does not replace them. */
  #pending = 0

  constructor(client: Client, elapsedMs: () => number) {
    this.#client = client
    this.#elapsedMs = elapsedMs
  }

  readonly question = $derived(this.run?.questions[this.at] ?? null)
  readonly isInTurn = $derived(this.run !== null && this.run.turn !== null)
  readonly unanswered = $derived(
    (this.run?.questions ?? []).filter(
      (question) => !isGiven(question.chosen) && question.contest === null,
    ),
  )
  readonly isTimeUp = $derived(this.leftMs === 0)
  readonly flagged = $derived((this.run?.questions ?? []).filter(({ isFlagged }) => isFlagged))

  async open(quizId: string): Promise<void> {
    try {
      const run = await this.#client.getQuiz({ quizId })
      this.#take(run)
      const first = run.questions.findIndex((question) => !isGiven(question.chosen))
      if (run.turn === null) this.at = Math.max(0, first)
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  /** Another window may have answered, or the time of a question may be over. */
  async reload(): Promise<void> {
    const { run } = this
    if (!run || this.#pending > 0 || this.isClosed) return
    try {
      const fresh = await this.#client.getQuiz({ quizId: run.quizId })
      if (this.#pending === 0) this.#take(fresh)
    } catch (error) {
      this.failure = problemOf(error)
    }
  }

  #take(run: QuizRun): void {
    this.run = run
    if (run.turn !== null) this.at = run.turn
    this.#takeTime(run)
  }

  #takeTime(time: QuizTime): void {
    this.tick()
    const { leftMs } = this
    const { remainingMs } = time
    // An exam's time only ever grows less: what this page has counted down is not given back.
    const isLess = this.run?.plan.mode === 'exam' && leftMs !== null && remainingMs !== null
    const left = isLess ? Math.min(remainingMs, leftMs) : remainingMs
    this.#received = { atMs: this.#elapsedMs(), time: { ...time, remainingMs: left } }
    // The first figure is not news: only what is passed while the page is open is spoken.
    this.leftMs ??= time.remainingMs
    this.isClosed ||= time.status === 'closed'
    this.tick()
  }

  turn(step: 1 | -1): void {
    const { run, question } = this
    if (!run || !question) return
    if (run.turn !== null) {
      if (step === 1) void this.#leave(run.quizId, question.n)
      return
    }
    this.at = Math.min(Math.max(0, this.at + step), run.questions.length - 1)
  }

  async #leave(quizId: string, n: number): Promise<void> {
    await this.#queue
    try {
      this.#take(await this.#client.turnQuiz({ quizId, n }))
    } catch (error) {
      this.failure = problemOf(error)
    }
  }

  goTo(n: number): void {
    const at = this.run?.questions.findIndex((question) => question.n === n) ?? -1
    if (at >= 0 && !this.isInTurn) this.at = at
  }

  /** Presses an option of the question on screen; the same one again takes the choice back. */
  press(option: number): void {
    const { question } = this
    if (!question || option < 0 || option >= question.options.length) return
    this.answer(pressed(question, option))
  }

  answer(chosen: Answer, sure: Sureness | null = this.question?.sure ?? null): void {
    const { run, question } = this
    if (!run || !question || this.isClosed) return
    const { n } = question
    this.#change(n, { chosen, sure })
    this.failure = null
    this.#pending += 1
    this.#queue = this.#queue.then(async () => {
      try {
        await this.#client.answerQuiz({ quizId: run.quizId, n, chosen, sure })
        this.#pending -= 1
      } catch (error) {
        this.#pending -= 1
        this.failure = problemOf(error)
        if (this.failure.code === 'quiz_closed') this.isClosed = true
        else await this.reload()
      }
    })
  }

  async flag(): Promise<void> {
    const { run, question } = this
    if (!run || !question) return
    const isFlagged = !question.isFlagged
    this.#change(question.n, { isFlagged })
    try {
      await this.#client.flagQuestion({ quizId: run.quizId, n: question.n, isFlagged })
    } catch (error) {
      this.#change(question.n, { isFlagged: !isFlagged })
      this.failure = problemOf(error)
    }
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

  /** Time went by. */
  tick(): void {
    const received = this.#received
    if (!received || this.isClosed) return
    const { remainingMs, questionLeftMs } = received.time
    const passedMs = this.#elapsedMs() - received.atMs
    const before = this.leftMs
    this.leftMs = remainingMs === null ? null : Math.max(0, remainingMs - passedMs)
    this.questionLeftMs = questionLeftMs === null ? null : Math.max(0, questionLeftMs - passedMs)
    if (this.leftMs === null || before === null) return
    for (const mark of spokenAtMs) {
      if (before > mark && this.leftMs <= mark) this.spokenMs = mark
    }
  }

  /** Tells the backend that the quiz is on screen, so that a crash loses no time; brings its figures along. */
  async beat(): Promise<void> {
    const { run } = this
    if (!run || this.isClosed) return
    try {
      const time = await this.#client.beatQuiz({ quizId: run.quizId })
      this.#takeTime(time)
      if (time.turn !== run.turn) await this.reload()
    } catch (error) {
      this.failure = problemOf(error)
    }
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

/** What is chosen once one more option was pressed. */
function pressed({ kind, chosen, options, lefts }: QuizQuestionView, option: number): Answer {
  if (kind === 'choice' || kind === 'truth') return chosen === option ? null : option
  const list = Array.isArray(chosen) ? chosen : []
  const at = list.indexOf(option)
  if (kind === 'many')
    return at < 0 ? [...list, option].toSorted((a, b) => a - b) : list.toSpliced(at, 1)
  // In an order and a match, taking one back takes back what came after it.
  if (at >= 0) return list.slice(0, at)
  const most = kind === 'match' ? lefts.length : options.length
  return list.length < most ? [...list, option] : list
}
