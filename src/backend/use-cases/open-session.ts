import type { Output, Parsed } from '#contract/api.ts'
import type { StudyCard } from '#contract/shapes/study.ts'
import { balancedDays } from '#domain/scheduling/choose-day.ts'
import { desiredRecallOf } from '#domain/study/deck-options.ts'
import { learnAheadMs } from '#domain/study/queue.ts'
import { readNow, type Context, type Now } from '../context.ts'
import { faceOf } from '../store/cards.ts'
import { backlogOf } from './backlog-of.ts'
import { withSubdecks } from './list-decks.ts'
import { queueOf } from './queue-of.ts'
import { commonRules, ownOptions } from './scheduling-of.ts'
import { openChangeOf } from './read-changes.ts'
import { findCards } from './search-cards.ts'

/** Cards sent at once; the page asks again when it has studied them. */
const chunk = 50

const foundIds = (context: Context, search: string, now: Now): ReadonlySet<string> =>
  new Set(
    context.listing.ids(findCards(context, { search, order: 'added', isDescending: false }, now)),
  )

function toStudyCard(
  context: Context,
  cardId: string,
  recallOf: (deckId: string) => number,
): StudyCard | null {
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
    marks: stored.marks,
    face: faceOf(card),
    roleName: deck.name,
    sourceId: card.sourceId,
    sourceTitle: source,
    passages: card.passages.map((passage) => ({ ...passage })),
    desiredRecall: recallOf(stored.deckId),
    change: openChangeOf(context, cardId),
  }
}

/**
 * The cards to study now, in order, with all that the page needs to preview intervals on its own.
 * @throws AppError deck_not_found {deckId}, search_not_understood {reason, start, end, text}
 */
export function openSession(context: Context, input: Parsed<'openSession'>): Output<'openSession'> {
  const now = readNow(context)
  const deckIds = withSubdecks(context, input.deckIds)
  const { search } = input
  // Only what the search finds is queued, under the same limits and in the same order.
  const found = search === undefined ? null : foundIds(context, search, now)
  const queue = queueOf(context, deckIds, now, found)
  const wanted = new Set(deckIds)
  const waiting = context.decks
    .totals(now.day, now.at + learnAheadMs)
    .filter((totals) => wanted.has(totals.deckId))
  const all = (count: 'fresh' | 'review') => waiting.reduce((sum, each) => sum + each[count], 0)
  const settings = context.settings.read()
  const { desiredRecall, easyDays } = settings
  const options = ownOptions(context)
  const recallOf = (deckId: string) => desiredRecallOf(deckId, options, desiredRecall)
  const only = input.deckIds.length === 1 ? input.deckIds[0] : undefined
  return {
    title:
      search !== undefined
        ? search
        : only === undefined
          ? ''
          : (context.decks.find(only)?.name ?? ''),
    cards: queue.order
      .slice(0, chunk)
      .map((cardId) => toStudyCard(context, cardId, recallOf))
      .filter((card) => card !== null),
    due: queue.counts,
    heldBack: {
      fresh: found ? 0 : Math.max(0, all('fresh') - queue.counts.fresh),
      review: found ? 0 : Math.max(0, all('review') - queue.counts.review),
    },
    backlog: backlogOf(context, now.day),
    moment: { at: now.at, day: now.day },
    scheduling: commonRules(settings),
    params: [...context.model.params],
    dueCounts: context.memories.dueCounts(now.day, balancedDays + 1),
    easyDays,
  }
}
