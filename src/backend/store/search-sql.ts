import type { Comparison, Search, SearchProperty, SearchState } from '#domain/search/search.ts'
import { leechEvery, leechLapses } from '#domain/study/leech.ts'
import type { EpochMs, StudyDay } from '#domain/time/clock.ts'

/** A condition on `card_listing` with the values of its question marks, in order. */
export interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** What a search means in this collection at this moment. */
export interface SearchMeaning {
  readonly day: StudyDay
  /** Words or tags are looked for, beside whatever else. */
  readonly hasWords: boolean
  /** Learning cards due until then count as due. */
  readonly dueUntil: EpochMs
  /** Days until recall falls to this fraction, of a card with a stability of one day. */
  readonly daysUntil: (recall: number) => number
  /** The decks of this name with all below them. */
  readonly decks: (name: string, isPrefix: boolean) => readonly string[]
  /** Roles of this name: [source, role]. */
  readonly roles: (name: string, isPrefix: boolean) => readonly (readonly [string, string])[]
  readonly kind: (
    name: string,
    isPrefix: boolean,
  ) => { readonly types: readonly string[]; readonly recipe: string }
}

const json = (value: unknown) => JSON.stringify(value)
const inJson = (column: string, values: readonly unknown[]): Condition => ({
  sql: `${column} in (select value from json_each(?))`,
  values: [json(values)],
})
const joined = (parts: readonly Condition[], word: 'and' | 'or'): Condition => ({
  sql: `(${parts.map((part) => part.sql).join(` ${word} `)})`,
  values: parts.flatMap((part) => part.values),
})
/**
 * By the number of a card the index of words leads to it. The plus signs keep the planner from looking up ids beside
 * numbers: it would try each of the one with each of the other.
 */
const ofMemory = (sql: string, ...values: number[]): Condition => ({
  sql: `+card_listing.card_id in (select card_id from memory where ${sql})`,
  values,
})
const withStatus = (status: string): Condition => ({
  sql: 'card_listing.status = ?',
  values: [status],
})

/** A phrase of the index of words. Inside the quotes only the quote itself means anything. */
const phrase = (text: string, isPrefix: boolean): string =>
  `"${text.replace(/\p{Cc}/gu, ' ').replaceAll('"', '""')}"${isPrefix ? '*' : ''}`
const matching = (phrases: readonly string[]): Condition => ({
  sql: 'card_listing.n in (select rowid from card_search where card_search match ?)',
  values: [phrases.join(' AND ')],
})

const likeStart = (text: string) => `${text.replace(/[\\%_]/g, String.raw`\$&`)}%`

/** The index narrows the tags down to those with these words; the tag itself is then compared. */
function tagged(name: string, isPrefix: boolean): Condition {
  const test = isPrefix ? String.raw`value like ? escape '\'` : 'value = ? collate nocase'
  const exact: Condition = {
    sql: `exists (select 1 from json_each(card_listing.tags_json) where ${test})`,
    values: [isPrefix ? likeStart(name) : name],
  }
  if (!/[\p{L}\p{N}]/u.test(name)) return exact
  return joined([matching([`tags : ${phrase(name, isPrefix)}`]), exact], 'and')
}

function ofKind(meaning: SearchMeaning, name: string, isPrefix: boolean): Condition {
  const { types, recipe } = meaning.kind(name, isPrefix)
  const byRecipe: Condition = isPrefix
    ? { sql: String.raw`card_listing.recipe like ? escape '\'`, values: [likeStart(recipe)] }
    : { sql: 'card_listing.recipe = ? collate nocase', values: [recipe] }
  return joined([inJson('card_listing.type', types), byRecipe], 'or')
}

const youngBelowDays = 21
/** As isLeech (domain/study/leech.ts) says it. */
const waitsAsLeech = `lapses >= iif(leech_settled >= ${leechLapses},
  ${leechLapses} + ${leechEvery} * ((leech_settled - ${leechLapses}) / ${leechEvery} + 1), ${leechLapses})`

function inState(state: SearchState, { day, dueUntil }: SearchMeaning): Condition {
  switch (state) {
    case 'due':
      return ofMemory(
        `status = 'active' and state = 'review' and due_day <= ?
        union all
        select card_id
        from memory
        where status = 'active' and state in ('learning', 'relearning') and due_at <= ?`,
        day,
        dueUntil,
      )
    case 'new':
      return ofMemory("state = 'new'")
    case 'learning':
      return ofMemory("state in ('learning', 'relearning')")
    case 'review':
      return ofMemory("state = 'review'")
    case 'young':
      return ofMemory("state = 'review' and stability < ?", youngBelowDays)
    case 'mature':
      return ofMemory("state = 'review' and stability >= ?", youngBelowDays)
    case 'leech':
      return ofMemory(waitsAsLeech)
    case 'edited':
      return {
        sql: '+card_listing.card_id in (select card_id from card where edit_json is not null)',
        values: [],
      }
    case 'pinned':
      return {
        sql: '+card_listing.card_id in (select card_id from card_decision where is_pinned = 1)',
        values: [],
      }
    case 'buried':
      return ofMemory('buried_day = ?', day)
    case 'flagged':
      return ofMemory('flag > 0')
    case 'suspended':
      return ofMemory('is_suspended = 1')
    case 'contested':
    case 'rejected':
    case 'archived':
    case 'deleted':
      return withStatus(state)
    case 'all':
      return { sql: 'true', values: [] }
  }
}

/** What each number of a card is in `memory`, with today as the one value where it is needed. */
const numberOf: Record<Exclude<SearchProperty, 'recall'>, string> = {
  stability: 'stability',
  difficulty: 'difficulty',
  interval: 'due_day - last_study_day',
  due: 'iif(due_at is null, due_day - ?, 0)',
  reps: 'reps',
  lapses: 'lapses',
  flag: 'flag',
}

/** Recall falls with the days since the last answer, counted in stabilities: compared there, the other way round. */
function recalled(compare: Comparison, value: number, meaning: SearchMeaning): Condition {
  const gone = 'state <> ? and (? - last_study_day) / stability'
  const after = (recall: number) => meaning.daysUntil(recall)
  const of = (sql: string, ...values: number[]): Condition => ({
    sql: `+card_listing.card_id in (select card_id from memory where ${gone} ${sql})`,
    values: ['new', meaning.day, ...values],
  })
  // Nobody means the last digit: equal is what is shown as the same whole percent.
  const half = 0.005
  switch (compare) {
    case '<':
      return of('> ?', after(value))
    case '<=':
      return of('>= ?', after(value))
    case '>':
      return of('< ?', after(value))
    case '>=':
      return of('<= ?', after(value))
    case '=':
      return of('between ? and ?', after(value + half), after(value - half))
    case '!=':
      return of('not between ? and ?', after(value + half), after(value - half))
  }
}

function compared(search: Extract<Search, { find: 'prop' }>, meaning: SearchMeaning): Condition {
  const { property, compare, value } = search
  if (property === 'recall') return recalled(compare, value, meaning)
  const today = property === 'due' ? [meaning.day] : []
  return ofMemory(`${numberOf[property]} ${compare} ?`, ...today, value)
}

/**
 * A search as a condition on `card_listing`. What was typed stands in values only, never in the text of the statement.
 * `meaning` throws search_not_understood for names that the collection does not have.
 */
export function conditionOf(search: Search, meaning: SearchMeaning): Condition {
  switch (search.find) {
    case 'all': {
      // Words side by side are one question to the index.
      const texts = search.of.filter((part) => part.find === 'text')
      const others = search.of.filter((part) => part.find !== 'text')
      const words = texts.map(({ text, isPrefix }) => phrase(text, isPrefix))
      return joined(
        [
          ...(words.length > 0 ? [matching(words)] : []),
          ...others.map((part) => conditionOf(part, meaning)),
        ],
        'and',
      )
    }
    case 'any':
      return joined(
        search.of.map((part) => conditionOf(part, meaning)),
        'or',
      )
    case 'not': {
      const { sql, values } = conditionOf(search.of, meaning)
      return { sql: `not ${sql}`, values }
    }
    case 'text':
      return matching([phrase(search.text, search.isPrefix)])
    case 'tag':
      return tagged(search.name, search.isPrefix)
    case 'deck':
      return inJson(
        `${meaning.hasWords ? '+' : ''}card_listing.deck_id`,
        meaning.decks(search.name, search.isPrefix),
      )
    case 'role':
      return {
        sql: `(card_listing.source_id, ifnull(card_listing.role_id, '')) in (
          select value ->> 0, value ->> 1 from json_each(?))`,
        values: [json(meaning.roles(search.name, search.isPrefix))],
      }
    case 'kind':
      return ofKind(meaning, search.name, search.isPrefix)
    case 'is':
      return inState(search.state, meaning)
    case 'prop':
      return compared(search, meaning)
  }
}
