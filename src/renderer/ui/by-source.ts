import type { Deck } from '#contract/shapes/deck.ts'

/** Roles of one source; `deckId` and `name` are those of the source's deck. */
export interface SourceGroup<Role> {
  readonly deckId: string
  readonly name: string
  readonly roles: readonly Role[]
}

/**
 * Roles under the sources that they came from, in the order of `decks`, each in the order given. Two sources may
 * name the same role: only beside its source is it known which one is meant. A role whose deck is not in `decks`
 * (they arrive one after the other) is left out.
 */
export function bySource<Role extends { readonly deckId: string }>(
  roles: readonly Role[],
  decks: readonly Pick<Deck, 'deckId' | 'parentId' | 'name'>[],
): SourceGroup<Role>[] {
  const sourceOf = new Map(decks.map((deck) => [deck.deckId, deck.parentId ?? deck.deckId]))
  const groups = Map.groupBy(roles, (role) => sourceOf.get(role.deckId))
  return decks.flatMap(({ deckId, name }) => {
    const own = groups.get(deckId)
    return own ? [{ deckId, name, roles: own }] : []
  })
}
