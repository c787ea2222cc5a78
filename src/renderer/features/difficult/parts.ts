import type { CardFace } from '#contract/shapes/common.ts'

export interface Part {
  prompt: string
  answer: string
}

const pieces = (face: CardFace): string[] => {
  if (face.items) return face.items
  const right = face.choices?.filter((choice) => choice.correct).map((choice) => choice.text)
  const whole = right && right.length > 1 ? right : [right?.[0] ?? face.answer ?? '']
  return whole.flatMap((text) => text.split(/;\s+|,\s+and\s+|\s+and\s+(?=\p{L}+s?\s)/u))
}

/** A card in pieces, as a draft to be worked on: one for each part of its answer, two at least and six at most. */
export function partsOf(face: CardFace): Part[] {
  const texts = pieces(face)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .slice(0, 6)
  const parts = texts.map((answer) => ({ prompt: face.prompt, answer }))
  return parts.length >= 2 ? parts : [...parts, { prompt: face.prompt, answer: '' }]
}
