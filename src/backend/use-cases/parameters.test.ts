import { describe, expect, test } from 'vitest'
import { foldMemory } from '#domain/scheduling/fold.ts'
import { defaultParams } from '#domain/scheduling/fsrs.ts'
import { createContext, newId, type Context } from '../context.ts'
import { fitParameters as fitTo, type Optimizer } from '../jobs/fit-parameters.ts'
import { sampleCollection, type SampleCollection } from '../testing/sample.ts'
import { write } from '../store/open.ts'
import { answerCard } from './answer-card.ts'
import { openSession } from './open-session.ts'
import { fitParameters, getParameters, useParameters } from './parameters.ts'

/** A learner who remembers everything answers this many times: the defaults expect too little. */
function studied(answers: number): SampleCollection {
  const sample = sampleCollection(3)
  const { context, clock } = sample
  write(context.db, (tx) => context.settings.save(tx, { newPerDay: 500, reviewsPerDay: 5000 }))
  const cardIds = context.db
    .prepare<[], string>('select card_id from memory order by card_id')
    .pluck()
    .all()
  for (let n = 0; n < answers; n += 1) {
    const cardId = cardIds[n % cardIds.length] ?? ''
    const revision = context.memories.find(cardId)?.revision ?? 0
    answerCard(context, { answerId: newId(context), cardId, revision, grade: 3, tookMs: 10 })
    if (n % cardIds.length === cardIds.length - 1) clock.at += 5 * 86_400_000
  }
  return sample
}
/** An optimiser that makes first stabilities longer, which such a learner's answers bear out. */
const longer: Optimizer = () =>
  Promise.resolve(defaultParams.map((value, index) => (index < 4 ? value * 5 : value)))
const worse: Optimizer = () =>
  Promise.resolve(defaultParams.map((value, index) => (index < 4 ? value / 5 : value)))
const fit = (context: Context, optimizer: Optimizer) =>
  fitParameters(context, (question) => fitTo(question, optimizer))

const statesOf = (context: Context) =>
  context.memories.seen().map(({ cardId, memory }) => ({ cardId, memory }))
const datesOf = (context: Context) =>
  context.db
    .prepare(
      'select card_id, state, step, due_at, due_day, reps, lapses from memory order by card_id',
    )
    .all()

describe('parameters fitted to the learner', () => {
  test('are never made of fewer than a thousand answers', async () => {
    const { context } = studied(999)
    let asked = 0
    const counting: Optimizer = (items) => {
      asked += 1
      return longer(items)
    }
    await expect(fit(context, counting)).rejects.toMatchObject({
      code: 'too_few_answers',
      params: { answers: 999, needed: 1000 },
    })
    expect(asked).toBe(0)
    expect(getParameters(context)).toMatchObject({ answers: 999, current: null, sets: [] })
  })

  test('are kept without being used, then change strengths and no date, and are undone to the last digit', async () => {
    const sample = studied(1000)
    const { context } = sample
    const before = statesOf(context)
    const dates = datesOf(context)
    const { sets, current } = await fit(context, longer)
    const [set] = sets
    if (!set) throw new Error('a set was fitted')
    expect(current).toBeNull()
    expect(statesOf(context)).toEqual(before)
    // Two thirds of the way from the defaults to the fit: n / (n + 500).
    expect(set.params[2]).toBeCloseTo((defaultParams[2] ?? 0) * (1 + (4 * 2) / 3), 3)
    expect(set.lossAfter).toBeLessThan(set.lossBefore)

    useParameters(context, { setId: set.setId })
    expect(getParameters(context).current).toBe(set.setId)
    expect(context.model.params[2]).toBeCloseTo(set.params[2] ?? 0, 6)
    expect(openSession(context, { deckIds: [] }).params).toEqual([...context.model.params])
    expect(statesOf(context)).not.toEqual(before)
    expect(datesOf(context)).toEqual(dates)
    for (const { cardId, memory } of statesOf(context)) {
      const lines = context.reviews.ofCard(cardId).map((line) => ({ id: line.reviewId, ...line }))
      expect(memory).toEqual(foldMemory(context.model, lines))
    }
    // Opened again, the collection still uses them.
    const again = createContext({ ...sample, db: context.db, changed: () => {} })
    expect(again.model.params).toEqual(context.model.params)

    useParameters(context, { setId: null })
    expect(statesOf(context)).toEqual(before)
    expect(getParameters(context)).toMatchObject({ current: null, sets: [{ setId: set.setId }] })
  })

  test('that predict no better are not kept, nor are broken ones', async () => {
    const { context } = studied(1000)
    const refused: Optimizer[] = [
      worse,
      () => Promise.resolve([1, 2]),
      () => Promise.resolve(defaultParams.map(() => Number.NaN)),
    ]
    for (const optimizer of refused)
      await expect(fit(context, optimizer)).rejects.toMatchObject({ code: 'fit_no_better' })
    expect(getParameters(context).sets).toEqual([])
  })

  test('that are not there cannot be put to use, and nothing changes', () => {
    const { context } = sampleCollection()
    expect(() => useParameters(context, { setId: 7 })).toThrow(
      expect.objectContaining({ code: 'parameters_not_found' }),
    )
    expect(context.model.params).toEqual(expect.objectContaining({ length: 21 }))
  })
})
