import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import type { Grade } from './grade.ts'
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
  readonly kind: 'study' | 'undo'
  readonly grade: Grade | null
  readonly undoOf: string | null
  /** The recall aimed at when the answer was given; null takes that of the options. */
  readonly desiredRecall: number | null
}

/**
 * The state of one card from its log alone: the answers in the order of writing, those that were taken
 * back left out. Stored state must equal it bit for bit.
 */
export function foldMemory(
  model: MemoryModel,
  options: SchedulingOptions,
  events: readonly ReviewEvent[],
): Memory {
  const undone = new Set(events.map((event) => event.undoOf).filter((id) => id !== null))
  return events
    .toSorted((a, b) => a.n - b.n)
    .filter((event) => event.kind === 'study' && !undone.has(event.id))
    .reduce<Memory>(
      (memory, event) => {
        if (event.grade === null) return memory
        const moment = { at: event.at, day: event.studyDay }
        const desiredRecall = event.desiredRecall ?? options.desiredRecall
        return nextMemory(model, memory, event.grade, moment, { ...options, desiredRecall })
      },
      { kind: 'new' },
    )
}
