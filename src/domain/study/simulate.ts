import { seededRng } from '#domain/quiz/random.ts'
import type { FsrsFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import type { Strength } from '#domain/scheduling/memory.ts'
import { backlogHorizonDays, gainPerSecond, type AnswerCosts } from './gain.ts'

/** A card at the beginning of a simulation, its days counted from the first day (0), before it negative. */
export interface SimulatedCard {
  /** Null for a new card. */
  readonly strength: Strength | null
  readonly lastDay: number
  readonly dueDay: number
}

export interface SimulationPlan {
  readonly cards: readonly SimulatedCard[]
  readonly days: number
  readonly desiredRecall: number
  readonly maximumDays: number
  /** Cards a day; a fraction gives some days one more than others. */
  readonly newPerDay: number
  /** New cards count as reviews too. */
  readonly reviewsPerDay: number
  /** What comes first where more is due than that: by gain per second, by due day, or the weakest. */
  readonly order: 'gain' | 'due' | 'weakest'
  readonly costs: AnswerCosts
  readonly seed: string
  /** What is known is summed up over all cards: on each day, or on the last one only. */
  readonly tellKnown: 'daily' | 'at the end'
}

export interface SimulatedDay {
  readonly answers: number
  readonly seconds: number
  /** Cards that were due and found no room. */
  readonly waiting: number
  /** Expected number of cards known at the end of the day: the sum of recall over all that were learned; null if not asked for. */
  readonly known: number | null
}

/** Shares of the grades in a pass, and what a new card gets at first (fsrs-rs, simulation defaults). */
const passes: readonly (readonly [Grade, number])[] = [
  [2, 0.224],
  [3, 0.632],
  [4, 0.144],
]
const firsts: readonly (readonly [Grade, number])[] = [
  [1, 0.24],
  [2, 0.094],
  [3, 0.495],
  [4, 0.171],
]

const pick = (shares: readonly (readonly [Grade, number])[], drawn: number): Grade => {
  let left = drawn
  for (const [grade, share] of shares) {
    left -= share
    if (left < 0) return grade
  }
  return 3
}

/** Of so many a day, how many fall on this one. */
const shareOf = (perDay: number, day: number): number =>
  Number.isFinite(perDay) ? Math.floor((day + 1) * perDay) - Math.floor(day * perDay) : perDay

interface Running {
  stability: number
  difficulty: number
  lastDay: number
  dueDay: number
}

/**
 * Days of study by chance from a seed: whoever is due is recalled as the model expects, forgotten cards are relearned on the
 * same day, new cards follow where the limits leave room. Gives each day's answers, seconds, cards left waiting and known.
 */
export function simulateStudy(plan: SimulationPlan, formulas: FsrsFormulas): SimulatedDay[] {
  const rng = seededRng(plan.seed)
  const learned: Running[] = []
  let fresh = 0
  for (const { strength, lastDay, dueDay } of plan.cards) {
    if (strength) learned.push({ ...strength, lastDay, dueDay })
    else fresh += 1
  }
  const byDay = Array.from({ length: plan.days }, (): Running[] => [])
  const file = (card: Running, today: number) => byDay[Math.max(today, card.dueDay)]?.push(card)
  for (const card of learned) file(card, 0)
  const schedule = (card: Running, day: number) => {
    const plain = Math.round(formulas.interval(card.stability, plan.desiredRecall))
    card.lastDay = day
    card.dueDay = day + Math.min(Math.max(1, plain), plan.maximumDays)
    file(card, day + 1)
  }
  const recallOf = (card: Running, day: number) =>
    formulas.recall(card.stability, Math.max(0, day - card.lastDay))
  /** Answers a due card; returns the seconds that it took. */
  const review = (card: Running, day: number): number => {
    const recall = recallOf(card, day)
    const isRecalled = rng() < recall
    const grade = isRecalled ? pick(passes, rng()) : 1
    const { stability, difficulty } = card
    card.stability = isRecalled
      ? formulas.passed(stability, difficulty, recall, grade)
      : formulas.sameDay(formulas.forgotten(stability, difficulty, recall), 3)
    card.difficulty = formulas.nextDifficulty(difficulty, grade)
    schedule(card, day)
    return (isRecalled ? plan.costs.passMs : plan.costs.failMs) / 1000
  }
  const introduce = (day: number): number => {
    const grade = pick(firsts, rng())
    const stability = formulas.firstStability(grade)
    const card = {
      stability: grade === 1 ? formulas.sameDay(stability, 3) : stability,
      difficulty: formulas.firstDifficulty(grade),
      lastDay: day,
      dueDay: day,
    }
    learned.push(card)
    schedule(card, day)
    return plan.costs.failMs / 1000
  }
  const keyOf = (card: Running, day: number): number => {
    const elapsed = Math.max(0, day - card.lastDay)
    if (plan.order === 'due') return card.dueDay
    if (plan.order === 'weakest') return recallOf(card, day)
    return -gainPerSecond(formulas, card, elapsed, {
      horizonDays: backlogHorizonDays,
      costs: plan.costs,
    })
  }

  const days: SimulatedDay[] = []
  let waiting: Running[] = []
  for (let day = 0; day < plan.days; day += 1) {
    const due = [...waiting, ...(byDay[day] ?? [])]
    const room = shareOf(plan.reviewsPerDay, day)
    const isBacklog = due.length > room
    const ordered = isBacklog
      ? due
          .map((card) => ({ card, key: keyOf(card, day) }))
          .sort((a, b) => a.key - b.key)
          .map(({ card }) => card)
      : due
    const now = ordered.slice(0, room)
    waiting = ordered.slice(room)
    let seconds = 0
    for (const card of now) seconds += review(card, day)
    const introduced = Math.min(fresh, shareOf(plan.newPerDay, day), room - now.length)
    for (let n = 0; n < introduced; n += 1) seconds += introduce(day)
    fresh -= introduced
    const isAsked = plan.tellKnown === 'daily' || day === plan.days - 1
    const known = isAsked ? learned.reduce((sum, card) => sum + recallOf(card, day), 0) : null
    days.push({ answers: now.length + introduced, seconds, waiting: waiting.length, known })
  }
  return days
}
