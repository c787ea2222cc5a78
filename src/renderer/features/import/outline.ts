import type { ImportPreview, PreviewCard, PreviewDuty } from '#contract/shapes/import.ts'
import type { CardDecision } from '#domain/cards/decision.ts'
import { isHandWritten } from '#domain/cards/fix.ts'
import { isClearlyRejected, type KindTally } from '#domain/cards/review.ts'

// What the review screen shows of an import, worked out from the preview and the decisions. Pure.

export type Decisions = ReadonlyMap<string, CardDecision>

/** A role of the preview with its cards in the order of the document, or the questions that belong to none. */
export interface Group {
  readonly roleId: string | null
  readonly name: string
  readonly cards: readonly PreviewCard[]
  readonly duties: readonly PreviewDuty[]
}

const byPlace = (a: PreviewCard, b: PreviewCard) =>
  (a.passages[0]?.start ?? 0) - (b.passages[0]?.start ?? 0)

/** The roles in their order, then what belongs to none. */
export function groupsOf(preview: ImportPreview): Group[] {
  const byRole = Map.groupBy(preview.cards, (card) => card.roleId)
  const roles = preview.roles.map(({ roleId, name, duties }) => ({
    roleId,
    name,
    cards: (byRole.get(roleId) ?? []).toSorted(byPlace),
    duties,
  }))
  const general = (byRole.get(null) ?? []).toSorted(byPlace)
  return general.length === 0
    ? roles
    : [...roles, { roleId: null, name: '', cards: general, duties: [] }]
}

/** The card after (+1) or before (-1) another one, over all roles; the ends stay. Null only where there is none. */
export function neighbourOf(
  groups: readonly Group[],
  cardId: string | null,
  step: 1 | -1,
): PreviewCard | null {
  const cards = groups.flatMap((group) => group.cards)
  const at = cards.findIndex((card) => card.cardId === cardId)
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), cards.length - 1)
  return cards[next] ?? null
}

/** Waits a card for a decision? One that the learner wrote does not. */
export const isOpen = (card: PreviewCard, decisions: Decisions): boolean =>
  !decisions.has(card.cardId) && !isHandWritten({ target: card.targets })

/** The first undecided card after another one, beginning again at the top; null when all are decided. */
export function nextOpen(
  groups: readonly Group[],
  cardId: string | null,
  decisions: Decisions,
): PreviewCard | null {
  const cards = groups.flatMap((group) => group.cards)
  const at = cards.findIndex((card) => card.cardId === cardId)
  const ahead = [...cards.slice(at + 1), ...cards.slice(0, at + 1)]
  return ahead.find((card) => isOpen(card, decisions)) ?? null
}

/** The cards of a role that a stroke over all of it decides: those that are open, or all when none is. */
export function bulkOf(group: Group, decisions: Decisions): PreviewCard[] {
  const open = group.cards.filter((card) => isOpen(card, decisions))
  return open.length > 0 ? open : [...group.cards]
}

export const isRejected = (card: PreviewCard, decisions: Decisions): boolean =>
  decisions.get(card.cardId)?.verdict === 'rejected'

/** A responsibility with the cards that ask for it and are not rejected. */
export interface Covered {
  readonly duty: PreviewDuty
  readonly cards: readonly PreviewCard[]
}

/** Each responsibility of a role with the cards that it will have. A card of another role may ask for it as well. */
export function coverageOf(
  group: Group,
  cards: readonly PreviewCard[],
  decisions: Decisions,
): Covered[] {
  const asking = new Map<string, PreviewCard[]>(group.duties.map((duty) => [duty.dutyId, []]))
  for (const card of cards) {
    if (isRejected(card, decisions)) continue
    for (const target of card.targets) asking.get(target)?.push(card)
  }
  return group.duties.map((duty) => ({ duty, cards: asking.get(duty.dutyId) ?? [] }))
}

/** A kind of card that the learner clearly does not want, with its cards that are still open. */
export interface UnwantedKind extends KindTally {
  readonly open: number
}

/** Kinds to offer to leave out of this document: by what was decided here and before, while some are open. */
export function unwantedKinds(
  before: readonly KindTally[],
  cards: readonly PreviewCard[],
  decisions: Decisions,
): UnwantedKind[] {
  const counts = new Map(before.map((tally) => [tally.recipe, { ...tally, open: 0 }]))
  for (const card of cards) {
    const { recipe } = card.face
    const count = counts.get(recipe) ?? { recipe, decided: 0, rejected: 0, open: 0 }
    const decision = decisions.get(card.cardId)
    if (isOpen(card, decisions)) count.open += 1
    else if (decision && !decision.inBulk) {
      count.decided += 1
      count.rejected += Number(decision.verdict === 'rejected')
    }
    counts.set(recipe, count)
  }
  return [...counts.values()].filter((count) => count.open > 0 && isClearlyRejected(count))
}
