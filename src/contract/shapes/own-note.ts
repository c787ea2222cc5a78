import * as v from 'valibot'
import { Id } from './common.ts'
import { DeckName } from './deck.ts'

const Words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const Uuid = v.pipe(v.string(), v.uuid())

const OwnNote = v.variant('kind', [
  v.strictObject({
    kind: v.picklist(['basic', 'reversed']),
    prompt: Words(2000),
    answer: Words(2000),
  }),
  v.strictObject({ kind: v.literal('cloze'), text: Words(2000) }),
  v.strictObject({
    kind: v.literal('mcq'),
    prompt: Words(2000),
    choices: v.pipe(
      v.array(v.strictObject({ text: Words(1000), correct: v.boolean() })),
      v.minLength(2),
      v.maxLength(6),
    ),
  }),
])

/** A note written by hand. It goes to a deck, or (null) to the learner's own, which is called so when it is made. */
export const NewNote = v.strictObject({
  noteId: Uuid,
  deckId: v.nullable(Id),
  ownDeckName: DeckName,
  note: OwnNote,
  explanation: v.nullable(Words(4000)),
  tags: v.pipe(v.array(Words(60)), v.maxLength(20)),
})

export const WrittenNote = v.object({ deckId: Id, deckName: v.string(), cardIds: v.array(Id) })

/** A question while it is typed. */
export const SamePrompt = v.strictObject({ prompt: v.pipe(v.string(), v.maxLength(2000)) })

/** A card that asks the same already; null when there is none. */
export const SameCard = v.nullable(
  v.object({ cardId: Id, prompt: v.string(), answer: v.string(), deckName: v.string() }),
)
export type SameCard = v.InferOutput<typeof SameCard>
