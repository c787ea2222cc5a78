// Jobs: heavy work in processes of their own, with progress, cancel, time and memory limits.
// May import src/domain, src/backend/documents and node:.
// This file runs inside the worker: bytes in, progress and the generated cards (or a problem) out.

import { Worker } from 'node:worker_threads'
import type { Fix } from '#domain/cards/fix.ts'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError, type ErrorCode, type ErrorParams } from '#domain/errors.ts'
import { readDocument } from '../documents/read-document.ts'
import { memoryLimit } from './worker-limits.ts'

export interface ImportOrder {
  readonly sourceId: string
  readonly path: string
  readonly bytes: Uint8Array
  /** What the learner has set right about this document. */
  readonly fixes: readonly Fix[]
}
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

/** A Node process talks to its parent by itself, Electron's utility process by a port. */
interface Channel {
  readonly post: (message: ImportMessage) => void
  readonly onOrder: (take: (order: ImportOrder) => void) => void
}

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', hear: (event: { data: unknown }) => void): void
}

function channel(): Channel {
  if ('parentPort' in process && process.parentPort) {
    const port = process.parentPort as ParentPort // as: Electron sets it, and only in its utility processes
    return {
      post: (message) => port.postMessage(message),
      onOrder: (take) => port.on('message', ({ data }) => take(data as ImportOrder)), // as: read-in-worker.ts sends nothing else
    }
  }
  return {
    post: (message) => process.send?.(message),
    onOrder: (take) => {
      process.on('message', (order) => take(order as ImportOrder)) // as: read-in-worker.ts sends nothing else
      process.on('disconnect', () => process.exit(0))
    },
  }
}

/**
 * Ends this process when it grows beyond its limit or has lost its parent. A thread of its own, because the one
 * that parses may hang; buffers lie outside of the heap that the runtime limits itself.
 */
function watchMemory(): void {
  const code = `
    const { workerData } = require('node:worker_threads')
    const parent = process.ppid
    setInterval(() => {
      const isTooLarge = process.memoryUsage.rss() > workerData
      if (isTooLarge || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
    }, 20)`
  new Worker(code, {
    eval: true,
    workerData: memoryLimit,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  }).unref()
}

const peakBytes = () => process.resourceUsage().maxRSS * 1024

async function run(order: ImportOrder, post: (message: ImportMessage) => void): Promise<void> {
  try {
    const document = await readDocument(order)
    post({ kind: 'text', characters: document.text.length })
    const gen = generate(document, (done) => post({ kind: 'progress', done }), order.fixes)
    if (gen.roles.length === 0 || gen.cards.length === 0) throw new AppError('document_no_roles')
    post({ kind: 'ready', gen, peakBytes: peakBytes() })
  } catch (error) {
    if (error instanceof AppError) {
      post({ kind: 'problem', code: error.code, params: error.params, peakBytes: peakBytes() })
    } else post({ kind: 'crashed', error: String(error) })
  }
}

const { post, onOrder } = channel()
process.on('uncaughtException', (error) => post({ kind: 'crashed', error: String(error) }))
watchMemory()
onOrder((order) => void run(order, post))
post({ kind: 'started' })
