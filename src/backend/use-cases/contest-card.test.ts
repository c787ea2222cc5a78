import * as v from 'valibot'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QuizPlan } from '#contract/shapes/quiz-plan.ts'
import { faults } from '#domain/contests/contest.ts'
import { foldMemory } from '#domain/scheduling/fold.ts'
import { grades, type Grade } from '#domain/scheduling/grade.ts'
import { newId, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import { sampleCollection, type SampleCollection } from '../testing/sample.ts'
import { answerCard } from './answer-card.ts'
import { contestCard } from './contest-card.ts'
import { exportContests } from './export-contests.ts'
import { listContests } from './list-contests.ts'
import { listDecks } from './list-decks.ts'
import { openSession } from './open-session.ts'
import { getQuizResult, submitQuiz } from './quiz-results.ts'
import { getHome, getProgress } from './read-progress.ts'
import { reopenContest, settleContest, withdrawContest } from './settle-contest.ts'
import { listQuizRoles, startQuiz } from './start-quiz.ts'
import { answerQuiz, getQuiz } from './take-quiz.ts'

const planOf = (wished: v.InferInput<typeof QuizPlan>) => v.parse(QuizPlan, wished)

const sessionOf = (context: Context) => openSession(context, { deckIds: [] }).cards
const firstCard = (context: Context) => {
  const card = sessionOf(context)[0]
  if (!card) throw new Error('the sample has cards')
  return card
}
const contest = (context: Context, cardId: string, note = '') =>
  contestCard(context, {
    contestId: newId(context),
    target: { from: 'card', cardId },
    fault: 'wrong',
    note,
  })
const answer = (context: Context, cardId: string, grade: Grade) => {
  const revision = context.memories.find(cardId)?.revision ?? 0
  return answerCard(context, { answerId: newId(context), cardId, revision, grade, tookMs: 10 })
}
const memoryRow = (context: Context, cardId: string) =>
  context.db.prepare('select * from memory where card_id = ?').get(cardId)
const thrownBy = (work: () => unknown) => {
  try {
    work()
    return 'nothing'
  } catch (error) {
    return error
  }
}

describe('a contested card', () => {
  test('leaves the queue, the counts and the figures, and writes no line into the log', () => {
    const { context } = sampleCollection()
    const { cardId } = firstCard(context)
    answer(context, cardId, 4)
    const before = {
      decks: listDecks(context),
      stages: getProgress(context).stages,
      log: context.reviews.all(),
    }
    contest(context, cardId)
    expect(sessionOf(context).map((card) => card.cardId)).not.toContain(cardId)
    const [source] = listDecks(context)
    expect(source?.cardCount).toBe((before.decks[0]?.cardCount ?? 0) - 1)
    expect(source?.seenCount).toBe(0)
    expect(getProgress(context).stages).toEqual({ ...before.stages, young: 0 })
    expect(getHome(context).contested).toBe(1)
    expect(context.reviews.all()).toEqual(before.log)
    expect(getProgress(context).activity.at(-1)?.answers).toBe(1)
  })

  test('takes no answer until it is settled', () => {
    const { context } = sampleCollection()
    const { cardId } = firstCard(context)
    contest(context, cardId)
    expect(thrownBy(() => answer(context, cardId, 3))).toMatchObject({ code: 'card_not_found' })
  })

  test('is no question of a new quiz', () => {
    const { context } = sampleCollection()
    const decks = listQuizRoles(context).map((role) => role.deckId)
    const plan = planOf({ deckIds: decks, questionCount: 200, minutes: 5 })
    const before = startQuiz(context, plan).questions.length
    const choice = context.quizCards.ofDecks(decks, ['mcq'])[0]
    contest(context, choice?.cardId ?? '')
    expect(startQuiz(context, plan).questions).toHaveLength(before - 1)
    expect(listQuizRoles(context)[0]?.pool).toBe(3)
  })

  test('comes back when that is taken back, and twice is once', () => {
    const { context } = sampleCollection()
    const { cardId } = firstCard(context)
    const row = memoryRow(context, cardId)
    const { contestId } = contest(context, cardId)
    expect(withdrawContest(context, { contestId }).isOpen).toBe(false)
    withdrawContest(context, { contestId })
    expect(memoryRow(context, cardId)).toEqual(row)
    expect(listContests(context)).toEqual([])
    expect(thrownBy(() => settleContest(context, { contestId, outcome: 'kept' }))).toMatchObject({
      code: 'contest_settled',
    })
  })

  test('that is contested again takes the new words, and the same contest sent twice counts once', () => {
    const { context } = sampleCollection()
    const { cardId } = firstCard(context)
    const first = contest(context, cardId, 'a first thought')
    const second = contestCard(context, {
      contestId: newId(context),
      target: { from: 'card', cardId },
      fault: 'outdated',
      note: 'it changed in May',
    })
    expect(second.contestId).toBe(first.contestId)
    contestCard(context, {
      contestId: first.contestId,
      target: { from: 'card', cardId },
      fault: 'wrong',
      note: 'sent again',
    })
    expect(listContests(context)).toMatchObject([{ fault: 'outdated', note: 'it changed in May' }])
  })

  test('of a removed deck is not listed until the deck is back', () => {
    const { context, deckId } = sampleCollection()
    contest(context, firstCard(context).cardId)
    context.db.prepare('update deck set removed_at = 1 where deck_id = ?').run(deckId)
    expect([listContests(context).length, getHome(context).contested]).toEqual([0, 0])
    context.db.prepare('update deck set removed_at = null').run()
    expect([listContests(context).length, getHome(context).contested]).toEqual([1, 1])
  })
})

describe('settling', () => {
  test('keep brings the card back with its schedule to the last digit', () => {
    const { context } = sampleCollection()
    const { cardId } = firstCard(context)
    answer(context, cardId, 4)
    const row = memoryRow(context, cardId)
    const { contestId } = contest(context, cardId)
    settleContest(context, { contestId, outcome: 'kept' })
    expect(memoryRow(context, cardId)).toEqual(row)
    expect(getHome(context).contested).toBe(0)
  })

  test("edit brings it back in the learner's words, its schedule kept; reopened, the old words are back", () => {
    const { context } = sampleCollection()
    const { cardId, face } = firstCard(context)
    answer(context, cardId, 4)
    const row = memoryRow(context, cardId)
    const { contestId } = contest(context, cardId)
    const wording = { prompt: 'What is duty nought?', answer: 'The very first one' }
    settleContest(context, { contestId, outcome: 'edited', ...wording })
    expect(context.cards.find(cardId)?.edit).toEqual(wording)
    expect(memoryRow(context, cardId)).toEqual(row)
    reopenContest(context, { contestId })
    expect(listContests(context)).toMatchObject([{ cardId, face: { prompt: face.prompt } }])
    expect(context.memories.find(cardId)?.status).toBe('contested')
  })

  test('reject takes it out for good with its reason; reopened, it waits again', () => {
    const { context } = sampleCollection()
    const { cardId } = firstCard(context)
    const { contestId } = contest(context, cardId)
    settleContest(context, { contestId, outcome: 'rejected', reason: 'trivial' })
    expect(context.memories.find(cardId)?.status).toBe('rejected')
    expect(context.db.prepare('select outcome, reason from contest').all()).toEqual([
      { outcome: 'rejected', reason: 'trivial' },
    ])
    expect(context.decisions.find(cardId)).toMatchObject({ verdict: 'rejected', reason: 'trivial' })
    reopenContest(context, { contestId })
    expect(context.memories.find(cardId)?.status).toBe('contested')
    expect(context.decisions.find(cardId)).toBeNull()
  })

  test('a card that its document lost meanwhile stays out of the queue', () => {
    const { context } = sampleCollection()
    const { cardId } = firstCard(context)
    const { contestId } = contest(context, cardId)
    context.db.prepare("update memory set status = 'archived' where card_id = ?").run(cardId)
    settleContest(context, { contestId, outcome: 'kept' })
    expect(context.memories.find(cardId)?.status).toBe('archived')
  })
})

describe('a contested question of a quiz', () => {
  const takeQuiz = ({ context }: SampleCollection) => {
    const deckIds = listQuizRoles(context).map((role) => role.deckId)
    const { quizId, questions } = startQuiz(
      context,
      planOf({ deckIds, questionCount: 6, minutes: 5 }),
    )
    for (const { n } of questions) answerQuiz(context, { quizId, n, chosen: 0, sure: null })
    return quizId
  }
  const contestQuestion = (context: Context, quizId: string, n: number) =>
    contestCard(context, {
      contestId: newId(context),
      target: { from: 'question', quizId, n },
      fault: 'ambiguous',
      note: '',
    })

  test('no longer counts while the quiz runs and in its result, and counts again when it was right', () => {
    const sample = sampleCollection()
    const { context } = sample
    const quizId = takeQuiz(sample)
    const all = submitQuiz(context, { quizId })
    const wrong = all.questions.find((question) => !question.right)
    const { contestId } = contestQuestion(context, quizId, wrong?.n ?? 0)
    const result = getQuizResult(context, { quizId })
    expect(result).toMatchObject({ right: all.right, total: 5, answered: 5, setAside: 1 })
    expect(result.percent).toBeCloseTo((100 * all.right) / 5)
    expect(result.roles.reduce((sum, role) => sum + role.total, 0)).toBe(5)
    expect(result.questions.find(({ n }) => n === wrong?.n)?.contest).toMatchObject({
      contestId,
      fault: 'ambiguous',
      isOpen: true,
    })
    settleContest(context, { contestId, outcome: 'kept' })
    expect(getQuizResult(context, { quizId })).toEqual(all)
  })

  test('stays set aside where it was asked when it is edited or rejected, and counts in a later quiz', () => {
    const sample = sampleCollection()
    const { context, clock } = sample
    const quizId = takeQuiz(sample)
    const { contestId } = contestQuestion(context, quizId, 2)
    expect(getQuiz(context, { quizId }).questions[2]?.contest?.isOpen).toBe(true)
    clock.at += 60_000
    settleContest(context, { contestId, outcome: 'edited', prompt: 'Better?', answer: null })
    expect(submitQuiz(context, { quizId })).toMatchObject({ total: 5, setAside: 1 })
    clock.at += 60_000
    const deckIds = listQuizRoles(context).map((role) => role.deckId)
    const later = startQuiz(context, planOf({ deckIds, questionCount: 200, minutes: 5 }))
    expect(submitQuiz(context, { quizId: later.quizId })).toMatchObject({ total: 8, setAside: 0 })
  })

  test('is kept in the list as it was asked, with its key', () => {
    const sample = sampleCollection()
    const { context } = sample
    const quizId = takeQuiz(sample)
    contestQuestion(context, quizId, 1)
    const asked = submitQuiz(context, { quizId }).questions.find(({ n }) => n === 1)
    expect(listContests(context)[0]?.asked).toMatchObject({
      prompt: asked?.prompt,
      key: asked?.options.find((option) => option.correct)?.text,
      options: asked?.options.map((option) => option.text),
    })
  })

  test('that does not exist is named as such', () => {
    const sample = sampleCollection()
    const quizId = takeQuiz(sample)
    expect(thrownBy(() => contestQuestion(sample.context, quizId, 99))).toMatchObject({
      code: 'question_not_found',
    })
    expect(thrownBy(() => contestQuestion(sample.context, 'none', 0))).toMatchObject({
      code: 'quiz_not_found',
    })
  })
})

const act = fc.record({
  do: fc.constantFrom('answer', 'contest', 'withdraw', 'keep', 'edit', 'reject', 'reopen', 'wait'),
  pick: fc.nat(30),
  grade: fc.constantFrom(...grades),
  fault: fc.constantFrom(...faults),
})

test('through any history of answers and contests, state is the fold of the log and no status goes astray', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 50 }), (acts) => {
      const sample = sampleCollection()
      const { context, clock } = sample
      const contests: string[] = []
      const tryTo = (work: () => unknown) => {
        const error = thrownBy(work)
        if (error !== 'nothing') expect(error).toMatchObject({ code: expect.any(String) as string })
      }
      for (const { do: what, pick, grade, fault } of acts) {
        const cards = sessionOf(context)
        const cardId = cards[pick % Math.max(1, cards.length)]?.cardId
        const contestId = contests[pick % Math.max(1, contests.length)] ?? ''
        if (what === 'wait') clock.at += (pick + 1) * 3_600_000
        else if (what === 'answer' && cardId) answer(context, cardId, grade)
        else if (what === 'contest' && cardId) {
          const id = newId(context)
          contests.push(id)
          contestCard(context, {
            contestId: id,
            target: { from: 'card', cardId },
            fault,
            note: '',
          })
        } else if (what === 'withdraw') tryTo(() => withdrawContest(context, { contestId }))
        else if (what === 'reopen') tryTo(() => reopenContest(context, { contestId }))
        else if (what === 'keep')
          tryTo(() => settleContest(context, { contestId, outcome: 'kept' }))
        else if (what === 'reject')
          tryTo(() => settleContest(context, { contestId, outcome: 'rejected', reason: 'wrong' }))
        else if (what === 'edit')
          tryTo(() =>
            settleContest(context, { contestId, outcome: 'edited', prompt: 'Q', answer: 'A' }),
          )
      }
      const lines = context.reviews.all().map((line) => ({ id: line.reviewId, ...line }))
      const rows = context.db.prepare('select card_id, status from memory').all() as {
        card_id: string
        status: string
      }[]
      for (const { card_id, status } of rows) {
        const own = lines.filter((line) => line.cardId === card_id)
        expect(context.memories.find(card_id)?.memory).toEqual(foldMemory(context.model, own))
        expect(status === 'contested').toBe(context.contests.openOf(card_id) !== null)
      }
      context.db.close()
    }),
    { numRuns: 100 },
  )
})

describe('the list for the owner of a document', () => {
  test('names question, key, passage with its line and section, and what is said', () => {
    const { context } = sampleCollection()
    const card = firstCard(context)
    contest(context, card.cardId, 'Duty 0 moved to Role 1 in May')
    const { fileName, text } = exportContests(context, { format: 'md' })
    expect(fileName).toBe('contested-cards-2026-05-10.md')
    expect(text).toContain('## Sample\n\n### Role 0\n\n- **Question:** What is duty 0?')
    expect(text).toContain('Key: carry out duty 0 of role 0')
    expect(text).toContain('**wrong** (2026-05-10): Duty 0 moved to Role 1 in May')
    expect(text).toContain('Passage, line 2:\n\n  > carry out duty 0 of role 0')
  })

  test('says where the document no longer holds a passage', () => {
    const { context } = sampleCollection()
    contest(context, firstCard(context).cardId)
    context.db.prepare("update source set text = 'All new.'").run()
    expect(exportContests(context, { format: 'md' }).text).toContain('no longer in the document')
  })

  test('is empty when nothing is contested, and says so', () => {
    const { context } = sampleCollection()
    expect(exportContests(context, { format: 'md' }).text).toContain('No card is contested.')
    expect(exportContests(context, { format: 'csv' }).text.trim().split('\r\n')).toHaveLength(1)
  })
})

describe('what a contest says of the card', () => {
  test('a rejection with its reason counts for the card’s kind, until the contest is opened again', () => {
    const { context } = sampleCollection()
    const { cardId, face } = firstCard(context)
    const { contestId } = contest(context, cardId)
    settleContest(context, { contestId, outcome: 'rejected', reason: 'outdated' })
    expect(context.decisions.tally('none')).toEqual([
      { recipe: face.recipe, decided: 1, rejected: 1 },
    ])
    reopenContest(context, { contestId })
    expect(context.decisions.tally('none')).toEqual([])
  })

  test('an edit keeps the wording of options that was there before', () => {
    const { context } = sampleCollection()
    const { cardId } = firstCard(context)
    const choices = [
      { text: 'Mine', correct: true },
      { text: 'Yours', correct: false },
    ]
    write(context.db, (tx) =>
      context.cards.setEdit(tx, cardId, { prompt: 'Before?', answer: null, choices }),
    )
    const { contestId } = contest(context, cardId)
    settleContest(context, { contestId, outcome: 'edited', prompt: 'After?', answer: null })
    expect(context.cards.find(cardId)?.edit).toEqual({ prompt: 'After?', answer: null, choices })
  })
})
