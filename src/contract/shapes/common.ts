// Shapes of the values that travel, one file per area.
// Imports src/domain (types) and valibot.

import * as v from 'valibot'

export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(80))
export const Nothing = v.optional(v.strictObject({}), {})
export const Day = v.pipe(v.number(), v.integer())
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const Instant = v.pipe(v.number(), v.integer())
export const Fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** A stretch of a source's text, UTF-16, end exclusive. */
export const Passage = v.object({
  source: v.string(),
  start: Count,
  end: Count,
  quote: v.string(),
  supports: v.exactOptional(v.picklist(['fact', 'role', 'prompt', 'answer'])),
})
export type Passage = v.InferOutput<typeof Passage>

/** Cards waiting, as shown on every deck: New · Learning · To review. */
export const DueCounts = v.object({ fresh: Count, learning: Count, review: Count })
export type DueCounts = v.InferOutput<typeof DueCounts>

export const CardType = v.picklist(['basic', 'cloze', 'mcq', 'multi', 'tf', 'match', 'order'])
export const CardChoice = v.object({ text: v.string(), correct: v.boolean() })

/** What a card shows. `answer` is null when the choices or the list say it all. */
export const CardFace = v.object({
  type: CardType,
  recipe: v.string(),
  prompt: v.string(),
  answer: v.nullable(v.string()),
  choices: v.nullable(v.array(CardChoice)),
  /** The whole list; for ordering cards in the right order. */
  items: v.nullable(v.array(v.string())),
  /** Matching cards: what belongs together. */
  pairs: v.nullable(v.array(v.tuple([v.string(), v.string()]))),
  explanation: v.nullable(v.string()),
})
export type CardFace = v.InferOutput<typeof CardFace>
