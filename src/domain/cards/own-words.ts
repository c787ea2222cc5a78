import type { WrittenCard } from '#domain/roles/model.ts'
import { cardIdOf, revOf, type CardDraft, type RecipeParts } from './draft.ts'
import type { GeneratedCard } from './rolegen.ts'

/** A generated card in words of a person's own: options, lists and pairs stay the document's. */
function reworded(
  card: GeneratedCard,
  { question, answer, explanation }: WrittenCard,
): GeneratedCard {
  const isAnswered = card.type === 'basic' || card.type === 'cloze'
  const said = {
    ...card,
    prompt: question,
    ...(isAnswered && card.items === undefined ? { answer } : {}),
    ...(explanation === undefined ? {} : { explanation }),
  }
  return { ...said, rev: revOf(said) }
}

/**
 * The cards with the wording that a role file gives to some of them. One that is no longer generated is made of the
 * file's words alone, under the id that it had.
 */
export function withOwnWords(
  cards: readonly GeneratedCard[],
  parts: Pick<RecipeParts, 'sourceId' | 'model'>,
): GeneratedCard[] {
  const words = new Map<string, WrittenCard>()
  for (const card of parts.model.written) {
    if (card.of) words.set(idOf(card, card.of, parts), card)
  }
  if (words.size === 0) return [...cards]
  const known = new Set(cards.map((card) => card.id))
  const rest = [...words].filter(([id]) => !known.has(id))
  return [
    ...cards.map((card) => {
      const own = words.get(card.id)
      return own ? reworded(card, own) : card
    }),
    ...rest.map(([id, card]): GeneratedCard => {
      const said = { prompt: card.question, answer: card.answer }
      return {
        id,
        rev: revOf(said),
        recipe: 'written.basic',
        type: 'basic',
        ...said,
        ...(card.explanation === undefined ? {} : { explanation: card.explanation }),
        target: [card.of?.target ?? id],
        role: card.role,
        prov: card.prov,
        tags: [],
        bloom: 'remember',
        score: 1,
      }
    }),
  ]
}

const idOf = (
  card: WrittenCard,
  of: NonNullable<WrittenCard['of']>,
  parts: Pick<RecipeParts, 'sourceId' | 'model'>,
): string => {
  const draft: Pick<CardDraft, 'recipe' | 'target' | 'role' | 'firstRole'> = {
    recipe: of.recipe,
    target: [of.target],
    role: card.role,
    ...(card.firstRole === undefined ? {} : { firstRole: card.firstRole }),
  }
  return cardIdOf(draft, parts)
}
