import { standingLines, type LineKind } from '#domain/scheduling/fold.ts'
import type { StudyDay } from '#domain/time/clock.ts'

/** Seven flags, named by the page; 0 is none. */
export const flags = [0, 1, 2, 3, 4, 5, 6, 7] as const
export type Flag = (typeof flags)[number]

/** What the learner has set on a card, beside what they know of it. */
export interface Marks {
  readonly isSuspended: boolean
  readonly isDeleted: boolean
  /** The study day on which it stays away; null for none. */
  readonly buriedDay: StudyDay | null
  readonly flag: Flag
  /** How often it had been forgotten when the learner said that it is in order; null if they never did. */
  readonly leechSettled: number | null
}

export const noMarks: Marks = {
  isSuspended: false,
  isDeleted: false,
  buriedDay: null,
  flag: 0,
  leechSettled: null,
}

/** What a line sets; null for lines that set no mark. */
export type MarkLine = {
  readonly id: string
  readonly n: number
  readonly kind: LineKind
  readonly undoOf: string | null
  readonly redoOf: string | null
  readonly value: Partial<Marks> | null
}

const markKinds: readonly LineKind[] = ['bury', 'suspend', 'flag', 'delete', 'leech']

/** The marks of one card from its log alone. A card that begins anew counts what it forgets anew too. */
export const foldMarks = (lines: readonly MarkLine[]): Marks =>
  standingLines(lines).reduce<Marks>((marks, { kind, value }) => {
    if (kind === 'reset') return { ...marks, leechSettled: null }
    return value && markKinds.includes(kind) ? { ...marks, ...value } : marks
  }, noMarks)
