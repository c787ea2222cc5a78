import type { Output, Parsed } from '#contract/api.ts'
import type { CardDecision } from '#domain/cards/decision.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import type { Context } from '../context.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import { write } from '../store/open.ts'
import { decidedBefore } from './plan-update.ts'
import { reviewOf } from './review-import.ts'
import { storeSource } from './store-source.ts'
import { updateSource } from './update-source.ts'

/** Begins to read a document in a worker. */
export function startImport(jobs: ImportJobs, input: Parsed<'startImport'>): Output<'startImport'> {
  const { content } = input
  const bytes =
    content.kind === 'text' ? Buffer.from(content.text) : Buffer.from(content.data, 'base64')
  return jobs.start(input.name, bytes)
}

/** A document that is stored already: a removed deck of it comes back, nothing else changes. */
function keepStored(context: Context, sourceId: string, gen: RoleGen): Output<'saveImport'> {
  const deck = context.decks.ofSource(sourceId)
  if (!deck) throw new AppError('source_not_found', { sourceId })
  if (deck.removedAt !== null) {
    write(context.db, (tx) => context.decks.setRemoved(tx, deck.deckId, null))
    context.changed(['decks', 'study'])
  }
  const cardCount = context.memories.activeCount(sourceId)
  const base = { deckId: deck.deckId, sourceId, cardCount, roleCount: gen.roles.length }
  return { ...base, unchanged: true, update: null }
}

/** What was decided otherwise than before; null takes a decision back. */
function decidedAnew(
  before: ReadonlyMap<string, CardDecision>,
  now: ReadonlyMap<string, CardDecision>,
): Map<string, CardDecision | null> {
  const cardIds = new Set([...before.keys(), ...now.keys()])
  const isOther = (cardId: string) =>
    JSON.stringify(before.get(cardId)) !== JSON.stringify(now.get(cardId))
  return new Map([...cardIds].filter(isOther).map((cardId) => [cardId, now.get(cardId) ?? null]))
}

/**
 * Stores an import, with what was decided about its cards and roles: as decks (source > role), or as the next version
 * of the document that it was read as. One that is stored already, with nothing decided anew, changes nothing, except
 * that a removed deck of it comes back with its history.
 * @throws AppError import_not_found, import_not_ready
 */
export function saveImport(
  context: Context,
  jobs: ImportJobs,
  input: Parsed<'saveImport'>,
): Output<'saveImport'> {
  const gen = jobs.result(input.importId)
  const { sourceId } = jobs.readAs(input.importId)
  const { decisions, fixes } = reviewOf(context, jobs, input.importId)
  const source = context.sources.find(sourceId)
  if (!source) {
    const parts = { gen, title: input.title, bundleId: null, decisions, fixes }
    const stored = storeSource(context, parts)
    context.changed(['decks', 'study'])
    return { ...stored, unchanged: false, update: null }
  }
  const decided = decidedAnew(decidedBefore(context, gen), decisions)
  const isSame =
    source.text === gen.sources[0]?.text &&
    JSON.stringify(context.sources.fixesOf(sourceId)) === JSON.stringify(fixes)
  if (isSame && decided.size === 0) return keepStored(context, sourceId, gen)
  const { version, counts, ...stored } = updateSource(context, { sourceId, gen, fixes, decided })
  context.changed(['decks', 'study'])
  return { ...stored, unchanged: false, update: { version, counts } }
}
