// The study part of the benchmark: a large collection made by seed, and how long a day's work on it takes.
// May import src/backend, src/contract, src/domain and node:.
// This file thinks up what a learner answered.

import { seededRng, type Rng } from '#domain/quiz/random.ts'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import type { Memory, Place } from '#domain/scheduling/memory.ts'
import {
  defaultScheduling,
  elapsedDays,
  nextMemory,
  placeOf,
} from '#domain/scheduling/next-memory.ts'

export const dayMs = 86_400_000
/** The study day that the benchmark takes place on. */
export const benchDay = 20_600

/** An answer, before it has its place in the log. */
export interface Given {
  readonly card: number
  readonly at: number
  readonly day: number
  readonly grade: Grade
  readonly before: Memory
  readonly place: Place
}

const model = createFsrs6()
/** Intervals stay short, so that all of it falls into two years. */
const rules = { ...defaultScheduling, maximumDays: 75 }

/** Answers of one card from day 0 on, each on the day it was due; the last is followed by `due` further days. */
function answersOf(card: number, count: number, rng: Rng): { given: Given[]; memory: Memory } {
  let memory: Memory = { kind: 'new' }
  const given: Given[] = []
  let at = 36_000_000 + Math.floor(rng() * 20_000_000)
  let day = 0
  // A few answers more where a card is in the middle of its steps: in the morning hardly any is.
  for (let n = 0; n < count || memory.kind !== 'review'; n += 1) {
    if (memory.kind === 'review') {
      day = memory.dueDay
      at = day * dayMs + 36_000_000 + Math.floor(rng() * 20_000_000)
    } else if (memory.kind !== 'new') at = memory.dueAt
    const recall =
      memory.kind === 'review' ? model.recall(memory, elapsedDays(memory, { at, day })) : 0.9
    const isKnown = n >= count || rng() < recall
    const grade: Grade = isKnown ? (rng() < 0.8 ? 3 : rng() < 0.6 ? 2 : 4) : 1
    const after = nextMemory(model, memory, grade, { at, day }, rules)
    given.push({ card, at, day, grade, before: memory, place: placeOf(after) })
    memory = after
  }
  return { given, memory }
}

const movedMemory = (memory: Memory, days: number): Memory => {
  if (memory.kind === 'new') return memory
  const seen = {
    ...memory,
    lastReviewAt: memory.lastReviewAt + days * dayMs,
    lastStudyDay: memory.lastStudyDay + days,
  }
  return seen.kind === 'review'
    ? { ...seen, dueDay: seen.dueDay + days }
    : { ...seen, dueAt: seen.dueAt + days * dayMs }
}
const movedPlace = (place: Place, days: number): Place =>
  'dueDay' in place
    ? { dueDay: place.dueDay + days }
    : { ...place, dueAt: place.dueAt + days * dayMs }

export interface History {
  /** In the order in which they were given. */
  readonly given: readonly Given[]
  /** What the learner has of each card at the end. */
  readonly memories: readonly Memory[]
}

/**
 * The answers of a learner with so many cards, ten for each on average: one card in ten is new, the others are due within
 * the weeks around the benchmark's day, one in ten before it or on it.
 */
export function makeHistory(cards: number): History {
  const rng = seededRng(`study/${cards}`)
  const given: Given[] = []
  const memories: Memory[] = []
  for (let card = 0; card < cards; card += 1) {
    if (card % 10 === 0) {
      memories.push({ kind: 'new' })
      continue
    }
    const own = answersOf(card, card % 9 === 0 ? 10 : 11, rng)
    const end = own.memory.kind === 'review' ? own.memory.dueDay : 0
    // One in ten is due; nobody has answered anything today.
    const last = own.given.at(-1)?.day ?? 0
    const shift = Math.min(benchDay + Math.floor(rng() * 75) - 3 - end, benchDay - 1 - last)
    memories.push(movedMemory(own.memory, shift))
    for (const each of own.given)
      given.push({
        ...each,
        at: each.at + shift * dayMs,
        day: each.day + shift,
        before: movedMemory(each.before, shift),
        place: movedPlace(each.place, shift),
      })
  }
  given.sort((a, b) => a.at - b.at || a.card - b.card)
  return { given, memories }
}
