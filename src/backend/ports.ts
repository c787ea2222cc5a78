// The one backend: use cases, SQL stores, migrations, jobs. It knows no host.
// May import src/contract, src/domain, better-sqlite3 and node:.
// This file: what a host gives to the backend and what it gets.

import type { Envelope } from '#contract/envelope.ts'
import type { AppEvent } from '#contract/events.ts'
import type { AppError } from '#domain/errors.ts'
import type { Clock } from '#domain/time/clock.ts'
import type { Random } from '#domain/time/random.ts'

export type LogLevel = 'info' | 'warn' | 'error'

/** One line per event: a name and plain fields, never a word of a card or a document. */
export type Log = (
  level: LogLevel,
  event: string,
  fields?: Readonly<Record<string, unknown>>,
) => void

/** A process of its own for one piece of work; ending it takes nothing else with it. */
export interface WorkerProcess {
  post(message: unknown): void
  onMessage(hear: (message: unknown) => void): void
  /** `memory`, `time`: by its own watch or the system, for what it took; `end`: in order, or by `kill`. */
  onExit(hear: (how: 'memory' | 'time' | 'end') => void): void
  /** The most memory it has taken so far, in bytes; null where the system does not tell. */
  peakBytes(): number | null
  kill(): void
}
export type StartWorker = () => WorkerProcess

export interface BackendOptions {
  /** Exists already and is writable (see data-folder.ts); holds remit.db. */
  readonly dataFolder: string
  /** The folder of the decks that come with the app. */
  readonly decksFolder: string
  /** Starts jobs/import-worker.ts (built: out/main/import-worker.js), which parses and generates. */
  readonly startWorker: StartWorker
  /** Starts jobs/study-worker.ts (built: out/main/study-worker.js), which simulates study. */
  readonly startStudyWorker: StartWorker
  readonly host: 'electron' | 'local'
  readonly version: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** The only door to the collection. */
export interface Backend {
  /** Runs one procedure of the contract. Never throws: failures come as an envelope. */
  dispatch(name: unknown, input: unknown): Promise<Envelope>
  /** Hears every event; returns the function that ends it. */
  subscribe(hear: (event: AppEvent) => void): () => void
  /** Starts the import of a file that is named outside of the page, or of the reason why it cannot be read; returns the import's id. */
  importFile(name: string, content: Uint8Array | AppError): string
  /** The computer goes to sleep, or wakes up: exams count that time. */
  slept(isAsleep: boolean): void
  /** Ends jobs, closes the database. */
  close(): Promise<void>
}
