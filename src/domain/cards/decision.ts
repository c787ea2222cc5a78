import type { CardType } from './rolegen.ts'

/** Why a card is rejected. `worded`: badly worded. */
export const rejectReasons = ['wrong', 'ambiguous', 'outdated', 'trivial', 'worded'] as const
export type RejectReason = (typeof rejectReasons)[number]

/** What is asked for while a document is reviewed: its cards are as new as it is. */
export const reviewReasons = [
  'wrong',
  'ambiguous',
  'trivial',
  'worded',
] as const satisfies readonly RejectReason[]
export type ReviewReason = (typeof reviewReasons)[number]

/** What a card shows, as far as it can be worded. */
export interface Worded {
  readonly prompt: string
  readonly answer: string | null
  readonly choices: readonly WordedChoice[] | null
  readonly items: readonly string[] | null
  readonly pairs: readonly (readonly [left: string, right: string])[] | null
  readonly explanation: string | null
}
interface WordedChoice {
  readonly text: string
  readonly correct: boolean
}

/** The learner's own wording of a card. What is absent stays as the card has it. */
export interface CardWording {
  readonly prompt: string
  readonly answer: string | null
  readonly choices?: readonly WordedChoice[]
  readonly items?: readonly string[]
  readonly pairs?: readonly (readonly [left: string, right: string])[]
  readonly explanation?: string | null
}

/** What the learner decided about a card. `inBulk`: with a whole role at one stroke. */
export type CardDecision =
  | {
      readonly verdict: 'kept'
      readonly isPinned: boolean
      readonly edit: CardWording | null
      readonly inBulk: boolean
    }
  | { readonly verdict: 'rejected'; readonly reason: RejectReason | null; readonly inBulk: boolean }

/** A card's face in the learner's wording. The answer of a card with options is its right ones. */
export function reworded<Face extends Worded>(face: Face, wording: CardWording | null): Face {
  if (wording === null) return face
  const right = wording.choices?.filter((choice) => choice.correct).map((choice) => choice.text)
  return {
    ...face,
    prompt: wording.prompt,
    answer: right ? right.join('; ') : (wording.answer ?? face.answer),
    choices: wording.choices ?? face.choices,
    items: wording.items ?? face.items,
    pairs: wording.pairs ?? face.pairs,
    explanation: wording.explanation === undefined ? face.explanation : wording.explanation,
  }
}

const isFilled = (texts: readonly string[]) => texts.every((text) => text.trim() !== '')

/** May a card of this type be worded so? It needs a question, an answer, and options of which the right number is right. */
export function isWordingSound(
  type: CardType,
  { prompt, answer, choices, items, pairs }: CardWording,
): boolean {
  if (prompt.trim() === '') return false
  const right = (choices ?? []).filter((choice) => choice.correct).length
  const areChoicesSound =
    choices === undefined ||
    (isFilled(choices.map((choice) => choice.text)) &&
      choices.length >= 2 &&
      (type === 'mcq' ? right === 1 : right >= 1))
  return (
    areChoicesSound &&
    (answer === null || answer.trim() !== '') &&
    (items === undefined || (items.length >= 2 && isFilled(items))) &&
    (pairs === undefined || (pairs.length >= 2 && isFilled(pairs.flat()))) &&
    (type !== 'tf' || answer === null || answer === 'True' || answer === 'False')
  )
}
