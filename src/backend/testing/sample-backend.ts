import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppEvent } from '#contract/events.ts'
import type { Random } from '#domain/time/random.ts'
import { createBackend } from '../backend.ts'
import { forkWorker, nativeCode } from '../jobs/fork-worker.ts'
import type { Backend, LogLevel } from '../ports.ts'
import { countingRandom, sampleGen, standingClock, type MovableClock } from './sample.ts'

export interface LogLine {
  readonly level: LogLevel
  readonly event: string
  readonly fields: Readonly<Record<string, unknown>>
}
export interface SampleBackend {
  readonly backend: Backend
  readonly clock: MovableClock
  readonly folder: string
  readonly logged: readonly LogLine[]
  readonly events: readonly AppEvent[]
  /** Closes the backend and opens the same folder again. */
  restart(): Promise<SampleBackend>
  stop(): Promise<void>
}

const open = (root: string, clock: MovableClock, random: Random): SampleBackend => {
  const logged: LogLine[] = []
  const events: AppEvent[] = []
  const folder = join(root, 'data')
  const backend = createBackend({
    dataFolder: folder,
    decksFolder: join(root, 'decks'),
    startWorker: forkWorker(new URL('../jobs/import-worker.ts', import.meta.url)),
    startStudyWorker: forkWorker(new URL('../jobs/study-worker.ts', import.meta.url), nativeCode),
    host: 'local',
    version: '0.0.0',
    clock,
    random,
    log: (level, event, fields = {}) => logged.push({ level, event, fields }),
  })
  backend.subscribe((event) => events.push(event))
  return {
    backend,
    clock,
    folder,
    logged,
    events,
    restart: async () => {
      await backend.close()
      return open(root, clock, random)
    },
    stop: async () => {
      await backend.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** A real backend in a folder of its own, with one tiny bundled deck and a clock that tests move. */
export function startSampleBackend(): SampleBackend {
  const root = mkdtempSync(join(tmpdir(), 'remit-backend-'))
  mkdirSync(join(root, 'data'), { mode: 0o700 })
  mkdirSync(join(root, 'decks', 'tiny'), { recursive: true })
  writeFileSync(join(root, 'decks', 'tiny', 'deck.json'), JSON.stringify(sampleGen(3)))
  return open(root, standingClock(), countingRandom())
}
