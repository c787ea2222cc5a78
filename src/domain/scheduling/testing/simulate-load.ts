// For tests only: a learner's days by simulation, all chance from a seed.
// May import src/domain.

import { seededRng } from '#domain/quiz/random.ts'
import { chooseDay, type EasyDays } from '../choose-day.ts'
import { createFsrs6 } from '../fsrs.ts'
import type { Grade } from '../grade.ts'
import type { Memory, Review } from '../memory.ts'
import { defaultScheduling, nextMemory } from '../next-memory.ts'

export interface LoadPlan {
  /** The nearest day, any day of the fuzz range alike, or by the load. */
  readonly way: 'nearest' | 'by chance' | 'balanced'
  readonly easyDays: EasyDays
  readonly seed: string
}

const newPerDay = 10
const days = 150
/** Days before this one fill the collection and are not measured. */
const firstMeasured = 100

const weekdayOf = (day: number) => (day + 4) % 7

/**
 * Fifteen hundred cards, ten new ones each day, answered as FSRS-6 itself expects: the variation of the reviews due from
 * day to day (standard deviation / mean), the share recalled, and each weekday's load against the mean.
 */
export function simulateLoad({ way, easyDays, seed }: LoadPlan) {
  const model = createFsrs6()
  const rng = seededRng(seed)
  const memories = new Map<number, Memory>()
  const dueOn = (day: number): number[] => {
    const cards = due.get(day) ?? []
    due.set(day, cards)
    return cards
  }
  const due = new Map<number, number[]>()
  const loads: { day: number; count: number }[] = []
  let passed = 0
  let answered = 0

  const gradeOf = (memory: Memory, day: number): Grade => {
    const recall =
      memory.kind === 'new'
        ? 0.6
        : memory.kind === 'review'
          ? model.recall(memory, day - memory.lastStudyDay)
          : 0.9
    if (rng() >= recall) return 1
    if (memory.kind !== 'review') return 3
    const kind = rng()
    return kind < 0.1 ? 2 : kind < 0.18 ? 4 : 3
  }
  /** Answers a card until it leaves the day. */
  const study = (card: number, day: number): Review => {
    const memory = memories.get(card) ?? { kind: 'new' }
    const grade = gradeOf(memory, day)
    if (memory.kind === 'review' && day >= firstMeasured) {
      answered += 1
      passed += grade > 1 ? 1 : 0
    }
    const draw = {
      cardId: `card-${card}`,
      reps: memory.kind === 'new' ? 0 : memory.reps,
      today: day,
      dueOn: (each: number) => (way === 'balanced' ? dueOn(each).length : 0),
      easyDays,
    }
    const options = { ...defaultScheduling, chooseDay: way === 'nearest' ? null : chooseDay(draw) }
    const next = nextMemory(model, memory, grade, { at: day * 86_400_000, day }, options)
    memories.set(card, next)
    return next.kind === 'review' ? next : study(card, day)
  }

  for (let day = 0; day < days; day += 1) {
    const waiting = dueOn(day)
    if (day >= firstMeasured) loads.push({ day, count: waiting.length })
    const fresh = Array.from({ length: newPerDay }, (_, n) => day * newPerDay + n)
    for (const card of [...waiting, ...fresh]) dueOn(study(card, day).dueDay).push(card)
  }
  const mean = loads.reduce((sum, { count }) => sum + count, 0) / loads.length
  const variance = loads.reduce((sum, { count }) => sum + (count - mean) ** 2, 0) / loads.length
  const week = Array.from({ length: 7 }, (_, weekday) => {
    const own = loads.filter(({ day }) => weekdayOf(day) === weekday)
    return own.reduce((sum, { count }) => sum + count, 0) / own.length / mean
  })
  return { variation: Math.sqrt(variance) / mean, recall: passed / answered, week }
}
