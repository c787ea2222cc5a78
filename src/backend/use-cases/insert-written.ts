import { digestOf } from '#domain/roles/digest.ts'
import type { Context } from '../context.ts'
import type { StoredCard } from '../store/cards.ts'
import type { WriteDb } from '../store/database.ts'

/** A card written by hand with its place; what is absent such a card does not have. */
export type NewWritten = Pick<
  StoredCard,
  | 'cardId'
  | 'noteId'
  | 'sourceId'
  | 'roleId'
  | 'type'
  | 'prompt'
  | 'answer'
  | 'explanation'
  | 'passages'
  | 'tags'
> & {
  readonly choices: readonly { readonly text: string; readonly correct: boolean }[] | null
  readonly deckId: string
  readonly position: number
  /** By what it is told whether it reads differently; absent: by what it says. */
  readonly contentRev?: string
}

/** Stores a card that a person wrote, as a new one, in the caller's transaction. Its note must be there. */
export function insertWritten(context: Context, tx: WriteDb, written: NewWritten): void {
  const { deckId, position, contentRev, ...card } = written
  const { cardId, noteId, type, prompt, answer, explanation } = card
  const choices = card.choices?.map((choice) => ({ ...choice, from: '' })) ?? null
  context.cards.insert(tx, {
    ...card,
    recipe: `written.${type}`,
    choices,
    items: null,
    pairs: null,
    score: 1,
    contentRev:
      contentRev ?? digestOf(JSON.stringify([type, prompt, answer, choices, explanation]), 12),
    edit: null,
    isEditBehind: false,
  })
  const memory = { kind: 'new' } as const
  const place = { cardId, deckId, noteId, position }
  context.memories.insert(tx, { ...place, status: 'active', revision: 0, memory })
}
