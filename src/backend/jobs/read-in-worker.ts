import { Worker } from 'node:worker_threads'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import type { Log } from '../ports.ts'
import type { ImportMessage, ImportOrder } from './import-worker.ts'

const timeLimitMs = 120_000
const memoryLimitMb = 1024

/** A document that is being read. */
export interface Reading {
  /** What was made of it. Rejects with the AppError that tells why it could not be read. */
  readonly done: Promise<RoleGen>
  /** Ends it at once; `done` then rejects. */
  end(): Promise<unknown>
}

export interface ReadingParts {
  readonly worker: URL
  readonly log: Log
  readonly onProgress: (done: number) => void
}

/**
 * Reads a document in a worker of its own, within limits of time and memory.
 * `done` rejects with AppError import_timeout, import_failed, or what the worker says of the document.
 */
export function readInWorker(order: ImportOrder, parts: ReadingParts): Reading {
  const worker = new Worker(parts.worker, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
  })
  const done = new Promise<RoleGen>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new AppError('import_timeout'))
      void worker.terminate()
    }, timeLimitMs)
    timer.unref()
    worker.on('message', (message: ImportMessage) => {
      switch (message.kind) {
        case 'progress':
          return parts.onProgress(Math.min(1, message.done))
        case 'ready':
          return resolve(message.gen)
        case 'problem':
          return reject(new AppError(message.code, message.params))
      }
    })
    worker.on('error', (error) => {
      parts.log('error', 'import_failed', { error: String(error) })
      reject(new AppError('import_failed'))
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      reject(new AppError('import_failed'))
    })
  })
  return { done, end: () => worker.terminate() }
}
