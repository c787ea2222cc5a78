import { join } from 'node:path'
import { createBackend, readVersion } from '#backend/backend.ts'
import { prepareDataFolder } from '#backend/data-folder.ts'
import { forkWorker, nativeCode } from '#backend/jobs/fork-worker.ts'
import { oneAhead } from '#backend/jobs/one-ahead.ts'
import { takeLease } from '#backend/lease.ts'
import type { Log } from '#backend/ports.ts'
import { watchChanges } from '#backend/store/watch-changes.ts'
import { systemClock } from '#backend/system-clock.ts'
import { systemRandom } from '#backend/system-random.ts'
import { AppError } from '#domain/errors.ts'
import type { Collection } from './import-file.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * Opens the collection of a folder as a host does, alone; the folder is made when it is missing.
 * @throws AppError data_folder_read_only, data_folder_in_use, database_missing, database_damaged,
 *   database_from_newer_version, disk_full {path}
 */
export function openForImport(folder: string): Collection & { close(): Promise<void> } {
  const dataFolder = prepareDataFolder(undefined, folder)
  const holder = { pid: process.pid, host: 'local', port: null, secret: null } as const
  const lease = takeLease(dataFolder, holder)
  if (lease.kind === 'held') throw new AppError('data_folder_in_use', { path: dataFolder })
  process.on('exit', () => lease.release())
  const peaks = new Map<string, number>()
  const log: Log = (_level, event, fields = {}) => {
    if (event === 'import_ended') peaks.set(String(fields.importId), Number(fields.peakMb))
  }
  const workers = oneAhead(
    forkWorker(new URL('../../backend/jobs/import-worker.ts', import.meta.url)),
  )
  const backend = createBackend({
    dataFolder,
    decksFolder: join(root, 'decks'),
    startWorker: workers.start,
    startStudyWorker: forkWorker(
      new URL('../../backend/jobs/study-worker.ts', import.meta.url),
      nativeCode,
    ),
    host: 'local',
    version: readVersion(root),
    clock: systemClock,
    random: systemRandom,
    log,
  })
  const changes = watchChanges(dataFolder)
  return {
    backend,
    version: () => changes.version(),
    peakMb: (importId) => peaks.get(importId) ?? 0,
    async close() {
      workers.close()
      changes.close()
      await backend.close()
      lease.release()
    },
  }
}
