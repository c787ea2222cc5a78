// This file runs in a process of its own: a question about study in, its figures out. See study-jobs.ts.

import { createFormulas } from '#domain/scheduling/fsrs-formulas.ts'
import { catchUpPlans, type CatchUpPlan, type CatchUpQuestion } from '#domain/study/catch-up.ts'
import {
  recallChoices,
  type RecallChoice,
  type RecallQuestion,
} from '#domain/study/recall-choices.ts'
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
}
export type StudyTask = keyof StudyTasks
export type StudyOrder = {
  [Task in StudyTask]: { readonly task: Task; readonly question: StudyTasks[Task]['question'] }
}[StudyTask]
export type StudyMessage =
  | { readonly kind: 'started' }
  | { readonly kind: 'done'; readonly figures: unknown }
  | { readonly kind: 'crashed'; readonly error: string }

function answer(order: StudyOrder): StudyTasks[StudyTask]['figures'] {
  switch (order.task) {
    case 'recallChoices':
      return recallChoices(order.question)
    case 'catchUp': {
      const { params, paces } = order.question
      return catchUpPlans(order.question, paces, createFormulas(params))
    }
  }
}

const { post, onOrder } = toParent<StudyOrder, StudyMessage>()
process.on('uncaughtException', (error) => post({ kind: 'crashed', error: String(error) }))
onOrder((order) => post({ kind: 'done', figures: answer(order) }))
post({ kind: 'started' })
