import type { Output, Parsed } from '#contract/api.ts'
import type { Context } from '../context.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import { write } from '../store/open.ts'
import { storedDeck } from './import-preview.ts'
import { reviewOf } from './review-import.ts'
import { storeSource } from './store-source.ts'

/** Begins to read a document in a worker. */
export function startImport(jobs: ImportJobs, input: Parsed<'startImport'>): Output<'startImport'> {
  const { content } = input
  const bytes =
    content.kind === 'text' ? Buffer.from(content.text) : Buffer.from(content.data, 'base64')
  return jobs.start(input.name, bytes)
}

/**
 * Stores an import as decks (source > role), with what was decided about its cards and roles. A document that is
 * stored already changes nothing, except that a removed deck of it comes back with its history.
 * @throws AppError import_not_found, import_not_ready
 */
export function saveImport(
  context: Context,
  jobs: ImportJobs,
  input: Parsed<'saveImport'>,
): Output<'saveImport'> {
  const gen = jobs.result(input.importId)
  const present = storedDeck(context, gen)
  if (present) {
    if (present.removedAt !== null) {
      write(context.db, (tx) => context.decks.setRemoved(tx, present.deckId, null))
      context.changed(['decks', 'study'])
    }
    return {
      deckId: present.deckId,
      sourceId: present.sourceId,
      roleCount: gen.roles.length,
      cardCount: context.memories.activeCount(present.sourceId),
      unchanged: true,
    }
  }
  const { decisions, fixes } = reviewOf(context, jobs, input.importId)
  const result = storeSource(context, { gen, title: input.title, bundleId: null, decisions, fixes })
  context.changed(['decks', 'study'])
  return { ...result, unchanged: false }
}
