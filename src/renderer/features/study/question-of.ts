import type { CardFace } from '#contract/shapes/common.ts'
import type { Choosing } from '#domain/study/choosing.ts'
import { isTypeable } from '#domain/study/typed-answer.ts'
import { mixed } from '#renderer/ui/card-parts.ts'

/** How a card is asked: by choosing, by typing, or to be known by heart. */
export type Question =
  | { readonly kind: 'choosing'; readonly choosing: Choosing; readonly lefts: readonly string[] }
  | { readonly kind: 'typing'; readonly answer: string }
  | { readonly kind: 'knowing' }

/** A card's face with its options in the order of this showing, the same until the card is answered. */
export const shownFace = (face: CardFace, seed: string): CardFace =>
  face.choices && face.type !== 'tf' ? { ...face, choices: mixed(face.choices, seed) } : face

/** The question of a face as it is shown. `seed`: that of the face, so that page and question agree on the order. */
export function questionOf(
  face: CardFace,
  { seed, isTyped }: { readonly seed: string; readonly isTyped: boolean },
): Question {
  const choosing = (kind: Choosing['kind'], options: readonly string[], right: readonly number[]) =>
    ({ kind: 'choosing', choosing: { kind, options, right }, lefts: [] }) as const
  if (face.type === 'tf')
    return choosing('one', ['True', 'False'], [face.answer === 'False' ? 1 : 0])
  if (face.choices) {
    const options = face.choices.map((choice) => choice.text)
    const right = face.choices.flatMap((choice, index) => (choice.correct ? [index] : []))
    return choosing(face.type === 'multi' ? 'many' : 'one', options, right)
  }
  if (face.pairs) {
    const options = mixed(
      face.pairs.map(([, right]) => right),
      seed,
    )
    const question = choosing(
      'match',
      options,
      places(
        face.pairs.map(([, right]) => right),
        options,
      ),
    )
    return { ...question, lefts: face.pairs.map(([left]) => left) }
  }
  if (face.type === 'order' && face.items) {
    const options = mixed(face.items, seed)
    return choosing('order', options, places(face.items, options))
  }
  const answer = face.answer ?? ''
  const isShort =
    (face.type === 'cloze' || (face.type === 'basic' && !face.items)) && isTypeable(answer)
  return isTyped && isShort ? { kind: 'typing', answer } : { kind: 'knowing' }
}

/** Where each text stands among the options; the same text twice stands in two places. */
function places(texts: readonly string[], options: readonly string[]): number[] {
  const taken = new Set<number>()
  return texts.map((text) => {
    const at = options.findIndex((option, index) => option === text && !taken.has(index))
    taken.add(at)
    return at
  })
}

/** More than nine options have no digit and are known by heart. */
export const mostOptions = 9
