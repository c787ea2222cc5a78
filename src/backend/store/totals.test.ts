import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNow, type Context } from '../context.ts'
import { carryOut, deed } from '../testing/history.ts'
import { sampleCollection } from '../testing/sample.ts'
import { removeDeck, restoreDeck } from '../use-cases/change-decks.ts'
import { write } from './open.ts'

/** The same counts, by a walk over all cards. */
function walked({ db }: Context, day: number, until: number) {
  const isHere = `(buried_day is null or buried_day <> ${day})`
  const decks = db
    .prepare(
      `select deck_id as deckId, count(*) as cards, sum(state <> 'new') as seen,
        sum(state = 'new' and ${isHere}) as fresh,
        sum(state in ('learning', 'relearning') and due_at <= ${until} and ${isHere}) as learning,
        sum(state = 'review' and due_day <= ${day} and ${isHere}) as review,
        max(last_study_day) as lastStudiedDay
      from memory where status = 'active' group by deck_id order by deck_id`,
    )
    .all()
  const shown = `from memory join deck using (deck_id) left join deck as parent on parent.deck_id = deck.parent_id
    where status = 'active' and state = 'review' and deck.removed_at is null and parent.removed_at is null`
  const count = (rest: string) =>
    db.prepare<[], number>(`select count(*) ${shown} and ${rest}`).pluck().get() ?? 0
  return {
    decks,
    overdue: count(`due_day < ${day}`),
    days: Array.from({ length: 30 }, (_, index) => count(`due_day = ${day + index}`)),
  }
}

function counted({ decks, memories }: Context, day: number, until: number) {
  return {
    decks: decks.totals(day, until).toSorted((a, b) => (a.deckId < b.deckId ? -1 : 1)),
    overdue: memories.overdueCount(day),
    days: memories.dueCounts(day, 30),
  }
}

test('what is counted beside the cards is what a walk over all of them counts, whatever is done', () => {
  const hiding = fc.record({
    kind: fc.constant('hide' as const),
    deck: fc.nat(5),
    on: fc.boolean(),
  })
  const status = fc.record({
    kind: fc.constant('status' as const),
    card: fc.nat(15),
    status: fc.constantFrom('active' as const, 'contested' as const, 'archived' as const),
  })
  const all = fc.array(fc.oneof({ weight: 8, arbitrary: deed }, hiding, status), { maxLength: 60 })
  fc.assert(
    fc.property(all, (deeds) => {
      const sample = sampleCollection()
      const { context } = sample
      const deckIds = context.decks.visible().map((deck) => deck.deckId)
      const cardIds = context.db
        .prepare<[], string>('select card_id from memory order by card_id')
        .pluck()
        .all()
      for (const each of deeds) {
        if (each.kind === 'hide') {
          const deckId = deckIds[each.deck % deckIds.length] ?? ''
          const isShown = context.decks.visible().some((deck) => deck.deckId === deckId)
          if (each.on && isShown) removeDeck(context, { deckId })
          else if (!each.on && context.decks.find(deckId)?.removedAt !== null)
            restoreDeck(context, { deckId })
        } else if (each.kind === 'status') {
          const cardId = cardIds[each.card % cardIds.length] ?? ''
          write(context.db, (tx) => context.memories.setStatus(tx, cardId, each.status))
        } else
          try {
            carryOut(sample, cardIds, each)
          } catch {
            // A card that is out of the queue, or hidden, refuses some of it.
          }
      }
      const { day, at } = readNow(context)
      expect(counted(context, day, at)).toEqual(walked(context, day, at))
      expect(context.memories.dueOn(day + 2)).toBe(walked(context, day, at).days[2])
      context.db.close()
    }),
    { numRuns: 150 },
  )
})

test('what is read while nothing changes is read once; what is rolled back never stays', () => {
  const { context } = sampleCollection()
  const first = context.settings.read()
  expect(context.settings.read()).toBe(first)
  expect(() =>
    write(context.db, (tx) => {
      context.settings.save(tx, { newPerDay: 77 })
      expect(context.settings.read().newPerDay).toBe(77)
      throw new Error('rolled back')
    }),
  ).toThrow('rolled back')
  expect(context.settings.read()).toEqual(first)
  write(context.db, (tx) => context.settings.save(tx, { newPerDay: 78 }))
  expect(context.settings.read().newPerDay).toBe(78)
})
