import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppEvent, Topic } from '#contract/events.ts'
import { uuidv7 } from '#domain/ids.ts'
import { createContext } from './context.ts'
import { createDispatch } from './dispatch.ts'
import { createHandlers } from './handlers.ts'
import { createImportJobs } from './jobs/import-jobs.ts'
import { createStudyJobs } from './jobs/study-jobs.ts'
import type { Backend, BackendOptions } from './ports.ts'
import { checkpointWhenIdle } from './store/checkpoint.ts'
import type { Db } from './store/database.ts'
import { openCollection } from './store/open.ts'
import { readBundles } from './use-cases/bundles.ts'
import { noteSleep } from './use-cases/quiz-clock.ts'
import { readAsStored, recogniseDocument } from './use-cases/recognise-document.ts'

const sqliteVersion = (db: Db): string =>
  db.prepare<[], { version: string }>('select sqlite_version() as version').get()?.version ?? ''

/**
 * Opens the collection and wires stores, use cases and jobs behind one dispatcher.
 * @throws AppError database_missing, database_damaged, database_from_newer_version, data_folder_read_only
 */
export function createBackend(options: BackendOptions): Backend {
  const { clock, random, log } = options
  const listeners = new Set<(event: AppEvent) => void>()
  const tell = (event: AppEvent) => {
    for (const hear of listeners) hear(event)
  }
  let revision = 0
  const changed = (topics: readonly Topic[]) => {
    revision += 1
    idle.wrote()
    tell({ event: 'changed', topics: [...topics], revision })
  }
  const newId = () => uuidv7(clock.now(), random)

  const db = openCollection(options.dataFolder)
  const idle = checkpointWhenIdle(db)
  const context = createContext({ db, clock, random, changed })
  const jobs = createImportJobs({
    startWorker: options.startWorker,
    newId,
    log,
    moved: (status) => tell({ event: 'importMoved', status }),
    recognise: (gen) => readAsStored(context, recogniseDocument(context, gen)),
  })
  const studyJobs = createStudyJobs({
    startWorker: options.startStudyWorker,
    log,
    moved: (progress) => tell({ event: 'reckoningMoved', ...progress }),
  })
  const about = {
    version: options.version,
    host: options.host,
    dataFolder: options.dataFolder,
    sqlite: sqliteVersion(db),
  }
  const bundles = readBundles(options.decksFolder)
  const handlers = createHandlers({ context, jobs, studyJobs, bundles, about })
  const path = join(options.dataFolder, 'remit.db')
  const dispatch = createDispatch({ handlers, log, newIncident: newId, path })
  log('info', 'backend_open', { host: options.host, sqlite: about.sqlite })

  return {
    dispatch,
    subscribe(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    importFile: (name, content) => jobs.start(name, content).importId,
    slept: (isAsleep) => noteSleep(context, isAsleep),
    async close() {
      listeners.clear()
      studyJobs.close()
      await jobs.close()
      idle.stop()
      db.close()
      log('info', 'backend_closed')
    },
  }
}

/** The app's version from its package.json beside the built output. */
export const readVersion = (root: string): string => {
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = typeof parsed === 'object' && parsed && 'version' in parsed ? parsed.version : ''
  return String(version)
}
