import type { Range } from '../../../rolegen.ts'
import { change, changeCards, isChoice, isRecipe, type Mutation } from './change.ts'

const moved = (range: Range, by: number): Range => ({
  ...range,
  start: range.start + by,
  end: range.end + by,
})

/** Passages, wording and the set of cards go wrong. */
export const mutationsOfCards: readonly Mutation[] = [
  changeCards('a share link is in an answer', ['noise', 'total'], isRecipe('faq'), (card) => ({
    ...card,
    answer: `${String(card.answer)} Share on Facebook`,
  })),
  changeCards('ranges end behind the text', ['rangesValid'], isChoice, (card, gen) => ({
    ...card,
    prov: card.prov.map((range) => moved(range, gen.sources[0]?.text.length ?? 0)),
  })),
  changeCards('cards have no passage', ['rangesValid'], isChoice, (card) => ({
    ...card,
    prov: [],
  })),
  changeCards('ranges have slipped', ['quotesExact', 'total'], isChoice, (card) => ({
    ...card,
    prov: card.prov.map((range) => moved(range, 3)),
  })),
  changeCards(
    'passages do not hold the answer',
    ['answersInRange'],
    isRecipe('label'),
    (card, gen) => ({
      ...card,
      prov: gen.faqs[0]?.prov ?? [],
    }),
  ),
  changeCards(
    'passages do not hold the question',
    ['promptsInRange'],
    isRecipe('label'),
    (card, gen) => ({
      ...card,
      prov: gen.faqs[0]?.prov ?? [],
    }),
  ),
  changeCards(
    'questions say the answer',
    ['leaks', 'flawFree', 'total'],
    isRecipe('resp-role'),
    (card) => ({
      ...card,
      prompt: `As every ${String(card.answer)} knows: ${card.prompt}`,
    }),
  ),
  changeCards('questions say half of the answer', ['halfLeaks'], isRecipe('label'), (card) => ({
    ...card,
    prompt: `${String(card.answer).split(' ').slice(0, 4).join(' ')}: ${card.prompt}`,
  })),
  change('cards are doubled under new ids', ['duplicates', 'sameTarget', 'total'], (gen) => ({
    cards: [...gen.cards, ...gen.cards.map((card) => ({ ...card, id: `${card.id}x` }))],
  })),
  change('cards are doubled as they are', ['sameIds'], (gen) => ({
    cards: [...gen.cards, ...gen.cards],
  })),
  changeCards('all questions are one', ['samePrompt'], isRecipe('label'), (card) => ({
    ...card,
    prompt: 'What does the fire station do?',
  })),
  changeCards('the key is the longest option', ['longestIsKey', 'flawFree'], isChoice, (card) => ({
    ...card,
    choices: (card.choices ?? []).map((choice) =>
      choice.correct
        ? { ...choice, text: `${choice.text}, whatever the weather and the hour of day` }
        : choice,
    ),
  })),
  changeCards('the key comes first', ['keyPosition'], isChoice, (card) => ({
    ...card,
    choices: (card.choices ?? []).toSorted((a, b) => Number(b.correct) - Number(a.correct)),
  })),
  changeCards('marks are left in the text', ['flawFree', 'total'], isRecipe('label'), (card) => ({
    ...card,
    prompt: card.prompt.replace('What', '**What**'),
  })),
  changeCards(
    'answers are cut off, with a bracket open',
    ['acceptable', 'flawFree'],
    isRecipe('label'),
    (card) => ({
      ...card,
      answer: `${String(card.answer)} (which is the`,
    }),
  ),
]

/** Runs, ids and texts go wrong, or the document is none about roles. */
export const mutationsOfRuns: readonly Mutation[] = [
  {
    name: 'the second run gives something else',
    worsens: ['deterministic', 'total'],
    spoil: (good) => ({ ...good, again: { ...good.gen, cards: good.gen.cards.toReversed() } }),
  },
  {
    name: 'ids change with every edit',
    worsens: ['idsKept'],
    spoil: (good) => ({
      ...good,
      edited: {
        ...good.gen,
        cards: good.gen.cards.map((card) => ({ ...card, id: `${card.id}e` })),
      },
    }),
  },
  {
    name: 'the text is tidied before it is stored',
    worsens: ['textKept'],
    spoil: (good) => ({ ...good, raw: good.raw.replace('station', 'station ') }),
  },
  {
    name: 'the document is not about roles',
    worsens: ['falseRoles', 'falseCards', 'total'],
    spoil: (good) => ({
      ...good,
      key: { ...good.key, doc: { ...good.key.doc, kind: 'not-role-content' } },
    }),
  },
]
