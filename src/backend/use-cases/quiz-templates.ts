import type { Output, Parsed } from '#contract/api.ts'
import type { QuizPlan } from '#domain/quiz/plan.ts'
import { newId, type Context } from '../context.ts'
import { write } from '../store/open.ts'
import type { StoredTemplate } from '../store/quiz-templates.ts'

/** A set-up as it travels. */
export const plainPlan = (plan: QuizPlan): Output<'saveQuizTemplate'>['plan'] => ({
  ...plan,
  deckIds: [...plan.deckIds],
  cardIds: plan.cardIds ? [...plan.cardIds] : null,
  kinds: [...plan.kinds],
})

const plain = ({ templateId, name, plan }: StoredTemplate): Output<'saveQuizTemplate'> => ({
  templateId,
  name,
  plan: plainPlan(plan),
})

/** The saved set-ups, the latest first. */
export const listQuizTemplates = (context: Context): Output<'listQuizTemplates'> =>
  context.templates.all().map(plain)

/** Keeps a set-up by name; one with the same name is replaced. */
export function saveQuizTemplate(
  context: Context,
  input: Parsed<'saveQuizTemplate'>,
): Output<'saveQuizTemplate'> {
  const template = { templateId: newId(context), ...input }
  write(context.db, (tx) => context.templates.put(tx, template, context.clock.now()))
  context.changed(['quizzes'])
  return plain(template)
}

/** Forgets a saved set-up; one that is gone already stays gone. */
export function removeQuizTemplate(
  context: Context,
  { templateId }: Parsed<'removeQuizTemplate'>,
): Output<'removeQuizTemplate'> {
  write(context.db, (tx) => context.templates.remove(tx, templateId))
  context.changed(['quizzes'])
  return { templateId }
}
