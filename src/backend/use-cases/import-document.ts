import type { Output, Parsed } from '#contract/api.ts'
import type { PreviewCard, PreviewRole } from '#contract/shapes/import.ts'
import type { GeneratedCard, Range, RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import type { Context } from '../context.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import { write } from '../store/open.ts'
import { answerText, storeSource } from './store-source.ts'

/** Begins to read a document in a worker. */
export function startImport(jobs: ImportJobs, input: Parsed<'startImport'>): Output<'startImport'> {
  const { content } = input
  const bytes =
    content.kind === 'text' ? Buffer.from(content.text) : Buffer.from(content.data, 'base64')
  return jobs.start(input.name, bytes)
}

const copies = (ranges: readonly Range[]) => ranges.map((range) => ({ ...range }))

const previewCard = (card: GeneratedCard): PreviewCard => ({
  cardId: card.id,
  roleId: card.role,
  face: {
    type: card.type,
    recipe: card.recipe,
    prompt: card.prompt,
    answer: answerText(card),
    choices: card.choices?.map(({ text, correct }) => ({ text, correct })) ?? null,
    items: card.items ? [...card.items] : null,
    pairs: card.pairs?.map(([left, right]): [string, string] => [left, right]) ?? null,
    explanation: card.explanation ?? null,
  },
  passages: copies(card.prov),
  score: card.score,
})

function previewRoles(gen: RoleGen): PreviewRole[] {
  const asked = new Set(gen.cards.flatMap((card) => card.target))
  const duties = Map.groupBy(gen.responsibilities, (duty) => duty.role)
  return gen.roles.map((role) => {
    const own = duties.get(role.id) ?? []
    return {
      roleId: role.id,
      name: role.name,
      aliases: [...role.aliases],
      anchors: copies(role.anchors),
      responsibilityCount: own.length,
      uncovered: own
        .filter((duty) => !asked.has(duty.id))
        .map((duty) => ({ text: duty.text, passages: copies(duty.prov) })),
    }
  })
}

/** A name for the deck: the role file's title, else a short first line, else the file's name. */
export function titleOf(gen: RoleGen): string {
  const source = gen.sources[0]
  const text = source?.text ?? ''
  const declared = text.startsWith('---\n') ? /^title:\s*(.+)$/m.exec(text)?.[1] : undefined
  const firstLine = text.split('\n').find((line) => line.trim() !== '') ?? ''
  const heading = firstLine.replace(/^[#\s>*_-]+/, '').trim()
  const fileName = (source?.path.split(/[\\/]/).at(-1) ?? '').replace(/\.[a-z]+$/i, '')
  const title = declared ?? (heading.length > 0 && heading.length <= 80 ? heading : fileName)
  return title.trim().slice(0, 120) || 'Untitled'
}

/** The visible or hidden deck of the very same document, if it is stored already. */
const storedDeck = (context: Context, gen: RoleGen) => {
  const sourceId = context.sources.idWithSha256(gen.sources[0]?.sha256 ?? '')
  return sourceId === null ? null : context.decks.ofSource(sourceId)
}

/** What a document gave, before anything is stored. @throws AppError import_not_found, import_not_ready */
export function getImportPreview(
  context: Context,
  jobs: ImportJobs,
  input: Parsed<'getImportPreview'>,
): Output<'getImportPreview'> {
  const gen = jobs.result(input.importId)
  const stored = storedDeck(context, gen)
  return {
    title: titleOf(gen),
    text: gen.sources[0]?.text ?? '',
    roles: previewRoles(gen),
    cards: gen.cards.map(previewCard),
    notices: (gen.notices ?? []).map(({ code, params }) => ({ code, params: { ...params } })),
    storedDeckId: stored && stored.removedAt === null ? stored.deckId : null,
  }
}

/**
 * Stores an import as decks (source > role). A document that is stored already changes nothing, except
 * that a removed deck of it comes back with its history.
 * @throws AppError import_not_found, import_not_ready, card_not_found {cardId}
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
  const known = new Set(gen.cards.map((card) => card.id))
  const named = [...input.rejectedCardIds, ...input.edits.map((edit) => edit.cardId)]
  for (const cardId of named) {
    if (!known.has(cardId)) throw new AppError('card_not_found', { cardId })
  }
  const result = storeSource(context, {
    gen,
    title: input.title,
    bundleId: null,
    rejected: new Set(input.rejectedCardIds),
    edits: new Map(input.edits.map(({ cardId, prompt, answer }) => [cardId, { prompt, answer }])),
  })
  context.changed(['decks', 'study'])
  return { ...result, unchanged: false }
}
