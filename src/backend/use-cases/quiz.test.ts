import { afterEach, describe, expect, test } from 'vitest'
import type { ApiName, Input, Output } from '#contract/api.ts'
import { open } from '#contract/envelope.ts'
import { AppError } from '#domain/errors.ts'
import { startSampleBackend, type SampleBackend } from '../testing/sample-backend.ts'

let running: SampleBackend
afterEach(() => running.stop())

const call = async <K extends ApiName>(name: K, input: Input<K>): Promise<Output<K>> =>
  open(await running.backend.dispatch(name, input)) as Output<K> // as: dispatch answers by the table

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  )

async function startQuiz(questionCount = 6, minutes = 10) {
  running = startSampleBackend()
  await call('addBundle', { bundleId: 'tiny' })
  const roles = await call('listQuizRoles', {})
  return call('startQuiz', { deckIds: roles.map((role) => role.deckId), questionCount, minutes })
}

describe('a timed quiz', () => {
  test('shows questions without their keys while the clock runs', async () => {
    const quiz = await startQuiz()
    expect(quiz.questions).toHaveLength(6)
    expect(quiz.remainingMs).toBe(600_000)
    expect(JSON.stringify(quiz)).not.toContain('correct')
  })

  test('keeps every answer and the time left over a restart', async () => {
    const quiz = await startQuiz()
    await call('answerQuiz', { quizId: quiz.quizId, n: 2, chosen: 1 })
    running.clock.at += 90_000
    running = await running.restart()
    const resumed = await call('getQuiz', { quizId: quiz.quizId })
    expect(resumed.questions.map((question) => question.chosen)).toEqual([
      null,
      null,
      1,
      null,
      null,
      null,
    ])
    expect(resumed.questions.map((question) => question.prompt)).toEqual(
      quiz.questions.map((question) => question.prompt),
    )
    expect(resumed.remainingMs).toBe(510_000)
    expect((await call('getHome', {})).openQuiz?.quizId).toBe(quiz.quizId)
  })

  test('hands itself in at zero with what was answered, as of its end', async () => {
    const quiz = await startQuiz()
    await call('answerQuiz', { quizId: quiz.quizId, n: 0, chosen: 0 })
    running.clock.at += 3_600_000
    expect(await codeOf(call('answerQuiz', { quizId: quiz.quizId, n: 1, chosen: 0 }))).toBe(
      'quiz_closed',
    )
    const result = await call('getQuizResult', { quizId: quiz.quizId })
    expect(result).toMatchObject({ closedBy: 'expired', answered: 1, total: 6, usedMs: 600_000 })
    expect((await call('getHome', {})).openQuiz).toBeNull()
  })

  test('counts right answers by role and shows key, reason and passage of each question', async () => {
    const quiz = await startQuiz(8)
    for (const { n } of quiz.questions) {
      await call('answerQuiz', { quizId: quiz.quizId, n, chosen: 0 })
    }
    const result = await call('submitQuiz', { quizId: quiz.quizId })
    const right = result.questions.filter((question) => question.options[0]?.correct)
    expect(result.right).toBe(right.length)
    expect(result.percent).toBeCloseTo((100 * right.length) / 8)
    expect(result.roles.reduce((sum, role) => sum + role.right, 0)).toBe(result.right)
    expect(result.roles.reduce((sum, role) => sum + role.total, 0)).toBe(8)
    for (const question of result.questions) {
      expect(question.options.filter((option) => option.correct)).toHaveLength(1)
      expect(question.reason).not.toBe('')
      expect(question.passages.length).toBeGreaterThan(0)
    }
  })

  test('handed in twice is handed in once', async () => {
    const quiz = await startQuiz()
    const first = await call('submitQuiz', { quizId: quiz.quizId })
    running.clock.at += 60_000
    expect(await call('submitQuiz', { quizId: quiz.quizId })).toEqual(first)
  })

  test('its answers count for the streak, each question once', async () => {
    const quiz = await startQuiz()
    await call('answerQuiz', { quizId: quiz.quizId, n: 0, chosen: 0 })
    await call('answerQuiz', { quizId: quiz.quizId, n: 0, chosen: 1 })
    const { streak } = await call('getHome', {})
    expect(streak).toMatchObject({ current: 1, todayCount: 1, todayDone: true })
  })

  test('does not give its result away before it is handed in', async () => {
    const quiz = await startQuiz()
    expect(await codeOf(call('getQuizResult', { quizId: quiz.quizId }))).toBe('quiz_still_open')
  })

  test('refuses an option that the question does not have', async () => {
    const quiz = await startQuiz()
    expect(await codeOf(call('answerQuiz', { quizId: quiz.quizId, n: 0, chosen: 9 }))).toBe(
      'question_not_found',
    )
    expect(await codeOf(call('answerQuiz', { quizId: quiz.quizId, n: 99, chosen: 0 }))).toBe(
      'question_not_found',
    )
  })
})
