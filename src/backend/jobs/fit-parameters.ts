import { AppError } from '#domain/errors.ts'
import {
  drawnToDefaults,
  leastAnswers,
  logLoss,
  trainingItems,
  type CardHistory,
  type TrainingItem,
} from '#domain/scheduling/fit.ts'
import { createFsrs6, defaultParams } from '#domain/scheduling/fsrs.ts'

/** What finds parameters that predict answers best: 21 numbers from items in the order of time. */
export type Optimizer = (items: readonly TrainingItem[]) => Promise<readonly number[]>

export interface FitQuestion {
  readonly histories: readonly CardHistory[]
}

/** Parameters fitted to a learner, and how well they and the defaults predict that learner's answers. */
export interface Fit {
  readonly params: readonly number[]
  readonly answers: number
  readonly lossBefore: number
  readonly lossAfter: number
}

/**
 * Parameters from a learner's own answers, drawn to the defaults by how few there are.
 * @throws AppError too_few_answers {answers, needed}, fit_no_better
 */
export async function fitParameters(
  { histories }: FitQuestion,
  optimizer: Optimizer,
): Promise<Fit> {
  const answers = histories.reduce((sum, history) => sum + history.grades.length, 0)
  const items = trainingItems(histories)
  if (answers < leastAnswers || items.length === 0)
    throw new AppError('too_few_answers', { answers, needed: leastAnswers })
  const fitted = await optimizer(items)
  const isWhole = fitted.length === defaultParams.length && fitted.every(Number.isFinite)
  if (!isWhole) throw new AppError('fit_no_better')
  // The model clips what lies outside of its bounds; what is kept is what will be used.
  const { params } = createFsrs6(drawnToDefaults(defaultParams, fitted, answers))
  const lossBefore = logLoss(defaultParams, histories)
  const lossAfter = logLoss(params, histories)
  if (lossBefore === null || lossAfter === null || lossAfter >= lossBefore)
    throw new AppError('fit_no_better')
  return { params, answers, lossBefore, lossAfter }
}
