import { Worker } from 'node:worker_threads'
import type { ImportStatus } from '#contract/shapes/import.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError, type ErrorCode, type ErrorParams } from '#domain/errors.ts'
import type { Log } from '../ports.ts'
import type { ImportMessage, ImportOrder } from './import-worker.ts'

/** Larger documents are refused before anything is parsed. */
export const documentLimitMb = 10
const timeLimitMs = 120_000
const memoryLimitMb = 1024
/** Finished imports that wait for a decision; the oldest are forgotten. */
const keptImports = 8

interface Job {
  status: ImportStatus
  worker: Worker | null
  gen: RoleGen | null
}

export interface ImportJobsParts {
  readonly worker: URL
  readonly newId: () => string
  readonly log: Log
  readonly moved: (status: ImportStatus) => void
}

/** Documents being read: one worker each, which can be cancelled; nothing is stored before a decision. */
export function createImportJobs({ worker: workerFile, newId, log, moved }: ImportJobsParts) {
  const jobs = new Map<string, Job>()

  const find = (importId: string): Job => {
    const job = jobs.get(importId)
    if (!job) throw new AppError('import_not_found', { importId })
    return job
  }

  const move = (job: Job, status: ImportStatus) => {
    job.status = status
    moved(status)
  }

  /** Ends a running job; a job that has ended stays as it ended. */
  const end = (job: Job, status: ImportStatus) => {
    if (job.status.status !== 'running') return
    const worker = job.worker
    job.worker = null
    move(job, status)
    void worker?.terminate()
  }

  const forgetOldest = () => {
    const ended = [...jobs].filter(([, job]) => job.worker === null)
    for (const [importId] of ended.slice(0, Math.max(0, ended.length - keptImports))) {
      jobs.delete(importId)
    }
  }

  const start = (name: string, bytes: Uint8Array): ImportStatus => {
    forgetOldest()
    const importId = newId()
    const base = { importId, name }
    const job: Job = { status: { ...base, status: 'running', done: 0 }, worker: null, gen: null }
    jobs.set(importId, job)
    const fail = (code: ErrorCode, params: ErrorParams = {}) =>
      end(job, { ...base, status: 'failed', problem: { code, params: { ...params } } })
    if (bytes.byteLength > documentLimitMb * 1_000_000) {
      fail('document_too_large', { limitMb: documentLimitMb })
      return job.status
    }
    const order: ImportOrder = { sourceId: newId(), path: name, bytes }
    const worker = new Worker(workerFile, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    })
    job.worker = worker
    const timer = setTimeout(() => fail('import_timeout'), timeLimitMs)
    timer.unref()
    worker.on('message', (message: ImportMessage) => {
      switch (message.kind) {
        case 'progress':
          if (job.status.status === 'running') {
            move(job, { ...base, status: 'running', done: Math.min(1, message.done) })
          }
          return
        case 'ready':
          job.gen = message.gen
          end(job, { ...base, status: 'ready' })
          return
        case 'problem':
          fail(message.code, message.params)
          return
      }
    })
    worker.on('error', (error) => {
      log('error', 'import_failed', { error: String(error) })
      fail('import_failed')
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      fail('import_failed')
    })
    return job.status
  }

  return {
    start,
    status: (importId: string): ImportStatus => find(importId).status,
    /** The generated cards of a finished import. @throws AppError import_not_found, import_not_ready */
    result(importId: string): RoleGen {
      const { gen } = find(importId)
      if (!gen) throw new AppError('import_not_ready', { importId })
      return gen
    },
    cancel(importId: string): ImportStatus {
      const job = find(importId)
      end(job, { importId, name: job.status.name, status: 'cancelled' })
      return job.status
    },
    discard(importId: string): void {
      const job = find(importId)
      end(job, { importId, name: job.status.name, status: 'cancelled' })
      jobs.delete(importId)
    },
    /** Ends every worker. */
    async close(): Promise<void> {
      const workers = [...jobs.values()].map((job) => job.worker).filter((each) => each !== null)
      await Promise.all(workers.map((each) => each.terminate()))
      jobs.clear()
    },
  }
}

export type ImportJobs = ReturnType<typeof createImportJobs>
