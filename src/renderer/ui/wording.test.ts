import { expect, test } from 'vitest'
import type { CardFace } from '#contract/shapes/common.ts'
import { isWordingSound } from '#domain/cards/decision.ts'
import { blankFace, draftOf, wordingFrom } from './wording.ts'

const face: CardFace = {
  type: 'basic',
  recipe: 'x',
  prompt: 'What?',
  answer: 'That',
  choices: null,
  items: null,
  pairs: null,
  explanation: null,
}
const faces: [string, CardFace][] = [
  ['a question', face],
  ['a statement', { ...face, type: 'tf', answer: 'False', explanation: 'No.' }],
  [
    'a choice',
    {
      ...face,
      type: 'mcq',
      answer: 'A',
      choices: [
        { text: 'A', correct: true },
        { text: 'B', correct: false },
      ],
    },
  ],
  ['a list', { ...face, items: ['One', 'Two'], answer: 'One; Two' }],
  ['an order', { ...face, type: 'order', items: ['One', 'Two'], answer: null }],
  [
    'pairs',
    {
      ...face,
      type: 'match',
      answer: null,
      pairs: [
        ['A', '1'],
        ['B', '2'],
      ],
    },
  ],
]

test.each(faces)('%s that is not changed reads as before', (_, own) => {
  const wording = wordingFrom(own, draftOf(own))
  expect(isWordingSound(own.type, wording)).toBe(true)
  expect({ ...own, ...wording, answer: wording.answer ?? own.answer }).toEqual(own)
})

test('empty entries are left out, and blanks around words', () => {
  const order = faces[4]?.[1] ?? face
  const draft = { ...draftOf(order), prompt: ' Order? ', items: [' One', '', 'Two '] }
  expect(wordingFrom(order, draft)).toEqual({
    prompt: 'Order?',
    answer: null,
    items: ['One', 'Two'],
  })
})

test('a blank card is no card before its question and answer are there', () => {
  for (const type of ['basic', 'tf', 'mcq'] as const) {
    const blank = blankFace(type)
    const draft = draftOf(blank)
    expect(isWordingSound(type, wordingFrom(blank, draft))).toBe(false)
    const filled = {
      ...draft,
      prompt: 'Q',
      answer: type === 'tf' ? 'True' : 'A',
      choices: draft.choices.map((choice, index) => ({ ...choice, text: `${index}` })),
    }
    expect(isWordingSound(type, wordingFrom(blank, filled))).toBe(true)
  }
})
