import type { RoleFix } from '#domain/roles/fixes.ts'
import type { Choice } from './rolegen.ts'

/** This kind of card is not wanted for a document, but for those that the learner has chosen to keep. */
export interface LeaveOutFix {
  readonly kind: 'leaveOut'
  readonly recipe: string
  /** Ids of cards that stay. */
  readonly except: readonly string[]
}

/** A card that the learner wrote for a responsibility. */
export interface WriteFix {
  readonly kind: 'write'
  /** Given once; the card's own id hangs on it, so that its words may change. */
  readonly id: string
  readonly fact: string
  /** The passage, by which the place is found when the responsibility has been reworded. */
  readonly quote: string
  readonly card: HandWritten
}

export interface HandWritten {
  readonly type: 'basic' | 'tf' | 'mcq'
  readonly prompt: string
  /** For true/false whether it is true, for a choice the right option. */
  readonly answer: string | boolean
  readonly choices: readonly Omit<Choice, 'from'>[] | null
  readonly explanation: string | null
}

/** All that the learner says of a document beyond single cards; kept with it and applied at each generation. */
export type Fix = RoleFix | LeaveOutFix | WriteFix

export const roleFixesOf = (fixes: readonly Fix[]): RoleFix[] =>
  fixes.filter((fix) => fix.kind !== 'leaveOut' && fix.kind !== 'write')

export const writeFixesOf = (fixes: readonly Fix[]): WriteFix[] =>
  fixes.filter((fix) => fix.kind === 'write')

/** Is a card of a kind that is left out here? */
export const isLeftOut = (fixes: readonly Fix[], recipe: string, cardId: () => string): boolean =>
  fixes.some(
    (fix) => fix.kind === 'leaveOut' && fix.recipe === recipe && !fix.except.includes(cardId()),
  )

const prefix = 'own-'

/** What a hand-written card asks for beside its responsibility: itself. */
export const ownTarget = (id: string): string => `${prefix}${id}`

/** Was this card written by the learner for this document? */
export const isHandWritten = ({ target }: { readonly target: readonly string[] }): boolean =>
  target.some((id) => id.startsWith(prefix))
