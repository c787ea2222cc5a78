import type { CardDecision } from './decision.ts'
import type { Fix } from './fix.ts'

/** One thing that the learner did, with what was there before: what undo brings back. */
export type ReviewStep =
  | { readonly kind: 'cards'; readonly before: readonly CardChange[] }
  | { readonly kind: 'fixes'; readonly before: readonly Fix[] }

/** A card and what is decided about it; null takes the decision back. */
export interface CardChange {
  readonly cardId: string
  readonly decision: CardDecision | null
}

/** What the learner has decided about the cards of a document and said about its roles. */
export interface Review {
  /** By card id. Decisions about cards that a fix made vanish stay, should they come back. */
  readonly decisions: ReadonlyMap<string, CardDecision>
  readonly fixes: readonly Fix[]
  /** Oldest first. */
  readonly steps: readonly ReviewStep[]
}

export type ReviewEvent =
  | { readonly kind: 'decide'; readonly changes: readonly CardChange[] }
  | { readonly kind: 'fix'; readonly fixes: readonly Fix[] }
  | { readonly kind: 'undo' }

export const emptyReview: Review = { decisions: new Map(), fixes: [], steps: [] }

const withChanges = (review: Review, changes: readonly CardChange[]): Review['decisions'] => {
  const decisions = new Map(review.decisions)
  for (const { cardId, decision } of changes) {
    if (decision) decisions.set(cardId, decision)
    else decisions.delete(cardId)
  }
  return decisions
}

/** The review after an event; the page and the backend run the same. Undo with nothing done changes nothing. */
export function advanceReview(review: Review, event: ReviewEvent): Review {
  switch (event.kind) {
    case 'decide': {
      const before = event.changes.map(({ cardId }) => ({
        cardId,
        decision: review.decisions.get(cardId) ?? null,
      }))
      return {
        ...review,
        decisions: withChanges(review, event.changes),
        steps: [...review.steps, { kind: 'cards', before }],
      }
    }
    case 'fix':
      return {
        ...review,
        fixes: event.fixes,
        steps: [...review.steps, { kind: 'fixes', before: review.fixes }],
      }
    case 'undo': {
      const last = review.steps.at(-1)
      if (!last) return review
      const steps = review.steps.slice(0, -1)
      return last.kind === 'cards'
        ? { ...review, decisions: withChanges(review, last.before), steps }
        : { ...review, fixes: last.before, steps }
    }
  }
}

/** How often cards of one kind were decided on one by one, and how many of them were rejected. */
export interface KindTally {
  readonly recipe: string
  readonly decided: number
  readonly rejected: number
}

const enough = { decided: 8, share: 0.75 } as const

/** Was a kind of card rejected so often that leaving it out is worth asking about? Six of eight are. */
export const isClearlyRejected = ({ decided, rejected }: KindTally): boolean =>
  decided >= enough.decided && rejected >= enough.share * decided
