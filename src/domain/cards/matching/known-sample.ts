// For tests: what the collection keeps of a generation, without a database.

import type { Reconciliation } from '../reconcile.ts'
import type { KnownCard, KnownDocument } from './known.ts'
import type { RoleGen } from '../rolegen.ts'
import { statementOf } from './subject.ts'

const cardOf = (
  card: RoleGen['cards'][number],
  cardId: string,
  status: KnownCard['status'],
): KnownCard => ({
  ...statementOf(card),
  cardId,
  generatedId: card.id,
  rev: card.rev,
  explanation: card.explanation ?? null,
  passages: card.prov,
  status,
})

const documentOf = (gen: RoleGen) => ({
  text: gen.sources[0]?.text ?? '',
  roles: gen.roles,
  duties: gen.responsibilities.map(({ id, role, text, title, prov }) => ({
    id,
    role,
    text,
    ...(title === undefined ? {} : { title }),
    passages: prov,
  })),
})

/** The first version of a document. */
export const firstVersion = (gen: RoleGen): KnownDocument => ({
  version: 1,
  ...documentOf(gen),
  cards: gen.cards.map((card) => cardOf(card, card.id, 'active')),
  earlier: new Map(),
  restored: null,
})

/** The document after an update, as the collection would keep it. */
export function nextVersion(
  known: KnownDocument,
  gen: RoleGen,
  { changes }: Reconciliation,
): KnownDocument {
  const touched = new Set(changes.map((change) => change.cardId))
  return {
    version: known.version + 1,
    ...documentOf(gen),
    cards: [
      ...changes.map((change): KnownCard => {
        const { cardId, before, after } = change
        if (after)
          return cardOf(after, cardId, before?.status === 'rejected' ? 'rejected' : 'active')
        if (change.now) return change.now
        return before.status === 'rejected' ? before : { ...before, status: 'archived' }
      }),
      ...known.cards.filter((card) => !touched.has(card.cardId)),
    ],
    earlier: known.cards.reduce(
      (all, card) => all.set(card.generatedId, [card.cardId, ...(all.get(card.generatedId) ?? [])]),
      new Map(known.earlier),
    ),
    restored: null,
  }
}
