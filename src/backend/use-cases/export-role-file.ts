import type { Output, Parsed } from '#contract/api.ts'
import { reworded } from '#domain/cards/decision.ts'
import { answerText } from '#domain/cards/matching/subject.ts'
import { saveAsRoleFile, type KeptDocument, type OwnCard } from '#domain/cards/save-role-file.ts'
import type { GeneratedCard } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import type { Context } from '../context.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import type { StoredCard } from '../store/cards.ts'
import { ownSourceId } from '../store/sources.ts'
import { titleOf } from './import-preview.ts'
import { reviewOf } from './review-import.ts'

const ownCard = (card: StoredCard, facts: readonly string[]): OwnCard => ({
  ...reworded(card, card.edit),
  cardId: card.cardId,
  type: card.type,
  recipe: card.recipe,
  target: facts,
  role: card.roleId,
})

/** A stored document; a deck of one of its roles stands for the whole. @throws AppError deck_not_found {deckId} */
export function keptDocument(context: Context, deckId: string): KeptDocument {
  const deck = context.decks.find(deckId)
  const source = deck ? context.sources.find(deck.sourceId) : null
  if (!deck || !source || deck.sourceId === ownSourceId)
    throw new AppError('deck_not_found', { deckId })
  const { sourceId, text } = source
  const title = context.decks.ofSource(sourceId)?.name ?? source.title
  return {
    sourceId,
    title,
    text,
    fixes: context.sources.fixesOf(sourceId),
    own: context.cards.ownCards(sourceId).map(({ card, facts }) => ownCard(card, facts)),
  }
}

const generatedCard = (card: GeneratedCard): OwnCard => ({
  cardId: card.id,
  type: card.type,
  recipe: card.recipe,
  target: card.target,
  role: card.role,
  prompt: card.prompt,
  answer: answerText(card),
  choices: card.choices ?? null,
  items: card.items ?? null,
  pairs: card.pairs ?? null,
  explanation: card.explanation ?? null,
})

/** A document that is being imported, with what was decided about it. @throws AppError import_not_found, import_not_ready */
function importedDocument(context: Context, jobs: ImportJobs, importId: string): KeptDocument {
  const gen = jobs.result(importId)
  const { decisions, fixes } = reviewOf(context, jobs, importId)
  const own = gen.cards.flatMap((card): OwnCard[] => {
    const decision = decisions.get(card.id)
    const isOwn = decision?.verdict === 'kept' && (decision.edit !== null || decision.isPinned)
    return isOwn ? [reworded(generatedCard(card), decision.edit)] : []
  })
  const [source] = gen.sources
  return { sourceId: source?.id ?? '', title: titleOf(gen), text: source?.text ?? '', fixes, own }
}

/**
 * A document as a role file, with the learner's fixes and cards: edited and imported again it takes the document's
 * place, and cards keep their history.
 * @throws AppError deck_not_found {deckId}, import_not_found, import_not_ready
 */
export function exportRoleFile(
  context: Context,
  jobs: ImportJobs,
  input: Parsed<'exportRoleFile'>,
): Output<'exportRoleFile'> {
  const document =
    input.from === 'deck'
      ? keptDocument(context, input.deckId)
      : importedDocument(context, jobs, input.importId)
  return saveAsRoleFile(document)
}
