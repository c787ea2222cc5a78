import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import type { Log, StartWorker } from '../ports.ts'
import type { ImportMessage, ImportOrder } from './worker-messages.ts'
import { generateLimit, memoryLimit, msFor, patience, readLimit } from './worker-limits.ts'

/** Starting a process on a busy machine. */
const startLimitMs = 60_000
const problemOf = {
  memory: 'import_out_of_memory',
  time: 'import_timeout',
  end: 'import_failed',
} as const

/** A document that is being read. */
export interface Reading {
  /** What was made of it. Rejects with the AppError that tells why it could not be read. */
  readonly done: Promise<RoleGen>
  /** The most memory that reading took, in bytes; null while it runs and where nobody can tell. */
  peakBytes(): number | null
  /** Ends it at once; `done` then rejects. */
  end(): Promise<unknown>
}

export interface ReadingParts {
  readonly startWorker: StartWorker
  readonly log: Log
  readonly onProgress: (done: number) => void
}

/**
 * Reads a document in a process of its own, within limits of time and memory: a library that hangs or grows is
 * ended with its process, and nothing else is.
 * `done` rejects with AppError import_timeout, import_out_of_memory, import_failed, or what the worker says of the
 * document.
 */
export function readInWorker(order: ImportOrder, parts: ReadingParts): Reading {
  const worker = parts.startWorker()
  let peak: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const exited = Promise.withResolvers<void>()
  const done = new Promise<RoleGen>((resolve, reject) => {
    const stop = (problem: AppError) => {
      peak ??= worker.peakBytes()
      reject(problem)
      worker.kill()
    }
    const within = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => stop(new AppError('import_timeout')), ms)
      timer.unref()
    }
    within(startLimitMs)
    worker.onMessage((message) => {
      const said = message as ImportMessage // as: import-worker.ts sends nothing else
      switch (said.kind) {
        case 'started':
          within(patience * msFor(readLimit, order.bytes.byteLength))
          return worker.post(order)
        case 'text':
          return within(patience * msFor(generateLimit, said.characters))
        case 'progress':
          return parts.onProgress(Math.min(1, said.done))
        case 'ready':
          peak = said.peakBytes
          resolve(said.gen)
          return worker.kill()
        case 'problem':
          peak = said.peakBytes
          return stop(new AppError(said.code, said.params))
        case 'crashed':
          parts.log('error', 'import_failed', { error: said.error })
          return stop(new AppError('import_failed'))
      }
    })
    worker.onExit((how) => {
      clearTimeout(timer)
      // It says what is wrong as long as it can; what ends it without a word is a limit.
      if (how === 'memory') peak ??= memoryLimit
      reject(new AppError(problemOf[how]))
      exited.resolve()
    })
  })
  // Whoever ends a reading does not wait for it.
  done.catch(() => {})
  return {
    done,
    peakBytes: () => peak,
    end: () => {
      worker.kill()
      return exited.promise
    },
  }
}
