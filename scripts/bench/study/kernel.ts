import { performance } from 'node:perf_hooks'
import { FSRS, generatorParameters } from 'ts-fsrs'
import type { ReviewEvent } from '#domain/scheduling/fold.ts'

/** Milliseconds that the kernel of ts-fsrs takes for these answers, with nothing around it. */
export function kernelAlone(logs: readonly (readonly ReviewEvent[])[]): number {
  const fsrs = new FSRS(generatorParameters({ enable_fuzz: false }))
  const start = performance.now()
  for (const log of logs) {
    let state: ReturnType<FSRS['next_state']> | null = null
    let last = 0
    for (const { grade, studyDay } of log) {
      if (grade === null) continue
      state = fsrs.next_state(state, state === null ? 0 : studyDay - last, grade)
      last = studyDay
    }
  }
  return performance.now() - start
}
