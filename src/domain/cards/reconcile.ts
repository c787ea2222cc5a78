import { digestOf } from '#domain/roles/digest.ts'
import { similarity, stemsOf } from '#domain/roles/words.ts'
import { align, isSameFact } from './matching/align.ts'
import { claimCards } from './matching/claims.ts'
import { cardsThatStay } from './matching/footing.ts'
import { startOf, wordsIn, type KnownCard, type KnownDocument } from './matching/known.ts'
import { findMoved } from './matching/place.ts'
import { statedBy, statementOf, subjectIdOf } from './matching/subject.ts'
import type { GeneratedCard, RoleGen } from './rolegen.ts'

/**
 * `unchanged`: same words, same place; other wrong options come in unsaid. `moved`: same words elsewhere. `reworded`: the
 * same fact in other words. `changed`: the fact itself is another one. `new`, or back after it was gone. `gone`.
 */
export const changeKinds = ['unchanged', 'moved', 'reworded', 'changed', 'new', 'gone'] as const
export type ChangeKind = (typeof changeKinds)[number]

interface Change {
  /** The stored card's id, which it keeps; for a new card the id to store it under. */
  readonly cardId: string
  /** It asks for another fact than the one that the learner knows. */
  readonly isOtherFact: boolean
}
/** A stored card that the changed document makes as well. */
interface CardGoesOn extends Change {
  readonly kind: Exclude<ChangeKind, 'gone'>
  readonly before: KnownCard
  readonly after: GeneratedCard
  readonly now: null
}
/** A stored card that is not made any more, although the document still says what it asks: `now` is how it reads on. */
interface CardStays extends Change {
  readonly kind: 'unchanged' | 'reworded'
  readonly before: KnownCard
  readonly after: null
  readonly now: KnownCard
}
interface CardIsNew extends Change {
  readonly kind: 'new'
  readonly before: null
  readonly after: GeneratedCard
  readonly now: null
}
interface CardIsGone extends Change {
  readonly kind: 'gone'
  readonly before: KnownCard
  readonly after: null
  readonly now: null
}
export type CardUpdate = CardGoesOn | CardStays | CardIsNew | CardIsGone

export interface Reconciliation {
  /** In the order of the changed document; what is not made any more comes last. */
  readonly changes: readonly CardUpdate[]
  /** Cards that were not taken in because the learner rejected nearly the same before. */
  readonly suppressed: readonly GeneratedCard[]
  /** The changed document's role ids by those of the stored one. */
  readonly roles: ReadonlyMap<string, string>
}

/** Which wrong options stand beside what is right is no matter of the document's. */
const areSameWords = (old: KnownCard, card: GeneratedCard) =>
  (old.rev === card.rev || statedBy(old) === statedBy(statementOf(card))) &&
  wordsIn(old.passages) === wordsIn(card.prov)

/** Nearly the same as a card that the learner rejected, and about the same fact. */
function isLikeRejected(card: GeneratedCard, rejected: readonly KnownCard[]): boolean {
  if (rejected.length === 0) return false
  const stems = new Set(stemsOf(statedBy(statementOf(card))))
  return rejected.some((each) => similarity(new Set(stemsOf(statedBy(each))), stems) >= 0.9)
}

/** An id for a new card: its own, unless a card that went another way has it. */
function freeId(card: GeneratedCard, version: number, used: ReadonlySet<string>): string {
  let id = card.id
  for (let n = version; used.has(id); n += 1) id = `c-${digestOf([card.id, n].join('\u0000'), 16)}`
  return id
}

function stayOrGo(before: KnownCard, now: KnownCard | undefined): CardStays | CardIsGone {
  const base = { cardId: before.cardId, before, after: null, isOtherFact: false } as const
  if (!now) return { ...base, kind: 'gone', now: null }
  const isSamePassage = wordsIn(before.passages.slice(0, 1)) === wordsIn(now.passages.slice(0, 1))
  const kind = isSamePassage && before.rev === now.rev ? 'unchanged' : 'reworded'
  return { ...base, kind, now }
}

/**
 * What a changed document does to the cards of the one it replaces: which stored card each generated one is, and
 * what became of it. `gen` was read under the stored source's id. One-to-one, deterministic, near-linear; each
 * stored card that is not archived and each generated one that is not suppressed stands in exactly one change.
 */
export function reconcile(known: KnownDocument, gen: RoleGen): Reconciliation {
  const alignment = align(known, gen)
  const { subjects, present } = alignment
  const claims = claimCards(known, gen.cards, subjects)
  const moved = findMoved(
    known.text,
    gen.sources[0]?.text ?? '',
    gen.cards.flatMap((card) => {
      const old = claims.of(card.id)
      if (!old || old.status === 'archived' || !areSameWords(old, card)) return []
      return [{ id: old.cardId, before: startOf(old.passages), after: startOf(card.prov) }]
    }),
  )
  const rejected = Map.groupBy(
    present.filter((card) => card.status === 'rejected'),
    (card) => {
      const subject = subjectIdOf(card, card.generatedId)
      return subjects.get(subject) ?? subject
    },
  )
  const used = new Set(known.cards.map((card) => card.cardId))
  const suppressed: GeneratedCard[] = []
  const changes: CardUpdate[] = []
  for (const card of gen.cards) {
    const old = claims.of(card.id)
    if (old) {
      const isSame = areSameWords(old, card)
      const isOtherFact = !isSame && !isSameFact(old, card, alignment)
      const sameKind = moved.has(old.cardId) ? 'moved' : 'unchanged'
      const otherKind = isOtherFact ? 'changed' : 'reworded'
      const kind = old.status === 'archived' ? 'new' : isSame ? sameKind : otherKind
      changes.push({ kind, cardId: old.cardId, before: old, after: card, now: null, isOtherFact })
    } else if (isLikeRejected(card, rejected.get(subjectIdOf(statementOf(card), card.id)) ?? [])) {
      suppressed.push(card)
    } else {
      const cardId = freeId(card, known.version, used)
      used.add(cardId)
      const base = { cardId, after: card, now: null, isOtherFact: false }
      changes.push({ ...base, kind: 'new', before: null })
    }
  }
  const left = present.filter((card) => !claims.isTaken(card))
  const stay = cardsThatStay(left, { before: known.text, gen }, alignment)
  return {
    changes: [...changes, ...left.map((card) => stayOrGo(card, stay.get(card.cardId)))],
    suppressed,
    roles: alignment.roles,
  }
}
