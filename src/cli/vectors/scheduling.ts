import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import type { Strength } from '#domain/scheduling/memory.ts'
import { isoDay, studyDay } from '#domain/time/study-day.ts'
import { checkAnki, type AnkiHistory } from './anki.ts'
import { isNear, type Verdict } from './check.ts'

interface Step {
  readonly rating: Grade
  readonly elapsed: number
  readonly R: number | null
  readonly S: number
  readonly D: number
  readonly interval: number
  /** The reference's raw interval lies on a half: either neighbour is right. */
  readonly tie: boolean
}
export interface SchedulingFile {
  readonly param_sets: { readonly [name: string]: readonly number[] }
  readonly sequences: readonly {
    readonly id: number
    readonly params: string
    readonly desired_retention: number
    readonly maximum_interval: number
    readonly steps: readonly Step[]
  }[]
  readonly anki?: readonly AnkiHistory[]
  readonly study_day: readonly {
    readonly utc_ms: number
    readonly tz: string
    readonly rollover: number
    readonly study_day: string
    readonly day_index: number
  }[]
}

function checkSequence(
  file: SchedulingFile,
  sequence: SchedulingFile['sequences'][number],
): string[] {
  const model = createFsrs6(file.param_sets[sequence.params])
  let strength: Strength | null = null
  for (const [index, step] of sequence.steps.entries()) {
    const recall: number | null = strength ? model.recall(strength, step.elapsed) : null
    const next: Strength = model.step(strength, step.elapsed, step.rating)
    const days = model.interval(next, sequence.desired_retention)
    const interval = Math.min(Math.max(1, Math.round(days)), sequence.maximum_interval)
    const isRight =
      isNear(next.stability, step.S, { relative: 1e-5, absolute: 1e-8 }) &&
      isNear(next.difficulty, step.D, { absolute: 1e-4 }) &&
      (interval === step.interval || (step.tie && Math.abs(interval - step.interval) === 1)) &&
      (recall === null || step.R === null || isNear(recall, step.R, { absolute: 1e-6 }))
    if (!isRight) {
      const found = { S: next.stability, D: next.difficulty, interval, R: recall }
      return [
        `sequence ${sequence.id} step ${index}: expected ${JSON.stringify(step)}, found ${JSON.stringify(found)}`,
      ]
    }
    strength = next
  }
  return []
}

/** FSRS sequences against the reference (S within 1e-5, D within 1e-4, all intervals), Anki's states, and study days. */
export function checkScheduling(file: SchedulingFile): Verdict {
  const sequences = file.sequences.flatMap((sequence) => checkSequence(file, sequence))
  const days = file.study_day.flatMap((each) => {
    const day = studyDay(each.utc_ms, each.tz, each.rollover)
    if (day === each.day_index && isoDay(day) === each.study_day) return []
    return [
      `study day of ${each.utc_ms} ${each.tz}: expected ${each.study_day}, found ${isoDay(day)}`,
    ]
  })
  const anki = checkAnki(file.anki ?? [], file.param_sets)
  return {
    cases: file.sequences.length + anki.cases + file.study_day.length,
    wrong: [...sequences, ...anki.wrong, ...days],
  }
}
