import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StudyCard, StudySession } from '#contract/shapes/study.ts'
import { choiceFor, countMove } from '#domain/scheduling/due-counts.ts'
import { createFsrs6 } from '#domain/scheduling/fsrs.ts'
import { grades } from '#domain/scheduling/grade.ts'
import { nextMemories } from '#domain/scheduling/next-memory.ts'
import { newId, readNow } from '../context.ts'
import { sampleCollection } from '../testing/sample.ts'
import { answerCard } from './answer-card.ts'
import { openSession } from './open-session.ts'
import { undoStep } from './undo-step.ts'

/** What the page would show for each grade, from the session and the answers that it gave since. */
function preview(session: StudySession, counts: readonly number[], card: StudyCard, at: number) {
  const { day } = session.moment
  const dueOn = (each: number) => counts[each - day] ?? 0
  const chooseDay = choiceFor(card, day, { dueOn, easyDays: session.easyDays })
  const options = { ...session.scheduling, desiredRecall: card.desiredRecall, chooseDay }
  return nextMemories(createFsrs6(session.params), card.memory, { at, day }, options)
}

const days = fc.array(
  fc.record({
    wait: fc.integer({ min: 1, max: 12 }),
    answers: fc.array(fc.tuple(fc.constantFrom(...grades), fc.boolean()), { maxLength: 16 }),
  }),
  { maxLength: 10 },
)

test('what the page previews is what is stored, through whole sessions with answers taken back', () => {
  let moved = 0
  fc.assert(
    fc.property(days, fc.constantFrom('usual' as const, 'fewest' as const), (plan, sunday) => {
      const sample = sampleCollection()
      const { context, clock } = sample
      const easyDays = ['usual', 'usual', 'usual', 'usual', 'usual', 'usual', sunday] as const
      context.db.transaction(() =>
        context.settings.save(context.db as never, { newPerDay: 30, easyDays: [...easyDays] }),
      )()
      for (const { wait, answers } of plan) {
        clock.at += wait * 86_400_000
        const session = openSession(context, { deckIds: [] })
        let counts: readonly number[] = session.dueCounts
        for (const [index, card] of session.cards.entries()) {
          const [grade, isUndone] = answers[index] ?? [3, false]
          clock.at += 30_000
          const shown = preview(session, counts, card, readNow(context).at)[grade]
          const { cardId, revision } = card
          const answerId = newId(context)
          const { memory } = answerCard(context, { answerId, cardId, revision, grade, tookMs: 1 })
          expect(memory).toEqual(shown)
          if (memory.kind === 'review') moved += 1
          counts = countMove(counts, session.moment.day, { before: card.memory, after: memory })
          if (!isUndone) continue
          undoStep(context, { stepId: answerId })
          counts = countMove(counts, session.moment.day, { before: memory, after: card.memory })
        }
        expect(counts).toEqual(openSession(context, { deckIds: [] }).dueCounts)
      }
      context.db.close()
    }),
    { numRuns: 60 },
  )
  expect(moved).toBeGreaterThan(200)
})

test('the counts of due cards come from an index, not from a walk over all cards', () => {
  const { context } = sampleCollection()
  const plan = context.db
    .prepare<[], { detail: string }>(
      `explain query plan select due_day, count(*) from memory
      where status = 'active' and state = 'review' and due_day between 1 and 90 group by due_day`,
    )
    .all()
  expect(plan.map((row) => row.detail).join()).toContain('COVERING INDEX memory_due_day')
})
