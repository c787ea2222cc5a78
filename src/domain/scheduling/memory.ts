import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Grade } from './grade.ts'

/** FSRS memory: stability in days (> 0), difficulty 1..10. */
export interface Strength {
  readonly stability: number
  readonly difficulty: number
}

interface Seen extends Strength {
  readonly reps: number
  readonly lapses: number
  readonly lastReviewAt: EpochMs
  readonly lastStudyDay: StudyDay
}

/** A card within minutes-long steps, first time or after a lapse. */
export interface Learning extends Seen {
  readonly kind: 'learning' | 'relearning'
  /** Index of the step that the card waits for, from 0. */
  readonly step: number
  readonly dueAt: EpochMs
}

/** A card that comes back on a day. */
export interface Review extends Seen {
  readonly kind: 'review'
  readonly dueDay: StudyDay
}

export interface New {
  readonly kind: 'new'
}

/** Where an answer sends a card: to a step within the day, or to a day. */
export type Place =
  { readonly step: number; readonly dueAt: EpochMs } | { readonly dueDay: StudyDay }

/** What the learner has of a card. Wrong mixtures (a learning card with a due day) cannot be written down. */
export type Memory = New | Learning | Review

/**
 * A forgetting model. Days are whole study days; `elapsedDays` 0 means the same study day.
 * Everything else (steps, limits, queues) lives outside it.
 */
export interface MemoryModel {
  readonly id: 'fsrs-6'
  readonly params: readonly number[]
  /** Strength after an answer; `null` before the first one. */
  step(strength: Strength | null, elapsedDays: number, grade: Grade): Strength
  /** Probability of recall after `days`, 0..1. */
  recall(strength: Strength, days: number): number
  /** Days until recall falls to `desiredRecall`: a fraction, above 0, without bounds. */
  interval(strength: Strength, desiredRecall: number): number
}
