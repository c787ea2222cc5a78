import { expect, test } from 'vitest'
import type { CardFace } from '#contract/shapes/common.ts'
import { cardText, comparedPassages, differInOptionsOnly } from './card-text.ts'

const face = (changes: Partial<CardFace>): CardFace => ({
  type: 'basic',
  recipe: 'x.basic',
  prompt: 'Who bakes?',
  answer: 'The baker',
  choices: null,
  items: null,
  pairs: null,
  explanation: null,
  ...changes,
})
const choice = (text: string, correct = false) => ({ text, correct })

test('a card in words is its question and what is right of it', () => {
  expect(cardText(face({}))).toEqual({ question: 'Who bakes?', answer: 'The baker' })
  const choices = [choice('The driver'), choice('The baker', true)]
  expect(cardText(face({ choices })).answer).toBe('The baker')
  expect(cardText(face({ items: ['a', 'b'], answer: 'a; b' })).answer).toBe('a\nb')
  expect(cardText(face({ pairs: [['Baker', 'bakes']] })).answer).toBe('Baker: bakes')
  expect(cardText(face({ answer: null })).answer).toBe('')
})

test('other wrong options are told apart from another question or answer', () => {
  const a = face({ choices: [choice('The driver'), choice('The baker', true)] })
  const b = face({ choices: [choice('The clerk'), choice('The baker', true)] })
  expect(differInOptionsOnly(a, b)).toBe(true)
  expect(differInOptionsOnly(a, a)).toBe(false)
  expect(differInOptionsOnly(a, { ...b, prompt: 'Who?' })).toBe(false)
})

const side = (...passages: string[]) => ({ face: face({}), passages })

test('of the passages the fact’s own is compared where only that changed, else all of them', () => {
  const before = side('within ten days', 'Complaints', 'Clinic Manager')
  const five = side('within five days', 'Complaints', 'Clinic Manager')
  expect(comparedPassages(before, five)).toEqual({
    before: 'within ten days',
    after: 'within five days',
  })
  expect(comparedPassages(side('Rota', 'Budget', 'Rota'), side('Rota', 'Keys', 'Budget'))).toEqual({
    before: 'Rota\nBudget',
    after: 'Rota\nKeys\nBudget',
  })
  expect(comparedPassages(before, before)).toBeNull()
  expect(comparedPassages(side('Rota', 'Rota'), side('Rota'))).toBeNull()
})
