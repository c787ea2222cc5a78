import type { CardType, Choice } from '#domain/cards/rolegen.ts'
import type { QuizSourceCard } from '#domain/quiz/ask.ts'
import type { Db } from './database.ts'
import { choicesOf, faceOf, toCard, type CardRow } from './cards.ts'
import { fromJson } from './rows.ts'

const columns = `card.card_id, card.note_id, card.source_id, card.role_id, recipe, type, prompt, answer, choices_json,
  items_json, pairs_json, explanation, passages_json, tags_json, score, content_rev, edit_json, edit_is_behind`
type Row = CardRow & { deck_id: string; deck_name: string; facts_json: string }

const toSource = (row: Row): QuizSourceCard => {
  const card = toCard(row)
  const face = faceOf(card)
  const choices: readonly Choice[] = choicesOf(card) ?? []
  return {
    cardId: card.cardId,
    cardRev: card.contentRev,
    roleId: row.deck_id,
    roleName: row.deck_name,
    type: face.type,
    recipe: card.recipe,
    prompt: face.prompt,
    answer: face.answer,
    choices,
    items: face.items ?? [],
    pairs: face.pairs ?? [],
    explanation: face.explanation ?? '',
    prov: card.passages,
    topics: fromJson<string[]>(row.facts_json),
  }
}

/** Active cards as questions are made of them, with role and facts, in one look. */
export function createQuizCardStore(db: Db) {
  const ofDecks = db.prepare<{ decks: string; cards: string | null; types: string }, Row>(`
    select ${columns}, memory.deck_id, deck.name as deck_name, note.facts_json
    from memory
    join card on card.card_id = memory.card_id
    join note on note.note_id = card.note_id
    join deck on deck.deck_id = memory.deck_id
    where memory.status = 'active'
      and memory.deck_id in (select value from json_each(@decks))
      and (@cards is null or memory.card_id in (select value from json_each(@cards)))
      and card.type in (select value from json_each(@types))
    order by card.card_id`)
  return {
    /** Those of these decks and types; only `cardIds` where it is given. */
    ofDecks: (
      deckIds: readonly string[],
      types: readonly CardType[],
      cardIds: readonly string[] | null = null,
    ): QuizSourceCard[] =>
      ofDecks
        .all({
          decks: JSON.stringify(deckIds),
          types: JSON.stringify(types),
          cards: cardIds === null ? null : JSON.stringify(cardIds),
        })
        .map(toSource),
  }
}
