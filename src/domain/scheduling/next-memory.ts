import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import { grades, type Grade } from './grade.ts'
import { daysAfter, type DayChoice } from './intervals.ts'
import type { Memory, MemoryModel, New, Place, Strength } from './memory.ts'
import { moveFrom, type Move } from './steps.ts'

export interface SchedulingOptions {
  /** Recall at which a card comes back, 0.70..0.97. */
  readonly desiredRecall: number
  readonly maximumDays: number
  /** Waiting times of a new card, in ms; each below a day. */
  readonly learningStepsMs: readonly number[]
  /** Waiting times after a lapse, in ms; each below a day. */
  readonly relearningStepsMs: readonly number[]
  /** Chooses the day within the fuzz range of an interval; null takes the nearest whole day. */
  readonly chooseDay: DayChoice | null
}

export const defaultScheduling: SchedulingOptions = {
  desiredRecall: 0.9,
  maximumDays: 36_500,
  learningStepsMs: [60_000, 600_000],
  relearningStepsMs: [600_000],
  chooseDay: null,
}

/** An instant and the study day that it belongs to. */
export interface Moment {
  readonly at: EpochMs
  readonly day: StudyDay
}

export type Seen = Exclude<Memory, New>

const strengthOf = (memory: Memory): Strength | null =>
  memory.kind === 'new' ? null : { stability: memory.stability, difficulty: memory.difficulty }

/** Whole study days since the last answer; a clock that was set back counts as none. */
export const elapsedDays = (memory: Memory, moment: Moment): number =>
  memory.kind === 'new' ? 0 : Math.max(0, moment.day - memory.lastStudyDay)

/** The interval that a card in review was given last, in days. */
const scheduledDays = (memory: Memory): number | null =>
  memory.kind === 'review' ? Math.max(1, memory.dueDay - memory.lastStudyDay) : null

/** Strength by the model, and the counts, after an answer: all of a state but where the card goes. */
export function seenAfter(model: MemoryModel, memory: Memory, grade: Grade, moment: Moment) {
  const before = memory.kind === 'new' ? { reps: 0, lapses: 0 } : memory
  const isLapse = memory.kind === 'review' && grade === 1
  return {
    ...model.step(strengthOf(memory), elapsedDays(memory, moment), grade),
    reps: before.reps + 1,
    lapses: before.lapses + (isLapse ? 1 : 0),
    lastReviewAt: moment.at,
    lastStudyDay: moment.day,
  }
}

/** The state of a card that is sent to this place. */
export function placed(before: Memory, seen: ReturnType<typeof seenAfter>, place: Place): Seen {
  if ('dueDay' in place) return { kind: 'review', ...seen, dueDay: place.dueDay }
  const isFirst = before.kind === 'new' || before.kind === 'learning'
  return { kind: isFirst ? 'learning' : 'relearning', ...seen, ...place }
}

/** The place that a state holds. */
export const placeOf = (memory: Seen): Place =>
  memory.kind === 'review' ? { dueDay: memory.dueDay } : { step: memory.step, dueAt: memory.dueAt }

/** Where an answer sends a card: steps as in steps.ts, a lapse to the relearning steps, days as in intervals.ts. */
function placeAfter(
  model: MemoryModel,
  memory: Memory,
  grade: Grade,
  moment: Moment,
  options: SchedulingOptions,
): Place {
  const isFirst = memory.kind === 'new' || memory.kind === 'learning'
  const steps = isFirst ? options.learningStepsMs : options.relearningStepsMs
  const isPass = memory.kind === 'review' && grade > 1
  const move: Move = isPass
    ? { to: 'days' }
    : moveFrom('step' in memory ? memory.step : 0, steps, grade)
  if (move.to === 'step') return { step: move.step, dueAt: Math.round(moment.at + move.waitMs) }
  const elapsed = elapsedDays(memory, moment)
  const plain = (each: Grade) =>
    model.interval(model.step(strengthOf(memory), elapsed, each), options.desiredRecall)
  const withSteps: readonly Grade[] = memory.kind === 'review' ? [2, 3, 4] : [3, 4]
  const days = daysAfter(grade, plain, {
    maximumDays: options.maximumDays,
    scheduledDays: scheduledDays(memory),
    ladder: steps.length > 0 ? withSteps : grades,
    chooseDay: options.chooseDay,
  })
  return { dueDay: moment.day + days }
}

/** The state of a card after an answer: strength by the model, then a step of minutes or a day. */
export function nextMemory(
  model: MemoryModel,
  memory: Memory,
  grade: Grade,
  moment: Moment,
  options: SchedulingOptions,
): Seen {
  const place = placeAfter(model, memory, grade, moment, options)
  return placed(memory, seenAfter(model, memory, grade, moment), place)
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
