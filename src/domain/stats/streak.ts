// Statistics: figures that are pure functions of the log of answers.
// Imports domain only.

import type { EpochMs, StudyDay } from '#domain/time/clock.ts'
import { dayStart, studyDay } from '#domain/time/study-day.ts'

/** Answers given together; or, with `undoOf`, the taking back of earlier ones. */
export interface StreakEvent {
  readonly id: string
  readonly at: EpochMs
  readonly zone: string
  /** How many answers; 0 only tells where the learner was. */
  readonly n: number
  readonly kind: string
  /** Stamped when it was written; wins over zone and rollover. */
  readonly day?: StudyDay
  readonly rolloverHour?: number
  readonly undoOf?: string
}

export interface StreakRules {
  readonly rolloverHour: number
  /** Answers that make a day count, each from its day on. */
  readonly goals: readonly { readonly from: StudyDay; readonly n: number }[]
  readonly kinds: ReadonlySet<string>
  /** One freeze for each `earnEvery` days of a chain (0: none), at most `max`; `start` at the beginning. */
  readonly freeze: { readonly max: number; readonly earnEvery: number; readonly start: number }
  /** A missed day is repaired by `factor` times the goal on the next. */
  readonly repair: { readonly enabled: boolean; readonly factor: number }
  /** A day lost over the date line is bridged within this time. */
  readonly bridgeHours: number
}

export const defaultStreakRules: StreakRules = {
  rolloverHour: 4,
  goals: [],
  kinds: new Set(['review', 'learn', 'relearn', 'quiz', 'cram', 'import']),
  freeze: { max: 0, earnEvery: 0, start: 0 },
  repair: { enabled: false, factor: 2 },
  bridgeHours: 24,
}

export interface StreakResult {
  readonly today: StudyDay
  readonly todayCount: number
  readonly todayDone: boolean
  readonly current: number
  readonly longest: number
  /** Alive, but only until this study day ends. */
  readonly atRisk: boolean
  /** Yesterday was missed and can still be repaired today. */
  readonly repairable: boolean
  readonly freezesLeft: number
  readonly frozen: readonly StudyDay[]
  readonly bridged: readonly StudyDay[]
  readonly repaired: readonly StudyDay[]
}

/** The goal of a day: that of the latest entry from it or before; 1 without any. */
export function goalOn(rules: StreakRules, day: StudyDay): number {
  const begun = rules.goals.filter((goal) => goal.from <= day)
  return begun.toSorted((a, b) => b.from - a.from)[0]?.n ?? 1
}

/** Where and when the learner was first and last seen on a day. */
interface Presence {
  readonly at: EpochMs
  readonly zone: string
  readonly rolloverHour: number
}
interface StudiedDay {
  readonly day: StudyDay
  readonly count: number
  readonly first: Presence
  readonly last: Presence
}

/** Valid events by study day: each id once, none that was taken back, only kinds that count. */
export function studiedDays(events: readonly StreakEvent[], rules: StreakRules): StudiedDay[] {
  const undone = new Set(events.map((event) => event.undoOf).filter((id) => id !== undefined))
  const seen = new Set<string>()
  const days = new Map<StudyDay, StudiedDay>()
  for (const event of events) {
    const isValid =
      event.undoOf === undefined &&
      !undone.has(event.id) &&
      !seen.has(event.id) &&
      rules.kinds.has(event.kind)
    if (!isValid) continue
    seen.add(event.id)
    const rolloverHour = event.rolloverHour ?? rules.rolloverHour
    const day = event.day ?? studyDay(event.at, event.zone, rolloverHour)
    const presence = { at: event.at, zone: event.zone, rolloverHour }
    const known = days.get(day)
    days.set(day, {
      day,
      count: (known?.count ?? 0) + event.n,
      first: known && known.first.at <= event.at ? known.first : presence,
      last: known && known.last.at > event.at ? known.last : presence,
    })
  }
  return [...days.values()].toSorted((a, b) => a.day - b.day)
}

/** A journey over the date line swallowed the one day between: the zone changed, and few hours passed since the day closed. */
function isJourney(from: Presence & { day: StudyDay }, to: Presence, rules: StreakRules): boolean {
  if (from.zone === to.zone) return false
  const closedAt = dayStart(from.day + 1, from.zone, from.rolloverHour)
  return to.at - closedAt < rules.bridgeHours * 3_600_000
}

/**
 * The streak as a pure function of the log. A chain of days that reached their goal ends today or
 * yesterday; a gap is bridged (date line), else frozen (if freezes cover all of it), else repaired,
 * else the chain breaks. Days that were not studied never add to the count; days after today are
 * hidden until they come.
 */
export function streak(
  events: readonly StreakEvent[],
  rules: StreakRules,
  now: EpochMs,
  zone: string,
): StreakResult {
  const today = studyDay(now, zone, rules.rolloverHour)
  const days = studiedDays(events, rules).filter((each) => each.day <= today)
  const active = days.filter((each) => each.count >= goalOn(rules, each.day))
  const frozen: StudyDay[] = []
  const bridged: StudyDay[] = []
  const repaired: StudyDay[] = []
  let freezes = rules.freeze.start
  let chain = 0
  let longest = 0

  /** Closes the gap after `before` by a bridge or by freezes. */
  const closes = (before: StudiedDay, next: Presence & { day: StudyDay }): boolean => {
    const gap = Array.from({ length: next.day - before.day - 1 }, (_, n) => before.day + 1 + n)
    if (gap.length === 0) return true
    if (gap.length === 1 && isJourney({ ...before.last, day: before.day }, next, rules)) {
      bridged.push(...gap)
      return true
    }
    if (gap.length > freezes) return false
    freezes -= gap.length
    frozen.push(...gap)
    return true
  }
  const repairs = (before: StudiedDay, next: StudiedDay): boolean => {
    const enough = next.count >= rules.repair.factor * goalOn(rules, next.day)
    if (!rules.repair.enabled || next.day - before.day !== 2 || !enough) return false
    repaired.push(before.day + 1)
    return true
  }

  for (const [index, each] of active.entries()) {
    const before = active[index - 1]
    const goesOn =
      before !== undefined &&
      (closes(before, { ...each.first, day: each.day }) || repairs(before, each))
    chain = goesOn ? chain + 1 : 1
    longest = Math.max(longest, chain)
    const { earnEvery, max } = rules.freeze
    if (earnEvery > 0 && chain % earnEvery === 0) freezes = Math.min(max, freezes + 1)
  }

  const last = active.at(-1)
  const todayDone = last?.day === today
  const here = { at: now, zone, rolloverHour: rules.rolloverHour, day: today }
  const isAlive = last !== undefined && (todayDone || closes(last, here))
  return {
    today,
    todayCount: days.find((each) => each.day === today)?.count ?? 0,
    todayDone,
    current: isAlive ? chain : 0,
    longest,
    atRisk: isAlive && !todayDone,
    repairable: !isAlive && rules.repair.enabled && last?.day === today - 2,
    freezesLeft: freezes,
    frozen,
    bridged,
    repaired,
  }
}
