import * as v from 'valibot'
import { lineKinds } from '#domain/scheduling/fold.ts'
import { searchStates } from '#domain/search/search.ts'
import { CardFace, CardType, Count, Day, Id, Instant, Passage } from './common.ts'
import { MarksShape } from './marks.ts'
import { GradeShape, MemoryShape } from './study.ts'

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

/** So many cards at most are changed in one go. */
const mostCards = 100_000
const CardIds = v.pipe(v.array(Id), v.minLength(1), v.maxLength(mostCards))
const Uuid = v.pipe(v.string(), v.uuid())

/** The ids of a stretch of the list: a selection that goes over rows that were never shown. */
export const CardStretch = v.strictObject({
  ...CardQuery.entries,
  from: Count,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostCards)),
})

/** A line of a card's history. */
const HistoryLine = v.object({
  at: Instant,
  day: Day,
  kind: v.picklist(lineKinds),
  grade: v.nullable(GradeShape),
  tookMs: Count,
  /** Where the answer sent the card: so many days on, or so many ms. */
  next: v.nullable(
    v.variant('unit', [
      v.object({ unit: v.literal('days'), value: v.number() }),
      v.object({ unit: v.literal('ms'), value: v.number() }),
    ]),
  ),
  /** It was taken back later. */
  isUndone: v.boolean(),
})
export type HistoryLine = v.InferOutput<typeof HistoryLine>

/** Everything that is known of a card. */
export const CardInfo = v.object({
  row: CardRow,
  face: CardFace,
  roleName: v.nullable(v.string()),
  sourceId: Id,
  sourceTitle: v.string(),
  passages: v.array(Passage),
  day: Day,
  /** The latest first. */
  history: v.array(HistoryLine),
})
export type CardInfo = v.InferOutput<typeof CardInfo>

/** Moves cards to another deck, or puts a tag on them or takes it off. The same `changeId` sent twice counts once. */
export const CardChanging = v.strictObject({
  changeId: Uuid,
  cardIds: CardIds,
  change: v.variant('kind', [
    v.strictObject({ kind: v.literal('move'), deckId: Id }),
    v.strictObject({
      kind: v.literal('tag'),
      tag: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
      on: v.boolean(),
    }),
  ]),
})
export type CardChanging = v.InferOutput<typeof CardChanging>
export const CardsChanged = v.object({ changeId: Id, count: Count })

/** Words to be replaced in the text of cards. */
export const Replacing = v.strictObject({
  cardIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(20_000)),
  find: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  replaceWith: v.pipe(v.string(), v.maxLength(400)),
  isCaseSensitive: v.boolean(),
  isWholeWords: v.boolean(),
})
export const ReplaceWindow = v.strictObject({
  ...Replacing.entries,
  from: Count,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
})
export const ReplaceStep = v.strictObject({ stepId: Uuid, ...Replacing.entries })

const FieldChange = v.object({
  field: v.picklist(['prompt', 'answer', 'choice', 'item', 'pair', 'explanation']),
  before: v.string(),
  after: v.string(),
})
export const ReplacePreview = v.object({
  /** How many cards change, and in how many places. */
  cards: Count,
  places: Count,
  /** Cards that hold the words but would be left without a question or an answer, or grow too long. */
  leftOut: Count,
  rows: v.array(v.object({ cardId: Id, fields: v.array(FieldChange) })),
})
export type ReplacePreview = v.InferOutput<typeof ReplacePreview>
