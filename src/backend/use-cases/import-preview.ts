import type { Output, Parsed } from '#contract/api.ts'
import { toPlain } from '#contract/plain.ts'
import type { KnownDocument, PreviewCard, PreviewRole } from '#contract/shapes/import.ts'
import type { Miss, ReviewShape } from '#contract/shapes/review.ts'
import { answerText } from '#domain/cards/matching/subject.ts'
import type { Review } from '#domain/cards/review.ts'
import type { GeneratedCard, RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { roleFileAbout } from '#domain/roles/role-file/front-matter.ts'
import type { Context } from '../context.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import { ownSourceId } from '../store/sources.ts'
import { recogniseDocument } from './recognise-document.ts'
import { reviewOf } from './review-import.ts'

const previewCard = (card: GeneratedCard): PreviewCard => ({
  cardId: card.id,
  roleId: card.role,
  targets: [...card.target],
  face: {
    type: card.type,
    recipe: card.recipe,
    prompt: card.prompt,
    answer: answerText(card),
    choices: card.choices?.map(({ text, correct }) => ({ text, correct })) ?? null,
    items: toPlain(card.items ?? null),
    pairs: toPlain(card.pairs ?? null),
    explanation: card.explanation ?? null,
  },
  passages: toPlain(card.prov),
  score: card.score,
})

function previewRoles(gen: RoleGen): PreviewRole[] {
  const duties = Map.groupBy(gen.responsibilities, (duty) => duty.role)
  return gen.roles.map((role) => ({
    roleId: role.id,
    name: role.name,
    aliases: [...role.aliases],
    anchors: toPlain(role.anchors),
    duties: (duties.get(role.id) ?? []).map((duty) => ({
      dutyId: duty.id,
      text: duty.text,
      title: duty.title ?? null,
      passages: toPlain(duty.prov),
    })),
  }))
}

/** What no card was made of, in the document's words and with its role as far as its id tells. */
function missesOf(gen: RoleGen): Miss[] {
  const known = new Map<string, Pick<Miss, 'roleId' | 'about'>>()
  for (const { id, question } of gen.faqs) known.set(id, { roleId: null, about: question })
  for (const { id, role, text } of gen.definitions) known.set(id, { roleId: role, about: text })
  for (const { id, role, name } of gen.skills) known.set(id, { roleId: role, about: name })
  for (const { id, role, text } of gen.responsibilities)
    known.set(id, { roleId: role, about: text })
  for (const { id, a, aspects } of gen.comparisons) {
    for (const { name } of aspects) known.set(`${id}/${name}`, { roleId: a, about: name })
  }
  const roles = new Set(gen.roles.map((role) => role.id))
  return gen.rejects.map(({ recipe, target, reason }) => ({
    recipe,
    reason,
    ...(known.get(target) ?? { roleId: roles.has(target) ? target : null, about: '' }),
  }))
}

const toShape = ({ decisions, fixes, steps }: Review): ReviewShape =>
  toPlain({
    decisions: [...decisions].map(([cardId, decision]) => ({ cardId, decision })),
    fixes,
    steps,
  })

/** A name for the deck: the role file's title, else a short first line, else the file's name. */
export function titleOf(gen: RoleGen): string {
  const source = gen.sources[0]
  const text = source?.text ?? ''
  const declared = roleFileAbout(text)?.title
  const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const heading = firstLine.replace(/^[#\s>*_-]+/, '').trim()
  const fileName = (source?.path.split(/[\\/]/).at(-1) ?? '').replace(/\.[a-z]+$/i, '')
  const title = declared ?? (heading.length > 0 && heading.length <= 80 ? heading : fileName)
  return title.trim().slice(0, 120) || 'Untitled'
}

/** The stored document that an import is or may be a version of, and whether it is read as that. */
function knownDocument(context: Context, gen: RoleGen): KnownDocument | null {
  const recognised = recogniseDocument(context, gen)
  const chosen = gen.sources[0]?.id ?? ''
  const isOther = context.sources.titleOf(chosen) !== null && recognised?.sourceId !== chosen
  const found = isOther ? { sourceId: chosen, likeness: 'alike' as const } : recognised
  if (!found) return null
  const { sourceId, likeness } = found
  const title = context.decks.ofSource(sourceId)?.name ?? context.sources.titleOf(sourceId) ?? ''
  return { sourceId, title, likeness, isChosen: sourceId === chosen }
}

/**
 * What a document gave, before anything is stored, with what was decided about it so far.
 * @throws AppError import_not_found, import_not_ready
 */
export function getImportPreview(
  context: Context,
  jobs: ImportJobs,
  { importId }: Parsed<'getImportPreview'>,
): Output<'getImportPreview'> {
  const gen = jobs.result(importId)
  const known = knownDocument(context, gen)
  const stored = known?.likeness === 'same' ? context.decks.ofSource(known.sourceId) : null
  return {
    title: titleOf(gen),
    text: gen.sources[0]?.text ?? '',
    roles: previewRoles(gen),
    cards: gen.cards.map(previewCard),
    notices: toPlain(gen.notices ?? []),
    storedDeckId: stored && stored.removedAt === null ? stored.deckId : null,
    known,
    misses: missesOf(gen),
    review: toShape(reviewOf(context, jobs, importId)),
    tally: context.decisions.tally(gen.sources[0]?.id ?? ''),
  }
}

/**
 * Reads a finished import as the next version of a stored document, or as one of its own; nothing is stored yet.
 * @throws AppError import_not_found, import_not_ready, source_not_found {sourceId}, import_cancelled, import_failed, import_timeout
 */
export async function chooseImportTarget(
  context: Context,
  jobs: ImportJobs,
  { importId, sourceId }: Parsed<'chooseImportTarget'>,
): Promise<Output<'chooseImportTarget'>> {
  const isKept = sourceId !== ownSourceId && context.sources.titleOf(sourceId ?? '') !== null
  if (sourceId !== null && !isKept) throw new AppError('source_not_found', { sourceId })
  const fixes = sourceId === null ? [] : context.sources.fixesOf(sourceId)
  await jobs.readAgain(importId, sourceId === null ? null : { sourceId, fixes })
  return getImportPreview(context, jobs, { importId })
}
