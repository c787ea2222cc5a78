import type { Output, Parsed } from '#contract/api.ts'
import { AppError } from '#domain/errors.ts'
import { leastAnswers, type CardHistory } from '#domain/scheduling/fit.ts'
import { foldMemory } from '#domain/scheduling/fold.ts'
import type { Memory } from '#domain/scheduling/memory.ts'
import type { Context } from '../context.ts'
import type { Fit, FitQuestion } from '../jobs/fit-parameters.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'

/** How many answers there are to fit to, and the sets that were fitted. */
export function getParameters(context: Context): Output<'getParameters'> {
  return {
    answers: context.reviews.answerCount(),
    needed: leastAnswers,
    current: context.parameters.current()?.setId ?? null,
    sets: context.parameters.all().map((set) => ({ ...set, params: [...set.params] })),
  }
}

/** The answers of each card, oldest first, those taken back left out. */
function historiesOf(context: Context): CardHistory[] {
  const histories = new Map<string, { grades: CardHistory['grades'][number][]; days: number[] }>()
  for (const { cardId, grade, studyDay } of context.reviews.validAnswers()) {
    const history = histories.get(cardId) ?? { grades: [], days: [] }
    history.grades.push(grade)
    history.days.push(studyDay)
    histories.set(cardId, history)
  }
  return [...histories.values()]
}

/**
 * Fits the model's parameters to the learner's answers (`fit` does it in a worker) and keeps them as a new set. Nothing uses it yet.
 * @throws AppError too_few_answers {answers, needed}, fit_no_better, optimizer_missing, reckoning_failed
 */
export async function fitParameters(
  context: Context,
  fit: (question: FitQuestion) => Promise<Fit>,
): Promise<Output<'fitParameters'>> {
  const answers = context.reviews.answerCount()
  if (answers < leastAnswers)
    throw new AppError('too_few_answers', { answers, needed: leastAnswers })
  const fitted = await fit({ histories: historiesOf(context) })
  const fittedAt = context.clock.now()
  write(context.db, (tx) => context.parameters.insert(tx, { ...fitted, fittedAt }))
  context.changed(['settings'])
  return getParameters(context)
}

const isSame = (a: Memory, b: Memory): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Reckons the strength of every card again from its log. Where each card goes stands in the log and stays. */
function refold(context: Context, tx: WriteDb): void {
  const before = new Map(context.memories.seen().map(({ cardId, memory }) => [cardId, memory]))
  const moved: [string, Memory][] = []
  for (const { cardId, events } of context.reviews.logs()) {
    const memory = before.get(cardId)
    if (!memory) continue
    const folded = foldMemory(context.model, events)
    if (!isSame(folded, memory)) moved.push([cardId, folded])
  }
  for (const [cardId, memory] of moved) context.memories.update(tx, cardId, memory)
}

/**
 * Puts a fitted set to use, or (null) the defaults: strengths are reckoned again from the log, no date moves. Any earlier set
 * can be put to use again, which undoes it.
 * @throws AppError parameters_not_found
 */
export function useParameters(
  context: Context,
  { setId }: Parsed<'useParameters'>,
): Output<'useParameters'> {
  if (setId !== null && !context.parameters.find(setId)) throw new AppError('parameters_not_found')
  try {
    write(context.db, (tx) => {
      context.parameters.use(tx, setId, context.clock.now())
      context.readModel()
      refold(context, tx)
    })
  } finally {
    // After a transaction that failed, the set before is in use still.
    context.readModel()
  }
  context.changed(['settings', 'study'])
  return getParameters(context)
}
