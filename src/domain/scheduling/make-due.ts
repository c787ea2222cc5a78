import type { Memory } from './memory.ts'
import type { Moment } from './next-memory.ts'

/**
 * The state of a card that becomes due at this moment, because what it asks has changed: its date comes forward,
 * its strength and history stay. A card that was never answered, or is due earlier, stays as it is.
 */
export function makeDue(memory: Memory, moment: Moment): Memory {
  switch (memory.kind) {
    case 'new':
      return memory
    case 'learning':
    case 'relearning':
      return { ...memory, dueAt: Math.min(memory.dueAt, moment.at) }
    case 'review':
      return { ...memory, dueDay: Math.min(memory.dueDay, moment.day) }
  }
}
