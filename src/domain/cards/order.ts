import type { GeneratedCard, Role } from './rolegen.ts'

/** Cards in the order of the document: by role, then by where their fact stands, the best of a fact first. */
function inOrder(cards: readonly GeneratedCard[], roles: readonly Role[]): GeneratedCard[] {
  const place = new Map(roles.map((role, index) => [role.id, index]))
  const placeOf = (card: GeneratedCard) => place.get(card.role ?? '') ?? roles.length
  return cards.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      (a.prov[0]?.start ?? 0) - (b.prov[0]?.start ?? 0) ||
      b.score - a.score ||
      (a.id < b.id ? -1 : 1),
  )
}

/**
 * Cards in the order in which they are learnt: the best card of each fact first, over all roles' facts in the
 * order of the document; a fact's other cards follow after.
 */
export function bestFirst(
  cards: readonly GeneratedCard[],
  roles: readonly Role[],
): GeneratedCard[] {
  const seen = new Set<string>()
  const first: GeneratedCard[] = []
  const later: GeneratedCard[] = []
  for (const card of inOrder(cards, roles)) {
    const fact = card.target[0] ?? card.id
    ;(seen.has(fact) ? later : first).push(card)
    seen.add(fact)
  }
  return [...first, ...later]
}
