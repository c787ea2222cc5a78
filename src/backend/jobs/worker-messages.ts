import type { Fix } from '#domain/cards/fix.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import type { ErrorCode, ErrorParams } from '#domain/errors.ts'

/** What a worker is to do. */
export interface ImportOrder {
  readonly sourceId: string
  readonly path: string
  readonly bytes: Uint8Array
  /** What the learner has set right about this document. */
  readonly fixes: readonly Fix[]
}
/** What it says: that it listens, how far it is, how it ended. */
export type ImportMessage =
  | { readonly kind: 'started' }
  | { readonly kind: 'text'; readonly characters: number }
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'ready'; readonly gen: RoleGen; readonly peakBytes: number }
  | {
      readonly kind: 'problem'
      readonly code: ErrorCode
      readonly params: ErrorParams
      readonly peakBytes: number
    }
  | { readonly kind: 'crashed'; readonly error: string }
