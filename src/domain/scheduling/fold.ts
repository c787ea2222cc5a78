import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Grade } from './grade.ts'
import { makeDue } from './make-due.ts'
import type { Memory, MemoryModel } from './memory.ts'
import { nextMemory, type SchedulingOptions } from './next-memory.ts'

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
  /** The recall aimed at when the answer was given; null takes that of the options. */
  readonly desiredRecall: number | null
}

/**
 * The state of one card from its log alone: the lines in the order of writing, those that were taken back
 * left out. Stored state must equal it bit for bit.
 */
export function foldMemory(
  model: MemoryModel,
  options: SchedulingOptions,
  events: readonly ReviewEvent[],
): Memory {
  const undone = new Set(events.map((event) => event.undoOf).filter((id) => id !== null))
  return events
    .toSorted((a, b) => a.n - b.n)
    .filter((event) => event.kind !== 'undo' && !undone.has(event.id))
    .reduce<Memory>(
      (memory, event) => {
        const moment = { at: event.at, day: event.studyDay }
        if (event.kind === 'due') return makeDue(memory, moment)
        if (event.grade === null) return memory
        const desiredRecall = event.desiredRecall ?? options.desiredRecall
        return nextMemory(model, memory, event.grade, moment, { ...options, desiredRecall })
      },
      { kind: 'new' },
    )
}
