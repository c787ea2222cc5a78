import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldMemory, type ReviewEvent } from '#domain/scheduling/fold.ts'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import { grades } from '#domain/scheduling/grade.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import { defaultScheduling, nextMemory, placeOf } from '#domain/scheduling/next-memory.ts'
import { onDay } from '#domain/scheduling/set-date.ts'
import { becameLeech, isLeech } from './leech.ts'
import { foldMarks, noMarks, type Marks } from './marks.ts'
import { stepsToRedo, type StepLine } from './steps.ts'

const model = createFsrs6()

interface Line extends ReviewEvent {
  readonly redoOf: string | null
  readonly value: Partial<Marks> | null
}
interface State {
  readonly memory: Memory
  readonly marks: Marks
}

const deed = fc.oneof(
  fc.record({ kind: fc.constant('study' as const), grade: fc.constantFrom(...grades) }),
  fc.record({ kind: fc.constant('reset' as const) }),
  fc.record({ kind: fc.constant('date' as const), inDays: fc.nat(90) }),
  fc.record({ kind: fc.constant('flag' as const), flag: fc.constantFrom(0, 1, 7) }),
  fc.record({ kind: fc.constant('suspend' as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant('leech' as const) }),
  fc.record({ kind: fc.constant('cram' as const) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: -2, max: 60 }) }),
)

/** A learner who keeps a copy of the card before each step, and the log that is written meanwhile. */
function live(deeds: readonly (typeof deed extends fc.Arbitrary<infer Each> ? Each : never)[]) {
  let state: State = { memory: { kind: 'new' }, marks: noMarks }
  const lines: Line[] = []
  const back: { readonly line: Line; readonly before: State; readonly after: State }[] = []
  const forth: typeof back = []
  let day = 100
  const write = (line: Partial<Line> & Pick<Line, 'kind'>): Line => {
    const n = lines.length + 1
    const base = { grade: null, undoOf: null, redoOf: null, place: null, value: null }
    const whole = {
      ...base,
      at: day * 86_400_000,
      studyDay: day,
      ...line,
      id: `${n}`,
      n,
      cardId: 'c',
    }
    lines.push(whole)
    return whole
  }
  const step = (after: State, line: Parameters<typeof write>[0]) => {
    back.push({ line: write(line), before: state, after })
    forth.length = 0
    state = after
  }
  const mark = (kind: 'flag' | 'suspend' | 'leech', value: Partial<Marks>) =>
    step({ ...state, marks: { ...state.marks, ...value } }, { kind, value })
  for (const each of deeds) {
    const { memory, marks } = state
    if (each.kind === 'days') day += each.days
    else if (each.kind === 'study') {
      const moment = { at: day * 86_400_000, day }
      const after = nextMemory(model, memory, each.grade, moment, defaultScheduling)
      step({ memory: after, marks }, { kind: 'study', grade: each.grade, place: placeOf(after) })
    } else if (each.kind === 'reset') {
      step({ memory: { kind: 'new' }, marks: { ...marks, leechSettled: null } }, { kind: 'reset' })
    } else if (each.kind === 'date') {
      const dueDay = day + each.inDays
      step({ memory: onDay(memory, dueDay), marks }, { kind: 'date', place: { dueDay } })
    } else if (each.kind === 'flag') mark('flag', { flag: each.flag as Marks['flag'] })
    else if (each.kind === 'suspend') mark('suspend', { isSuspended: each.on })
    else if (each.kind === 'leech') mark('leech', { leechSettled: 8 })
    else if (each.kind === 'cram') step(state, { kind: 'cram', grade: 1 })
    else if (each.kind === 'undo') {
      const last = back.pop()
      if (!last) continue
      write({ kind: 'undo', undoOf: last.line.id })
      forth.push(last)
      state = last.before
    } else {
      const next = forth.pop()
      if (!next) continue
      const line = write({ ...next.line, redoOf: next.line.id })
      back.push({ ...next, line })
      state = next.after
    }
  }
  return { state, lines }
}

describe('a log with steps taken back and done again', () => {
  test('gives what a learner has who kept a copy before each step', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 2, maxLength: 25, size: 'max' }), (deeds) => {
        const { state, lines } = live(deeds)
        expect({ memory: foldMemory(model, lines), marks: foldMarks(lines) }).toEqual(state)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('what can be done again', () => {
  const line = (text: string, n: number): StepLine => {
    const [kind = '', stepId = '', of = ''] = text.split(' ')
    const base = { n, stepId, undoneStep: null, redoneStep: null }
    if (kind === 'undo') return { ...base, kind: 'undo', undoneStep: of }
    if (kind === 'redo') return { ...base, kind: 'flag', redoneStep: of }
    return { ...base, kind: kind === 'due' ? 'due' : 'flag' }
  }
  const after = (...texts: string[]) => stepsToRedo(texts.map(line))

  test('is what was taken back last, first', () => {
    expect(after('flag a', 'flag b', 'undo c b', 'undo d a')).toEqual(['b', 'a'])
    expect(after('flag a', 'flag b', 'undo c b', 'undo d a', 'redo e a')).toEqual(['b'])
    expect(after('flag a', 'undo b a', 'redo c a', 'undo d c')).toEqual(['c'])
  })

  test('is one step for all lines of a step', () => {
    expect(after('flag a', 'flag a', 'undo b a', 'undo b a')).toEqual(['a'])
    expect(after('flag a', 'flag a', 'undo b a', 'undo b a', 'redo c a', 'redo c a')).toEqual([])
  })

  test('is forgotten with a new step, not with what a document does', () => {
    expect(after('flag a', 'undo b a', 'flag c')).toEqual([])
    expect(after('flag a', 'undo b a', 'due c')).toEqual(['a'])
  })
})

describe('a card that was forgotten often', () => {
  test('is looked at from eight times on, and after that each four times', () => {
    expect([0, 7, 8, 9].map((lapses) => isLeech(lapses, null))).toEqual([false, false, true, true])
    expect([8, 11, 12, 15, 16].map((lapses) => isLeech(lapses, 8))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
    expect([13, 15, 16].map((lapses) => isLeech(lapses, 13))).toEqual([false, false, true])
  })

  test('is told of with the answer that makes it so, and no other', () => {
    const told = Array.from({ length: 20 }, (_, n) => n + 1).filter((n) =>
      becameLeech(n - 1, n, null),
    )
    expect(told).toEqual([8, 12, 16, 20])
    expect(becameLeech(8, 8, null)).toBe(false)
    expect(becameLeech(11, 12, 12)).toBe(false)
  })
})
