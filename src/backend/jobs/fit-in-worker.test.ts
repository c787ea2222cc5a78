import { afterEach, expect, test } from 'vitest'
import { seededRng } from '#domain/quiz/random.ts'
import type { CardHistory } from '#domain/scheduling/fit.ts'
import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import { defaultParams } from '#domain/scheduling/fsrs.ts'
import type { Grade } from '#domain/scheduling/grade.ts'
import { forkWorker, nativeCode } from './fork-worker.ts'
import { createStudyJobs, type StudyJobs } from './study-jobs.ts'

let jobs: StudyJobs | null = null
afterEach(() => jobs?.close())

const start = () =>
  createStudyJobs({
    startWorker: forkWorker(new URL('./study-worker.ts', import.meta.url), nativeCode),
    log: () => {},
    moved: () => {},
  })

/** A learner whose memory lasts six times as long as the defaults expect. */
function lastingMemory(cards: number): CardHistory[] {
  const params = defaultParams.map((value, index) => (index < 4 ? value * 6 : value))
  const formulas = createFormulas(params)
  const rng = seededRng('lasting')
  return Array.from({ length: cards }, () => {
    let stability = formulas.firstStability(3)
    let difficulty = formulas.firstDifficulty(3)
    const history = { grades: [3] as Grade[], days: [0] }
    let day = 0
    for (const wait of [2, 5, 12, 30, 60]) {
      const recall = formulas.recall(stability, wait)
      const grade: Grade = rng() < recall ? 3 : 1
      stability =
        grade === 3
          ? formulas.passed(stability, difficulty, recall, 3)
          : formulas.forgotten(stability, difficulty, recall)
      difficulty = formulas.nextDifficulty(difficulty, grade)
      day += wait
      history.grades.push(grade)
      history.days.push(day)
    }
    return history
  })
}

test('the real optimiser finds out, in its worker, that a memory lasts longer than most', async () => {
  jobs = start()
  const fit = await jobs.ask('fit', { histories: lastingMemory(500) })
  expect(fit.params).toHaveLength(21)
  expect(fit.answers).toBe(3000)
  expect(fit.lossAfter).toBeLessThan(fit.lossBefore - 0.003)
  expect(fit.params[2]).toBeGreaterThan(1.3 * (defaultParams[2] ?? 0))
}, 60_000)

test('too few answers are refused by name', async () => {
  jobs = start()
  await expect(jobs.ask('fit', { histories: lastingMemory(100) })).rejects.toMatchObject({
    code: 'too_few_answers',
    params: { answers: 600, needed: 1000 },
  })
})
