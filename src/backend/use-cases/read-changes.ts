import type { Output, Parsed } from '#contract/api.ts'
import type { CardUpdate } from '#contract/shapes/changes.ts'
import { AppError } from '#domain/errors.ts'
import { studyDay } from '#domain/time/study-day.ts'
import type { Context } from '../context.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import { faceOf } from '../store/cards.ts'
import { write } from '../store/open.ts'
import type { ChangeSide, StoredChange } from '../store/versions.ts'
import { readNow } from '../context.ts'
import { takeBack } from './log-lines.ts'
import { isHidden, makesDue, planUpdate, roleNameOf, sidesOf } from './plan-update.ts'
import { countChanges } from './update-source.ts'

const copy = (side: ChangeSide | null) =>
  side === null ? null : { face: side.face, passages: [...side.passages] }

/**
 * What an import would change in the stored document that it is read as a version of, card by card.
 * @throws AppError import_not_found, import_not_ready, source_not_found {sourceId} when it is a document of its own
 */
export function getImportChanges(
  context: Context,
  jobs: ImportJobs,
  { importId }: Parsed<'getImportChanges'>,
): Output<'getImportChanges'> {
  const gen = jobs.result(importId)
  const plan = planUpdate(context, jobs.readAs(importId).sourceId, gen)
  const { changes, suppressed } = plan.result
  return {
    counts: countChanges(plan),
    suppressed: suppressed.length,
    changes: changes
      .filter((change) => !isHidden(plan, change))
      .map((change) => {
        const { before, after } = sidesOf(plan, change)
        const known = plan.cards.get(change.cardId)
        return {
          cardId: change.cardId,
          kind: change.kind,
          roleName: roleNameOf(plan, gen, change),
          before: copy(before),
          after: copy(after),
          isSeen: known?.isSeen ?? false,
          isDue: makesDue(plan, change),
          isEdited: known !== undefined && known.card.edit !== null,
        }
      }),
  }
}

function toCardUpdate(context: Context, change: StoredChange): CardUpdate {
  const { cardId, kind, roleName } = change
  return {
    cardId,
    kind,
    roleName,
    before: copy(change.before),
    after: copy(change.after),
    isSeen: context.memories.find(cardId)?.memory.kind !== 'new',
    isDue: change.dueId !== null && context.versions.openDues(cardId).includes(change.dueId),
    isEdited: context.cards.find(cardId)?.edit !== null,
  }
}

/**
 * What changed in a deck's document, update by update, and what it no longer says; a role's deck tells of its own
 * cards only.
 * @throws AppError deck_not_found {deckId}
 */
export function getChanges(
  context: Context,
  { deckId }: Parsed<'getChanges'>,
): Output<'getChanges'> {
  const deck = context.decks.find(deckId)
  if (!deck) throw new AppError('deck_not_found', { deckId })
  const { sourceId } = deck
  const isOwn = (cardId: string) =>
    deck.parentId === null || context.memories.find(cardId)?.deckId === deckId
  const zone = context.clock.zone()
  const { rolloverHour } = context.settings.read()
  const roles = new Map(context.decks.rolesOf(sourceId).map((each) => [each.deckId, each.name]))
  return {
    deckId,
    name: deck.name,
    sourceTitle: context.sources.titleOf(sourceId) ?? '',
    updates: context.versions.updates(sourceId).map(({ version, importedAt, counts }) => ({
      version,
      day: studyDay(importedAt, zone, rolloverHour),
      counts,
      changes: context.versions
        .changes(sourceId, version)
        .filter((change) => isOwn(change.cardId))
        .map((change) => toCardUpdate(context, change)),
    })),
    gone: context.cards.ofSource(sourceId).flatMap(({ card, status }) => {
      const { cardId } = card
      const memory = context.memories.find(cardId)
      // What the learner deleted is no loss to tell of.
      if (status !== 'archived' || !memory || memory.marks.isDeleted || !isOwn(cardId)) return []
      return {
        cardId,
        roleName: roles.get(memory.deckId) ?? '',
        side: { face: faceOf(card), passages: card.passages.map((passage) => passage.quote) },
        answers: context.reviews.answersOf(cardId),
      }
    }),
  }
}

/**
 * The change that a card still has to show: since it became due nobody has answered or dismissed it, or the learner's
 * own wording stands over one that they have not seen. Before is how they knew it, after how the document has it now.
 */
export function openChangeOf(context: Context, cardId: string): CardUpdate | null {
  // Nearly all cards never changed: for them the log is not read.
  const changes = context.versions.changesOfCard(cardId)
  if (changes.length === 0) return null
  const open = new Set(context.versions.openDues(cardId))
  const card = context.cards.find(cardId)
  if (!card || (open.size === 0 && !card.isEditBehind)) return null
  const first =
    changes.find((change) => change.dueId !== null && open.has(change.dueId)) ?? changes.at(-1)
  if (!first) return null
  const passages = card.passages.map((passage) => passage.quote)
  const after = { face: faceOf({ ...card, edit: null }), passages }
  return { ...toCardUpdate(context, first), after, isDue: open.size > 0 }
}

/**
 * The learner has seen what changed: a card that was made due by it goes back to its old date. `take` lays the
 * learner's wording aside for the document's, `keep` leaves it. Doing it twice changes nothing.
 * @throws AppError card_not_found {cardId}
 */
export function settleChange(
  context: Context,
  { cardId, wording }: Parsed<'settleChange'>,
): Output<'settleChange'> {
  write(context.db, (tx) => {
    const card = context.cards.find(cardId)
    if (!card) throw new AppError('card_not_found', { cardId })
    const now = readNow(context)
    for (const reviewId of context.versions.openDues(cardId))
      takeBack(context, tx, { reviewId, cardId }, { now })
    if (card.edit) context.cards.setEdit(tx, cardId, wording === 'keep' ? card.edit : null)
  })
  context.changed(['study'])
  return { cardId }
}
