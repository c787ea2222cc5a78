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

  test('gives nothing back and takes nothing when the clock of the computer is set by hand', async () => {
    const quiz = await startQuiz()
    running.clock.at += 60_000
    // An hour ahead: the wall clock moves, the monotonic one does not.
    running.clock.at += 3_600_000
    running.clock.setMs = 3_600_000
    const seen = await call('getQuiz', { quizId: quiz.quizId })
    expect(seen).toMatchObject({ status: 'open', remainingMs: 540_000 })
  })

  test('in practice counts only time in which the program ran', async () => {
    const { quizId } = await start({ mode: 'practice' })
    running.clock.at += 60_000
    await call('beatQuiz', { quizId })
    running = await running.restart()
    running.clock.at += 3_600_000
    running = await running.restart()
    expect((await call('getQuiz', { quizId })).remainingMs).toBe(540_000)
  })

  test('takes an answer that was on its way at zero, and none later', async () => {
    const quiz = await startQuiz()
    running.clock.at += 601_900
    await call('answerQuiz', { quizId: quiz.quizId, n: 0, chosen: 0 })
    running.clock.at += 200
    expect(await codeOf(call('answerQuiz', { quizId: quiz.quizId, n: 1, chosen: 0 }))).toBe(
      'quiz_closed',
    )
    const result = await call('getQuizResult', { quizId: quiz.quizId })
    expect(result).toMatchObject({ closedBy: 'expired', answered: 1, usedMs: 600_000 })
  })

  test('counts sleep in an exam and not in practice', async () => {
    for (const [mode, left] of [
      ['exam', 240_000],
      ['practice', 540_000],
    ] as const) {
      const { quizId } = await start({ mode })
      running.clock.at += 60_000
      running.backend.slept(true)
      // The monotonic clock stands still meanwhile.
      running.clock.at += 300_000
      running.clock.setMs += 300_000
      running.backend.slept(false)
      expect((await call('getQuiz', { quizId })).remainingMs).toBe(left)
      if (mode === 'exam') await running.stop()
    }
  })

  test('runs without a limit for as long as it takes', async () => {
    const { quizId, remainingMs } = await start({ minutes: null })
    expect(remainingMs).toBeNull()
    running.clock.at += 100 * 3_600_000
    expect(await call('getQuiz', { quizId })).toMatchObject({ status: 'open', remainingMs: null })
  })
})

async function start(more: Partial<Input<'startQuiz'>>) {
  running = startSampleBackend()
  await call('addBundle', { bundleId: 'tiny' })
  return again(more)
}
async function again(more: Partial<Input<'startQuiz'>>) {
  const roles = await call('listQuizRoles', {})
  const deckIds = roles.map((role) => role.deckId)
  return call('startQuiz', { deckIds, questionCount: 6, minutes: 10, ...more })
}

describe('one question after the other', () => {
  test('shows one at a time, and a question that was left takes no answer', async () => {
    const { quizId, turn, questions } = await start({ isSequential: true })
    expect(turn).toBe(0)
    expect(questions.filter(({ prompt }) => prompt !== '')).toHaveLength(1)
    await call('answerQuiz', { quizId, n: 0, chosen: 1 })
    const next = await call('turnQuiz', { quizId, n: 0 })
    expect(next.questions.map(({ prompt }) => prompt !== '').indexOf(true)).toBe(1)
    expect(await codeOf(call('answerQuiz', { quizId, n: 0, chosen: 0 }))).toBe('question_over')
    expect(await codeOf(call('answerQuiz', { quizId, n: 3, chosen: 0 }))).toBe('question_over')
  })

  test('two windows that turn at the same time turn once', async () => {
    const { quizId } = await start({ isSequential: true })
    await call('turnQuiz', { quizId, n: 0 })
    expect((await call('turnQuiz', { quizId, n: 0 })).turn).toBe(1)
  })

  test('locks each question at its own limit, over a restart too, and ends with the last', async () => {
    const { quizId, questionLeftMs } = await start({ secondsPerQuestion: 20, minutes: null })
    expect(questionLeftMs).toBe(20_000)
    await call('answerQuiz', { quizId, n: 0, chosen: 0 })
    running.clock.at += 50_000
    running = await running.restart()
    expect(await call('getQuiz', { quizId })).toMatchObject({ turn: 2, questionLeftMs: 10_000 })
    running.clock.at += 80_000
    const result = await call('getQuizResult', { quizId })
    expect(result).toMatchObject({ closedBy: 'expired', answered: 1, usedMs: 120_000 })
  })
})

describe('what a quiz does to the schedule', () => {
  const states = async () => {
    const { cards } = await call('openSession', { deckIds: [] })
    return new Map(cards.map(({ cardId, memory }) => [cardId, memory]))
  }
  /** Answers question 0 right, question 1 wrong and leaves the others out. */
  async function takeQuiz(feeds: boolean) {
    const { quizId } = await start({ feeds, kinds: ['single'] })
    const peek = await call('submitQuiz', { quizId })
    const next = await again({
      feeds,
      kinds: ['single'],
      cardIds: peek.questions.map(({ cardId }) => cardId),
    })
    const keys = new Map(peek.questions.map((question) => [question.prompt, question.key[0]]))
    for (const { n, prompt, options } of next.questions.slice(0, 2)) {
      const key = options.indexOf(keys.get(prompt) ?? '')
      await call('answerQuiz', {
        quizId: next.quizId,
        n,
        chosen: n === 0 ? key : (key + 1) % options.length,
      })
    }
    return call('submitQuiz', { quizId: next.quizId })
  }

  test('is nothing unless it was wished', async () => {
    const { fed } = await takeQuiz(false)
    expect(fed).toEqual({ cards: 0, isUndone: false })
    expect((await call('getSteps', {})).undo).toBeNull()
  })

  test('is a step for the two answers, right as Hard and wrong as Again; what was left out changes nothing', async () => {
    const { fed, questions, quizId } = await takeQuiz(true)
    expect(fed).toEqual({ cards: 2, isUndone: false })
    const step = (await call('getSteps', {})).undo
    expect(step).toMatchObject({ stepId: quizId, kind: 'quiz', cardCount: 2 })
    const answered = questions.slice(0, 2)
    expect(answered.map(({ right }) => right)).toEqual([true, false])
    // Learning steps of 1 and 10 minutes: Again comes back after one, Hard after the mean of both.
    running.clock.at += 60_000
    const due = (await states()).entries().filter(([, memory]) => memory.kind === 'learning')
    const dueAt = new Map(
      due.map(([cardId, memory]) => [cardId, memory.kind === 'learning' ? memory.dueAt : 0]),
    )
    const [hard, again] = answered.map(({ cardId }) => dueAt.get(cardId) ?? 0)
    expect((hard ?? 0) - (again ?? 0)).toBe(4.5 * 60_000)
  })

  test('is taken back by one undo and done again by one redo', async () => {
    const { quizId } = await takeQuiz(true)
    const fed = await states()
    await call('undoStep', { stepId: quizId })
    expect([...(await states()).values()].every(({ kind }) => kind === 'new')).toBe(true)
    expect((await call('getQuizResult', { quizId })).fed).toEqual({ cards: 2, isUndone: true })
    await call('redoStep', {})
    expect(await states()).toEqual(fed)
  })

  test('leaves a card alone that was answered after the quiz had ended', async () => {
    running = startSampleBackend()
    await call('addBundle', { bundleId: 'tiny' })
    // Never answered or changed: its revision is the first.
    const first = await again({ kinds: ['single'], questionCount: 1 })
    const [asked] = (await call('submitQuiz', { quizId: first.quizId })).questions
    const [cardId, revision] = [asked?.cardId ?? '', 0]
    const plan = { feeds: true, cardIds: [cardId], questionCount: 1 }
    const late = await again(plan)
    await call('answerQuiz', { quizId: late.quizId, n: 0, chosen: 0 })
    running.clock.at += 700_000
    const answerId = crypto.randomUUID()
    await call('answerCard', { answerId, cardId, revision, grade: 3, tookMs: 1 })
    expect((await call('getQuizResult', { quizId: late.quizId })).fed.cards).toBe(0)
    const now = await again(plan)
    await call('answerQuiz', { quizId: now.quizId, n: 0, chosen: 0 })
    expect((await call('submitQuiz', { quizId: now.quizId })).fed.cards).toBe(1)
  })
})

describe('drawing', () => {
  test('avoids the last questions where it can, and says how many it could not', async () => {
    const first = await start({ questionCount: 6, kinds: ['single'] })
    expect(first.repeats).toBe(0)
    const second = await again({ questionCount: 6, kinds: ['single'] })
    expect(second.repeats).toBe(0)
    const prompts = new Set(first.questions.map(({ prompt, options }) => prompt + options.join()))
    expect(
      second.questions.some(({ prompt, options }) => prompts.has(prompt + options.join())),
    ).toBe(false)
    const third = await again({ questionCount: 10, kinds: ['single'] })
    expect(third.repeats).toBe(4)
  })

  test('a seed and a form give the same questions in the same order again', async () => {
    const seeded = { seed: 'audit', form: 2, questionCount: 4 }
    const one = await start(seeded)
    const other = await again(seeded)
    const shown = (run: typeof one) => run.questions.map(({ prompt, options }) => [prompt, options])
    expect(shown(other)).toEqual(shown(one))
    expect(shown(await again({ ...seeded, form: 1 }))).not.toEqual(shown(one))
  })

  test('a search and a list of cards narrow what is asked', async () => {
    const all = await start({ questionCount: 500 })
    const found = await again({ search: '"Role 1"', questionCount: 500 })
    expect(found.questions.length).toBeGreaterThan(0)
    expect(found.questions.length).toBeLessThan(all.questions.length)
    expect(await codeOf(again({ cardIds: ['none'] }))).toBe('quiz_pool_empty')
    expect(await codeOf(again({ search: 'deck:nowhere' }))).toBe('search_not_understood')
  })

  test('nothing has to be typed unless it is wished', async () => {
    const { plan } = await start({})
    expect(plan.kinds).toEqual(['single', 'multi', 'truth', 'match', 'order', 'raci'])
  })
})

describe('saved set-ups', () => {
  test('are kept by name, the later one of a name replaces the earlier', async () => {
    const { plan } = await start({ passMark: 70 })
    await call('saveQuizTemplate', { name: 'Audit', plan })
    await call('saveQuizTemplate', { name: 'Audit', plan: { ...plan, passMark: 80 } })
    running = await running.restart()
    const [template, ...others] = await call('listQuizTemplates', {})
    expect(others).toEqual([])
    expect(template?.plan).toEqual({ ...plan, passMark: 80 })
    await call('removeQuizTemplate', { templateId: template?.templateId ?? '' })
    expect(await call('listQuizTemplates', {})).toEqual([])
  })
})

test('flags and how sure one was are kept with the answers', async () => {
  const { quizId } = await start({ asksSureness: true })
  await call('answerQuiz', { quizId, n: 1, chosen: 0, sure: 'high' })
  await call('flagQuestion', { quizId, n: 2, isFlagged: true })
  running = await running.restart()
  const { questions } = await call('getQuiz', { quizId })
  expect(questions.map(({ sure, isFlagged }) => [sure, isFlagged]).slice(0, 3)).toEqual([
    [null, false],
    ['high', false],
    [null, true],
  ])
  const { surenessPoints, questions: reviewed } = await call('submitQuiz', { quizId })
  expect(surenessPoints).toBe(reviewed[1]?.right ? 3 : -6)
})
