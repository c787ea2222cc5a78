import type { GeneratedCard } from '../../../rolegen.ts'
import { nameForm, squeezed } from '../normal.ts'

/** A card as a reader sees it, blanks squeezed. */
export interface CardView {
  readonly type: GeneratedCard['type']
  readonly prompt: string
  readonly answer: string
  readonly options: readonly string[]
  readonly keys: readonly string[]
  readonly wrong: readonly string[]
  readonly items: readonly string[]
  readonly pairs: number
  /** Is this text the name of a role of the document? */
  readonly isRole: (text: string) => boolean
}

/** A rule of item writing that a card breaks. */
export interface Flaw {
  readonly code: string
  readonly has: (card: CardView) => boolean
}

/** `roleForms` are the document's role names by `nameForm`. */
export function viewOf(card: GeneratedCard, roleForms: ReadonlySet<string>): CardView {
  const choices = card.choices ?? []
  const textsOf = (correct: boolean) =>
    choices.filter((choice) => choice.correct === correct).map((choice) => squeezed(choice.text))
  return {
    type: card.type,
    prompt: squeezed(card.prompt),
    answer: typeof card.answer === 'string' ? squeezed(card.answer) : '',
    options: choices.map((choice) => squeezed(choice.text)),
    keys: textsOf(true),
    wrong: textsOf(false),
    items: card.items ?? [],
    pairs: card.pairs?.length ?? 0,
    isRole: (text) => roleForms.has(nameForm(text)),
  }
}

/** Everything that the learner reads. */
export const textsOf = (card: CardView): string[] =>
  [card.prompt, card.answer, ...card.options].filter((text) => text !== '')

export const wordCount = (text: string): number => text.split(' ').filter(Boolean).length
