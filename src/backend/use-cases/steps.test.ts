import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { mostStepsBack } from '#domain/study/steps.ts'
import { newId, readNow } from '../context.ts'
import { write } from '../store/open.ts'
import { carryOut, deed, faultsOf, storedCards, storedDays } from '../testing/history.ts'
import {
  sampleCollection,
  sampleGen,
  standingClock,
  type SampleCollection,
} from '../testing/sample.ts'
import { startSampleBackend } from '../testing/sample-backend.ts'
import { actOnCards } from './act-on-cards.ts'
import { answerCard } from './answer-card.ts'
import { contestCard } from './contest-card.ts'
import { openPractice } from './open-practice.ts'
import { openSession } from './open-session.ts'
import { practiseCard } from './practise-card.ts'
import { callCard } from './log-lines.ts'
import { queueOf } from './queue-of.ts'
import { getSteps } from './read-steps.ts'
import { redoStep } from './redo-step.ts'
import { withdrawContest } from './settle-contest.ts'
import { undoStep } from './undo-step.ts'

/** A thousand of each took 16, 29 and 25 seconds on two busy cores (REMIT_HISTORIES=1000); fewer in the everyday suite. */
const histories = Number(process.env.REMIT_HISTORIES ?? 120)
const cardIds = sampleGen().cards.map((card) => card.id)
const shared = sampleCollection()
afterAll(() => shared.context.db.close())

/** Runs a history on a collection that is as new, and leaves it so. */
function onFreshCollection(work: (sample: SampleCollection) => void): void {
  const { context, clock } = shared
  Object.assign(clock, { at: standingClock().at, place: 'Europe/Berlin' })
  context.db.exec('begin')
  try {
    work(shared)
  } finally {
    context.db.exec('rollback')
  }
}

const queue = ({ context }: SampleCollection) =>
  queueOf(
    context,
    context.decks.visible().map((deck) => deck.deckId),
    readNow(context),
  )

const history = (maxLength: number) => fc.array(deed, { minLength: 3, maxLength, size: 'max' })

describe('any history', () => {
  test('of answers, acts, practice, steps back and forth, clock jumps and travel is what the log alone gives', () => {
    let steps = 0
    fc.assert(
      fc.property(history(30), (deeds) =>
        onFreshCollection((sample) => {
          for (const each of deeds) if (carryOut(sample, cardIds, each)) steps += 1
          expect(faultsOf(sample)).toEqual([])
        }),
      ),
      { numRuns: histories },
    )
    expect(steps).toBeGreaterThan(5 * histories)
  })

  test('is taken back k steps and done again k steps without a trace', () => {
    let steps = 0
    fc.assert(
      fc.property(history(25), fc.integer({ min: 1, max: 20 }), (deeds, wanted) =>
        onFreshCollection((sample) => {
          for (const each of deeds) carryOut(sample, cardIds, each)
          // What was taken back already stays so: only what is taken back now is done again.
          const before = {
            cards: storedCards(sample),
            days: storedDays(sample),
            queue: queue(sample),
          }
          let back = 0
          while (back < wanted && carryOut(sample, cardIds, { kind: 'undo' })) back += 1
          for (let n = 0; n < back; n += 1) redoStep(sample.context)
          steps += back
          expect(storedCards(sample)).toEqual(before.cards)
          expect(storedDays(sample)).toEqual(before.days)
          expect(queue(sample)).toEqual(before.queue)
          expect(faultsOf(sample)).toEqual([])
        }),
      ),
      { numRuns: histories },
    )
    expect(steps).toBeGreaterThan(histories)
  })

  test('may be followed by any amount of practice: cards and queue stay byte for byte', () => {
    const practice = fc.array(fc.record({ pick: fc.nat(15), grade: fc.constantFrom(1, 2, 3, 4) }), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(history(20), practice, (deeds, answers) =>
        onFreshCollection((sample) => {
          const { context } = sample
          for (const each of deeds) carryOut(sample, cardIds, each)
          const before = JSON.stringify([storedCards(sample, true), queue(sample)])
          openPractice(context, { kind: 'cards', deckIds: [], responsibilityId: null })
          openPractice(context, { kind: 'duties', deckIds: [], responsibilityId: null })
          for (const { pick, grade } of answers) {
            const cardId = cardIds[pick] ?? ''
            practiseCard(context, { answerId: newId(context), cardId, grade, tookMs: 900 })
          }
          expect(JSON.stringify([storedCards(sample, true), queue(sample)])).toBe(before)
        }),
      ),
      { numRuns: histories },
    )
  })

  test('is seen through: a state or a mark that was changed beside the log is noticed', () => {
    const sample = sampleCollection()
    const { context } = sample
    const [cardId = ''] = cardIds
    actOnCards(context, { stepId: newId(context), cardIds: [cardId], act: { do: 'flag', flag: 2 } })
    expect(faultsOf(sample)).toEqual([])
    context.db.prepare('update memory set flag = 3 where card_id = ?').run(cardId)
    expect(faultsOf(sample)).toEqual([`${cardId}: marks`])
    context.db
      .prepare(
        "update memory set flag = 2, state = 'review', stability = 1, difficulty = 5, last_review_at = 1, last_study_day = 1, due_day = 1 where card_id = ?",
      )
      .run(cardId)
    expect(faultsOf(sample)).toEqual([`${cardId}: state`])
  })
})

describe('steps', () => {
  const answer = ({ context }: SampleCollection, grade: 1 | 2 | 3 | 4 = 3) => {
    const card = openSession(context, { deckIds: [] }).cards[0]
    if (!card) throw new Error('the sample has cards')
    const { cardId, revision } = card
    return answerCard(context, { answerId: newId(context), cardId, revision, grade, tookMs: 5 })
  }
  const act = (
    { context }: SampleCollection,
    act: Parameters<typeof actOnCards>[1]['act'],
    ids = cardIds.slice(0, 1),
  ) => actOnCards(context, { stepId: newId(context), cardIds: ids, act })
  const stored = ({ context }: SampleCollection, cardId = cardIds[0] ?? '') => {
    const found = context.memories.find(cardId)
    if (!found) throw new Error('no such card')
    return found
  }

  test('are told in the order of taking back: an answer, a flag on three cards', () => {
    const sample = sampleCollection()
    answer(sample, 3)
    act(sample, { do: 'flag', flag: 4 }, cardIds.slice(2, 5))
    expect(getSteps(sample.context)).toMatchObject({
      undo: { kind: 'flag', flag: 4, cardCount: 3 },
      redo: null,
    })
    undoStep(sample.context, { stepId: null })
    expect(stored(sample, cardIds[3]).marks.flag).toBe(0)
    expect(getSteps(sample.context)).toMatchObject({
      undo: { kind: 'study', grade: 3, cardCount: 1 },
      redo: { kind: 'flag' },
    })
    redoStep(sample.context)
    expect(stored(sample, cardIds[3]).marks.flag).toBe(4)
    expect(sample.context.reviews.all().map((line) => line.kind)).toEqual([
      'study',
      'flag',
      'flag',
      'flag',
      'undo',
      'undo',
      'undo',
      'flag',
      'flag',
      'flag',
    ])
  })

  test('go back fifty and no further, and a new one forgets what was taken back', () => {
    const sample = sampleCollection()
    const { context } = sample
    for (let n = 0; n < mostStepsBack + 5; n += 1)
      act(sample, { do: 'flag', flag: n % 2 === 0 ? 1 : 2 })
    for (let n = 0; n < mostStepsBack; n += 1) undoStep(context, { stepId: null })
    expect(() => undoStep(context, { stepId: null })).toThrow(
      expect.objectContaining({ code: 'nothing_to_undo' }),
    )
    redoStep(context)
    act(sample, { do: 'suspend', on: true })
    expect(() => redoStep(context)).toThrow(expect.objectContaining({ code: 'nothing_to_redo' }))
  })

  test('an answer that is done again counts for the day on which it was given', () => {
    const sample = sampleCollection()
    const { context, clock } = sample
    const { day } = readNow(context)
    const { cardId } = answer(sample, 4)
    const { memory } = stored(sample, cardId)
    undoStep(context, { stepId: null })
    expect(context.activity.on(day).answers).toBe(0)
    clock.at += 3 * 86_400_000
    redoStep(context)
    expect(stored(sample, cardId).memory).toEqual(memory)
    expect(context.activity.on(day).answers).toBe(1)
    expect(context.activity.on(day + 3).answers).toBe(0)
  })

  test('a card that its document made due is due after its answer was taken back and given again', () => {
    const sample = sampleCollection()
    const { context } = sample
    const { cardId, answerId } = answer(sample, 4)
    write(context.db, (tx) => callCard(context, tx, cardId, readNow(context)))
    const { memory } = stored(sample, cardId)
    undoStep(context, { stepId: answerId })
    redoStep(context)
    expect(stored(sample, cardId).memory).toEqual(memory)
  })

  test('an edit is not done again over other words', () => {
    const sample = sampleCollection()
    const { context } = sample
    act(sample, { do: 'edit', wording: { prompt: 'Mine?', answer: null } })
    undoStep(context, { stepId: null })
    write(context.db, (tx) =>
      context.cards.setEdit(tx, cardIds[0] ?? '', { prompt: 'Another?', answer: null }),
    )
    expect(() => redoStep(context)).toThrow(expect.objectContaining({ code: 'card_changed' }))
    expect(context.cards.find(cardIds[0] ?? '')?.edit?.prompt).toBe('Another?')
  })

  test('a step beneath a later one on the same card is refused, beside it taken back', () => {
    const sample = sampleCollection()
    const { context } = sample
    const flag = act(sample, { do: 'flag', flag: 1 })
    act(sample, { do: 'suspend', on: true })
    undoStep(context, { stepId: flag.step.stepId })
    expect(stored(sample).marks).toMatchObject({ flag: 0, isSuspended: true })
    const two = act(sample, { do: 'flag', flag: 2 })
    act(sample, { do: 'flag', flag: 3 })
    expect(() => undoStep(context, { stepId: two.step.stepId })).toThrow(
      expect.objectContaining({ code: 'card_changed' }),
    )
  })

  test('sent twice they count once', () => {
    const sample = sampleCollection()
    const { context } = sample
    const input = {
      stepId: newId(context),
      cardIds: cardIds.slice(0, 2),
      act: { do: 'flag', flag: 5 },
    } as const
    const first = actOnCards(context, input)
    expect(actOnCards(context, input)).toEqual(first)
    const undo = undoStep(context, { stepId: input.stepId })
    expect(undoStep(context, { stepId: input.stepId })).toEqual(undo)
    expect(context.reviews.all()).toHaveLength(4)
  })

  test('are there after a restart, to be taken back and done again', async () => {
    const running = startSampleBackend()
    const invoke = async (backend: typeof running.backend, name: string, input: unknown) => {
      const answer = await backend.dispatch(name, input)
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value
    }
    await invoke(running.backend, 'addBundle', { bundleId: 'tiny' })
    const stepId = '018f2b1c-0000-7000-8000-000000000009'
    await invoke(running.backend, 'actOnCards', {
      stepId,
      cardIds: [cardIds[0]],
      act: { do: 'flag', flag: 6 },
    })
    const second = await running.restart()
    expect(await invoke(second.backend, 'getSteps', {})).toMatchObject({
      undo: { kind: 'flag', flag: 6 },
    })
    await invoke(second.backend, 'undoStep', { stepId: null })
    const third = await second.restart()
    expect(await invoke(third.backend, 'getSteps', {})).toMatchObject({
      undo: null,
      redo: { kind: 'flag' },
    })
    expect(await invoke(third.backend, 'redoStep', {})).toMatchObject({
      cards: [{ marks: { flag: 6 } }],
    })
    await third.stop()
  })
})

describe('what is done with a card', () => {
  const sample = () => sampleCollection()
  const act = (
    { context }: SampleCollection,
    act: Parameters<typeof actOnCards>[1]['act'],
    ids = cardIds.slice(0, 1),
  ) => actOnCards(context, { stepId: newId(context), cardIds: ids, act })
  const [cardId = ''] = cardIds

  test('buried, it is away today and back tomorrow', () => {
    const collection = sample()
    expect(queue(collection).order).toContain(cardId)
    act(collection, { do: 'bury', on: true })
    expect(queue(collection).order).not.toContain(cardId)
    collection.clock.at += 86_400_000
    expect(queue(collection).order).toContain(cardId)
  })

  test('suspended or deleted, it is away until that is taken off, also when a contest ends meanwhile', () => {
    for (const kind of ['suspend', 'delete'] as const) {
      const collection = sample()
      const { context } = collection
      act(collection, { do: kind, on: true })
      const contestId = newId(context)
      contestCard(context, {
        contestId,
        target: { from: 'card', cardId },
        fault: 'wrong',
        note: '',
      })
      expect(context.memories.find(cardId)?.status).toBe('contested')
      withdrawContest(context, { contestId })
      expect(context.memories.find(cardId)?.status).toBe(`${kind}${kind === 'delete' ? 'd' : 'ed'}`)
      collection.clock.at += 40 * 86_400_000
      expect(queue(collection).order).not.toContain(cardId)
      act(collection, { do: kind, on: false })
      expect(queue(collection).order).toContain(cardId)
    }
  })

  test('given a date or begun anew, it keeps its log; a card that was never answered has no date', () => {
    const collection = sample()
    const { context } = collection
    expect(() => act(collection, { do: 'date', inDays: 3 })).toThrow(
      expect.objectContaining({ code: 'nothing_to_change' }),
    )
    answerCard(context, { answerId: newId(context), cardId, revision: 0, grade: 3, tookMs: 1 })
    const before = context.memories.find(cardId)?.memory
    act(collection, { do: 'date', inDays: 3 })
    const dated = context.memories.find(cardId)?.memory
    expect(dated).toMatchObject({ kind: 'review', dueDay: readNow(context).day + 3, reps: 1 })
    act(collection, { do: 'reset' })
    expect(context.memories.find(cardId)?.memory).toEqual({ kind: 'new' })
    undoStep(context, { stepId: null })
    expect(context.memories.find(cardId)?.memory).toEqual(dated)
    undoStep(context, { stepId: null })
    expect(context.memories.find(cardId)?.memory).toEqual(before)
  })

  test('reworded, it keeps its schedule; a wording without a question is refused', () => {
    const collection = sample()
    const { context } = collection
    answerCard(context, { answerId: newId(context), cardId, revision: 0, grade: 4, tookMs: 1 })
    const { memory } = context.memories.find(cardId) ?? {}
    act(collection, { do: 'edit', wording: { prompt: 'In my words?', answer: 'Yes.' } })
    expect(context.memories.find(cardId)?.memory).toEqual(memory)
    expect(context.cards.find(cardId)?.edit?.prompt).toBe('In my words?')
    expect(() => act(collection, { do: 'edit', wording: { prompt: ' ', answer: 'Yes.' } })).toThrow(
      expect.objectContaining({ code: 'wording_incomplete' }),
    )
    undoStep(context, { stepId: null })
    expect(context.cards.find(cardId)?.edit).toBeNull()
    redoStep(context)
    expect(context.cards.find(cardId)?.edit?.prompt).toBe('In my words?')
  })

  test('practised, it counts for the day and for nothing else, and can be taken back', () => {
    const collection = sample()
    const { context } = collection
    practiseCard(context, { answerId: newId(context), cardId, grade: 1, tookMs: 90_000 })
    const { day } = readNow(context)
    expect(context.activity.on(day)).toMatchObject({ practice: 1, answers: 0, tookMs: 60_000 })
    undoStep(context, { stepId: null })
    expect(context.activity.on(day)).toMatchObject({ practice: 0, tookMs: 0 })
  })
})
