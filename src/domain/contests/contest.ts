// Contested cards: what is said to be wrong with them, and the list for whoever owns the document.
// Imports domain only.

import type { Range } from '#domain/cards/rolegen.ts'

/** What is wrong with a card. */
export const faults = ['wrong', 'ambiguous', 'outdated'] as const
export type Fault = (typeof faults)[number]

/** A question as it was asked when it was contested. */
export interface Asked {
  readonly prompt: string
  /** The options, where there are any. */
  readonly options: readonly string[]
  /** The right answer in words. */
  readonly key: string
  readonly passages: readonly Range[]
}
