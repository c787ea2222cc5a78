import type { CardDecision } from '#domain/cards/decision.ts'
import type { Fix } from '#domain/cards/fix.ts'
import type { CardUpdate } from '#domain/cards/reconcile.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { roleFileAbout } from '#domain/roles/role-file/front-matter.ts'
import { readNow, type Context, type Now } from '../context.ts'
import type { StoredCard } from '../store/cards.ts'
import type { WriteDb } from '../store/database.ts'
import type { CardStatus } from '../store/memories.ts'
import { write } from '../store/open.ts'
import type { Alias, ChangeCounts, StoredChange } from '../store/versions.ts'
import { arrangeDecks, type Decks } from './arrange-decks.ts'
import { assignNotes, type Notes } from './assign-notes.ts'
import { callCard } from './log-lines.ts'
import {
  cardAfter,
  isHidden,
  makesDue,
  planUpdate,
  roleNameOf,
  sidesOf,
  type UpdatePlan,
} from './plan-update.ts'
import type { StoredResult } from './store-source.ts'

/** A changed document, read under the stored source's id, with what the learner decided about its cards. */
export interface SourceUpdate {
  readonly sourceId: string
  readonly gen: RoleGen
  readonly fixes: readonly Fix[]
  /** What was decided otherwise than before, by the ids of the generation; null takes a decision back. */
  readonly decided: ReadonlyMap<string, CardDecision | null>
}

export interface UpdatedResult extends StoredResult {
  readonly version: number
  readonly counts: ChangeCounts
}

/** How many cards an update leaves, changes, adds and so on; rejected ones do not count. */
export function countChanges(plan: UpdatePlan): ChangeCounts {
  const counts = { unchanged: 0, moved: 0, reworded: 0, changed: 0, new: 0, gone: 0 }
  for (const change of plan.result.changes) if (!isHidden(plan, change)) counts[change.kind] += 1
  return counts
}

/** The learner's wording stays; whether the document's changed beneath it is for them to see. */
function withEdit(
  next: StoredCard,
  stored: StoredCard | undefined,
  decision: CardDecision | null | undefined,
): StoredCard {
  // A rejected card keeps the wording that it had, should it be kept after all.
  if (decision === null || decision?.verdict === 'kept')
    return { ...next, edit: decision?.edit ?? null }
  if (!stored?.edit) return next
  const words = ({ prompt, answer, items, pairs }: StoredCard) =>
    JSON.stringify([prompt, answer, items, pairs])
  const isOther = words(next) !== words(stored)
  return { ...next, edit: stored.edit, isEditBehind: stored.isEditBehind || isOther }
}

/** A card that comes back is contested as before, unless that was settled meanwhile. */
function statusAfter(
  {
    status,
    isContested,
  }: { readonly status: CardStatus | undefined; readonly isContested: boolean },
  decision: CardDecision | null | undefined,
): CardStatus {
  if (decision?.verdict === 'rejected') return 'rejected'
  const comesIn = status === undefined || status === 'archived'
  const comesBack = status === 'rejected' && decision !== undefined
  if (!comesIn && !comesBack) return status
  return isContested ? 'contested' : 'active'
}

interface Work {
  readonly context: Context
  readonly tx: WriteDb
  readonly plan: UpdatePlan
  readonly update: SourceUpdate
  readonly decks: Decks
  readonly notes: Notes
  readonly now: Now
}

/** Writes what becomes of one card; returns its line for the list of changes, if it has one. */
function writeChange(work: Work, change: CardUpdate, position: number): StoredChange | null {
  const { context, tx, plan, update, decks, notes, now } = work
  const { cardId, kind } = change
  const known = plan.cards.get(cardId)
  const sides = sidesOf(plan, change)
  const next = cardAfter(plan, change)
  const decision = update.decided.get(change.after?.id ?? '')
  const isContested = context.contests.openOf(cardId) !== null
  const status = statusAfter({ status: known?.status, isContested }, decision)
  let dueId: string | null = null
  if (!next) {
    const end = known?.status === 'rejected' ? 'rejected' : 'archived'
    context.memories.setStatus(tx, cardId, end)
  } else {
    const noteId = notes.noteOf.get(cardId) ?? next.noteId
    const edited = withEdit(next, known?.card, decision)
    const card = { ...edited, noteId }
    const place = {
      cardId,
      deckId: context.cardChanges.deckOf(cardId) ?? decks.of(card.roleId),
      noteId,
      position: change.after ? position : (known?.position ?? position),
      status,
    }
    if (known) {
      context.cards.replace(tx, card)
      // Other wrong options are no news, but what is on a screen is another card than the stored one.
      const isOther = known.card.contentRev !== card.contentRev
      const isReworded = isOther || (kind !== 'unchanged' && kind !== 'moved')
      context.memories.place(tx, { ...place, isReworded })
    } else {
      context.cards.insert(tx, card)
      context.memories.insert(tx, { ...place, revision: 0, memory: { kind: 'new' } })
    }
    if (decision) context.decisions.put(tx, card, decision, now.at)
    else if (decision === null) context.decisions.remove(tx, cardId)
    if (makesDue(plan, change) && status !== 'rejected') dueId = callCard(context, tx, cardId, now)
  }
  if (kind === 'unchanged' || kind === 'moved' || isHidden(plan, change)) return null
  if (status === 'rejected') return null
  return { kind, cardId, roleName: roleNameOf(plan, update.gen, change), ...sides, dueId }
}

/** Under which ids the new version generates its cards, where these are not the cards' own. */
function aliasesOf({ result, source }: UpdatePlan): Alias[] {
  const version = source.version + 1
  const byGenerated = new Map<string, string>()
  for (const { after, now, cardId } of result.changes) {
    const generatedId = after?.id ?? now?.generatedId
    if (generatedId !== undefined && !byGenerated.has(generatedId))
      byGenerated.set(generatedId, cardId)
  }
  return [...byGenerated]
    .filter(([generatedId, cardId]) => generatedId !== cardId)
    .map(([generatedId, cardId]) => ({ version, generatedId, cardId }))
}

/**
 * Puts a changed document in place of the stored one, in one transaction: each card keeps its id, its schedule and
 * its history; what is another fact now becomes due; what the document no longer says is archived; new cards come in.
 * The earlier text and the list of changes are kept.
 * @throws AppError source_not_found {sourceId}, import_failed when the generation holds no source
 */
export function updateSource(context: Context, update: SourceUpdate): UpdatedResult {
  const { sourceId, gen, fixes } = update
  const [document] = gen.sources
  if (!document) throw new AppError('import_failed')
  return write(context.db, (tx) => {
    const plan = planUpdate(context, sourceId, gen)
    const { source, result } = plan
    const now = readNow(context)
    const version = source.version + 1
    const { path, format, sha256, text } = document
    context.versions.keep(tx, { ...source, sourceId })
    const present = { sourceId, path, format, sha256, text, version, importedAt: now.at }
    context.sources.replace(tx, {
      ...present,
      documentKey: roleFileAbout(text)?.id ?? source.documentKey,
    })
    context.sources.putFixes(tx, sourceId, fixes)
    context.sources.insertRoles(tx, sourceId, gen.roles, gen.responsibilities)
    const decks = arrangeDecks(context, tx, plan, gen)
    const notes = assignNotes(plan)
    for (const [noteId, facts] of notes.facts) {
      context.cards.insertNote(tx, { noteId, sourceId, facts })
      context.cards.setFacts(tx, noteId, facts)
    }
    const work: Work = { context, tx, plan, update, decks, notes, now }
    const list = result.changes.flatMap(
      (change, position) => writeChange(work, change, position) ?? [],
    )
    context.versions.insertAliases(tx, sourceId, aliasesOf(plan))
    const counts = countChanges(plan)
    context.versions.insertUpdate(tx, sourceId, { version, counts }, list)
    const cardCount = context.memories.activeCount(sourceId)
    return {
      sourceId,
      deckId: decks.deckId,
      roleCount: decks.roleCount,
      cardCount,
      version,
      counts,
    }
  })
}
