import { describe, expect, test } from 'vitest'
import type { GeneratedCard } from '../../rolegen.ts'
import { flawCodes, flawsOf } from './flaws.ts'
import { goodOutput } from './sample-output.ts'

const cards = goodOutput.gen.cards
const cardOf = (recipe: string): GeneratedCard => {
  const found = cards.find((card) => card.recipe === recipe)
  if (!found) throw new Error(`the sample has no ${recipe}`)
  return found
}
const choice = cardOf('resp-role.mcq')
const duties = cardOf('role-resp.mcq')
const recall = cardOf('label-how.basic')
const cloze = cardOf('cloze.object')
const statement = cardOf('tf.true')
const withOptions = (card: GeneratedCard, texts: readonly string[], key = 0): GeneratedCard => ({
  ...card,
  answer: texts[key] ?? '',
  choices: texts.map((text, index) => ({ text, correct: index === key, from: `x${index}` })),
})
const prompted = (card: GeneratedCard, prompt: string): GeneratedCard => ({ ...card, prompt })

/** For each rule a card that breaks it. */
const broken: Record<string, GeneratedCard> = {
  'few-options': { ...choice, choices: choice.choices?.slice(0, 2) ?? [] },
  'not-one-key': {
    ...choice,
    choices: choice.choices?.map((o) => ({ ...o, correct: true })) ?? [],
  },
  'longest-is-key': withOptions(duties, [
    'Salt the lids when ice is forecast for tomorrow',
    'Wash cars',
    'Count hoses',
  ]),
  'shortest-is-key': withOptions(duties, [
    'Salt lids',
    'Wash the engines after every single call',
    'Count the hoses that lie in the cellar',
  ]),
  'all-or-none-of-these': withOptions(duties, ['Salt lids', 'Wash engines', 'All of the above']),
  'letters-as-options': withOptions(duties, ['Salt lids', 'Wash engines', 'A and B']),
  'absolute-word': withOptions(duties, ['Salt lids', 'Always wash engines', 'Count hoses']),
  'vague-word': withOptions(duties, ['Salt lids', 'Usually wash engines', 'Count hoses']),
  'twin-options': withOptions(duties, ['Salt lids', 'salt lids!', 'Count hoses']),
  'overlapping-options': withOptions(duties, [
    'Salt the icy lids',
    'Icy lids: salt',
    'Count hoses',
  ]),
  'negative-question': prompted(choice, 'Which role does not salt the lids when ice is forecast?'),
  'blank-in-question': prompted(choice, 'Which role salts the ____ when ice is forecast?'),
  'true-and-false-as-options': withOptions(choice, ['True', 'False', 'Yes']),
  'echo-in-key-only': withOptions(prompted(duties, 'Which of these does the Frost Warden do?'), [
    'Watch for frost',
    'Wash engines',
    'Count hoses',
  ]),
  convergence: withOptions(duties, [
    'Salt lids',
    'Salt lids and covers',
    'Salt lids and steps',
    'Wash engines',
  ]),
  'grammar-cue': withOptions(duties, [
    'Salting the icy lids',
    'Wash the red engine',
    'Count the long hoses',
  ]),
  'mixed-options': withOptions(choice, ['Shift Commander', 'Pump Operator', 'Salt the lids']),
  'numbers-out-of-order': withOptions(duties, ['20 hoses', '5 hoses', '10 hoses']),
  'long-question': prompted(choice, `Which role ${'salts the lids and '.repeat(14)}waits?`),
  'no-question': prompted(recall, 'The lids of the hydrants.'),
  'long-prompt': prompted(recall, `What ${'salts the lids and '.repeat(14)}waits?`),
  'long-answer': { ...recall, answer: 'salt the lids and the steps '.repeat(6) },
  'long-blank': { ...cloze, answer: 'ash and soot and glass and wood' },
  'long-list': { ...recall, items: ['a', 'b', 'c', 'd', 'e', 'f'] },
  'yes-or-no': prompted(recall, 'Does the Hydrant Inspector salt the lids?'),
  'no-blank': prompted(cloze, 'The Cause Investigator will seal for the laboratory by noon.'),
  'little-context': prompted(cloze, 'They seal ____ by noon.'),
  'answer-in-context': prompted(
    cloze,
    'The Cause Investigator will seal ____ and other ash by noon.',
  ),
  'weak-blank': { ...cloze, answer: 'things' },
  'match-size': { ...cardOf('match.role-resp'), pairs: [['Shift Commander', 'salt lids']] },
  'little-content': { ...recall, prompt: 'What is the goal?', answer: 'To improve the process' },
  praise: { ...recall, answer: 'Pivotal and seamless salting of lids' },
  markup: { ...recall, answer: 'Salt the **lids** of hydrants' },
  template: { ...recall, answer: 'Salt the undefined of hydrants' },
  'doubled-word': { ...recall, answer: 'Salt the the lids of hydrants' },
  unbalanced: { ...recall, answer: 'Salt the lids (of hydrants' },
  article: { ...recall, answer: 'Salt a icy lid of hydrants' },
  'cut-off': { ...recall, answer: 'Salt the lids of hydrants and' },
  'small-start': prompted(recall, 'what does the Hydrant Inspector salt?'),
  pronoun: prompted(statement, 'True or false: they salt the lids when ice is forecast.'),
  'verb-forms': prompted(choice, 'Which role salts lids and maintain hydrants?'),
  agreement: prompted(choice, 'Which role salt the lids when ice is forecast?'),
  'broken-clause': { ...recall, answer: 'Ensure salting the lids is paramount' },
}

describe('rules of item writing', () => {
  test.each(Object.entries(broken))('%s', (code, card) => {
    const gen = { ...goodOutput.gen, cards: [card] }
    expect(flawsOf(gen).get(card.id) ?? []).toContain(code)
  })
  test('every rule has a card that breaks it', () => {
    expect(flawCodes.filter((code) => !(code in broken))).toEqual([])
  })
})
