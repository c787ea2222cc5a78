import { AppError } from '#domain/errors.ts'
import type { Log, StartWorker, WorkerProcess } from '../ports.ts'
import type { StudyMessage, StudyTask, StudyTasks } from './study-worker.ts'

/** Ends a question that takes longer. */
const limitMs = 60_000

export interface StudyJobsParts {
  readonly startWorker: StartWorker
  readonly log: Log
}

/** Questions about study that take a while, each answered in a process of its own. */
export function createStudyJobs({ startWorker, log }: StudyJobsParts) {
  const running = new Set<WorkerProcess>()
  /**
   * The figures that answer a question. Rejects with the AppError that the worker names, or reckoning_failed when it crashes, is ended
   * or takes too long; nothing is stored either way.
   */
  const ask = <Task extends StudyTask>(
    task: Task,
    question: StudyTasks[Task]['question'],
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
      worker.onMessage((message) => {
        const said = message as StudyMessage // as: study-worker.ts sends nothing else
        switch (said.kind) {
          case 'started':
            return worker.post({ task, question }) // as: the pair belongs together
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
      worker.kill()
    })
  }
  return {
    ask,
    /** Ends every worker; what was asked is rejected. */
    close(): void {
      for (const worker of running) worker.kill()
    },
  }
}

export type StudyJobs = ReturnType<typeof createStudyJobs>
