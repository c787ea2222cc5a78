import type { Range, Role } from '../rolegen.ts'
import type { DutyText, Statement } from './subject.ts'

/** A stored card, as the present version of its document makes it. */
export interface KnownCard extends Statement {
  readonly cardId: string
  /** The id under which the present version generates it; its own for most. */
  readonly generatedId: string
  readonly rev: string
  readonly explanation: string | null
  readonly passages: readonly Range[]
  readonly status: 'active' | 'contested' | 'rejected' | 'archived'
}

/** A stored document with what the collection knows of its past. */
export interface KnownDocument {
  readonly version: number
  readonly text: string
  readonly roles: readonly Role[]
  readonly duties: readonly (DutyText & { readonly passages: readonly Range[] })[]
  readonly cards: readonly KnownCard[]
  /** Cards that were generated under these ids in earlier versions, the latest first. */
  readonly earlier: ReadonlyMap<string, readonly string[]>
  /** When the text is that of an earlier version: the cards of that version by the ids they were generated under. */
  readonly restored: ReadonlyMap<string, string> | null
}

/** Where a card's first passage begins. */
export const startOf = (passages: readonly Range[]): number => passages[0]?.start ?? 0

/** The words of passages, however their lines break. */
export const wordsIn = (passages: readonly Range[]): string =>
  passages.map((passage) => passage.quote.replace(/\s+/g, ' ').trim()).join('\n')
