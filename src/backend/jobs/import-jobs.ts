import type { ImportStatus } from '#contract/shapes/import.ts'
import type { Fix } from '#domain/cards/fix.ts'
import { withHandWritten } from '#domain/cards/hand-written.ts'
import type { Review } from '#domain/cards/review.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { limitMbOf } from '#domain/roles/formats.ts'
import type { Log, StartWorker } from '../ports.ts'
import { readInWorker, type Reading } from './read-in-worker.ts'

/** Finished imports that wait for a decision; the oldest are forgotten. */
const keptImports = 8

/** What a document is read as: a new source, or the next version of a stored one with the fixes made to it. */
export interface ReadAs {
  readonly sourceId: string
  readonly fixes: readonly Fix[]
}

interface Job {
  readonly name: string
  readonly bytes: Uint8Array
  /** The document as a source of its own. */
  readonly asNew: ReadAs
  status: ImportStatus
  reading: Reading | null
  /** The most memory that a worker of it took. */
  peakBytes: number
  gen: RoleGen | null
  readAs: ReadAs
  /** What was decided about the cards, as long as the document is read as that source. */
  review: { readonly sourceId: string; readonly review: Review } | null
}

export interface ImportJobsParts {
  readonly startWorker: StartWorker
  readonly newId: () => string
  readonly log: Log
  readonly moved: (status: ImportStatus) => void
  /** Whether a document that was just read is the next version of a stored one; it is read again as that. */
  readonly recognise: (gen: RoleGen) => ReadAs | null
}

/** Documents being read: one worker each, which can be cancelled; nothing is stored before a decision. */
export function createImportJobs({ startWorker, newId, log, moved, recognise }: ImportJobsParts) {
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
    const reading = job.reading
    job.reading = null
    const problem = status.status === 'failed' ? { code: status.problem.code } : {}
    const { importId } = status
    log('info', 'import_ended', {
      importId,
      status: status.status,
      peakMb: Math.round(job.peakBytes / 1e6),
      ...problem,
    })
    move(job, status)
    void reading?.end()
  }

  const fail = (job: Job, { code, params }: AppError) => {
    const { importId } = job.status
    const problem = { code, params: { ...params } }
    end(job, { importId, name: job.name, status: 'failed', problem })
  }

  const forgetOldest = () => {
    const ended = [...jobs].filter(([, job]) => job.status.status !== 'running')
    for (const [importId] of ended.slice(0, Math.max(0, ended.length - keptImports))) {
      jobs.delete(importId)
    }
  }

  /** Reads the job's document; a later reading of the same job takes the place of one that still runs. */
  const read = async (job: Job, readAs: ReadAs): Promise<RoleGen> => {
    const { importId, name } = job.status
    void job.reading?.end()
    const order = { ...readAs, path: name, bytes: job.bytes }
    const onProgress = (done: number) => {
      if (job.status.status === 'running' && job.gen === null)
        move(job, { importId, name, status: 'running', done })
    }
    const reading = readInWorker(order, { startWorker, log, onProgress })
    job.reading = reading
    const gen = await reading.done.finally(() => {
      job.peakBytes = Math.max(job.peakBytes, reading.peakBytes() ?? 0)
    })
    if (job.reading !== reading) throw new AppError('import_cancelled')
    Object.assign(job, { gen, readAs, reading: null })
    return gen
  }

  const run = async (job: Job): Promise<void> => {
    try {
      const known = recognise(await read(job, job.asNew))
      if (known) await read(job, known)
      end(job, { importId: job.status.importId, name: job.name, status: 'ready' })
    } catch (error) {
      const isExpected = error instanceof AppError
      if (!isExpected) log('error', 'import_failed', { error: String(error) })
      fail(job, isExpected ? error : new AppError('import_failed'))
    }
  }

  /** Reads bytes, or ends at once with the reason why there are none. */
  const start = (name: string, content: Uint8Array | AppError): ImportStatus => {
    forgetOldest()
    const bytes = content instanceof AppError ? new Uint8Array() : content
    const importId = newId()
    const asNew = { sourceId: newId(), fixes: [] }
    const status = { importId, name, status: 'running', done: 0 } as const
    const fresh = { status, reading: null, peakBytes: 0, gen: null, readAs: asNew, review: null }
    const job: Job = { name, bytes, asNew, ...fresh }
    jobs.set(importId, job)
    const limitMb = limitMbOf(name)
    const isTooLarge = bytes.byteLength > limitMb * 1_000_000
    const refusal = isTooLarge ? new AppError('document_too_large', { limitMb }) : content
    if (refusal instanceof AppError) fail(job, refusal)
    else void run(job)
    return job.status
  }

  /** A job whose document was read to its end. @throws AppError import_not_found, import_not_ready */
  const findReady = (importId: string) => {
    const job = find(importId)
    const { gen } = job
    if (!gen || job.status.status !== 'ready') throw new AppError('import_not_ready', { importId })
    return { job, gen }
  }

  const reviewOf = ({ review, readAs }: Job): Review | null =>
    review?.sourceId === readAs.sourceId ? review.review : null

  return {
    start,
    status: (importId: string): ImportStatus => find(importId).status,
    /** The cards of a finished import, the learner's own among them. @throws AppError import_not_found, import_not_ready */
    result(importId: string): RoleGen {
      const { job, gen } = findReady(importId)
      return withHandWritten(gen, reviewOf(job)?.fixes ?? job.readAs.fixes)
    },
    /** What was decided about it so far; null before the first decision. @throws AppError import_not_found, import_not_ready */
    review: (importId: string): Review | null => reviewOf(findReady(importId).job),
    setReview(importId: string, review: Review): void {
      const { job } = findReady(importId)
      job.review = { sourceId: job.readAs.sourceId, review }
    },
    /** What a finished import was read as. @throws AppError import_not_found, import_not_ready */
    readAs: (importId: string): ReadAs => findReady(importId).job.readAs,
    /**
     * Reads a finished import again, as a version of another source or with other fixes; `null` reads it as a
     * source of its own. The result before stays until the new one is there.
     * @throws AppError import_not_found, import_not_ready, import_cancelled, import_failed, import_timeout, document_no_roles
     */
    readAgain: (importId: string, readAs: ReadAs | null): Promise<RoleGen> => {
      const { job } = findReady(importId)
      return read(job, readAs ?? job.asNew)
    },
    cancel(importId: string): ImportStatus {
      const job = find(importId)
      end(job, { importId, name: job.name, status: 'cancelled' })
      return job.status
    },
    discard(importId: string): void {
      const job = find(importId)
      end(job, { importId, name: job.name, status: 'cancelled' })
      void job.reading?.end()
      jobs.delete(importId)
    },
    /** Ends every worker. */
    async close(): Promise<void> {
      const readings = [...jobs.values()].map((job) => job.reading).filter((each) => each !== null)
      jobs.clear()
      await Promise.all(readings.map((each) => each.end()))
    },
  }
}

export type ImportJobs = ReturnType<typeof createImportJobs>
