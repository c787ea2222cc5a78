import type { RoleGen } from '#domain/cards/rolegen.ts'
import { roleFileAbout } from '#domain/roles/role-file/front-matter.ts'
import { recognise, type Recognised } from '#domain/roles/recognise.ts'
import type { Context } from '../context.ts'
import type { ReadAs } from '../jobs/import-jobs.ts'

/** The stored document that a document is a version of, or may be; null for a new one. */
export function recogniseDocument(context: Context, gen: RoleGen): Recognised | null {
  const [source] = gen.sources
  if (!source) return null
  const facts = new Set(gen.responsibilities.map((duty) => duty.id))
  const stored = context.sources.sketches([...facts]).map(({ documentKey, ...sketch }) => ({
    ...sketch,
    key: documentKey,
    text: () => context.sources.textOf(sketch.sourceId),
  }))
  const { path, sha256, text } = source
  return recognise({ key: roleFileAbout(text)?.id ?? null, path, sha256, text, facts }, stored)
}

/** How a document is read that surely is a version of a stored one: under its id, with the fixes made to it. */
export function readAsStored(context: Context, recognised: Recognised | null): ReadAs | null {
  if (!recognised || recognised.likeness === 'alike') return null
  const { sourceId } = recognised
  return { sourceId, fixes: context.sources.fixesOf(sourceId) }
}
