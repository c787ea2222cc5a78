import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOver, leftMs, mayAnswer, readClock, startClock, type QuizMode } from './attempt-clock.ts'

const at = (monoMs: number, wallAt: number, process = 1) => ({ monoMs, wallAt, process })
const modes: readonly QuizMode[] = ['exam', 'practice']

describe('the time of an attempt', () => {
  test('goes by the monotonic clock while the program runs, however the wall clock is set', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...modes),
        fc.array(fc.tuple(fc.nat(100_000), fc.integer()), { minLength: 1 }),
        (mode, steps) => {
          let mono = 500
          let clock = startClock(at(mono, 0))
          for (const [passed, wall] of steps) {
            mono += passed
            clock = readClock({ mode }, clock, at(mono, wall))
          }
          expect(clock.elapsedMs).toBe(mono - 500)
        },
      ),
    )
  })

  test('goes on over a restart in an exam and stands still in practice', () => {
    const elapsed = modes.map((mode) => {
      const before = readClock({ mode }, startClock(at(1000, 50_000)), at(4000, 53_000))
      return readClock({ mode }, before, at(20, 113_000, 2)).elapsedMs
    })
    expect(elapsed).toEqual([63_000, 3000])
  })

  test('gives nothing back when the wall clock was set back between two runs', () => {
    const before = readClock({ mode: 'exam' }, startClock(at(0, 90_000)), at(3000, 93_000))
    expect(readClock({ mode: 'exam' }, before, at(5, 10_000, 2)).elapsedMs).toBe(3000)
  })

  test('counts sleep in an exam and not in practice', () => {
    const elapsed = modes.map((mode) => {
      const asleep = readClock({ mode }, startClock(at(0, 0)), at(1000, 1000), true)
      return readClock({ mode }, asleep, at(1010, 601_000)).elapsedMs
    })
    expect(elapsed).toEqual([601_000, 1010])
  })

  test('takes an answer until the grace is over and hands in at the limit', () => {
    const rules = { mode: 'exam', limitMs: 60_000, graceMs: 2000 } as const
    expect([62_000, 62_001].map((elapsed) => mayAnswer(rules, elapsed))).toEqual([true, false])
    expect([59_999, 60_000].map((elapsed) => isOver(rules, elapsed))).toEqual([false, true])
    expect([20_000, 61_000].map((elapsed) => leftMs(rules, elapsed))).toEqual([40_000, 0])
    expect(leftMs({ ...rules, limitMs: null }, 5)).toBeNull()
  })
})
