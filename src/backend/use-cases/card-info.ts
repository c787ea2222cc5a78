import type { Output, Parsed } from '#contract/api.ts'
import type { HistoryLine } from '#contract/shapes/cards.ts'
import { AppError } from '#domain/errors.ts'
import { readNow, type Context } from '../context.ts'
import { faceOf } from '../store/cards.ts'
import type { StoredReview } from '../store/reviews.ts'
import { rowOf } from './search-cards.ts'

function nextOf({ place, at, studyDay }: StoredReview): HistoryLine['next'] {
  if (place === null) return null
  return 'dueDay' in place
    ? { unit: 'days', value: place.dueDay - studyDay }
    : { unit: 'ms', value: place.dueAt - at }
}

/** Everything that is known of a card, with every line of its log. @throws AppError card_not_found {cardId} */
export function getCardInfo(
  context: Context,
  { cardId }: Parsed<'getCardInfo'>,
): Output<'getCardInfo'> {
  const { day } = readNow(context)
  const card = context.cards.find(cardId)
  const row = rowOf(context, cardId, day)
  const sourceTitle = card ? context.sources.titleOf(card.sourceId) : null
  if (!card || !row || sourceTitle === null) throw new AppError('card_not_found', { cardId })
  const lines = context.reviews.ofCard(cardId)
  const undone = new Set(lines.map((line) => line.undoOf))
  const role = context.listing
    .roles()
    .find((each) => each.sourceId === card.sourceId && each.roleId === card.roleId)
  return {
    row,
    face: faceOf(card),
    roleName: role?.names[0] ?? null,
    sourceId: card.sourceId,
    sourceTitle,
    passages: card.passages.map((passage) => ({ ...passage })),
    day,
    history: lines
      .map((line) => ({
        at: line.at,
        day: line.studyDay,
        kind: line.kind,
        grade: line.grade,
        tookMs: line.tookMs,
        next: nextOf(line),
        isUndone: undone.has(line.reviewId),
      }))
      .reverse(),
  }
}
