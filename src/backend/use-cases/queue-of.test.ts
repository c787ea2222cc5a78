import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noDeckOptions } from '#domain/study/deck-options.ts'
import { grades, type Grade } from '#domain/scheduling/grade.ts'
import { createContext, newId, readNow, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import { sampleCollection, type SampleCollection } from '../testing/sample.ts'
import { answerCard } from './answer-card.ts'
import { openSession } from './open-session.ts'
import { countsOf, queueOf } from './queue-of.ts'
import { undoStep } from './undo-step.ts'

/** The same collection opened again: nothing but the database is left. */
const reopened = ({ context, clock, random }: SampleCollection): Context =>
  createContext({ db: context.db, clock, random, changed: () => {} })

const answer = (context: Context, cardId: string, grade: Grade) => {
  const revision = context.memories.find(cardId)?.revision ?? 0
  const answerId = newId(context)
  answerCard(context, { answerId, cardId, revision, grade, tookMs: 1000 })
  return answerId
}

const acts = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        grade: fc.constantFrom(...grades),
        pick: fc.nat(9),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        minutes: fc.integer({ min: 1, max: 4000 }),
      }),
    },
  ),
  { maxLength: 80 },
)

/** What a day's answers were, taken-back ones left out. */
function answersOf(context: Context, day: number) {
  const lines = context.reviews.all()
  const undone = new Set(lines.map((line) => line.undoOf))
  return lines.filter(
    (line) => line.kind === 'study' && line.studyDay === day && !undone.has(line.reviewId),
  )
}

describe('over days, restarts and answers taken back', () => {
  test('the limits of all decks and of one deck hold, siblings wait for the next day, and only failed cards come twice', () => {
    fc.assert(
      fc.property(
        acts,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (plan, inAll, inDeck) => {
          const sample = sampleCollection(3)
          let { context } = sample
          const { clock } = sample
          const role = context.decks.visible().find((deck) => deck.parentId !== null)
          if (!role) throw new Error('the sample has roles')
          write(context.db, (tx) => {
            context.settings.save(tx, { newPerDay: inAll, reviewsPerDay: inAll + 2 })
            context.deckOptions.put(tx, role.deckId, { ...noDeckOptions, newPerDay: inDeck })
          })
          const given: string[] = []
          const days = new Set<number>()
          for (const act of plan) {
            if (act.do === 'wait') clock.at += act.minutes * 60_000
            else if (act.do === 'restart') context = reopened(sample)
            else if (act.do === 'undo') {
              const last = given.pop()
              if (last) undoStep(context, { stepId: last })
            } else {
              const { order, counts } = queueOf(
                context,
                [...context.decks.visible().map((deck) => deck.deckId)],
                readNow(context),
              )
              expect(counts.fresh + counts.learning + counts.review).toBe(order.length)
              const cardId = order[act.pick % Math.max(1, order.length)]
              if (cardId !== undefined) given.push(answer(context, cardId, act.grade))
            }
            days.add(readNow(context).day)
          }
          for (const day of days) {
            const lines = answersOf(context, day)
            const introduced = lines.filter((line) => line.before.kind === 'new')
            const reviewed = lines.filter((line) => line.before.kind === 'review')
            expect(introduced.length).toBeLessThanOrEqual(inAll)
            expect(introduced.length + reviewed.length).toBeLessThanOrEqual(inAll + 2)
            const ofRole = introduced.filter(
              (line) => context.memories.find(line.cardId)?.deckId === role.deckId,
            )
            expect(ofRole.length).toBeLessThanOrEqual(inDeck)
            const cards = new Map<string, typeof lines>()
            for (const line of lines)
              cards.set(line.cardId, [...(cards.get(line.cardId) ?? []), line])
            const notes = [...cards.keys()].map((cardId) => context.memories.find(cardId)?.noteId)
            expect(new Set(notes).size).toBe(notes.length)
            // After the first answer of a day a card comes again only out of steps.
            for (const own of cards.values())
              for (const line of own.slice(1)) expect(line.before.kind).toMatch(/learning$/)
          }
          context.db.close()
        },
      ),
      { numRuns: 120 },
    )
  })
})

describe('today', () => {
  const all = (context: Context) => context.decks.visible().map((deck) => deck.deckId)

  test('other limits can be set for this day only; the next day has the usual ones', () => {
    const { context, clock } = sampleCollection(3)
    const fresh = () => countsOf(context, all(context), readNow(context)).fresh
    write(context.db, (tx) => context.settings.save(tx, { newPerDay: 3 }))
    expect(fresh()).toBe(3)
    const { day } = readNow(context)
    write(context.db, (tx) =>
      context.deckOptions.setLimitsOn(tx, day, null, { newPerDay: 7, reviewsPerDay: null }),
    )
    expect(fresh()).toBe(7)
    write(context.db, (tx) =>
      context.deckOptions.setLimitsOn(tx, day, null, { newPerDay: 5, reviewsPerDay: null }),
    )
    expect(fresh()).toBe(5)
    clock.at += 86_400_000
    expect(fresh()).toBe(3)
  })

  test('a source’s limit holds for all its roles together, and a role aims at the recall of its source', () => {
    const { context } = sampleCollection(3)
    const source = context.decks.visible().find((deck) => deck.parentId === null)
    if (!source) throw new Error('the sample has a source')
    write(context.db, (tx) =>
      context.deckOptions.put(tx, source.deckId, {
        desiredRecall: 0.95,
        newPerDay: 2,
        reviewsPerDay: null,
      }),
    )
    expect(countsOf(context, all(context), readNow(context)).fresh).toBe(2)
    const { cards } = openSession(context, { deckIds: [] })
    expect(cards.map((card) => card.desiredRecall)).toEqual([0.95, 0.95])
    answer(context, cards[0]?.cardId ?? '', 3)
    expect(context.reviews.all()[0]?.desiredRecall).toBe(0.95)
    expect(countsOf(context, all(context), readNow(context)).fresh).toBe(1)
  })

  test('counting gives what the queue holds', () => {
    const { context, clock } = sampleCollection(3)
    for (let turn = 0; turn < 40; turn += 1) {
      const now = readNow(context)
      const queue = queueOf(context, all(context), now)
      expect(countsOf(context, all(context), now)).toEqual(queue.counts)
      const cardId = queue.order[turn % 3] ?? queue.order[0]
      if (cardId === undefined) clock.at += 86_400_000
      else answer(context, cardId, grades[turn % 4] ?? 3)
      clock.at += 1_000_000
    }
  })

  test('no walk over all cards is needed for new, due or learning cards', () => {
    const { context } = sampleCollection()
    const plans = [
      `select card_id, note_id, deck_id, position from memory where deck_id = 'd' and status = 'active' and state = 'new'
        and (position, card_id) > (1, 'c') order by position, card_id limit 32`,
      `select card_id from memory where deck_id in (select value from json_each('["d"]')) and status = 'active'
        and state = 'review' and due_day <= 1`,
      `select card_id from memory where deck_id in (select value from json_each('["d"]')) and status = 'active'
        and state in ('learning', 'relearning')`,
      `select distinct memory.card_id from review join memory using (card_id) where review.study_day = 1
        and review.kind = 'study' and memory.last_study_day = 1`,
    ]
    for (const sql of plans) {
      const steps = context.db.prepare<[], { detail: string }>(`explain query plan ${sql}`).all()
      const details = steps
        .map((step) => step.detail)
        .filter((detail) => !detail.includes('json_each'))
      expect(details.join('\n')).not.toContain('SCAN')
      expect(details.join('\n')).not.toContain('TEMP B-TREE FOR ORDER BY')
    }
  })
})
