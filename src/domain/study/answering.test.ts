import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choose, isChosen, isRight, type Choosing } from './choosing.ts'
import { hintOf } from './hint.ts'
import { compareTyped, isComparable, isTypeable, markTyped } from './typed-answer.ts'

const press = (question: Choosing, ...options: number[]) =>
  options.reduce<readonly number[]>((chosen, option) => choose(question, chosen, option), [])

describe('choosing', () => {
  const one: Choosing = { kind: 'one', options: ['a', 'b', 'c'], right: [1] }
  const many: Choosing = { kind: 'many', options: ['a', 'b', 'c'], right: [0, 2] }
  const order: Choosing = { kind: 'order', options: ['b', 'c', 'a'], right: [2, 0, 1] }
  const match: Choosing = { kind: 'match', options: ['y', 'z', 'x'], right: [2, 0] }

  test('one option is answered by one press', () => {
    expect(isChosen(one, press(one, 1))).toBe(true)
    expect([isRight(one, press(one, 1)), isRight(one, press(one, 0)), isRight(one, [])]).toEqual([
      true,
      false,
      false,
    ])
    expect(press(one, 7)).toEqual([])
  })

  test('many are right in any order, and a second press takes one back', () => {
    expect(isRight(many, press(many, 2, 0))).toBe(true)
    expect(isRight(many, press(many, 2, 0, 1, 1))).toBe(true)
    expect(isRight(many, press(many, 2))).toBe(false)
    expect(isChosen(many, press(many, 2, 0))).toBe(false)
  })

  test('an order and a match are chosen one after the other, a press on a chosen one goes back to it', () => {
    expect(isRight(order, press(order, 2, 0, 1))).toBe(true)
    expect(press(order, 0, 2, 0)).toEqual([])
    expect(isRight(order, press(order, 0, 2, 1))).toBe(false)
    expect(isRight(match, press(match, 2, 0))).toBe(true)
    expect(press(match, 2, 0, 1)).toEqual([2, 0])
    expect(isChosen(match, press(match, 2))).toBe(false)
  })

  test('options with the same words are the same', () => {
    const twice: Choosing = { kind: 'match', options: ['x', 'x'], right: [0, 1] }
    expect(isRight(twice, [1, 0])).toBe(true)
  })
})

describe('a typed answer', () => {
  test('is right whatever its case, accents, punctuation, articles and spaces', () => {
    for (const typed of [
      'data engineer',
      'The Data Engineer.',
      '  dâta   ENGINEER ',
      '“Data engineer”',
    ])
      expect(markTyped('Data Engineer', typed), typed).toBe('right')
    expect(markTyped('The platform team’s lead', 'platform teams lead')).toBe('right')
    expect(markTyped('Research & Development', 'research and development')).toBe('right')
  })

  test('is close with small slips, by the length of the word', () => {
    for (const typed of ['Data Enginer', 'Data Enigneer', 'DataEngineer'])
      expect(markTyped('Data Engineer', typed), typed).toBe('close')
  })

  test('is wrong with another word, one fewer or more, or another number', () => {
    for (const typed of [
      'Date Engineer',
      'Engineer',
      'Senior Data Engineer',
      'Data Manager',
      '',
      '…',
    ])
      expect(markTyped('Data Engineer', typed), typed).toBe('wrong')
    expect(markTyped('within 10 days', 'within 19 days')).toBe('wrong')
    expect(markTyped('within 1000000 days', 'within 1000001 days')).toBe('wrong')
  })

  test('always fits itself, and its comparison holds both texts whole', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(text, text, (answer, typed) => {
        expect(markTyped(answer, answer)).toBe('right')
        const stretches = compareTyped(answer, typed)
        const of = (...kinds: string[]) =>
          stretches
            .filter(({ kind }) => kinds.includes(kind))
            .map((each) => each.text)
            .join('')
        expect(of('same', 'missing')).toBe(answer.trim())
        expect(of('same', 'extra').toLowerCase()).toBe(typed.trim().toLowerCase())
      }),
    )
  })

  test('is shown within the right one only where they have enough in common', () => {
    const compared = (answer: string, typed: string) => isComparable(compareTyped(answer, typed))
    expect(compared('wounds', 'woundz')).toBe(true)
    expect(compared('wounds', 'injuries')).toBe(false)
    expect(compared('Data Engineer', 'Senior Data Engineer')).toBe(true)
  })

  test('is asked for only where it is short', () => {
    expect(isTypeable('Data Engineer')).toBe(true)
    expect(
      isTypeable('Builds and runs the automated path that takes a model into production'),
    ).toBe(false)
    expect(isTypeable('…')).toBe(false)
  })
})

test('a hint gives first letters and no whole word of more than one letter', () => {
  expect(hintOf('Data Engineer, ML-Ops', 1)).toBe('D··· E·······, M·-O··')
  expect(hintOf('Data Engineer', 3)).toBe('Dat· Eng·····')
  expect(hintOf('ab a', 3)).toBe('a· a')
})
