import fc from 'fast-check'
import type { CardAct } from '#contract/shapes/steps.ts'
import { foldMemory } from '#domain/scheduling/fold.ts'
import { grades } from '#domain/scheduling/grade.ts'
import { flags, foldMarks } from '#domain/study/marks.ts'
import { newId, readNow } from '../context.ts'
import { noActivity, type Activity } from '../store/activity.ts'
import { write } from '../store/open.ts'
import { marksIn, reviewDigest } from '../store/reviews.ts'
import { actOnCards } from '../use-cases/act-on-cards.ts'
import { activityOfLine } from '../use-cases/activity-of-line.ts'
import { answerCard } from '../use-cases/answer-card.ts'
import { callCard } from '../use-cases/log-lines.ts'
import { openSession } from '../use-cases/open-session.ts'
import { practiseCard } from '../use-cases/practise-card.ts'
import { redoStep } from '../use-cases/redo-step.ts'
import { undoStep } from '../use-cases/undo-step.ts'
import type { SampleCollection } from './sample.ts'

const act = fc.oneof(
  fc.record({ do: fc.constant('bury' as const), on: fc.boolean() }),
  fc.record({ do: fc.constant('suspend' as const), on: fc.boolean() }),
  fc.record({ do: fc.constant('flag' as const), flag: fc.constantFrom(...flags) }),
  fc.record({ do: fc.constant('reset' as const) }),
  fc.record({ do: fc.constant('date' as const), inDays: fc.integer({ min: 0, max: 400 }) }),
  fc.record({
    do: fc.constant('edit' as const),
    wording: fc.option(
      fc.record({ prompt: fc.constantFrom('One?', 'Two?'), answer: fc.constant(null) }),
    ),
  }),
  fc.record({ do: fc.constant('delete' as const), on: fc.boolean() }),
  fc.record({ do: fc.constant('leech' as const) }),
)

/** What a learner may do in a day, and what time and documents do meanwhile. */
export const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      grade: fc.constantFrom(...grades),
      pick: fc.nat(20),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      act,
      first: fc.nat(15),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('practise' as const),
      grade: fc.constantFrom(...grades),
      pick: fc.nat(15),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  // Forward for most, and back: a clock that is set by hand.
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      minutes: fc.integer({ min: -3000, max: 60_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('travel' as const),
      zone: fc.constantFrom(
        'Europe/Berlin',
        'Pacific/Apia',
        'America/Los_Angeles',
        'Asia/Kathmandu',
      ),
    }),
  },
  // A document's update makes a card due.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('call' as const), pick: fc.nat(15) }) },
)
export type Deed = typeof deed extends fc.Arbitrary<infer Each> ? Each : never

/** Refusals that a learner may meet: nothing to do, or a card that is no longer as it was. */
const refusals = ['nothing_to_undo', 'nothing_to_redo', 'nothing_to_change', 'card_changed']

function attempt(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!refusals.includes(code)) throw error
    return false
  }
}

/** Does it; returns whether anything was done. */
export function carryOut(
  { context, clock }: SampleCollection,
  cardIds: readonly string[],
  each: Deed,
): boolean {
  switch (each.kind) {
    case 'wait':
      clock.at += each.minutes * 60_000
      return true
    case 'travel':
      clock.place = each.zone
      return true
    case 'undo':
      return attempt(() => undoStep(context, { stepId: null }))
    case 'redo':
      return attempt(() => redoStep(context))
    case 'call': {
      const cardId = cardIds[each.pick % cardIds.length] ?? ''
      write(context.db, (tx) => callCard(context, tx, cardId, readNow(context)))
      return true
    }
    case 'act': {
      const wanted = Array.from(
        { length: each.count },
        (_, n) => cardIds[(each.first + n) % cardIds.length] ?? '',
      )
      const act: CardAct = each.act
      return attempt(() => actOnCards(context, { stepId: newId(context), cardIds: wanted, act }))
    }
    case 'practise': {
      const cardId = cardIds[each.pick % cardIds.length] ?? ''
      practiseCard(context, { answerId: newId(context), cardId, grade: each.grade, tookMs: 70 })
      return true
    }
    case 'answer': {
      const { cards } = openSession(context, { deckIds: [] })
      const card = cards[each.pick % Math.max(1, cards.length)]
      if (!card) return false
      const { cardId, revision } = card
      answerCard(context, {
        answerId: newId(context),
        cardId,
        revision,
        grade: each.grade,
        tookMs: 100,
      })
      return true
    }
  }
}

/** All that is stored of cards, in the order of their ids; `isExact` with the revisions, which count every change. */
export const storedCards = ({ context }: SampleCollection, isExact = false): unknown[] =>
  context.db
    .prepare<[], { revision?: number }>(
      'select memory.*, card.edit_json from memory join card using (card_id) order by card_id',
    )
    .all()
    .map((row) => (isExact ? row : { ...row, revision: 0 }))

/** The days' totals, but for when the learner was last there. */
export const storedDays = ({ context }: SampleCollection): unknown[] =>
  context.activity.all().map((day) => ({ ...day, lastAt: 0, lastZone: '' }))

/** What of a collection differs from what its log alone gives; nothing where all is well. */
export function faultsOf({ context }: SampleCollection): string[] {
  const faults: string[] = []
  const lines = context.reviews.all()
  const byCard = Map.groupBy(lines, (line) => line.cardId)
  for (const [cardId, own] of byCard) {
    const stored = context.memories.find(cardId)
    const events = own.map((line) => ({ ...line, id: line.reviewId, value: marksIn(line) }))
    const memory = foldMemory(context.model, events)
    const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
    if (!same(stored?.memory, memory)) faults.push(`${cardId}: state`)
    if (!same(stored?.marks, foldMarks(events))) faults.push(`${cardId}: marks`)
  }
  const undone = new Set(lines.map((line) => line.undoOf))
  const totals = new Map<number, Activity>()
  for (const line of lines) {
    const change = undone.has(line.reviewId) ? null : activityOfLine(line)
    if (!change) continue
    const sum = { ...(totals.get(line.studyDay) ?? noActivity) }
    const names = Object.keys(change) as (keyof Activity)[] // as: its own names
    totals.set(
      line.studyDay,
      Object.assign({}, ...names.map((name) => ({ [name]: sum[name] + change[name] }))) as Activity,
    ) // as: all of its names
  }
  for (const row of context.activity.all()) {
    const sum = totals.get(row.day) ?? noActivity
    const names = Object.keys(noActivity) as (keyof Activity)[] // as: its own names
    if (names.some((name) => row[name] !== sum[name])) faults.push(`day ${row.day}: totals`)
  }
  let previous = ''
  for (const { digest, ...line } of lines) {
    if (digest !== reviewDigest(previous, line)) faults.push(`line ${line.n}: digest`)
    previous = digest
  }
  return faults
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value
