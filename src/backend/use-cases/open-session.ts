import type { Output, Parsed } from '#contract/api.ts'
import type { StudyCard } from '#contract/shapes/study.ts'
import { balancedDays } from '#domain/scheduling/choose-day.ts'
import { defaultScheduling } from '#domain/scheduling/next-memory.ts'
import { buildQueue, defaultLimits, type Queue } from '#domain/study/queue.ts'
import { readNow, type Context, type Now } from '../context.ts'
import { faceOf } from '../store/cards.ts'
import { withSubdecks } from './list-decks.ts'

/** Cards sent at once; the page asks again when it has studied them. */
const chunk = 50
/** New cards looked at beyond the limit, since siblings of chosen ones are passed over. */
const spareFresh = 100

/** The queue of these decks at this moment, under today's limits. */
export function queueOf(context: Context, deckIds: readonly string[], now: Now): Queue {
  const settings = context.settings.read()
  const done = context.activity.on(now.day)
  const limits = {
    ...defaultLimits,
    newPerDay: settings.newPerDay,
    reviewsPerDay: settings.reviewsPerDay,
  }
  const candidates = context.memories.candidates(deckIds, now.day, settings.newPerDay + spareFresh)
  const today = { introduced: done.introduced, reviewed: done.reviews }
  return buildQueue(candidates, limits, today, now)
}

function toStudyCard(context: Context, cardId: string, desiredRecall: number): StudyCard | null {
  const card = context.cards.find(cardId)
  const stored = context.memories.find(cardId)
  const source = card ? context.sources.titleOf(card.sourceId) : null
  const deck = stored ? context.decks.find(stored.deckId) : null
  if (!card || !stored || source === null || !deck) return null
  return {
    cardId,
    noteId: card.noteId,
    revision: stored.revision,
    memory: stored.memory,
    face: faceOf(card),
    roleName: deck.name,
    sourceId: card.sourceId,
    sourceTitle: source,
    passages: card.passages.map((passage) => ({ ...passage })),
    desiredRecall,
  }
}

/**
 * The cards to study now, in order, with all that the page needs to preview intervals on its own.
 * @throws AppError deck_not_found {deckId}
 */
export function openSession(context: Context, input: Parsed<'openSession'>): Output<'openSession'> {
  const now = readNow(context)
  const deckIds = withSubdecks(context, input.deckIds)
  const queue = queueOf(context, deckIds, now)
  const waiting = context.decks
    .totals(now.day, now.at + defaultLimits.learnAheadMs)
    .filter((totals) => deckIds.includes(totals.deckId))
  const all = (count: 'fresh' | 'review') => waiting.reduce((sum, each) => sum + each[count], 0)
  const { desiredRecall, easyDays } = context.settings.read()
  const { maximumDays, learningStepsMs, relearningStepsMs } = defaultScheduling
  const only = input.deckIds.length === 1 ? input.deckIds[0] : undefined
  return {
    title: only === undefined ? '' : (context.decks.find(only)?.name ?? ''),
    cards: queue.order
      .slice(0, chunk)
      .map((cardId) => toStudyCard(context, cardId, desiredRecall))
      .filter((card) => card !== null),
    due: queue.counts,
    heldBack: {
      fresh: Math.max(0, all('fresh') - queue.counts.fresh),
      review: Math.max(0, all('review') - queue.counts.review),
    },
    moment: { at: now.at, day: now.day },
    scheduling: {
      maximumDays,
      learningStepsMs: [...learningStepsMs],
      relearningStepsMs: [...relearningStepsMs],
    },
    params: [...context.model.params],
    dueCounts: context.memories.dueCounts(now.day, balancedDays + 1),
    easyDays,
  }
}
