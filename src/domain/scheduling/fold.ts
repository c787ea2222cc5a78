import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Grade } from './grade.ts'
import { makeDue } from './make-due.ts'
import type { Memory, MemoryModel, Place } from './memory.ts'
import { defaultScheduling, nextMemory, placed, seenAfter } from './next-memory.ts'
import { onDay } from './set-date.ts'

/**
 * What a line of the log tells: an answer in study or in a quiz; practice, which no schedule knows of; a card that became due, because what it
 * asks has changed; something that the learner did with a card; or that a line was taken back.
 */
export const lineKinds = [
  'study',
  'undo',
  'due',
  'cram',
  'reset',
  'date',
  'bury',
  'suspend',
  'flag',
  'edit',
  'delete',
  'leech',
  'quiz',
] as const
export type LineKind = (typeof lineKinds)[number]

/** A line of the log, as far as a card's state depends on it. */
export interface ReviewEvent {
  readonly id: string
  /** Order of writing. */
  readonly n: number
  readonly cardId: string
  readonly at: EpochMs
  readonly studyDay: StudyDay
  readonly kind: LineKind
  readonly grade: Grade | null
  readonly undoOf: string | null
  readonly redoOf?: string | null
  /** Where the line sent the card; null where the log does not tell. */
  readonly place: Place | null
}

interface Line {
  readonly id: string
  readonly n: number
  readonly kind: LineKind
  readonly undoOf: string | null
  /** The line that this one repeats, after it was taken back. */
  readonly redoOf?: string | null
}

/** Nothing was taken back, and the order is right: most logs are like this, and a million lines are folded at once. */
const isPlain = (lines: readonly Line[]): boolean =>
  lines.every(
    ({ n, kind, redoOf }, index) =>
      kind !== 'undo' && !redoOf && (index === 0 || (lines[index - 1]?.n ?? 0) < n),
  )

/**
 * The lines that count, in the order of writing: neither those that were taken back, nor the taking back. A line that
 * repeats another stands where the first one stood, as if nothing had been taken back.
 */
export function standingLines<Each extends Line>(lines: readonly Each[]): readonly Each[] {
  if (isPlain(lines)) return lines
  const undone = new Set(lines.map((line) => line.undoOf).filter((id) => id !== null))
  const firsts = new Map<string, number>()
  const inOrder = lines.toSorted((a, b) => a.n - b.n)
  for (const { id, n, redoOf } of inOrder) firsts.set(id, firsts.get(redoOf ?? id) ?? n)
  return inOrder
    .filter((line) => line.kind !== 'undo' && !undone.has(line.id))
    .sort((a, b) => (firsts.get(a.id) ?? a.n) - (firsts.get(b.id) ?? b.n))
}

function after(model: MemoryModel, memory: Memory, event: ReviewEvent): Memory {
  const { at, studyDay: day, kind, grade, place } = event
  switch (kind) {
    case 'study':
    case 'quiz':
      if (grade === null) return memory
      if (place === null) return nextMemory(model, memory, grade, { at, day }, defaultScheduling)
      return placed(memory, seenAfter(model, memory, grade, { at, day }), place)
    case 'due':
      return makeDue(memory, { at, day })
    case 'reset':
      return { kind: 'new' }
    case 'date':
      return place && 'dueDay' in place ? onDay(memory, place.dueDay) : memory
    case 'undo':
    case 'cram':
    case 'bury':
    case 'suspend':
    case 'flag':
    case 'edit':
    case 'delete':
    case 'leech':
      return memory
  }
}

/**
 * The state of one card from its log alone: the lines in the order of writing, those that were taken back
 * left out. Stored state must equal it bit for bit. The model gives the strength after each answer; where the
 * card went stands in the line, so that rules, options and loads of another time change nothing of the past.
 */
export const foldMemory = (model: MemoryModel, events: readonly ReviewEvent[]): Memory =>
  standingLines(events).reduce<Memory>((memory, event) => after(model, memory, event), {
    kind: 'new',
  })
