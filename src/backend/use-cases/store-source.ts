import type { CardDecision, CardWording } from '#domain/cards/decision.ts'
import type { Fix } from '#domain/cards/fix.ts'
import { answerText } from '#domain/cards/matching/subject.ts'
import type { GeneratedCard, RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { roleFileAbout } from '#domain/roles/role-file/front-matter.ts'
import { newId, type Context } from '../context.ts'
import type { StoredCard } from '../store/cards.ts'
import type { WriteDb } from '../store/database.ts'
import { write } from '../store/open.ts'

/** A generated document with what the learner decided about its cards. */
export interface NewSource {
  readonly gen: RoleGen
  readonly title: string
  readonly bundleId: string | null
  /** By card id; those about other cards do not matter. */
  readonly decisions: ReadonlyMap<string, CardDecision>
  readonly fixes: readonly Fix[]
}
export interface StoredResult {
  readonly sourceId: string
  readonly deckId: string
  readonly roleCount: number
  readonly cardCount: number
}

/** Siblings share their first fact: seeing one on a day gives the other away. */
const noteIdOf = (sourceId: string, card: GeneratedCard) =>
  `${sourceId}/${card.target[0] ?? card.id}`

/** A generated card as it is stored for the first time. */
export function toStored(
  sourceId: string,
  card: GeneratedCard,
  edit: CardWording | null,
): StoredCard {
  return {
    cardId: card.id,
    noteId: noteIdOf(sourceId, card),
    sourceId,
    roleId: card.role,
    recipe: card.recipe,
    type: card.type,
    prompt: card.prompt,
    answer: answerText(card),
    choices: card.choices ?? null,
    items: card.items ?? null,
    pairs: card.pairs ?? null,
    explanation: card.explanation ?? null,
    passages: card.prov,
    tags: card.tags,
    score: card.score,
    contentRev: card.rev,
    edit,
    isEditBehind: false,
  }
}

/** One deck for the source and one for each role that has cards; returns the deck of each role. */
function insertDecks(context: Context, tx: WriteDb, source: NewSource, sourceId: string) {
  const position = context.decks.nextPosition()
  const base = { sourceId, removedAt: null }
  const deckId = newId(context)
  context.decks.insert(tx, {
    ...base,
    deckId,
    parentId: null,
    roleId: null,
    name: source.title,
    position,
  })
  const used = new Set(source.gen.cards.map((card) => card.role))
  const roles = source.gen.roles.filter((role) => used.has(role.id))
  const deckOfRole = new Map<string, string>()
  for (const [index, role] of roles.entries()) {
    const roleDeckId = newId(context)
    deckOfRole.set(role.id, roleDeckId)
    context.decks.insert(tx, {
      ...base,
      deckId: roleDeckId,
      parentId: deckId,
      roleId: role.id,
      name: role.name,
      position: index,
    })
  }
  return { deckId, deckOfRole }
}

/**
 * Stores a generated document as decks (source > role) in one transaction. Rejected cards are kept
 * as such, so that they do not come back.
 * @throws AppError import_failed when the source holds none
 */
export function storeSource(context: Context, source: NewSource): StoredResult {
  const document = source.gen.sources[0]
  if (!document) throw new AppError('import_failed')
  return write(context.db, (tx) => {
    const sourceId = document.id
    context.sources.insert(tx, {
      sourceId,
      bundleId: source.bundleId,
      title: source.title,
      path: document.path,
      format: document.format,
      sha256: document.sha256,
      text: document.text,
      importedAt: context.clock.now(),
      documentKey: roleFileAbout(document.text)?.id ?? null,
      version: 1,
    })
    context.sources.putFixes(tx, sourceId, source.fixes)
    context.sources.insertRoles(tx, sourceId, source.gen.roles, source.gen.responsibilities)
    const { deckId, deckOfRole } = insertDecks(context, tx, source, sourceId)
    for (const [position, card] of source.gen.cards.entries()) {
      const decision = source.decisions.get(card.id)
      const edit = decision?.verdict === 'kept' ? decision.edit : null
      const stored = toStored(sourceId, card, edit)
      context.cards.insertNote(tx, { noteId: stored.noteId, sourceId, facts: card.target })
      context.cards.insert(tx, stored)
      context.memories.insert(tx, {
        cardId: stored.cardId,
        deckId: deckOfRole.get(card.role ?? '') ?? deckId,
        noteId: stored.noteId,
        position,
        status: decision?.verdict === 'rejected' ? 'rejected' : 'active',
        revision: 0,
        memory: { kind: 'new' },
      })
      if (decision) context.decisions.put(tx, stored, decision, context.clock.now())
    }
    const cardCount = context.memories.activeCount(sourceId)
    return { sourceId, deckId, roleCount: deckOfRole.size, cardCount }
  })
}
