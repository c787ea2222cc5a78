import * as v from 'valibot'
import { rejectReasons } from '#domain/cards/decision.ts'
import { missReasons } from '#domain/cards/miss.ts'
import { CardChoice, Count, Id } from './common.ts'

const Words = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const Text = v.pipe(v.string(), v.trim(), v.maxLength(4000))
const Choices = v.pipe(
  v.array(v.strictObject({ ...CardChoice.entries, text: Words(1000) })),
  v.minLength(2),
  v.maxLength(9),
)

/** The learner's own wording of a card; what is absent stays as the card has it. */
export const Wording = v.strictObject({
  prompt: Words(2000),
  answer: v.nullable(Words(4000)),
  choices: v.exactOptional(Choices),
  items: v.exactOptional(v.pipe(v.array(Words(1000)), v.minLength(2), v.maxLength(20))),
  pairs: v.exactOptional(
    v.pipe(v.array(v.tuple([Words(1000), Words(1000)])), v.minLength(2), v.maxLength(20)),
  ),
  explanation: v.exactOptional(v.nullable(Text)),
})
export type Wording = v.InferOutput<typeof Wording>

export const CardDecision = v.variant('verdict', [
  v.strictObject({
    verdict: v.literal('kept'),
    isPinned: v.boolean(),
    edit: v.nullable(Wording),
    inBulk: v.boolean(),
  }),
  v.strictObject({
    verdict: v.literal('rejected'),
    reason: v.nullable(v.picklist(rejectReasons)),
    inBulk: v.boolean(),
  }),
])

/** A card and what is decided about it; null takes the decision back. */
export const CardChange = v.strictObject({ cardId: Id, decision: v.nullable(CardDecision) })

const RoleFix = v.variant('kind', [
  v.strictObject({
    kind: v.literal('merge'),
    role: Id,
    into: Id,
    name: v.exactOptional(Words(200)),
  }),
  v.strictObject({ kind: v.literal('drop'), role: Id, name: v.exactOptional(Words(200)) }),
  v.strictObject({ kind: v.literal('rename'), role: Id, name: Words(120) }),
  v.strictObject({ kind: v.literal('move'), facts: v.pipe(v.array(Id), v.maxLength(500)), to: Id }),
])

export const HandWritten = v.strictObject({
  type: v.picklist(['basic', 'tf', 'mcq']),
  prompt: Words(2000),
  answer: v.union([v.boolean(), Words(4000)]),
  choices: v.nullable(Choices),
  explanation: v.nullable(Text),
})

/** What the learner says of a document beyond single cards. */
export const Fix = v.variant('kind', [
  ...RoleFix.options,
  v.strictObject({ kind: v.literal('leaveOut'), recipe: v.string(), except: v.array(Id) }),
  v.strictObject({
    kind: v.literal('write'),
    id: v.pipe(v.string(), v.uuid()),
    fact: Id,
    quote: v.pipe(v.string(), v.maxLength(20_000)),
    card: HandWritten,
  }),
])

/** All that was decided about an import so far, with the steps that undo takes back, oldest first. */
export const ReviewShape = v.object({
  decisions: v.array(v.object({ cardId: Id, decision: CardDecision })),
  fixes: v.array(Fix),
  steps: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('cards'), before: v.array(CardChange) }),
      v.object({ kind: v.literal('fixes'), before: v.array(Fix) }),
    ]),
  ),
})
export type ReviewShape = v.InferOutput<typeof ReviewShape>

/** How often cards of a kind were decided on one by one in this collection, and rejected. */
export const KindTally = v.object({ recipe: v.string(), decided: Count, rejected: Count })

/** Something that no card was made of: of which role, in its words, and why. */
export const Miss = v.object({
  recipe: v.string(),
  roleId: v.nullable(Id),
  about: v.string(),
  reason: v.picklist(missReasons),
})
export type Miss = v.InferOutput<typeof Miss>
