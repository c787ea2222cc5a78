// Jobs: heavy work in killable workers, with progress, cancel, time and memory limits.
// May import src/domain and node:.
// This file runs inside the worker: bytes in, progress and the generated cards (or a problem) out.

import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError, type ErrorCode, type ErrorParams } from '#domain/errors.ts'
import { decodeDocument } from '#domain/roles/decode.ts'

export interface ImportOrder {
  readonly sourceId: string
  readonly path: string
  readonly bytes: Uint8Array
}
export type ImportMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'ready'; readonly gen: RoleGen }
  | { readonly kind: 'problem'; readonly code: ErrorCode; readonly params: ErrorParams }

function run({ sourceId, path, bytes }: ImportOrder, post: (message: ImportMessage) => void): void {
  try {
    const { text, format } = decodeDocument(bytes, path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const gen = generate({ sourceId, path, format, sha256, text }, (done) =>
      post({ kind: 'progress', done }),
    )
    if (gen.roles.length === 0 || gen.cards.length === 0) throw new AppError('document_no_roles')
    post({ kind: 'ready', gen })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    post({ kind: 'problem', code: error.code, params: error.params })
  }
}

const port = parentPort
if (port) run(workerData as ImportOrder, (message) => port.postMessage(message)) // as: import-jobs.ts sends nothing else
