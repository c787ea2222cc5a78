import type { CardFace } from '#contract/shapes/common.ts'
import type { Wording } from '#contract/shapes/review.ts'
import type { CardWording } from '#domain/cards/decision.ts'

/** The words of a card while they are typed. */
export interface WordingDraft {
  prompt: string
  answer: string
  choices: { text: string; correct: boolean }[]
  items: string[]
  pairs: [left: string, right: string][]
  explanation: string
}

/** The words of a card as it stands. */
export const draftOf = (face: CardFace): WordingDraft => ({
  prompt: face.prompt,
  answer: face.answer ?? '',
  choices: (face.choices ?? []).map((choice) => ({ ...choice })),
  items: [...(face.items ?? [])],
  pairs: (face.pairs ?? []).map(([left, right]) => [left, right]),
  explanation: face.explanation ?? '',
})

const trimmed = (texts: readonly string[]) =>
  texts.map((text) => text.trim()).filter((text) => text !== '')

/** What was typed, as a wording of that card: only what such a card has; empty lines are left out. */
export function wordingFrom(face: CardFace, draft: WordingDraft): CardWording {
  const items = face.items ? trimmed(draft.items) : null
  const isList = items !== null && face.type === 'basic'
  const hasAnswer = face.answer !== null && face.choices === null
  return {
    prompt: draft.prompt.trim(),
    // A list's answer is its items.
    answer: isList ? items.join('; ') : hasAnswer ? draft.answer.trim() : null,
    ...(face.choices
      ? {
          choices: draft.choices
            .map(({ text, correct }) => ({ text: text.trim(), correct }))
            .filter(({ text }) => text !== ''),
        }
      : {}),
    ...(items ? { items } : {}),
    ...(face.pairs
      ? {
          pairs: draft.pairs
            .map(([left, right]): [string, string] => [left.trim(), right.trim()])
            .filter(([left, right]) => left !== '' || right !== ''),
        }
      : {}),
    ...(face.explanation === null
      ? {}
      : { explanation: draft.explanation.trim() === '' ? null : draft.explanation.trim() }),
  }
}

/** An empty card of a type, to be written for a responsibility. */
export const blankFace = (type: 'basic' | 'tf' | 'mcq'): CardFace => ({
  type,
  recipe: `written.${type}`,
  prompt: '',
  answer: type === 'tf' ? 'True' : '',
  choices:
    type === 'mcq'
      ? [
          { text: '', correct: true },
          { text: '', correct: false },
          { text: '', correct: false },
        ]
      : null,
  items: null,
  pairs: null,
  explanation: '',
})

/** A wording as it travels. */
export const plainWording = (wording: CardWording): Wording => ({
  prompt: wording.prompt,
  answer: wording.answer,
  ...(wording.choices ? { choices: wording.choices.map((choice) => ({ ...choice })) } : {}),
  ...(wording.items ? { items: [...wording.items] } : {}),
  ...(wording.pairs
    ? { pairs: wording.pairs.map(([left, right]): [string, string] => [left, right]) }
    : {}),
  ...(wording.explanation === undefined ? {} : { explanation: wording.explanation }),
})
