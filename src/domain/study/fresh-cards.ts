import type { FreshCard, FreshCards } from './queue-cards.ts'

interface Head {
  readonly deckId: string
  readonly rest: Iterator<FreshCard>
  card: FreshCard
}

const isBefore = (a: FreshCard, b: FreshCard) =>
  a.position < b.position || (a.position === b.position && a.cardId < b.cardId)

/**
 * The new cards of several decks merged in their authors' order, read one by one: a deck that is not open any more is left
 * alone, and nothing beyond the last card asked for is looked at.
 */
export function* inAuthorsOrder(
  streams: readonly FreshCards[],
  isOpen: (deckId: string) => boolean,
): Generator<FreshCard, void> {
  const heads = new Set<Head>()
  try {
    for (const { deckId, cards } of streams) {
      if (!isOpen(deckId)) continue
      const rest = cards[Symbol.iterator]()
      const first = rest.next()
      if (first.done !== true) heads.add({ deckId, rest, card: first.value })
    }
    for (;;) {
      let next: Head | null = null
      for (const head of heads) {
        if (!isOpen(head.deckId)) {
          heads.delete(head)
          head.rest.return?.()
        } else if (next === null || isBefore(head.card, next.card)) next = head
      }
      if (next === null) return
      yield next.card
      const after = next.rest.next()
      if (after.done === true) heads.delete(next)
      else next.card = after.value
    }
  } finally {
    for (const { rest } of heads) rest.return?.()
  }
}
