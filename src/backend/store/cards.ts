import type { CardFace } from '#contract/shapes/common.ts'
import { reworded, type CardWording } from '#domain/cards/decision.ts'
import type { CardType, Choice, GeneratedCard } from '#domain/cards/rolegen.ts'
import type { Db, WriteDb } from './database.ts'
import type { CardStatus } from './memories.ts'
import { fromJson, fromJsonOrNull, toJsonOrNull, type PassagesJson } from './rows.ts'

export interface StoredCard {
  readonly cardId: string
  readonly noteId: string
  readonly sourceId: string
  readonly roleId: string | null
  readonly recipe: string
  readonly type: CardType
  readonly prompt: string
  readonly answer: string | null
  readonly choices: readonly Choice[] | null
  readonly items: readonly string[] | null
  readonly pairs: NonNullable<GeneratedCard['pairs']> | null
  readonly explanation: string | null
  readonly passages: PassagesJson
  readonly tags: readonly string[]
  readonly score: number
  readonly contentRev: string
  readonly edit: CardWording | null
  /** The document's wording changed beneath the learner's own, who has not chosen between the two yet. */
  readonly isEditBehind: boolean
}

/** A card with what is known of its place: the facts of its note, its status, and whether it was ever answered. */
export interface CardOfSource {
  readonly card: StoredCard
  readonly facts: readonly string[]
  readonly status: CardStatus
  readonly position: number
  readonly isSeen: boolean
}

const columns = `card_id, note_id, source_id, role_id, recipe, type, prompt, answer, choices_json, items_json,
  pairs_json, explanation, passages_json, tags_json, score, content_rev, edit_json, edit_is_behind`
export interface CardRow {
  card_id: string
  note_id: string
  source_id: string
  role_id: string | null
  recipe: string
  type: CardType
  prompt: string
  answer: string | null
  choices_json: string | null
  items_json: string | null
  pairs_json: string | null
  explanation: string | null
  passages_json: string
  tags_json: string
  score: number
  content_rev: string
  edit_json: string | null
  edit_is_behind: number
}
/** A card from its row. */
export const toCard = (row: CardRow): StoredCard => ({
  cardId: row.card_id,
  noteId: row.note_id,
  sourceId: row.source_id,
  roleId: row.role_id,
  recipe: row.recipe,
  type: row.type,
  prompt: row.prompt,
  answer: row.answer,
  choices: fromJsonOrNull<Choice[]>(row.choices_json),
  items: fromJsonOrNull<string[]>(row.items_json),
  pairs: fromJsonOrNull<NonNullable<GeneratedCard['pairs']>>(row.pairs_json),
  explanation: row.explanation,
  passages: fromJson<PassagesJson>(row.passages_json),
  tags: fromJson<string[]>(row.tags_json),
  score: row.score,
  contentRev: row.content_rev,
  edit: fromJsonOrNull<CardWording>(row.edit_json),
  isEditBehind: row.edit_is_behind === 1,
})
const toColumns = (card: StoredCard) => ({
  ...card,
  choices: toJsonOrNull(card.choices),
  items: toJsonOrNull(card.items),
  pairs: toJsonOrNull(card.pairs),
  passages: JSON.stringify(card.passages),
  tags: JSON.stringify(card.tags),
  edit: toJsonOrNull(card.edit),
  isEditBehind: card.isEditBehind ? 1 : 0,
})

/** What a card shows: the learner's wording where there is one. */
export const faceOf = (card: StoredCard): CardFace => {
  const face = reworded(card, card.edit)
  return {
    type: face.type,
    recipe: face.recipe,
    prompt: face.prompt,
    answer: face.answer,
    choices: face.choices?.map(({ text, correct }) => ({ text, correct })) ?? null,
    items: face.items ? [...face.items] : null,
    pairs: face.pairs?.map(([left, right]): [string, string] => [left, right]) ?? null,
    explanation: face.explanation,
  }
}

/** A card's options in the learner's wording, each with where it came from as far as that is still so. */
export const choicesOf = (card: StoredCard): readonly Choice[] | null => {
  const { choices } = card
  const worded = card.edit?.choices
  if (!worded) return choices
  const isSameCount = worded.length === choices?.length
  return worded.map((choice, index) => {
    const own = choices?.find((each) => each.text === choice.text)
    return { ...choice, from: (own ?? (isSameCount ? choices?.[index] : undefined))?.from ?? '' }
  })
}

/** What cards say. */
export function createCardStore(db: Db) {
  const byId = db.prepare<[string], CardRow>(`select ${columns} from card where card_id = ?`)
  const cardColumns = columns
    .split(',')
    .map((column) => `card.${column.trim()}`)
    .join(', ')
  const ownOfSource = db.prepare<[string], CardRow & { facts_json: string }>(`
    select ${cardColumns}, note.facts_json
    from card
    join note on note.note_id = card.note_id
    join memory on memory.card_id = card.card_id
    left join card_decision on card_decision.card_id = card.card_id
    where card.source_id = ?
      and memory.status in ('active', 'contested')
      and (card.edit_json is not null or card_decision.is_pinned = 1)
    order by memory.position`)
  const ofSource = db.prepare<
    [string],
    CardRow & { facts_json: string; status: CardStatus; position: number; state: string }
  >(`
    select ${cardColumns}, note.facts_json, memory.status, memory.position, memory.state
    from card
    join note using (note_id)
    join memory using (card_id)
    where card.source_id = ?
    order by memory.position, card.card_id`)
  const facts = db.prepare<[string], { facts_json: string }>(
    'select facts_json from note where note_id = ?',
  )
  const byWords = db.prepare<[string], CardRow & { deck_name: string }>(`
    select ${cardColumns}, deck.name as deck_name
    from card_search
    join card_listing on card_listing.n = card_search.rowid
    join card on card.card_id = card_listing.card_id
    join deck on deck.deck_id = card_listing.deck_id
    left join deck as parent on parent.deck_id = deck.parent_id
    where card_search match ?
      and card_listing.status in ('active', 'suspended', 'contested')
      and deck.removed_at is null
      and parent.removed_at is null
    limit 500`)
  return {
    /** Cards whose question has all words of a text, at most 500, each with the name of its deck. */
    withWords(text: string): { readonly card: StoredCard; readonly deckName: string }[] {
      const words = new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, 40))
      if (words.size === 0) return []
      const wanted = [...words].map((word) => `"${word}"`).join(' ')
      return byWords
        .all(`prompt : (${wanted})`)
        .map((row) => ({ card: toCard(row), deckName: row.deck_name }))
    },
    /** The facts that the cards of a note ask for. */
    factsOf: (noteId: string): string[] =>
      fromJson<string[]>(facts.get(noteId)?.facts_json ?? '[]'),
    /** Cards of a source that the learner has put in own words or pinned, each with the facts that it asks for. */
    ownCards: (sourceId: string): { readonly card: StoredCard; readonly facts: string[] }[] =>
      ownOfSource
        .all(sourceId)
        .map((row) => ({ card: toCard(row), facts: fromJson<string[]>(row.facts_json) })),
    /** Every card of a source, whatever its status, in the order of learning. */
    ofSource: (sourceId: string): CardOfSource[] =>
      ofSource.all(sourceId).map((row) => ({
        card: toCard(row),
        facts: fromJson<string[]>(row.facts_json),
        status: row.status,
        position: row.position,
        isSeen: row.state !== 'new',
      })),
    find: (cardId: string): StoredCard | null => {
      const row = byId.get(cardId)
      return row ? toCard(row) : null
    },
    insertNote(tx: WriteDb, note: { noteId: string; sourceId: string; facts: readonly string[] }) {
      tx.prepare(
        'insert into note (note_id, source_id, facts_json) values (?, ?, ?) on conflict (note_id) do nothing',
      ).run(note.noteId, note.sourceId, JSON.stringify(note.facts))
    },
    /** Lays the learner's wording over the card; null takes it away. */
    setEdit(tx: WriteDb, cardId: string, edit: CardWording | null): void {
      tx.prepare('update card set edit_json = ?, edit_is_behind = 0 where card_id = ?').run(
        toJsonOrNull(edit),
        cardId,
      )
    },
    insert(tx: WriteDb, card: StoredCard): void {
      tx.prepare(
        `insert into card (${columns})
        values (@cardId, @noteId, @sourceId, @roleId, @recipe, @type, @prompt, @answer, @choices, @items,
          @pairs, @explanation, @passages, @tags, @score, @contentRev, @edit, @isEditBehind)`,
      ).run(toColumns(card))
    },
    /** Writes a card anew under its id: what its document makes of it now. */
    replace(tx: WriteDb, card: StoredCard): void {
      tx.prepare(
        `update card
        set note_id = @noteId, role_id = @roleId, recipe = @recipe, type = @type, prompt = @prompt,
          answer = @answer, choices_json = @choices, items_json = @items, pairs_json = @pairs,
          explanation = @explanation, passages_json = @passages, tags_json = @tags, score = @score,
          content_rev = @contentRev, edit_json = @edit, edit_is_behind = @isEditBehind
        where card_id = @cardId and source_id = @sourceId`,
      ).run(toColumns(card))
    },
    /** The facts that the cards of a note ask for. */
    setFacts(tx: WriteDb, noteId: string, facts: readonly string[]): void {
      tx.prepare('update note set facts_json = ? where note_id = ?').run(
        JSON.stringify(facts),
        noteId,
      )
    },
  }
}
