import { AppError } from '#domain/errors.ts'
import type { Optimizer } from './fit-parameters.ts'

/** What is used of @open-spaced-repetition/binding 0.5.0. */
interface Binding {
  readonly FSRSBindingReview: new (rating: number, deltaT: number) => unknown
  readonly FSRSBindingItem: new (reviews: unknown[]) => unknown
  readonly computeParameters: (
    items: unknown[],
    options: { enableShortTerm: boolean; numRelearningSteps: number },
  ) => Promise<number[]>
}

// By a variable: it is loaded where it is there and when parameters are fitted, and never built in.
const packageName = '@open-spaced-repetition/binding'

/** The optimiser of FSRS, native code. Rejects with AppError optimizer_missing where it is not installed. */
export const fsrsOptimizer: Optimizer = async (items) => {
  const binding = await import(packageName).then(
    (loaded: unknown) => loaded as Binding, // as: its own index.d.ts says so
    (error: unknown) => {
      throw new AppError('optimizer_missing', { reason: String(error).slice(0, 200) })
    },
  )
  const { FSRSBindingItem, FSRSBindingReview, computeParameters } = binding
  return computeParameters(
    items.map(
      (item) =>
        new FSRSBindingItem(
          item.map(({ grade, deltaDays }) => new FSRSBindingReview(grade, deltaDays)),
        ),
    ),
    // Its `timeout` is no limit but a pace of progress, and delays the result by as much.
    { enableShortTerm: true, numRelearningSteps: 1 },
  )
}
