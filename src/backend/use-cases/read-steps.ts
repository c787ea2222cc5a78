import type { Output } from '#contract/api.ts'
import { stepsToRedo } from '#domain/study/steps.ts'
import type { Context } from '../context.ts'
import { stepOf } from './step-result.ts'
import { stepToUndo } from './undo-step.ts'

/** What can be taken back, and done again, next. */
export function getSteps(context: Context): Output<'getSteps'> {
  const undo = stepToUndo(context)
  const redo = stepsToRedo(context.reviews.sinceNewStep()).at(-1)
  return {
    undo: undo === null ? null : stepOf(context, undo),
    redo: redo === undefined ? null : stepOf(context, redo),
  }
}
