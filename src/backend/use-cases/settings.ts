import type { Output, Parsed } from '#contract/api.ts'
import { readNow, type Context } from '../context.ts'
import { write } from '../store/open.ts'

/** Changes some settings and returns all of them. A new goal acts from today on. */
export function saveSettings(
  context: Context,
  input: Parsed<'saveSettings'>,
): Output<'saveSettings'> {
  const { day } = readNow(context)
  write(context.db, (tx) => {
    context.settings.save(tx, input)
    if (input.goalPerDay !== undefined) context.settings.setGoal(tx, day, input.goalPerDay)
  })
  context.changed(['settings', 'study'])
  return context.settings.read()
}
