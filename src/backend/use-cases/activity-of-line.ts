import type { Grade } from '#domain/scheduling/grade.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import { noActivity, type Activity } from '../store/activity.ts'
import type { StoredReview } from '../store/reviews.ts'

/** What one answer adds to its day. */
export const activityOf = (before: Memory, grade: Grade, tookMs: number): Activity => ({
  ...noActivity,
  answers: 1,
  passed: grade > 1 ? 1 : 0,
  introduced: before.kind === 'new' ? 1 : 0,
  reviews: before.kind === 'review' ? 1 : 0,
  reviewsPassed: before.kind === 'review' && grade > 1 ? 1 : 0,
  tookMs,
})

/** What a line of the log adds to its day; null for those that are no answers. Practice counts as itself only. */
export function activityOfLine(
  line: Pick<StoredReview, 'kind' | 'before' | 'grade' | 'tookMs'>,
): Activity | null {
  const { kind, before, grade, tookMs } = line
  if (kind === 'cram') return { ...noActivity, practice: 1, tookMs }
  return kind === 'study' && grade !== null ? activityOf(before, grade, tookMs) : null
}
