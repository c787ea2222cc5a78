import type { Strength } from '#domain/scheduling/memory.ts'
import type { EpochMs, StudyDay } from '#domain/time/clock.ts'

/** What a queue needs of any card. */
export interface Queued {
  readonly cardId: string
  readonly noteId: string
  readonly deckId: string
}

/** A card within steps of minutes. */
export interface LearningCard extends Queued {
  readonly dueAt: EpochMs
}

/** A card in review, as far as an order needs it. */
export interface ReviewCard extends Queued, Strength {
  readonly lastStudyDay: StudyDay
  readonly dueDay: StudyDay
}

export interface FreshCard extends Queued {
  /** The author's order. */
  readonly position: number
}

/** The new cards of one deck in their author's order. */
export interface FreshCards {
  readonly deckId: string
  readonly cards: Iterable<FreshCard>
}

/** What a queue is made of. */
export interface QueueCards {
  /** All in learning, due or not: their siblings stay away either way. */
  readonly learning: readonly LearningCard[]
  /** All in review that are due. */
  readonly due: Iterable<ReviewCard>
  /** New cards, looked at only as far as there is room. */
  readonly fresh: readonly FreshCards[]
}
