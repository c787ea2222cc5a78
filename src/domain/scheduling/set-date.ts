import type { StudyDay } from '#domain/time/clock.ts'
import type { Memory } from './memory.ts'

/**
 * The state of a card that the learner gives a day: it comes back then, its strength and history stay; one in learning
 * leaves its steps. A card that was never answered has no day.
 */
export function onDay(memory: Memory, dueDay: StudyDay): Memory {
  if (memory.kind === 'new') return memory
  const { stability, difficulty, reps, lapses, lastReviewAt, lastStudyDay } = memory
  const seen = { stability, difficulty, reps, lapses, lastReviewAt, lastStudyDay }
  return { kind: 'review', ...seen, dueDay }
}
