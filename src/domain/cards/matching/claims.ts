import type { GeneratedCard } from '../rolegen.ts'
import type { KnownCard, KnownDocument } from './known.ts'
import { statementOf, subjectIdOf } from './subject.ts'

/** Stored cards that are taken for cards of the changed document, one for one. */
export class Claims {
  readonly #byGenerated = new Map<string, KnownCard>()
  readonly #taken = new Set<string>()

  /** The stored card that a generated one is. */
  of(generatedId: string): KnownCard | undefined {
    return this.#byGenerated.get(generatedId)
  }
  isTaken(card: KnownCard): boolean {
    return this.#taken.has(card.cardId)
  }
  /** Takes a card, unless either side is taken already. */
  take(generatedId: string, card: KnownCard | undefined): void {
    if (!card || this.isTaken(card) || this.#byGenerated.has(generatedId)) return
    this.#byGenerated.set(generatedId, card)
    this.#taken.add(card.cardId)
  }
}

/** By id: as the same text had it once, as the present version has it, as an earlier version had it. */
function claimById(claims: Claims, known: KnownDocument, cards: readonly GeneratedCard[]): void {
  const byId = new Map(known.cards.map((card) => [card.cardId, card]))
  const present = new Map(
    known.cards
      .filter((card) => card.status !== 'archived')
      .map((card) => [card.generatedId, card] as const),
  )
  for (const { id } of cards) claims.take(id, byId.get(known.restored?.get(id) ?? ''))
  for (const { id } of cards) claims.take(id, present.get(id))
  for (const { id } of cards)
    for (const cardId of [id, ...(known.earlier.get(id) ?? [])]) claims.take(id, byId.get(cardId))
}

/** Words that a person chose are never taken for generated ones. */
const isWritten = ({ recipe }: Pick<GeneratedCard, 'recipe'>) => recipe.startsWith('written.')

/** By what they ask for: cards of one fact, those of the same recipe first, then of the same type, then any. */
function claimBySubject(
  claims: Claims,
  known: KnownDocument,
  cards: readonly GeneratedCard[],
  subjects: ReadonlyMap<string, string>,
): void {
  const open = Map.groupBy(
    known.cards.filter((card) => card.status !== 'archived' && !claims.isTaken(card)),
    (card) => subjects.get(subjectIdOf(card, card.generatedId)) ?? '',
  )
  const fresh = Map.groupBy(
    cards.filter((card) => !claims.of(card.id)),
    (card) => subjectIdOf(statementOf(card), card.id),
  )
  const likenesses: ((a: KnownCard, b: GeneratedCard) => boolean)[] = [
    (a, b) => a.recipe === b.recipe,
    (a, b) => a.type === b.type && !isWritten(a) && !isWritten(b),
    (a, b) => !isWritten(a) && !isWritten(b),
  ]
  for (const [subject, own] of fresh)
    for (const isLike of likenesses)
      for (const card of own)
        claims.take(
          card.id,
          (open.get(subject) ?? []).find((each) => !claims.isTaken(each) && isLike(each, card)),
        )
}

/**
 * Which stored card each generated one is. `subjects`: the facts of the changed document by those of the stored one.
 * Ids go first, so that nothing that stayed can lose its history to something that merely looks like it.
 */
export function claimCards(
  known: KnownDocument,
  cards: readonly GeneratedCard[],
  subjects: ReadonlyMap<string, string>,
): Claims {
  const claims = new Claims()
  claimById(claims, known, cards)
  claimBySubject(claims, known, cards, subjects)
  return claims
}
