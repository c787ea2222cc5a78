import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Grade } from './grade.ts'
import { makeDue } from './make-due.ts'
import type { Memory, MemoryModel, Place } from './memory.ts'
import { defaultScheduling, nextMemory, placed, seenAfter } from './next-memory.ts'

/** A line of the log, as far as a card's state depends on it. */
export interface ReviewEvent {
  readonly id: string
  /** Order of writing. */
  readonly n: number
  readonly cardId: string
  readonly at: EpochMs
  readonly studyDay: StudyDay
  /** An answer; one taken back; or the card became due, because what it asks has changed. */
  readonly kind: 'study' | 'undo' | 'due'
  readonly grade: Grade | null
  readonly undoOf: string | null
  /** Where the answer sent the card; null where the log does not tell. */
  readonly place: Place | null
}

/**
 * The state of one card from its log alone: the lines in the order of writing, those that were taken back
 * left out. Stored state must equal it bit for bit. The model gives the strength after each answer; where the
 * card went stands in the line, so that rules, options and loads of another time change nothing of the past.
 */
export function foldMemory(model: MemoryModel, events: readonly ReviewEvent[]): Memory {
  const undone = new Set(events.map((event) => event.undoOf).filter((id) => id !== null))
  return events
    .toSorted((a, b) => a.n - b.n)
    .filter((event) => event.kind !== 'undo' && !undone.has(event.id))
    .reduce<Memory>(
      (memory, { at, studyDay: day, kind, grade, place }) => {
        if (kind === 'due') return makeDue(memory, { at, day })
        if (grade === null) return memory
        if (place === null) return nextMemory(model, memory, grade, { at, day }, defaultScheduling)
        return placed(memory, seenAfter(model, memory, grade, { at, day }), place)
      },
      { kind: 'new' },
    )
}
