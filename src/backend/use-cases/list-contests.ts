import type { Output } from '#contract/api.ts'
import type { ContestedCard } from '#contract/shapes/contest.ts'
import type { Context } from '../context.ts'
import { faceOf } from '../store/cards.ts'
import type { StoredContest } from '../store/contests.ts'
import { markOf } from './contest-card.ts'

function toContested(context: Context, contest: StoredContest): ContestedCard | null {
  const card = context.cards.find(contest.cardId)
  const memory = context.memories.find(contest.cardId)
  const deck = memory ? context.decks.find(memory.deckId) : null
  if (!card || !deck) return null
  const { prompt, options, key, passages } = contest.asked
  return {
    ...markOf(contest),
    cardId: card.cardId,
    day: contest.openedDay,
    asked: {
      prompt,
      options: [...options],
      key,
      passages: passages.map((passage) => ({ ...passage })),
    },
    face: faceOf(card),
    roleName: deck.parentId === null ? '' : deck.name,
    sourceId: card.sourceId,
    sourceTitle: context.sources.titleOf(card.sourceId) ?? '',
  }
}

/** The cards that wait to be settled, the oldest first. */
export const listContests = (context: Context): Output<'listContests'> =>
  context.contests
    .open()
    .map((contest) => toContested(context, contest))
    .filter((contested) => contested !== null)
