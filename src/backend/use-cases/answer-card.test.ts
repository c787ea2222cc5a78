import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldMemory } from '#domain/scheduling/fold.ts'
import { grades, type Grade } from '#domain/scheduling/grade.ts'
import { newId, readNow } from '../context.ts'
import { noActivity, type Activity } from '../store/activity.ts'
import { reviewDigest } from '../store/reviews.ts'
import { write } from '../store/open.ts'
import { sampleCollection, sampleGen, type SampleCollection } from '../testing/sample.ts'
import { activityOf } from './activity-of-line.ts'
import { answerCard } from './answer-card.ts'
import { callCard, takeBack } from './log-lines.ts'
import { openSession } from './open-session.ts'
import { undoStep } from './undo-step.ts'

const firstCard = ({ context }: SampleCollection) => {
  const card = openSession(context, { deckIds: [] }).cards[0]
  if (!card) throw new Error('the sample has cards')
  return card
}
const answerFirst = (sample: SampleCollection, grade: Grade, tookMs = 5000) => {
  const { cardId, revision } = firstCard(sample)
  const answerId = newId(sample.context)
  return answerCard(sample.context, { answerId, cardId, revision, grade, tookMs })
}

/** The state of every card, folded again from the log alone. */
function expectStateToBeTheFoldOfTheLog({ context }: SampleCollection): void {
  const lines = context.reviews.all()
  for (const cardId of new Set(lines.map((line) => line.cardId))) {
    const folded = foldMemory(
      context.model,
      lines
        .filter((line) => line.cardId === cardId)
        .map((line) => ({ id: line.reviewId, ...line })),
    )
    expect(context.memories.find(cardId)?.memory).toEqual(folded)
  }
}

/** The day's totals, counted again from the log alone. */
function expectTotalsToBeTheSumOfTheLog({ context }: SampleCollection): void {
  const lines = context.reviews.all()
  const undone = new Set(lines.map((line) => line.undoOf))
  const totals = new Map<number, Activity>()
  for (const line of lines) {
    if (line.grade === null || undone.has(line.reviewId)) continue
    const before = totals.get(line.studyDay) ?? noActivity
    const change = activityOf(line.before, line.grade, line.tookMs)
    const names = Object.keys(noActivity) as (keyof Activity)[]
    totals.set(
      line.studyDay,
      Object.fromEntries(
        names.map((name) => [name, before[name] + change[name]]),
      ) as unknown as Activity,
    )
  }
  for (const { day, ...row } of context.activity.all()) {
    expect(row).toMatchObject(totals.get(day) ?? noActivity)
  }
}

function expectTheChainToHold({ context }: SampleCollection): void {
  let previous = ''
  for (const { digest, ...line } of context.reviews.all()) {
    expect(digest).toBe(reviewDigest(previous, line))
    previous = digest
  }
}

const act = fc.oneof(
  fc.record({
    do: fc.constant('answer' as const),
    grade: fc.constantFrom(...grades),
    pick: fc.nat(20),
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: -3000, max: 60_000 }) }),
  fc.record({
    do: fc.constant('travel' as const),
    zone: fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'America/Los_Angeles', 'Asia/Kathmandu'),
  }),
  fc.record({ do: fc.constant('aim' as const), recall: fc.constantFrom(0.8, 0.9, 0.95) }),
  // A document's update makes a card due; the learner may dismiss that.
  fc.record({ do: fc.constant('call' as const), pick: fc.nat(15) }),
  fc.record({ do: fc.constant('dismiss' as const), pick: fc.nat(5) }),
)

describe('answering', () => {
  test('after any history with undos, clock jumps, travel and updates of the document, state and totals are the fold of the log', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const sample = sampleCollection()
        const { context, clock } = sample
        const given: string[] = []
        const calls: { reviewId: string; cardId: string }[] = []
        const cardIds = sampleGen().cards.map((card) => card.id)
        for (const each of acts) {
          if (each.do === 'wait') clock.at += each.minutes * 60_000
          else if (each.do === 'travel') clock.place = each.zone
          else if (each.do === 'aim') {
            context.db.transaction(() =>
              context.settings.save(context.db as never, { desiredRecall: each.recall }),
            )()
          } else if (each.do === 'call') {
            const cardId = cardIds[each.pick] ?? ''
            const reviewId = write(context.db, (tx) =>
              callCard(context, tx, cardId, readNow(context)),
            )
            calls.push({ reviewId, cardId })
          } else if (each.do === 'dismiss') {
            const [call] = calls.splice(each.pick % Math.max(1, calls.length), 1)
            if (call)
              write(context.db, (tx) => takeBack(context, tx, call, { now: readNow(context) }))
          } else if (each.do === 'undo') {
            const answerId = given.pop()
            if (answerId) undoStep(context, { stepId: answerId })
          } else {
            const { cards } = openSession(context, { deckIds: [] })
            const card = cards[each.pick % Math.max(1, cards.length)]
            if (!card) continue
            const answerId = newId(context)
            const { cardId, revision } = card
            answerCard(context, { answerId, cardId, revision, grade: each.grade, tookMs: 100 })
            given.push(answerId)
          }
        }
        expectStateToBeTheFoldOfTheLog(sample)
        expectTotalsToBeTheSumOfTheLog(sample)
        expectTheChainToHold(sample)
        context.db.close()
      }),
      { numRuns: 150 },
    )
  })

  test('the fold check notices a state that was changed beside the log', () => {
    const sample = sampleCollection()
    const { cardId } = answerFirst(sample, 3)
    sample.context.db.prepare('update memory set difficulty = 9.5 where card_id = ?').run(cardId)
    expect(() => expectStateToBeTheFoldOfTheLog(sample)).toThrow()
  })

  test('an answer to an older state of the card is refused and changes nothing', () => {
    const sample = sampleCollection()
    const card = firstCard(sample)
    const input = { cardId: card.cardId, revision: card.revision, grade: 3, tookMs: 1 } as const
    answerCard(sample.context, { ...input, answerId: newId(sample.context) })
    const before = sample.context.reviews.all()
    expect(() => answerCard(sample.context, { ...input, answerId: newId(sample.context) })).toThrow(
      expect.objectContaining({ code: 'card_changed' }),
    )
    expect(sample.context.reviews.all()).toEqual(before)
  })

  test('the same answer sent twice counts once', () => {
    const sample = sampleCollection()
    const { cardId, revision } = firstCard(sample)
    const input = {
      answerId: newId(sample.context),
      cardId,
      revision,
      grade: 3,
      tookMs: 1,
    } as const
    const first = answerCard(sample.context, input)
    expect(answerCard(sample.context, input)).toEqual(first)
    expect(sample.context.reviews.all()).toHaveLength(1)
  })

  test('a recorded answer time stops at a minute', () => {
    const sample = sampleCollection()
    answerFirst(sample, 3, 3_600_000)
    expect(sample.context.reviews.all()[0]?.tookMs).toBe(60_000)
  })

  test('undo brings the card back as it was and takes the answer out of the day', () => {
    const sample = sampleCollection()
    const { context } = sample
    const card = firstCard(sample)
    const { answerId } = answerFirst(sample, 4)
    const undone = undoStep(context, { stepId: answerId })
    expect(undone.cards[0]?.memory).toEqual(card.memory)
    expect(context.activity.on(readNow(context).day)).toMatchObject(noActivity)
    expect(context.reviews.all().map((line) => line.kind)).toEqual(['study', 'undo'])
  })

  test('a card that became due is due today, keeps its strength, and goes back when that is dismissed', () => {
    const sample = sampleCollection()
    const { context, clock } = sample
    const { cardId } = answerFirst(sample, 4)
    const before = context.memories.find(cardId)?.memory
    clock.at += 86_400_000
    const now = readNow(context)
    const reviewId = write(context.db, (tx) => callCard(context, tx, cardId, now))
    expect(context.memories.find(cardId)?.memory).toEqual({ ...before, dueDay: now.day })
    expect(context.activity.on(now.day)).toMatchObject(noActivity)
    write(context.db, (tx) => takeBack(context, tx, { reviewId, cardId }, { now }))
    expect(context.memories.find(cardId)?.memory).toEqual(before)
    expect(context.reviews.all().map((line) => line.kind)).toEqual(['study', 'due', 'undo'])
  })

  test('an answer taken back after its card became due leaves the card due', () => {
    const sample = sampleCollection()
    const { context, clock } = sample
    const { cardId } = answerFirst(sample, 4)
    clock.at += 20 * 86_400_000
    const now = readNow(context)
    const revision = context.memories.find(cardId)?.revision ?? 0
    const answerId = newId(context)
    answerCard(context, { answerId, cardId, revision, grade: 4, tookMs: 1 })
    clock.at += 86_400_000
    write(context.db, (tx) => callCard(context, tx, cardId, readNow(context)))
    const memory = undoStep(context, { stepId: answerId }).cards[0]?.memory
    expect(memory).toMatchObject({ kind: 'review', reps: 1 })
    expect(memory?.kind === 'review' && memory.dueDay <= now.day + 1).toBe(true)
    expectStateToBeTheFoldOfTheLog(sample)
  })

  test('only the latest answer of a card can be taken back', () => {
    const sample = sampleCollection()
    const { context } = sample
    const first = answerFirst(sample, 1)
    const again = { cardId: first.cardId, revision: first.revision, grade: 3, tookMs: 1 } as const
    answerCard(context, { ...again, answerId: newId(context) })
    expect(() => undoStep(context, { stepId: first.answerId })).toThrow(
      expect.objectContaining({ code: 'card_changed' }),
    )
  })

  test('the log refuses to be changed or shortened', () => {
    const sample = sampleCollection()
    answerFirst(sample, 3)
    const { db } = sample.context
    expect(() => db.prepare('update review set grade = 1').run()).toThrow('append-only')
    expect(() => db.prepare('delete from review').run()).toThrow('append-only')
  })
})
