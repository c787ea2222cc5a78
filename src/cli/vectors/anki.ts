import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import { grades, type Grade } from '#domain/scheduling/grade.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import {
  defaultScheduling,
  nextMemories,
  type Moment,
  type Seen,
} from '#domain/scheduling/next-memory.ts'
import { isNear, type Verdict } from './check.ts'

/** What Anki showed for a button: in days, or in seconds with the steps that are left. */
type AnkiState =
  | readonly [kind: 'review', stability: number, difficulty: number, days: number]
  | readonly [
      kind: 'learning' | 'relearning',
      stability: number,
      difficulty: number,
      seconds: number,
      stepsLeft: number,
    ]

/** A card that was answered in the real Anki backend: the four next states before each answer. */
export interface AnkiHistory {
  readonly id: number
  readonly params: string
  readonly desired_retention: number
  readonly maximum_interval: number
  readonly steps: readonly {
    readonly rating: Grade
    readonly elapsed: number
    readonly next: { readonly [button in 'again' | 'hard' | 'good' | 'easy']: AnkiState }
  }[]
}

const buttons = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const

/** Intervals that are one day off (Anki reckons with 32-bit numbers) pass up to this share of all of them. */
const dayOffShare = 0.0005

type Comparison = 'same' | 'day off' | 'different'

function compare(found: Seen, expected: AnkiState, { at, day }: Moment): Comparison {
  const isClose =
    isNear(found.stability, expected[1], { relative: 5e-4 }) &&
    isNear(found.difficulty, expected[2], { absolute: 1e-4 })
  if (!isClose || found.kind !== expected[0]) return 'different'
  if (expected[0] === 'review') {
    if (found.kind !== 'review') return 'different'
    const off = Math.abs(found.dueDay - day - expected[3])
    return off === 0 ? 'same' : off === 1 ? 'day off' : 'different'
  }
  if (found.kind === 'review') return 'different'
  const { learningStepsMs, relearningStepsMs } = defaultScheduling
  const steps = found.kind === 'learning' ? learningStepsMs : relearningStepsMs
  const isSame =
    found.dueAt - at === expected[3] * 1000 && steps.length - found.step === expected[4]
  return isSame ? 'same' : 'different'
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))

/** The state as Anki has it before the next answer: stability is kept to four decimals, difficulty to three. */
function storedByAnki(found: Seen, expected: AnkiState, day: number): Seen {
  const strength = { stability: rounded(expected[1], 4), difficulty: rounded(expected[2], 3) }
  return expected[0] === 'review' && found.kind === 'review'
    ? { ...found, ...strength, dueDay: day + expected[3] }
    : { ...found, ...strength }
}

/**
 * The four next states before each answer against those of Anki's own scheduler (fuzz off): kind, step and
 * seconds the same, S within 5e-4 relative, D within 1e-4, days the same, or one off
 * in at most 0.05 % of all states. Each answer starts from the state that Anki had stored, so that one rounding of
 * its 32-bit numbers is not counted again at every later answer.
 */
export function checkAnki(
  histories: readonly AnkiHistory[],
  paramSets: { readonly [name: string]: readonly number[] },
): Verdict {
  const wrong: string[] = []
  const dayOff: string[] = []
  let states = 0
  for (const history of histories) {
    const model = createFsrs6(paramSets[history.params])
    const options = {
      ...defaultScheduling,
      desiredRecall: history.desired_retention,
      maximumDays: history.maximum_interval,
    }
    let memory: Memory = { kind: 'new' }
    let day = 20_000
    for (const [index, step] of history.steps.entries()) {
      day += step.elapsed
      const at = day * 86_400_000 + index * 1000
      const found = nextMemories(model, memory, { at, day }, options)
      for (const grade of grades) {
        const expected = step.next[buttons[grade]]
        states += 1
        const verdict = compare(found[grade], expected, { at, day })
        const line = `Anki card ${history.id} answer ${index} grade ${grade}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found[grade])}`
        if (verdict === 'different') wrong.push(line)
        else if (verdict === 'day off') dayOff.push(line)
      }
      memory = storedByAnki(found[step.rating], step.next[buttons[step.rating]], day)
    }
  }
  const isTooOften = dayOff.length > states * dayOffShare
  return { cases: histories.length, wrong: isTooOften ? [...wrong, ...dayOff] : wrong }
}
