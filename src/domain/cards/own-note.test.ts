import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardsOfNote, sameness, withGap } from './own-note.ts'

describe('a note of the learner', () => {
  test('with a reverse gives two cards, each the other turned round', () => {
    const cards = cardsOfNote({ kind: 'reversed', prompt: ' Wood ', answer: 'Holz' })
    expect(cards.map(({ prompt, answer }) => [prompt, answer])).toEqual([
      ['Wood', 'Holz'],
      ['Holz', 'Wood'],
    ])
  })

  test('with several gaps gives a card for each, in which the others show their words', () => {
    const cards = cardsOfNote({ kind: 'cloze', text: '{{Ann}} calls {{Ben}} daily.' })
    expect(cards.map(({ prompt, answer }) => [prompt, answer])).toEqual([
      ['_____ calls Ben daily.', 'Ann'],
      ['Ann calls _____ daily.', 'Ben'],
    ])
  })

  test.each(['No gap.', 'A {{gap', '{{ }} is empty', '{{One}} and ____', '{{{{One}}}}'])(
    'makes no card of gaps that are not clear: %s',
    (text) => expect(cardsOfNote({ kind: 'cloze', text })).toEqual([]),
  )

  test('to choose from has two to six options that differ, and one right', () => {
    const of = (...choices: { text: string; correct: boolean }[]) =>
      cardsOfNote({ kind: 'mcq', prompt: 'Which?', choices }).length
    const right = { text: 'Yes', correct: true }
    const wrong = (text: string) => ({ text, correct: false })
    expect(of(right, wrong('No'))).toBe(1)
    expect(of(right)).toBe(0)
    expect(of(right, wrong('yes'))).toBe(0)
    expect(of(right, { text: 'Also', correct: true })).toBe(0)
    expect(of(right, ...[...'abcdef'].map(wrong))).toBe(0)
  })
})

test('a gap made of a selection hides just its words, whatever they are', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(word, word, word, (before, hidden, after) => {
      const text = `${before} ${hidden} ${after}`
      const from = before.length
      const made = withGap(text, from, from + hidden.length + 2)
      expect(cardsOfNote({ kind: 'cloze', text: made?.text ?? '' })).toMatchObject([
        { prompt: `${before} _____ ${after}`, answer: hidden },
      ])
    }),
  )
})

test('a gap is not made within another, nor of nothing', () => {
  expect(withGap('A {{gap}} here', 4, 7)).toBeNull()
  expect(withGap('A gap', 1, 2)).toBeNull()
})

test('questions are the same whatever their case, spaces and punctuation', () => {
  expect(sameness('Who  plans the rota?')).toBe(sameness('“who plans, the ROTA”'))
  expect(sameness('Who plans the rota?')).not.toBe(sameness('Who plans a rota?'))
})
