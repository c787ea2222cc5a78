import type { StartWorker, WorkerProcess } from '../ports.ts'

/**
 * Keeps one worker started ahead of its order, for those who read many documents one after the other: starting a
 * process takes longer than reading most of them. Messages that come before somebody listens are kept.
 */
export function oneAhead(startWorker: StartWorker): { start: StartWorker; close(): void } {
  const waiting = (): WorkerProcess => {
    const worker = startWorker()
    const early: unknown[] = []
    let hear: ((message: unknown) => void) | null = null
    worker.onMessage((message) => {
      if (hear) hear(message)
      else early.push(message)
    })
    return {
      ...worker,
      onMessage: (listener) => {
        hear = listener
        for (const message of early.splice(0)) listener(message)
      },
    }
  }
  let next: WorkerProcess | null = null
  return {
    start: () => {
      const worker = next ?? waiting()
      next = waiting()
      return worker
    },
    close: () => next?.kill(),
  }
}
