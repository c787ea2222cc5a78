import type { Output, Parsed } from '#contract/api.ts'
import type { PracticeItem, PracticeRole } from '#contract/shapes/practice.ts'
import { hashText } from '#domain/quiz/random.ts'
import { whoseQuestions, type OwnedDuty } from '#domain/study/whose.ts'
import type { Context } from '../context.ts'
import { faceOf } from '../store/cards.ts'
import type { StoredDeck } from '../store/decks.ts'
import { withSubdecks } from './list-decks.ts'

/** No more is practised at once. */
const mostItems = 200

const roleDecks = (context: Context): StoredDeck[] =>
  context.decks.visible().filter((deck) => deck.parentId !== null && deck.roleId !== null)

/** The roles that can be practised, with their responsibilities. */
export function listPracticeRoles(context: Context): PracticeRole[] {
  return roleDecks(context).map((deck) => ({
    deckId: deck.deckId,
    roleName: deck.name,
    sourceTitle: context.sources.titleOf(deck.sourceId) ?? '',
    duties: context.sources
      .duties(deck.sourceId)
      .filter((duty) => duty.role === deck.roleId)
      .map(({ id, text }) => ({ responsibilityId: id, text })),
  }))
}

function cardItem(context: Context, cardId: string): PracticeItem | null {
  const card = context.cards.find(cardId)
  const memory = context.memories.find(cardId)
  const deck = memory ? context.decks.find(memory.deckId) : null
  if (!card || !deck) return null
  return {
    key: cardId,
    cardId,
    face: faceOf(card),
    roleName: deck.parentId === null ? '' : deck.name,
    sourceId: card.sourceId,
    passages: card.passages.map((passage) => ({ ...passage })),
  }
}

/** All duties of the chosen roles, each asked of all of them; roles of one document stand for each other. */
function dutyItems(context: Context, deckIds: readonly string[]): PracticeItem[] {
  const chosen = new Set(deckIds)
  const decks = roleDecks(context).filter((deck) => chosen.size === 0 || chosen.has(deck.deckId))
  return [...Map.groupBy(decks, (deck) => deck.sourceId)].flatMap(([sourceId, own]) => {
    const names = new Map(context.sources.roles(sourceId).map((role) => [role.id, role.name]))
    const asked = new Set(own.map((deck) => deck.roleId))
    const duties: OwnedDuty[] = context.sources
      .duties(sourceId)
      .map(({ id, role, text, passages }) => ({ id, role, text, passages }))
    return whoseQuestions({ names, asked, duties }).map(({ duty, options }) => ({
      key: duty.id,
      cardId: null,
      face: {
        type: 'mcq' as const,
        recipe: 'resp-role.mcq',
        prompt: `${duty.text.charAt(0).toUpperCase()}${duty.text.slice(1)}`,
        answer: names.get(duty.role) ?? '',
        choices: options.map((role) => ({
          text: names.get(role) ?? '',
          correct: role === duty.role,
        })),
        items: null,
        pairs: null,
        explanation: null,
      },
      roleName: '',
      sourceId,
      passages: duty.passages.map((passage) => ({ ...passage })),
    }))
  })
}

/**
 * What to practise, in an order that is another one each time: the active cards of some decks, due or not, or of one
 * responsibility; or all duties of some roles as questions for the role. Nothing is written by it.
 * @throws AppError deck_not_found {deckId}
 */
export function openPractice(
  context: Context,
  { kind, deckIds, responsibilityId }: Parsed<'openPractice'>,
): Output<'openPractice'> {
  const decks = withSubdecks(context, deckIds)
  const items =
    kind === 'duties'
      ? dutyItems(context, deckIds.length === 0 ? [] : decks)
      : context.memories
          .activeIn(decks, responsibilityId)
          .map((cardId) => cardItem(context, cardId))
          .filter((item) => item !== null)
  const now = context.clock.now()
  return items
    .map((item) => ({ item, order: hashText(`${now}/${item.key}`) }))
    .sort((a, b) => a.order - b.order)
    .slice(0, mostItems)
    .map(({ item }) => item)
}
