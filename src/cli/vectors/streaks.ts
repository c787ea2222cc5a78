import {
  defaultStreakRules,
  streak,
  type StreakEvent,
  type StreakRules,
} from '#domain/stats/streak.ts'
import { isoDay, parseIsoDay } from '#domain/time/study-day.ts'
import { sameJson, type Verdict } from './check.ts'

interface CaseEvent {
  readonly id?: string
  readonly t?: string
  readonly tz?: string
  readonly n?: number
  readonly kind?: string
  readonly day?: string
  readonly ro?: number
  readonly undoOf?: string
}
export interface StreakCase {
  readonly name: string
  readonly rules?: {
    readonly rollover?: number
    readonly goals?: readonly { readonly from: string; readonly n: number }[]
    readonly kinds?: readonly string[]
    readonly freeze?: StreakRules['freeze']
    readonly repair?: StreakRules['repair']
    readonly bridgeHours?: number
  }
  readonly events: readonly CaseEvent[]
  readonly now: string
  readonly tz: string
  readonly expect: unknown
}

const toEvent = (event: CaseEvent, index: number): StreakEvent => ({
  id: event.id ?? `unnamed-${index}`,
  at: Date.parse(event.t ?? '1970-01-01T00:00:00Z'),
  zone: event.tz ?? 'UTC',
  n: event.n ?? 1,
  kind: event.kind ?? 'review',
  ...(event.day === undefined ? {} : { day: parseIsoDay(event.day) }),
  ...(event.ro === undefined ? {} : { rolloverHour: event.ro }),
  ...(event.undoOf === undefined ? {} : { undoOf: event.undoOf }),
})

const toRules = (rules: StreakCase['rules'] = {}): StreakRules => ({
  rolloverHour: rules.rollover ?? defaultStreakRules.rolloverHour,
  goals: (rules.goals ?? []).map(({ from, n }) => ({ from: parseIsoDay(from), n })),
  kinds: rules.kinds ? new Set(rules.kinds) : defaultStreakRules.kinds,
  freeze: rules.freeze ?? defaultStreakRules.freeze,
  repair: rules.repair ?? defaultStreakRules.repair,
  bridgeHours: rules.bridgeHours ?? defaultStreakRules.bridgeHours,
})

/** Streak cases: every figure of every case must be right. */
export function checkStreaks(cases: readonly StreakCase[]): Verdict {
  const wrong = cases.flatMap((each) => {
    const result = streak(
      each.events.map(toEvent),
      toRules(each.rules),
      Date.parse(each.now),
      each.tz,
    )
    const found = {
      ...result,
      today: isoDay(result.today),
      frozen: result.frozen.map(isoDay),
      bridged: result.bridged.map(isoDay),
      repaired: result.repaired.map(isoDay),
    }
    if (sameJson(found, each.expect)) return []
    return [`${each.name}: expected ${JSON.stringify(each.expect)}, found ${JSON.stringify(found)}`]
  })
  return { cases: cases.length, wrong }
}
