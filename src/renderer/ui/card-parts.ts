import { seededRng, shuffle } from '#domain/quiz/random.ts'

/** A stretch of a cloze's text, or a gap with what belongs into it. */
export type ClozePart = { readonly text: string } | { readonly gap: string }

const gap = /_{3,}/

/** The text of a cloze cut at its gaps. Several gaps share an answer that is divided by semicolons. */
export function clozeParts(prompt: string, answer: string): ClozePart[] {
  const texts = prompt.split(gap)
  const answers = answer.split(/\s*;\s*/)
  const isDivided = answers.length === texts.length - 1
  return texts.flatMap((text, index): ClozePart[] => {
    const own = text === '' ? [] : [{ text }]
    if (index === texts.length - 1) return own
    return [...own, { gap: isDivided ? (answers[index] ?? answer) : answer }]
  })
}

/**
 * A list in an order that only the seed decides, the same on every showing; never the given one where there is
 * another, since that would tell the answer.
 */
export function mixed<Each>(list: readonly Each[], seed: string): Each[] {
  const order = shuffle(list, seededRng(seed))
  const isAsGiven = order.every((each, index) => each === list[index])
  return isAsGiven ? [...order.slice(1), ...order.slice(0, 1)] : order
}

export const letterOf = (index: number): string => String.fromCharCode(65 + index)
