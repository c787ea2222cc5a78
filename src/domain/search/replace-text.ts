import { isWordingSound, type CardWording, type Worded } from '#domain/cards/decision.ts'
import type { CardType } from '#domain/cards/rolegen.ts'

/** What is replaced by what. Plain words, never a pattern: a pattern of somebody else's can run for ever. */
export interface Replacement {
  readonly find: string
  readonly replaceWith: string
  readonly isCaseSensitive: boolean
  readonly isWholeWords: boolean
}

export interface FieldChange {
  readonly field: 'prompt' | 'answer' | 'choice' | 'item' | 'pair' | 'explanation'
  readonly before: string
  readonly after: string
}

/** A function that replaces in one text and counts the places. */
export function replacer({ find, replaceWith, isCaseSensitive, isWholeWords }: Replacement) {
  const literal = find.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  const source = isWholeWords ? String.raw`(?<![\p{L}\p{N}_])${literal}(?![\p{L}\p{N}_])` : literal
  const pattern = new RegExp(source, isCaseSensitive ? 'gu' : 'giu')
  return (text: string): { readonly text: string; readonly places: number } => {
    let places = 0
    const replaced = text.replace(pattern, () => {
      places += 1
      return replaceWith
    })
    return { text: replaced, places }
  }
}

const longest = { prompt: 2000, answer: 4000, explanation: 4000, part: 1000 }

const isShortEnough = ({ prompt, answer, explanation, choices, items, pairs }: CardWording) =>
  prompt.length <= longest.prompt &&
  (answer ?? '').length <= longest.answer &&
  (explanation ?? '').length <= longest.explanation &&
  [
    ...(choices ?? []).map((choice) => choice.text),
    ...(items ?? []),
    ...(pairs ?? []).flat(),
  ].every((text) => text.length <= longest.part)

/**
 * The learner's wording of a card after a replacement, with every text that changes; null when nothing does. `isSound`
 * is false when the card would be left without a question or an answer, or with a text that is too long.
 */
export function replaceInCard(
  card: { readonly type: CardType; readonly face: Worded; readonly edit: CardWording | null },
  replace: ReturnType<typeof replacer>,
): {
  readonly wording: CardWording
  readonly fields: readonly FieldChange[]
  readonly places: number
  readonly isSound: boolean
} | null {
  const { type, face, edit } = card
  const fields: FieldChange[] = []
  let places = 0
  const put = (field: FieldChange['field'], before: string): string => {
    const { text: after, places: found } = replace(before)
    if (after === before) return before
    places += found
    fields.push({ field, before, after })
    return after
  }
  const isAsked = type === 'basic' || type === 'cloze'
  const prompt = put('prompt', face.prompt)
  const answer =
    isAsked && face.answer !== null ? put('answer', face.answer) : (edit?.answer ?? null)
  const choices = face.choices?.map((choice) => ({ ...choice, text: put('choice', choice.text) }))
  const items = face.items?.map((item) => put('item', item))
  const pairs = face.pairs?.map(([left, right]) => [put('pair', left), put('pair', right)] as const)
  const explanation = face.explanation === null ? null : put('explanation', face.explanation)
  if (fields.length === 0) return null
  const changed = (field: FieldChange['field']) => fields.some((each) => each.field === field)
  const wording: CardWording = {
    ...edit,
    prompt,
    answer,
    ...(choices && changed('choice')
      ? { choices: choices.map(({ text, correct }) => ({ text, correct })) }
      : {}),
    ...(items && changed('item') ? { items } : {}),
    ...(pairs && changed('pair') ? { pairs } : {}),
    ...(changed('explanation') ? { explanation } : {}),
  }
  return {
    wording,
    fields,
    places,
    isSound: isWordingSound(type, wording) && isShortEnough(wording),
  }
}
