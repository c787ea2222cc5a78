// Jobs: heavy work in killable workers, with progress, cancel, time and memory limits.
// May import src/domain and node:.
// This file runs inside the worker: bytes in, progress and the generated cards (or a problem) out.

import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { Fix } from '#domain/cards/fix.ts'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError, type ErrorCode, type ErrorParams } from '#domain/errors.ts'
import { decodeDocument } from '#domain/roles/decode.ts'

export interface ImportOrder {
  readonly sourceId: string
  readonly path: string
  readonly bytes: Uint8Array
  /** What the learner has set right about this document. */
  readonly fixes: readonly Fix[]
}
export type ImportMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'ready'; readonly gen: RoleGen }
  | { readonly kind: 'problem'; readonly code: ErrorCode; readonly params: ErrorParams }

function run(order: ImportOrder, post: (message: ImportMessage) => void): void {
  const { sourceId, path, bytes, fixes } = order
  try {
    const { text, format } = decodeDocument(bytes, path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const document = { sourceId, path, format, sha256, text }
    const gen = generate(document, (done) => post({ kind: 'progress', done }), fixes)
    if (gen.roles.length === 0 || gen.cards.length === 0) throw new AppError('document_no_roles')
    post({ kind: 'ready', gen })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    post({ kind: 'problem', code: error.code, params: error.params })
  }
}

const port = parentPort
if (port) run(workerData as ImportOrder, (message) => port.postMessage(message)) // as: import-jobs.ts sends nothing else
