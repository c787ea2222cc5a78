// This file runs in a process of its own: a question about study in, its figures out. See study-jobs.ts.

import { AppError, type ErrorCode, type ErrorParams } from '#domain/errors.ts'
import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import { catchUpPlans, type CatchUpPlan, type CatchUpQuestion } from '#domain/study/catch-up.ts'
import {
  recallChoices,
  recallsToChoose,
  type RecallChoice,
  type RecallQuestion,
} from '#domain/study/recall-choices.ts'
import { fitParameters, type Fit, type FitQuestion } from './fit-parameters.ts'
import { fsrsOptimizer } from './fsrs-optimizer.ts'
import { toParent } from './worker-channel.ts'

/** What may be asked, and what comes back. */
export interface StudyTasks {
  readonly recallChoices: { readonly question: RecallQuestion; readonly figures: RecallChoice[] }
  readonly catchUp: {
    readonly question: CatchUpQuestion & {
      readonly params: readonly number[]
      readonly paces: readonly number[]
    }
    readonly figures: CatchUpPlan[]
  }
  readonly fit: { readonly question: FitQuestion; readonly figures: Fit }
}
export type StudyTask = keyof StudyTasks
export type StudyOrder = {
  [Task in StudyTask]: { readonly task: Task; readonly question: StudyTasks[Task]['question'] }
}[StudyTask]
export type StudyMessage =
  | { readonly kind: 'started' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly figures: unknown }
  | { readonly kind: 'problem'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly kind: 'crashed'; readonly error: string }

/** Takes one after the other and tells how many there are; messages go out in between. */
async function eachTold<Each>(steps: Iterable<Each>, total: number): Promise<Each[]> {
  const all: Each[] = []
  for (const each of steps) {
    all.push(each)
    post({ kind: 'progress', done: all.length, total })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return all
}

function answer(
  order: StudyOrder,
): StudyTasks[StudyTask]['figures'] | Promise<StudyTasks[StudyTask]['figures']> {
  switch (order.task) {
    case 'recallChoices':
      return eachTold(recallChoices(order.question), recallsToChoose.length)
    case 'fit':
      return fitParameters(order.question, fsrsOptimizer)
    case 'catchUp': {
      const { params, paces } = order.question
      return eachTold(catchUpPlans(order.question, paces, createFormulas(params)), paces.length)
    }
  }
}

async function run(order: StudyOrder): Promise<void> {
  try {
    post({ kind: 'done', figures: await answer(order) })
  } catch (error) {
    if (error instanceof AppError) post({ kind: 'problem', code: error.code, params: error.params })
    else post({ kind: 'crashed', error: String(error) })
  }
}

const { post, onOrder } = toParent<StudyOrder, StudyMessage>()
process.on('uncaughtException', (error) => post({ kind: 'crashed', error: String(error) }))
onOrder((order) => void run(order))
post({ kind: 'started' })
