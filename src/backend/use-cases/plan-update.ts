import type { CardFace } from '#contract/shapes/common.ts'
import type { CardDecision } from '#domain/cards/decision.ts'
import { reconcile, type CardUpdate, type Reconciliation } from '#domain/cards/reconcile.ts'
import type { KnownCard, KnownDocument } from '#domain/cards/matching/known.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import type { Context } from '../context.ts'
import { faceOf, type CardOfSource, type StoredCard } from '../store/cards.ts'
import { withoutMarks, type CardStatus } from '../store/memories.ts'
import type { StoredSource } from '../store/sources.ts'
import type { ChangeSide } from '../store/versions.ts'
import { toStored } from './store-source.ts'

/** Did the learner say that they do not want this card? */
const isRefused = (status: CardStatus): boolean => status === 'rejected' || status === 'deleted'

/** What a changed document would do to a stored one. Nothing is written yet. */
export interface UpdatePlan {
  readonly source: StoredSource
  readonly known: KnownDocument
  readonly cards: ReadonlyMap<string, CardOfSource>
  readonly result: Reconciliation
}

const toKnownCard = (
  { card, facts, status }: CardOfSource,
  generatedIds: ReadonlyMap<string, string>,
): KnownCard => ({
  cardId: card.cardId,
  generatedId: generatedIds.get(card.cardId) ?? card.cardId,
  rev: card.contentRev,
  recipe: card.recipe,
  type: card.type,
  role: card.roleId,
  fact: facts[0] ?? card.cardId,
  prompt: card.prompt,
  answer: card.answer,
  choices: card.choices,
  items: card.items,
  pairs: card.pairs,
  explanation: card.explanation,
  passages: card.passages,
  status: isRefused(status) ? 'rejected' : withoutMarks(status),
})

/** The cards of the version that had this very text, by the ids that they are generated under. */
function restoredCards(
  context: Context,
  sourceId: string,
  gen: RoleGen,
): ReadonlyMap<string, string> | null {
  const version = context.versions.versionWithText(sourceId, gen.sources[0]?.text ?? '')
  if (version === null) return null
  const aliases = new Map(
    context.versions
      .aliases(sourceId)
      .filter((alias) => alias.version === version)
      .map((alias) => [alias.generatedId, alias.cardId]),
  )
  return new Map(gen.cards.map(({ id }) => [id, aliases.get(id) ?? id]))
}

/**
 * Compares a document that was read under a stored source's id with what is stored of it.
 * @throws AppError source_not_found {sourceId}
 */
export function planUpdate(context: Context, sourceId: string, gen: RoleGen): UpdatePlan {
  const source = context.sources.find(sourceId)
  if (!source) throw new AppError('source_not_found', { sourceId })
  const cards = context.cards.ofSource(sourceId)
  const aliases = context.versions.aliases(sourceId)
  const present = aliases.filter((alias) => alias.version === source.version)
  const generatedIds = new Map(present.map((alias) => [alias.cardId, alias.generatedId]))
  const known: KnownDocument = {
    version: source.version,
    text: source.text,
    roles: context.sources.roles(sourceId),
    duties: context.sources.duties(sourceId),
    cards: cards.map((card) => toKnownCard(card, generatedIds)),
    earlier: new Map(
      [...Map.groupBy(aliases, (alias) => alias.generatedId)].map(([id, list]) => [
        id,
        list.map((alias) => alias.cardId),
      ]),
    ),
    restored: restoredCards(context, sourceId, gen),
  }
  return {
    source,
    known,
    cards: new Map(cards.map((each) => [each.card.cardId, each])),
    result: reconcile(known, gen),
  }
}

/** A card as the changed document has it, without the learner's wording; null when it is gone. */
export function cardAfter({ source, cards }: UpdatePlan, change: CardUpdate): StoredCard | null {
  const { cardId, after } = change
  if (after) return { ...toStored(source.sourceId, after, null), cardId }
  const stored = cards.get(cardId)?.card
  if (!change.now || !stored) return null
  const { prompt, answer, choices, explanation, passages, role, rev } = change.now
  const words = { prompt, answer, choices: choices ?? null, explanation, passages }
  return { ...stored, ...words, roleId: role, contentRev: rev, edit: null }
}

const quotesOf = (card: StoredCard) => card.passages.map((passage) => passage.quote)

/** How a card reads before and after an update: before in the learner's own words, where there are any. */
export function sidesOf(
  plan: UpdatePlan,
  change: CardUpdate,
): { readonly before: ChangeSide | null; readonly after: ChangeSide | null } {
  const stored = change.before ? plan.cards.get(change.cardId)?.card : undefined
  const next = cardAfter(plan, change)
  const side = (card: StoredCard): { face: CardFace; passages: string[] } => ({
    face: faceOf(card),
    passages: quotesOf(card),
  })
  return { before: stored ? side(stored) : null, after: next ? side(next) : null }
}

/** The name of the role that a changed card belongs to; empty for questions in general. */
export function roleNameOf({ known }: UpdatePlan, gen: RoleGen, change: CardUpdate): string {
  const role = change.after?.role ?? change.now?.role ?? change.before?.role ?? null
  return [...gen.roles, ...known.roles].find((each) => each.id === role)?.name ?? ''
}

/** Will a change make its card due? Only one that was studied and is another fact now. */
export const makesDue = ({ cards }: UpdatePlan, change: CardUpdate): boolean => {
  const stored = cards.get(change.cardId)
  return stored !== undefined && stored.isSeen && !isRefused(stored.status) && change.isOtherFact
}

/** Is a change hidden from the learner: that of a card that was rejected or deleted? */
export const isHidden = ({ cards }: UpdatePlan, change: CardUpdate): boolean => {
  const stored = cards.get(change.cardId)
  return stored !== undefined && isRefused(stored.status)
}

/**
 * What was decided about stored cards, by the ids under which a generation of the same source has them. Empty for a
 * document that is not stored.
 */
export function decidedBefore(context: Context, gen: RoleGen): Map<string, CardDecision> {
  const sourceId = gen.sources[0]?.id ?? ''
  if (context.sources.titleOf(sourceId) === null) return new Map()
  const decisions = context.decisions.ofSource(sourceId)
  if (decisions.size === 0) return decisions
  const { result } = planUpdate(context, sourceId, gen)
  return new Map(
    result.changes.flatMap(({ cardId, after }) => {
      const decision = decisions.get(cardId)
      return decision && after ? [[after.id, decision] as const] : []
    }),
  )
}
