import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Output, Parsed } from '#contract/api.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { roleFileAbout } from '#domain/roles/role-file/front-matter.ts'
import type { Context } from '../context.ts'
import { write } from '../store/open.ts'
import { findDeck } from './list-decks.ts'
import { storeSource } from './store-source.ts'

/** A deck that comes with the app: a folder with its source and the generated `deck.json`. */
interface BundleFile {
  readonly bundleId: string
  readonly title: string
  readonly gen: RoleGen
}

const titleOf = (gen: RoleGen, fallback: string): string =>
  roleFileAbout(gen.sources[0]?.text ?? '')?.title ?? fallback

/** The bundled decks of a folder, by name. They ship with the app and pass its own tests, so their shape is known. */
export function readBundles(decksFolder: string): BundleFile[] {
  return readdirSync(decksFolder)
    .sort()
    .map((bundleId) => ({ bundleId, file: join(decksFolder, bundleId, 'deck.json') }))
    .filter(({ file }) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .map(({ bundleId, file }) => {
      const gen = JSON.parse(readFileSync(file, 'utf8')) as RoleGen // as: see the docstring
      return { bundleId, title: titleOf(gen, bundleId), gen }
    })
}

const visibleDeckOf = (context: Context, bundleId: string): string | null => {
  const sourceId = context.sources.idOfBundle(bundleId)
  const deck = sourceId === null ? null : context.decks.ofSource(sourceId)
  return deck && deck.removedAt === null ? deck.deckId : null
}

/** The decks that come with the app, and where they are in the collection once added. */
export function listBundles(
  context: Context,
  bundles: readonly BundleFile[],
): Output<'listBundles'> {
  return bundles.map(({ bundleId, title, gen }) => ({
    bundleId,
    title,
    roleCount: gen.roles.length,
    cardCount: gen.cards.length,
    deckId: visibleDeckOf(context, bundleId),
  }))
}

/**
 * Adds a bundled deck; one that was removed comes back with its history; a second time changes nothing.
 * @throws AppError deck_not_found {deckId}
 */
export function addBundle(
  context: Context,
  bundles: readonly BundleFile[],
  input: Parsed<'addBundle'>,
): Output<'addBundle'> {
  const bundle = bundles.find((each) => each.bundleId === input.bundleId)
  if (!bundle) throw new AppError('deck_not_found', { deckId: input.bundleId })
  const sourceId = context.sources.idOfBundle(bundle.bundleId)
  const present = sourceId === null ? null : context.decks.ofSource(sourceId)
  if (present) {
    write(context.db, (tx) => context.decks.setRemoved(tx, present.deckId, null))
    context.changed(['decks', 'study'])
    return findDeck(context, present.deckId)
  }
  const { deckId } = storeSource(context, {
    gen: bundle.gen,
    title: bundle.title,
    bundleId: bundle.bundleId,
    decisions: new Map(),
    fixes: [],
  })
  context.changed(['decks', 'study'])
  return findDeck(context, deckId)
}
