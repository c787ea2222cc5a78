import type { Output, Parsed } from '#contract/api.ts'
import type { CardWording } from '#domain/cards/decision.ts'
import { AppError } from '#domain/errors.ts'
import {
  replaceInCard,
  replacer,
  type FieldChange,
  type Replacement,
} from '#domain/search/replace-text.ts'
import type { Context } from '../context.ts'
import { faceOf } from '../store/cards.ts'
import { write } from '../store/open.ts'
import { takeStep } from './act-on-cards.ts'
import { stepResult } from './step-result.ts'

/** Cards looked at before other work gets its turn. */
const atOnce = 500

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

interface Changed {
  readonly cardId: string
  readonly wording: CardWording
  readonly fields: readonly FieldChange[]
  readonly places: number
}

/** What a replacement does to each card, in the order given; cards that it would spoil are only counted. */
async function changesOf(
  context: Context,
  cardIds: readonly string[],
  replacement: Replacement,
): Promise<{ readonly changed: readonly Changed[]; readonly leftOut: number }> {
  const replace = replacer(replacement)
  const changed: Changed[] = []
  let leftOut = 0
  for (const [index, cardId] of [...new Set(cardIds)].entries()) {
    if (index % atOnce === atOnce - 1) await breathe()
    const card = context.cards.find(cardId)
    if (!card) continue
    const result = replaceInCard({ type: card.type, face: faceOf(card), edit: card.edit }, replace)
    if (!result) continue
    if (result.isSound) changed.push({ cardId, ...result })
    else leftOut += 1
  }
  return { changed, leftOut }
}

/** Shows what a replacement would change, text by text. */
export async function previewReplace(
  context: Context,
  { cardIds, from, count, ...replacement }: Parsed<'previewReplace'>,
): Promise<Output<'previewReplace'>> {
  const { changed, leftOut } = await changesOf(context, cardIds, replacement)
  return {
    cards: changed.length,
    places: changed.reduce((sum, each) => sum + each.places, 0),
    leftOut,
    rows: changed.slice(from, from + count).map(({ cardId, fields }) => ({
      cardId,
      fields: fields.map((field) => ({ ...field })),
    })),
  }
}

/**
 * Replaces words in the text of cards, as the learner's own wording: one step of the log; schedules stay. A repeated
 * `stepId` changes nothing.
 * @throws AppError nothing_to_change
 */
export async function replaceText(
  context: Context,
  { stepId, cardIds, ...replacement }: Parsed<'replaceText'>,
): Promise<Output<'replaceText'>> {
  if (context.reviews.ofStep(stepId).length > 0) return stepResult(context, stepId)
  const found = await changesOf(context, cardIds, replacement)
  const replace = replacer(replacement)
  write(context.db, (tx) => {
    if (context.reviews.ofStep(stepId).length > 0) return
    // Read again within the transaction: a card may have been worded anew meanwhile.
    const acts = found.changed.flatMap(({ cardId }) => {
      const card = context.cards.find(cardId)
      if (!card) return []
      const now = replaceInCard({ type: card.type, face: faceOf(card), edit: card.edit }, replace)
      return now?.isSound
        ? [{ cardId, act: { do: 'edit' as const, wording: mutable(now.wording) } }]
        : []
    })
    if (takeStep(context, tx, stepId, acts) === 0) throw new AppError('nothing_to_change')
  })
  context.changed(['decks', 'study'])
  return stepResult(context, stepId)
}

/** The contract's shape of a wording, whose lists are not read-only. */
const mutable = ({ choices, items, pairs, ...wording }: CardWording) => ({
  ...wording,
  ...(choices ? { choices: choices.map((choice) => ({ ...choice })) } : {}),
  ...(items ? { items: [...items] } : {}),
  ...(pairs ? { pairs: pairs.map(([left, right]): [string, string] => [left, right]) } : {}),
})
