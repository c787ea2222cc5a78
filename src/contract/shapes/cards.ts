import * as v from 'valibot'
import { searchStates } from '#domain/search/search.ts'
import { CardType, Count, Id } from './common.ts'
import { MarksShape } from './marks.ts'
import { MemoryShape } from './study.ts'

/** What the list of cards can be sorted by. */
export const cardOrders = [
  'added',
  'question',
  'deck',
  'kind',
  'due',
  'stability',
  'difficulty',
  'recall',
  'answers',
  'lapses',
] as const
export type CardOrder = (typeof cardOrders)[number]

/** As it is typed; how long it may be is the language's own rule, with its own error. */
const SearchText = v.pipe(v.string(), v.maxLength(20_000))

/** A search and the order of what it finds. */
export const CardQuery = v.strictObject({
  search: SearchText,
  order: v.picklist(cardOrders),
  isDescending: v.boolean(),
})
export type CardQuery = v.InferOutput<typeof CardQuery>

/** A window into the list: so many rows from this one on. */
export const CardWindow = v.strictObject({
  ...CardQuery.entries,
  from: Count,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
})

export const CardStatusShape = v.picklist([
  'active',
  'contested',
  'suspended',
  'deleted',
  'rejected',
  'archived',
])

/** A card as a row of the list. Long questions and answers are cut. */
export const CardRow = v.object({
  cardId: Id,
  prompt: v.string(),
  answer: v.string(),
  deckName: v.string(),
  recipe: v.string(),
  type: CardType,
  tags: v.array(v.string()),
  status: CardStatusShape,
  isEdited: v.boolean(),
  memory: MemoryShape,
  marks: MarksShape,
  /** Probability that it is recalled now; null for new cards. */
  recall: v.nullable(v.number()),
})
export type CardRow = v.InferOutput<typeof CardRow>

export const CardRows = v.object({
  /** How many cards the search finds. */
  total: Count,
  from: Count,
  rows: v.array(CardRow),
  /** Today, as due days count. */
  day: v.pipe(v.number(), v.integer()),
})
export type CardRows = v.InferOutput<typeof CardRows>

/** The names that a search can use in this collection. */
export const SearchTerms = v.object({
  decks: v.array(v.object({ deckId: Id, name: v.string(), parentName: v.nullable(v.string()) })),
  tags: v.array(v.string()),
  states: v.array(v.picklist(searchStates)),
  kinds: v.array(v.string()),
})
export type SearchTerms = v.InferOutput<typeof SearchTerms>
