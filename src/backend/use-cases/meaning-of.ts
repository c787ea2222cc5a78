import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import { kindOf } from '#domain/search/kinds.ts'
import type { Search, SearchFault, SearchName } from '#domain/search/search.ts'
import { searchError } from '#domain/search/search-tokens.ts'
import { learnAheadMs } from '#domain/study/queue.ts'
import type { Context, Now } from '../context.ts'
import { conditionOf, type Condition, type SearchMeaning } from '../store/search-sql.ts'

/** The place in what was typed where a name stands that the collection does not have. */
function unknownName(reason: SearchFault, typed: string, key: SearchName, name: string) {
  const lower = typed.toLowerCase()
  const at = lower.indexOf(name.toLowerCase(), Math.max(0, lower.indexOf(`${key}:`)))
  const start = Math.max(0, at)
  return searchError(reason, typed, { start, end: start + name.length })
}

const sameName = (name: string, isPrefix: boolean) => {
  const wanted = name.toLowerCase()
  return (other: string) =>
    isPrefix ? other.toLowerCase().startsWith(wanted) : other.toLowerCase() === wanted
}

const hasWords = (search: Search): boolean => {
  if (search.find === 'all' || search.find === 'any') return search.of.some(hasWords)
  if (search.find === 'not') return hasWords(search.of)
  return search.find === 'text' || search.find === 'tag'
}

function meaningOf(context: Context, now: Now, search: Search, typed: string): SearchMeaning {
  const formulas = createFormulas(context.model.params)
  return {
    day: now.day,
    hasWords: hasWords(search),
    dueUntil: now.at + learnAheadMs,
    daysUntil: (recall) => formulas.interval(1, Math.max(0, recall)),
    decks(name, isPrefix) {
      const isNamed = sameName(name, isPrefix)
      const decks = context.listing.decks().filter((deck) => !deck.isRemoved)
      // A deck is named by itself or, where names repeat, with the one above it: "Handbook::Ward Nurse".
      const found = decks.filter(
        (deck) => isNamed(deck.name) || isNamed(`${deck.parentName ?? ''}::${deck.name}`),
      )
      if (found.length === 0) throw unknownName('no_such_deck', typed, 'deck', name)
      const ids = new Set(found.map((deck) => deck.deckId))
      return decks
        .filter((deck) => ids.has(deck.deckId) || ids.has(deck.parentId ?? ''))
        .map((deck) => deck.deckId)
    },
    roles(name, isPrefix) {
      const found = context.listing
        .roles()
        .filter((role) => role.names.some(sameName(name, isPrefix)))
      if (found.length === 0) throw unknownName('no_such_role', typed, 'role', name)
      return found.map((role): [string, string] => [role.sourceId, role.roleId])
    },
    kind(name, isPrefix) {
      const kind = kindOf(name, isPrefix)
      if (!kind) throw unknownName('no_such_kind', typed, 'kind', name)
      return kind
    },
  }
}

/** Does a search ask for cards that are left out otherwise? */
const asksForPutAway = (search: Search): boolean => {
  switch (search.find) {
    case 'all':
    case 'any':
      return search.of.some(asksForPutAway)
    case 'not':
      return asksForPutAway(search.of)
    case 'is':
      return ['rejected', 'archived', 'deleted', 'all'].includes(search.state)
    default:
      return false
  }
}

/**
 * A search as a condition on the list of cards. Cards of removed decks are never found; rejected and deleted
 * ones and those that their document no longer has only when the search names them.
 * @throws AppError search_not_understood {reason, start, end, text}
 */
export function searchCondition(
  context: Context,
  now: Now,
  { search, typed }: { readonly search: Search | null; readonly typed: string },
): Condition {
  const removed = context.listing.removedDecks()
  const parts: Condition[] = []
  if (removed.length > 0) {
    parts.push({
      sql: 'card_listing.deck_id not in (select value from json_each(?))',
      values: [JSON.stringify(removed)],
    })
  }
  if (!search || !asksForPutAway(search)) {
    parts.push({ sql: "card_listing.status in ('active', 'contested', 'suspended')", values: [] })
  }
  if (search) parts.push(conditionOf(search, meaningOf(context, now, search, typed)))
  return {
    sql: parts.map((part) => part.sql).join(' and ') || 'true',
    values: parts.flatMap((part) => part.values),
  }
}
