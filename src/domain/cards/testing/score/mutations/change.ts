import type { GeneratedCard, Range, RoleGen } from '../../../rolegen.ts'
import type { Measured, Scores } from '../score.ts'

/** A way to spoil a good output, and the measures that must see it. */
export interface Mutation {
  readonly name: string
  readonly worsens: readonly (keyof Scores)[]
  readonly spoil: (good: Measured) => Measured
}

// The spoiled output is the same in every run, so that nothing else gets worse.
const withGen = (good: Measured, gen: RoleGen): Measured => ({
  ...good,
  gen,
  again: gen,
  edited: gen,
})

/** A mutation of the output as a whole. */
export const change = (
  name: string,
  worsens: readonly (keyof Scores)[],
  spoil: (gen: RoleGen, good: Measured) => Partial<RoleGen>,
): Mutation => ({
  name,
  worsens,
  spoil: (good) => withGen(good, { ...good.gen, ...spoil(good.gen, good) }),
})

/** Changes cards that pass the test; the others stay. */
export const changeCards = (
  name: string,
  worsens: readonly (keyof Scores)[],
  isMeant: (card: GeneratedCard) => boolean,
  spoil: (card: GeneratedCard, gen: RoleGen) => GeneratedCard,
): Mutation =>
  change(name, worsens, (gen) => ({
    cards: gen.cards.map((card) => (isMeant(card) ? spoil(card, gen) : card)),
  }))

/** Does a card's recipe belong to this family? */
export const isRecipe = (start: string) => (card: GeneratedCard) => card.recipe.startsWith(start)
/** Has a card options? */
export const isChoice = (card: GeneratedCard) => card.type === 'mcq'

/** The whole document as one passage. */
export const wideRange = (gen: RoleGen): Range => {
  const text = gen.sources[0]?.text ?? ''
  return { source: gen.sources[0]?.id ?? '', start: 0, end: text.length, quote: text }
}
