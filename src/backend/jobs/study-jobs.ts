import { AppError } from '#domain/errors.ts'
import type { Log, StartWorker, WorkerProcess } from '../ports.ts'
import type { StudyMessage, StudyTask, StudyTasks } from './study-worker.ts'

/** Ends a question that takes longer. */
const limitMs = 60_000

export interface StudyJobsParts {
  readonly startWorker: StartWorker
  readonly log: Log
  /** Hears how far a run is that has an id. */
  readonly moved: (progress: { runId: string; done: number; total: number }) => void
}

/** Questions about study that take a while, each answered in a process of its own. */
export function createStudyJobs({ startWorker, log, moved }: StudyJobsParts) {
  const running = new Set<WorkerProcess>()
  const stops = new Map<string, () => void>()
  /**
   * The figures that answer a question. Rejects with the AppError that the worker names, reckoning_stopped when its run is stopped,
   * or reckoning_failed when it crashes, is ended or takes too long; nothing is stored either way.
   */
  const ask = <Task extends StudyTask>(
    task: Task,
    question: StudyTasks[Task]['question'],
    runId?: string,
  ): Promise<StudyTasks[Task]['figures']> => {
    const worker = startWorker()
    running.add(worker)
    return new Promise<StudyTasks[Task]['figures']>((resolve, reject) => {
      const fail = (error: string) => {
        log('error', 'reckoning_failed', { task, error })
        reject(new AppError('reckoning_failed'))
      }
      const timer = setTimeout(() => fail('took too long'), limitMs)
      timer.unref()
      if (runId !== undefined)
        stops.set(runId, () => {
          clearTimeout(timer)
          reject(new AppError('reckoning_stopped'))
        })
      worker.onMessage((message) => {
        const said = message as StudyMessage // as: study-worker.ts sends nothing else
        switch (said.kind) {
          case 'started':
            return worker.post({ task, question }) // as: the pair belongs together
          case 'progress':
            if (runId !== undefined) moved({ runId, done: said.done, total: said.total })
            return
          case 'done':
            clearTimeout(timer)
            return resolve(said.figures as StudyTasks[Task]['figures']) // as: it answers this task
          case 'problem':
            clearTimeout(timer)
            return reject(new AppError(said.code, said.params))
          case 'crashed':
            return fail(said.error)
        }
      })
      worker.onExit(() => {
        clearTimeout(timer)
        reject(new AppError('reckoning_failed'))
      })
    }).finally(() => {
      running.delete(worker)
      if (runId !== undefined) stops.delete(runId)
      worker.kill()
    })
  }
  return {
    ask,
    /** Stops a run; one that is over already is left alone. */
    stop: (runId: string): void => stops.get(runId)?.(),
    /** Ends every worker; what was asked is rejected. */
    close(): void {
      for (const worker of running) worker.kill()
    },
  }
}

export type StudyJobs = ReturnType<typeof createStudyJobs>
