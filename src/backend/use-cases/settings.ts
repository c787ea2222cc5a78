import type { Output, Parsed } from '#contract/api.ts'
import type { Context } from '../context.ts'
import { write } from '../store/open.ts'

/** Changes some settings and returns all of them. */
export function saveSettings(
  context: Context,
  input: Parsed<'saveSettings'>,
): Output<'saveSettings'> {
  write(context.db, (tx) => context.settings.save(tx, input))
  context.changed(['settings', 'study'])
  return context.settings.read()
}
