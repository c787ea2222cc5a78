import type { StudyDay } from '#domain/time/clock.ts'
import { chooseDay, type EasyDays } from './choose-day.ts'
import type { DayChoice } from './intervals.ts'
import type { Memory } from './memory.ts'

/** How many cards are due on each day: today first, then the days that the load is balanced over. */
export type DueCounts = readonly number[]

/** What a choice of days looks at, beside the card. */
export interface DayLoad {
  readonly dueOn: (day: StudyDay) => number
  readonly easyDays: EasyDays
}

const dueDayOf = (memory: Memory): StudyDay | null =>
  memory.kind === 'review' ? memory.dueDay : null

/** The choice of days for a card in this state: it does not count itself. */
export function choiceFor(
  { cardId, memory }: { readonly cardId: string; readonly memory: Memory },
  today: StudyDay,
  { dueOn, easyDays }: DayLoad,
): DayChoice {
  const own = dueDayOf(memory)
  return chooseDay({
    cardId,
    reps: memory.kind === 'new' ? 0 : memory.reps,
    today,
    dueOn: (day) => Math.max(0, dueOn(day) - (day === own ? 1 : 0)),
    easyDays,
  })
}

/** The counts after a card went from one state to another. */
export function countMove(
  counts: DueCounts,
  today: StudyDay,
  { before, after }: { readonly before: Memory; readonly after: Memory },
): DueCounts {
  const from = dueDayOf(before)
  const to = dueDayOf(after)
  return counts.map((count, index) => {
    const day = today + index
    return count - (day === from ? 1 : 0) + (day === to ? 1 : 0)
  })
}
