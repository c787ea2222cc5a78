import type { ChangeSide } from '#contract/shapes/changes.ts'
import type { CardFace } from '#contract/shapes/common.ts'

const apart = '\n'

/** A card in two texts, for reading side by side: what it asks, and what is right; wrong options are left out. */
export function cardText(face: CardFace): { readonly question: string; readonly answer: string } {
  const right = face.choices?.filter((choice) => choice.correct).map((choice) => choice.text)
  const pairs = face.pairs?.map(([left, other]) => `${left}: ${other}`)
  const answer = (right ?? pairs ?? face.items)?.join(apart) ?? face.answer ?? ''
  return { question: face.prompt, answer }
}

/** The options that are wrong, in an order of their own: only which they are matters. */
const wrongOf = (face: CardFace): string =>
  (face.choices ?? [])
    .filter((choice) => !choice.correct)
    .map((choice) => choice.text)
    .sort()
    .join(apart)

/** Do two cards ask and answer the same and differ in their wrong options only? */
export const differInOptionsOnly = (a: CardFace, b: CardFace): boolean => {
  const [one, other] = [cardText(a), cardText(b)]
  return one.question === other.question && one.answer === other.answer && wrongOf(a) !== wrongOf(b)
}

/**
 * The words of the document under both sides of a change: the fact's own passage where only that is another one, else
 * all of them, each once; null where none differs.
 */
export function comparedPassages(
  before: ChangeSide,
  after: ChangeSide,
): { readonly before: string; readonly after: string } | null {
  const joined = (passages: readonly string[]) => [...new Set(passages)].join(apart)
  const rest = ({ passages }: ChangeSide) => joined(passages.slice(1))
  const isInFactOnly = rest(before) === rest(after)
  const of = ({ passages }: ChangeSide) => (isInFactOnly ? (passages[0] ?? '') : joined(passages))
  const sides = { before: of(before), after: of(after) }
  return sides.before === sides.after ? null : sides
}
