import type { GeneratedCard } from '../../../rolegen.ts'
import { changeCards, isRecipe, type Mutation } from './change.ts'

/** Another option becomes the key. */
const flipped = (card: GeneratedCard): GeneratedCard => {
  const choices = card.choices ?? []
  const key = choices.findIndex((choice) => choice.correct)
  const next = (key + 1) % choices.length
  return {
    ...card,
    answer: choices[next]?.text ?? '',
    choices: choices.map((choice, index) => ({ ...choice, correct: index === next })),
  }
}

/** The answers that cards call right go wrong. */
export const mutationsOfKeys: readonly Mutation[] = [
  changeCards(
    'which-role keys are flipped',
    ['keysWrong', 'keysRight', 'total'],
    isRecipe('resp-role'),
    flipped,
  ),
  changeCards(
    'which-duty keys are flipped',
    ['keysWrong', 'keysRight', 'total'],
    isRecipe('role-resp'),
    flipped,
  ),
  changeCards('statements are judged the other way', ['keysWrong'], isRecipe('tf'), (card) => ({
    ...card,
    answer: card.answer !== true,
  })),
  changeCards('the steps stand in another order', ['keysWrong'], isRecipe('order'), (card) => ({
    ...card,
    items: card.items?.toReversed() ?? [],
  })),
  changeCards('the pairs are crossed', ['keysWrong'], isRecipe('match'), (card) => {
    const pairs = card.pairs ?? []
    return { ...card, pairs: pairs.map(([left], index) => [left, pairs.at(index - 1)?.[1] ?? '']) }
  }),
  changeCards('a technical skill is called soft', ['keysWrong'], isRecipe('skill'), (card) => ({
    ...card,
    choices: (card.choices ?? []).map((choice, index) =>
      index === 0 ? { ...choice, correct: true } : choice,
    ),
  })),
  changeCards('an answer is somebody else’s', ['keysWrong'], isRecipe('faq'), (card) => ({
    ...card,
    answer: 'Anybody who has a telephone at hand.',
  })),
  changeCards('a list is not whole', ['keysWrong'], isRecipe('list'), (card) => ({
    ...card,
    items: card.items?.slice(1) ?? [],
  })),
  changeCards(
    'a label is explained to another role',
    ['keysWrong'],
    isRecipe('label'),
    (card, gen) => ({
      ...card,
      role: gen.roles.find((role) => role.id !== card.role)?.id ?? null,
    }),
  ),
  {
    name: 'another option is right as well, by the key',
    worsens: ['keysAmbiguous', 'keysRight', 'total'],
    spoil: (good) => ({
      ...good,
      key: {
        ...good.key,
        shared: [
          { match: 'name the crew', roles: good.key.roles.map((role) => role.id) },
          { match: 'connect hoses', roles: good.key.roles.map((role) => role.id) },
        ],
      },
    }),
  },
  {
    name: 'cards ask for facts that the key does not know',
    worsens: ['keysUnknown'],
    spoil: (good) => ({
      ...good,
      key: { ...good.key, responsibilities: good.key.responsibilities.slice(6) },
    }),
  },
]
