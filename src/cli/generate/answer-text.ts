import { answerText as saidBy } from '#domain/cards/matching/subject.ts'
import type { GeneratedCard } from '#domain/cards/rolegen.ts'

/** A card's answer in words, whatever its type. */
export function answerText(card: GeneratedCard): string {
  if (card.type === 'match')
    return (card.pairs ?? []).map(([left, right]) => `${left} – ${right}`).join('; ')
  if (card.type === 'order')
    return (card.items ?? []).map((item, index) => `${index + 1}. ${item}`).join('; ')
  return saidBy(card) ?? ''
}
