import { basename } from 'node:path'
import { readFile } from '#backend/documents/read-file.ts'
import type { Backend } from '#backend/ports.ts'
import type { ApiName, Input, Output } from '#contract/api.ts'
import { open } from '#contract/envelope.ts'
import type { ImportStatus } from '#contract/shapes/import.ts'
import { AppError } from '#domain/errors.ts'
import type { Candidate } from './paths.ts'
import { imported, rejected, type Measured, type ReportLine } from './report.ts'

export interface Collection {
  readonly backend: Backend
  /** Grows with every change that is committed to the collection, by whomever. */
  readonly version: () => number
  /** The most memory that the worker of an import took, in megabytes. */
  readonly peakMb: (importId: string) => number
}

const call = async <K extends ApiName>(
  backend: Backend,
  name: K,
  input: Input<K>,
): Promise<Output<K>> => open(await backend.dispatch(name, input)) as Output<K> // as: dispatch answers by the table

/** Waits until an import has ended in one way or the other. */
function ended(backend: Backend, importId: string): Promise<ImportStatus> {
  return new Promise((resolve, reject) => {
    const take = (status: ImportStatus) => {
      if (status.importId !== importId || status.status === 'running') return
      stop()
      resolve(status)
    }
    const stop = backend.subscribe((event) => {
      if (event.event === 'importMoved') take(event.status)
    })
    call(backend, 'getImport', { importId }).then(take, reject)
  })
}

async function store(backend: Backend, importId: string) {
  const status = await ended(backend, importId)
  if (status.status === 'failed') throw new AppError(status.problem.code, status.problem.params)
  const { title, notices } = await call(backend, 'getImportPreview', { importId })
  return { stored: await call(backend, 'saveImport', { importId, title }), notices }
}

/** Imports one file as a learner would who accepts every card; whatever happens, there is a line about it. */
export async function importFile(
  { backend, version, peakMb }: Collection,
  { shown, path, problem }: Candidate,
): Promise<ReportLine> {
  const started = performance.now()
  const before = version()
  const importId = backend.importFile(basename(path), problem ?? readFile(path))
  const measured = (): Measured => ({
    ms: Math.round(performance.now() - started),
    rss_mb: peakMb(importId),
    unchanged: version() === before,
  })
  try {
    const done = await store(backend, importId)
    return imported(shown, done, measured())
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('import_failed')
    return rejected(shown, known, measured())
  } finally {
    await call(backend, 'discardImport', { importId })
  }
}
