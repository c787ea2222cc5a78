import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterAnswer, startPractice } from './practice.ts'
import { whoseQuestions } from './whose.ts'

describe('practice', () => {
  test('ends when each was known once, however often it was missed before, and nothing gets lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.boolean(), { maxLength: 60 }),
        (size, answers) => {
          const items = Array.from({ length: size }, (_, n) => n)
          let practice = startPractice(items)
          for (const isKnown of answers) practice = afterAnswer(practice, isKnown)
          expect([...practice.queue, ...practice.known].sort((a, b) => a - b)).toEqual(items)
          while (practice.queue.length > 0) practice = afterAnswer(practice, true)
          expect(practice.known).toHaveLength(size)
        },
      ),
    )
  })

  test('brings back what was missed after four others', () => {
    const practice = afterAnswer(startPractice(['a', 'b', 'c', 'd', 'e', 'f']), false)
    expect(practice.queue).toEqual(['b', 'c', 'd', 'e', 'a', 'f'])
  })
})

describe('whose responsibility is this', () => {
  const names = new Map([
    ['nurse', 'Ward Nurse'],
    ['manager', 'Clinic Manager'],
    ['cook', 'Cook'],
  ])
  const duty = (id: string, role: string, text: string) => ({ id, role, text, passages: [] })
  const duties = [
    duty('d1', 'nurse', 'dress wounds'),
    duty('d2', 'nurse', 'keep the room clean'),
    duty('d3', 'cook', 'Keep the room clean.'),
    duty('d4', 'manager', 'tell the cook what is missing'),
  ]
  const ask = (...asked: string[]) =>
    whoseQuestions({ names, asked: new Set(asked), duties }).map((each) => [
      each.duty.id,
      ...each.options,
    ])

  test('asks each duty of the chosen roles, with roles of the document to choose from', () => {
    expect(ask('nurse')).toEqual([
      ['d1', 'nurse', 'manager', 'cook'],
      ['d2', 'nurse', 'manager'],
    ])
  })

  test('leaves out a role that has the same duty, and a duty that names a role', () => {
    expect(ask('nurse', 'cook', 'manager').map(([id]) => id)).toEqual(['d1', 'd2', 'd3'])
    expect(ask('cook')).toEqual([['d3', 'cook', 'manager']])
  })

  test('asks nothing where there is no other role', () => {
    const one = { names: new Map([['nurse', 'Ward Nurse']]), asked: new Set(['nurse']) }
    expect(whoseQuestions({ ...one, duties })).toEqual([])
  })
})
