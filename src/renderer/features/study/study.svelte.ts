import type { Client } from '#contract/client.ts'
import type { CardFace } from '#contract/shapes/common.ts'
import type { CardAct } from '#contract/shapes/steps.ts'
import type { StudyCard, StudySession } from '#contract/shapes/study.ts'
import { reworded } from '#domain/cards/decision.ts'
import type { Fault } from '#domain/contests/contest.ts'
import { choiceFor, countMove, type DueCounts } from '#domain/scheduling/due-counts.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import { intervalOf, nextMemories, type Moment, type Seen } from '#domain/scheduling/next-memory.ts'
import type { Memory, MemoryModel } from '#domain/scheduling/memory.ts'
import { becameLeech } from '#domain/study/leech.ts'
import {
  advance,
  answersOf,
  createSession,
  progressOf,
  type Given,
  type Session,
} from '#domain/study/session.ts'
import { problemOf, type Problem } from '#renderer/context.ts'
import type { StepFacts } from '#renderer/i18n/step-words.ts'
import { stepOfAct, stepOfGiven } from './told-steps.ts'

/** Monotonic time of the page in ms, and new ids: injected, so that tests decide. */
export interface StudyParts {
  /** Says that a card was forgotten so often that it should be looked at. */
  readonly tellLeech: (lapses: number) => void
  /** Says what was taken back or done again. */
  readonly tell: (what: 'undone' | 'redone', step: StepFacts) => void
  readonly client: Client
  readonly elapsedMs: () => number
  readonly newId: () => string
}

/**
 * A running study session: shows the next card at once, saves each answer behind it, one after the other. A
 * failed write brings its card back. Nothing is reckoned by the page's own clock: time is the backend's
 * instant plus what has passed since.
 */
export class Study {
  plan = $state.raw<StudySession | null>(null)
  session = $state.raw<Session<StudyCard> | null>(null)
  /** Why the session could not be opened. */
  problem = $state.raw<Problem | null>(null)
  /** Why the last answer came back. */
  failure = $state.raw<Problem | null>(null)
  unsaved = $state(0)
  readonly #parts: StudyParts
  readonly #choice: { readonly deckIds: readonly string[]; readonly search?: string }
  #model: MemoryModel = createFsrs6()
  #receivedMs = 0
  /** Cards due on the days to come, as the backend counts them: each answer moves one. */
  #dueCounts: DueCounts = []
  /** The revision of each card as the backend last told it. */
  #revisions = new Map<string, number>()
  #queue: Promise<void> = Promise.resolve()
  /** What was taken back in this session, the latest last. */
  #undone: Given<StudyCard>[] = []

  constructor(
    parts: StudyParts,
    choice: { readonly deckIds: readonly string[]; readonly search?: string },
  ) {
    this.#parts = parts
    this.#choice = choice
  }

  /** The instant by the backend's clock, and the study day of the session's beginning. */
  get moment(): Moment {
    const { at, day } = this.plan?.moment ?? { at: 0, day: 0 }
    return { at: Math.round(at + this.#parts.elapsedMs() - this.#receivedMs), day }
  }

  readonly progress = $derived(
    this.session ? progressOf(this.session) : { done: 0, begun: 0, left: 0 },
  )
  readonly answers = $derived(this.session ? answersOf(this.session) : [])
  readonly spentMs = $derived(
    this.answers.reduce((sum, answer) => sum + Math.min(60_000, answer.tookMs), 0),
  )

  /**
   * Asks for the queue; answers given before stay in the summary and can still be taken back. A card named `first` comes
   * first, if it is to be studied now.
   */
  async open(first?: string): Promise<void> {
    try {
      const plan = await this.#parts.client.openSession({
        ...this.#choice,
        deckIds: [...this.#choice.deckIds],
      })
      this.#receivedMs = this.#parts.elapsedMs()
      this.plan = plan
      this.#model = createFsrs6(plan.params)
      this.#dueCounts = plan.dueCounts
      for (const card of plan.cards) this.#revisions.set(card.cardId, card.revision)
      const given = this.session?.given ?? []
      const cards = plan.cards.toSorted(
        (a, b) => Number(b.cardId === first) - Number(a.cardId === first),
      )
      this.session = { ...createSession(cards, this.moment.at), given }
      this.problem = null
    } catch (error) {
      this.problem = problemOf(error)
    }
  }

  /** Intervals of the four grades for the card on screen, as labels show them. */
  intervals(): Record<Grade, ReturnType<typeof intervalOf>> | null {
    const { plan, session } = this
    if (!plan || !session || !('card' in session.view)) return null
    const moment = this.moment
    const next = this.#nextOf(plan, session.view.card, moment)
    return {
      1: intervalOf(next[1], moment),
      2: intervalOf(next[2], moment),
      3: intervalOf(next[3], moment),
      4: intervalOf(next[4], moment),
    }
  }

  reveal(): void {
    if (this.session) this.session = advance(this.session, { kind: 'reveal' })
  }

  /** Grades the card on screen. `chosen`: what was chosen or typed before, in words. */
  grade(grade: Grade, chosen: readonly string[] = []): void {
    const { plan, session } = this
    if (!plan || session?.view.kind !== 'answer') return
    const { card } = session.view
    const moment = this.moment
    const next = this.#nextOf(plan, card, moment)[grade]
    const answerId = this.#parts.newId()
    this.#begin()
    this.session = advance(session, { kind: 'grade', at: moment.at, id: answerId, grade, next })
    this.#count(card.memory, next)
    const tookMs = Math.round(this.answers.at(-1)?.tookMs ?? 0)
    this.#send(async () => {
      try {
        const saved = await this.#parts.client.answerCard({
          answerId,
          cardId: card.cardId,
          revision: this.#revisions.get(card.cardId) ?? card.revision,
          grade,
          tookMs,
          ...(chosen.length > 0 ? { chosen: [...chosen] } : {}),
        })
        this.#revisions.set(card.cardId, saved.revision)
        this.#count(next, saved.memory)
        this.#lookForLeech(card, saved.memory)
      } catch (error) {
        this.#bringBack(answerId, problemOf(error))
        return
      }
      await this.#refill()
    })
  }

  /** Says that something is wrong with the card on screen: it leaves the session. Returns what `undo` takes. */
  contest(fault: Fault, note: string): string | null {
    const { session } = this
    if (!session || !('card' in session.view)) return null
    const { cardId } = session.view.card
    const id = this.#parts.newId()
    this.#begin()
    this.session = advance(session, { kind: 'contest', at: this.moment.at, id })
    this.#send(async () => {
      try {
        await this.#parts.client.contestCard({
          contestId: id,
          target: { from: 'card', cardId },
          fault,
          note,
        })
      } catch (error) {
        this.#bringBack(id, problemOf(error))
        return
      }
      await this.#refill()
    })
    return id
  }

  /** Does something with the card on screen: it leaves, or stays with a flag or in other words. Returns what `undo` takes. */
  act(act: CardAct): string | null {
    const { session } = this
    if (!session || !('card' in session.view)) return null
    const { card } = session.view
    const id = this.#parts.newId()
    this.#begin()
    const step = stepOfAct(act)
    this.session = advance(session, {
      kind: 'act',
      at: this.moment.at,
      id,
      step,
      after: afterAct(card, act),
    })
    this.#send(async () => {
      try {
        const done = await this.#parts.client.actOnCards({
          stepId: id,
          cardIds: [card.cardId],
          act,
        })
        for (const each of done.cards) this.#revisions.set(each.cardId, each.revision)
      } catch (error) {
        this.#bringBack(id, problemOf(error))
        return
      }
      await this.#refill()
    })
    return id
  }

  /** Takes back what was done last, in this session or before it, or what has this id. */
  undo(id?: string): void {
    const given = this.session?.given ?? []
    const last = id === undefined ? given.at(-1) : given.find((each) => each.id === id)
    if (!this.session || !last) {
      if (id === undefined) this.#undoEarlier()
      return
    }
    this.failure = null
    if (last.kind === 'answer') this.#count(last.next, last.card.memory)
    this.session = advance(this.session, { kind: 'undo', at: this.moment.at, id: last.id })
    this.#undone.push(last)
    if (last.kind !== 'contest') this.#parts.tell('undone', stepOfGiven(last))
    this.#send(async () => {
      try {
        if (last.kind === 'contest') {
          await this.#parts.client.withdrawContest({ contestId: last.id })
          return
        }
        const undone = await this.#parts.client.undoStep({ stepId: last.id })
        for (const card of undone.cards) this.#revisions.set(card.cardId, card.revision)
      } catch (error) {
        this.failure = problemOf(error)
        await this.open()
      }
    })
  }

  /** The learner has seen what changed in the card on screen: it goes back to its old date, out of this session. */
  settleChange(wording: 'keep' | 'take'): void {
    const view = this.session?.view
    if (!view || !('card' in view)) return
    const { cardId } = view.card
    this.failure = null
    this.#send(async () => {
      try {
        await this.#parts.client.settleChange({ cardId, wording })
      } catch (error) {
        this.failure = problemOf(error)
      }
      await this.open()
    })
  }

  /** Takes back the latest step of all, of whatever day. */
  #undoEarlier(): void {
    this.failure = null
    this.#send(async () => {
      try {
        const { step, cards } = await this.#parts.client.undoStep({ stepId: null })
        this.#parts.tell('undone', step)
        await this.open(cards[0]?.cardId)
      } catch (error) {
        this.failure = problemOf(error)
      }
    })
  }

  /** Does again what was taken back last. */
  redo(): void {
    this.failure = null
    this.#send(async () => {
      const last = this.#undone.at(-1)
      try {
        if (last?.kind === 'contest') {
          await this.#parts.client.reopenContest({ contestId: last.id })
          this.#takeAgain(last)
        } else {
          const { step } = await this.#parts.client.redoStep()
          this.#parts.tell('redone', step)
          // It is another step in the log: taking it back again needs its new name.
          if (last) this.#takeAgain({ ...last, id: step.stepId })
        }
        await this.open()
      } catch (error) {
        this.failure = problemOf(error)
      }
    })
  }

  #lookForLeech({ memory, marks }: StudyCard, after: Memory): void {
    const before = memory.kind === 'new' ? 0 : memory.lapses
    const lapses = after.kind === 'new' ? 0 : after.lapses
    if (becameLeech(before, lapses, marks.leechSettled)) this.#parts.tellLeech(lapses)
  }

  #takeAgain(given: Given<StudyCard>): void {
    this.#undone.pop()
    if (this.session) this.session = { ...this.session, given: [...this.session.given, given] }
  }

  /** A new step: what was taken back before is forgotten. */
  #begin(): void {
    this.failure = null
    this.#undone = []
  }

  /** Time went by. */
  tick(): void {
    if (this.session) this.session = advance(this.session, { kind: 'tick', at: this.moment.at })
  }

  ahead(): void {
    if (this.session) this.session = advance(this.session, { kind: 'ahead', at: this.moment.at })
  }

  /** Resolves when all that was answered is saved. */
  settled(): Promise<void> {
    return this.#queue
  }

  /** The state after each grade, on the day that the backend will choose too. */
  #nextOf(plan: StudySession, card: StudyCard, moment: Moment): Record<Grade, Seen> {
    const { day } = moment
    const dueOn = (each: number) => this.#dueCounts[each - day] ?? 0
    const chooseDay = choiceFor(card, day, { dueOn, easyDays: plan.easyDays })
    const { desiredRecall } = card
    const options = { ...plan.scheduling, desiredRecall, chooseDay }
    return nextMemories(this.#model, card.memory, moment, options)
  }

  #count(before: Memory, after: Memory): void {
    this.#dueCounts = countMove(this.#dueCounts, this.moment.day, { before, after })
  }

  #send(work: () => Promise<void>): void {
    this.unsaved += 1
    this.#queue = this.#queue.then(work).finally(() => {
      this.unsaved -= 1
    })
  }

  #bringBack(id: string, problem: Problem): void {
    this.failure = problem
    if (!this.session) return
    const failed = this.session.given.find((each) => each.id === id)
    if (failed?.kind === 'answer') this.#count(failed.next, failed.card.memory)
    this.session = advance(this.session, {
      kind: 'failed',
      at: this.moment.at,
      id,
      reason: problem.code,
    })
    // The card was answered elsewhere: only a fresh queue knows its state.
    if (problem.code === 'card_changed' || problem.code === 'card_not_found') void this.open()
  }

  /** When this page's cards are done, asks whether there are more. */
  async #refill(): Promise<void> {
    if (this.session?.view.kind === 'finished' && this.unsaved <= 1) await this.open()
  }
}

/** The card as it stays on screen after an act; null when it leaves. */
function afterAct(card: StudyCard, act: CardAct): StudyCard | null {
  if (act.do === 'flag') return { ...card, marks: { ...card.marks, flag: act.flag } }
  if (act.do !== 'edit' || act.wording === null) return null
  const face: CardFace = { ...reworded<CardFace>(card.face, act.wording) }
  return { ...card, face }
}
