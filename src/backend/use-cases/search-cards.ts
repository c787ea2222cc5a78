import type { Output, Parsed } from '#contract/api.ts'
import type { CardQuery, CardRow } from '#contract/shapes/cards.ts'
import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import { kindWords } from '#domain/search/kinds.ts'
import { readSearch } from '#domain/search/read-search.ts'
import { searchStates } from '#domain/search/search.ts'
import type { StudyDay } from '#domain/time/clock.ts'
import { readNow, type Context, type Now } from '../context.ts'
import type { ListedCard } from '../store/card-listing.ts'
import { searchCondition } from './meaning-of.ts'

/** Lists found last: a page that scrolls asks for the same one again and again. */
const keptLists = 4
const kept = new WeakMap<Context, Map<string, readonly number[]>>()

/**
 * The numbers of all cards that a search finds, in order; kept until something in the collection changes.
 * @throws AppError search_not_understood {reason, start, end, text}
 */
export function findCards(context: Context, query: CardQuery, now: Now): readonly number[] {
  const { search: typed, order, isDescending } = query
  const minute = Math.floor(now.at / 60_000)
  const key = JSON.stringify([context.listing.stamp(), minute, typed, order, isDescending])
  const lists = kept.get(context) ?? new Map<string, readonly number[]>()
  kept.set(context, lists)
  const known = lists.get(key)
  if (known) return known
  const search = readSearch(typed)
  const condition = searchCondition(context, now, { search, typed })
  const numbers = context.listing.find({ condition, order, isDescending, day: now.day })
  lists.set(key, numbers)
  for (const oldest of [...lists.keys()].slice(0, -keptLists)) lists.delete(oldest)
  return numbers
}

/** The probability that a card is recalled today, 0..1; null when it was never answered. */
function recallToday(context: Context, memory: ListedCard['memory'], day: StudyDay) {
  if (memory.kind === 'new') return null
  return createFormulas(context.model.params).recall(
    memory.stability,
    Math.max(0, day - memory.lastStudyDay),
  )
}

const toRow = (context: Context, { tags, ...card }: ListedCard, day: StudyDay): CardRow => ({
  ...card,
  tags: [...tags],
  recall: recallToday(context, card.memory, day),
})

/** One card as a row of the list; null when there is none. */
export function rowOf(context: Context, cardId: string, day: StudyDay): CardRow | null {
  const number = context.listing.numberOf(cardId)
  const [card] = number === null ? [] : context.listing.rows([number])
  return card ? toRow(context, card, day) : null
}

/**
 * The ids of a stretch of the list.
 * @throws AppError search_not_understood {reason, start, end, text}
 */
export function listCardIds(context: Context, input: Parsed<'listCardIds'>): Output<'listCardIds'> {
  const { from, count, ...query } = input
  const numbers = findCards(context, query, readNow(context))
  return context.listing.ids(numbers.slice(from, from + count))
}

/**
 * Finds cards and gives a window of rows out of the list.
 * @throws AppError search_not_understood {reason, start, end, text}
 */
export function searchCards(context: Context, input: Parsed<'searchCards'>): Output<'searchCards'> {
  const now = readNow(context)
  const { from, count, ...query } = input
  const numbers = findCards(context, query, now)
  return {
    total: numbers.length,
    from,
    rows: context.listing
      .rows(numbers.slice(from, from + count))
      .map((card) => toRow(context, card, now.day)),
    day: now.day,
  }
}

/** The names that a search can use: for completion and for the words of help. */
export function getSearchTerms(context: Context): Output<'getSearchTerms'> {
  return {
    decks: context.listing
      .decks()
      .filter((deck) => !deck.isRemoved)
      .map(({ deckId, name, parentName }) => ({ deckId, name, parentName })),
    tags: context.listing.tags(),
    states: [...searchStates],
    kinds: [...kindWords],
  }
}
