import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import { grades, type Grade } from './grade.ts'
import type { Learning, Memory, MemoryModel, New, Review, Strength } from './memory.ts'

export interface SchedulingOptions {
  /** Recall at which a card comes back, 0.70..0.97. */
  readonly desiredRecall: number
  readonly maximumDays: number
  /** Waiting times of a new card, in ms; each below a day. */
  readonly learningStepsMs: readonly number[]
  /** Waiting times after a lapse, in ms; each below a day. */
  readonly relearningStepsMs: readonly number[]
}

export const defaultScheduling: SchedulingOptions = {
  desiredRecall: 0.9,
  maximumDays: 36_500,
  learningStepsMs: [60_000, 600_000],
  relearningStepsMs: [600_000],
}

/** An instant and the study day that it belongs to. */
export interface Moment {
  readonly at: EpochMs
  readonly day: StudyDay
}

export type Seen = Exclude<Memory, New>

/** Where a card goes next: to a step, or out into days. */
type Move =
  { readonly to: 'step'; readonly step: number; readonly waitMs: number } | { readonly to: 'days' }

/** Anki's rules: Again starts over, Hard waits (between the first two steps, or 1.5 times a single one), Good goes on, Easy leaves. */
function moveFrom(step: number, steps: readonly number[], grade: Grade): Move {
  const first = steps[0]
  if (first === undefined || grade === 4) return { to: 'days' }
  if (grade === 1) return { to: 'step', step: 0, waitMs: first }
  if (grade === 2) {
    const second = steps[1]
    const onFirst =
      second === undefined ? Math.min(first * 1.5, first + 86_400_000) : (first + second) / 2
    const waitMs = step === 0 ? onFirst : (steps[step] ?? first)
    return { to: 'step', step: Math.min(step, steps.length - 1), waitMs }
  }
  const next = steps[step + 1]
  return next === undefined ? { to: 'days' } : { to: 'step', step: step + 1, waitMs: next }
}

const strengthOf = (memory: Memory): Strength | null =>
  memory.kind === 'new' ? null : { stability: memory.stability, difficulty: memory.difficulty }

/** Whole study days since the last answer; a clock that was set back counts as none. */
export const elapsedDays = (memory: Memory, moment: Moment): number =>
  memory.kind === 'new' ? 0 : Math.max(0, moment.day - memory.lastStudyDay)

/**
 * The interval in days of a pass, so that Hard < Good < Easy on the same card: each grade is at least a
 * day above the one before it, as long as the maximum leaves room.
 */
function daysFor(
  model: MemoryModel,
  memory: Memory,
  grade: Grade,
  moment: Moment,
  options: SchedulingOptions,
): number {
  const { desiredRecall, maximumDays } = options
  const elapsed = elapsedDays(memory, moment)
  const plain = (each: Grade) =>
    model.interval(model.step(strengthOf(memory), elapsed, each), desiredRecall, maximumDays)
  const isReview = memory.kind === 'review'
  const hard = isReview ? Math.min(plain(2), plain(3)) : plain(2)
  if (grade <= 2) return grade === 1 ? plain(1) : Math.min(hard, maximumDays)
  const good = isReview ? Math.max(plain(3), hard + 1) : plain(3)
  if (grade === 3) return Math.min(good, maximumDays)
  return Math.min(Math.max(plain(4), good + 1), maximumDays)
}

/**
 * The state of a card after an answer: strength by the model, then learning steps or whole days.
 * Steps as in Anki (see moveFrom); a lapse of a card in review goes to the relearning steps.
 */
export function nextMemory(
  model: MemoryModel,
  memory: Memory,
  grade: Grade,
  moment: Moment,
  options: SchedulingOptions,
): Seen {
  const strength = model.step(strengthOf(memory), elapsedDays(memory, moment), grade)
  const before = memory.kind === 'new' ? { reps: 0, lapses: 0 } : memory
  const isLapse = memory.kind === 'review' && grade === 1
  const seen = {
    ...strength,
    reps: before.reps + 1,
    lapses: before.lapses + (isLapse ? 1 : 0),
    lastReviewAt: moment.at,
    lastStudyDay: moment.day,
  }
  const review = (): Review => ({
    kind: 'review',
    ...seen,
    dueDay: moment.day + daysFor(model, memory, grade, moment, options),
  })
  const learning = (kind: Learning['kind'], move: Move): Seen =>
    move.to === 'days'
      ? review()
      : { kind, ...seen, step: move.step, dueAt: Math.round(moment.at + move.waitMs) }
  switch (memory.kind) {
    case 'new':
      return learning('learning', moveFrom(0, options.learningStepsMs, grade))
    case 'learning':
      return learning('learning', moveFrom(memory.step, options.learningStepsMs, grade))
    case 'relearning':
      return learning('relearning', moveFrom(memory.step, options.relearningStepsMs, grade))
    case 'review':
      return isLapse ? learning('relearning', moveFrom(0, options.relearningStepsMs, 1)) : review()
  }
}

/** The state after each of the four grades. */
export function nextMemories(
  model: MemoryModel,
  memory: Memory,
  moment: Moment,
  options: SchedulingOptions,
): Record<Grade, Seen> {
  const [again, hard, good, easy] = grades.map((grade) =>
    nextMemory(model, memory, grade, moment, options),
  ) as [Seen, Seen, Seen, Seen] // as: grades has four
  return { 1: again, 2: hard, 3: good, 4: easy }
}

/** How long a card stays away: milliseconds within learning, whole days beyond it. */
export const intervalOf = (
  next: Seen,
  moment: Moment,
): { readonly unit: 'ms' | 'days'; readonly value: number } =>
  next.kind === 'review'
    ? { unit: 'days', value: next.dueDay - moment.day }
    : { unit: 'ms', value: Math.max(0, next.dueAt - moment.at) }
