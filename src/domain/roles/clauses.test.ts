import { expect, test } from 'vitest'
import { clausesOf, type RoleWords } from './clauses.ts'

const words: RoleWords = {
  roleAtStart: (text) => (text.startsWith('Lock Keeper') ? { key: 'keeper', length: 11 } : null),
  isRoleNoun: (word) => word === 'keeper',
}

test.each([
  [
    'Should the pump be out of order, the Lock Keeper closes the gate.',
    'if the pump is out of order',
  ],
  ['When the river rises, the Lock Keeper closes the gate.', 'When the river rises'],
  ['The Lock Keeper closes the gate.', null],
])('%s: under the condition %s', (sentence, condition) =>
  expect(clausesOf(sentence, words).map((clause) => clause.condition)).toEqual([condition]),
)

test('what the senior one of several does is not said of each', () => {
  expect(clausesOf('The keeper closes the gate.', words)).toHaveLength(1)
  expect(clausesOf('The senior keeper closes the gate.', words)).toEqual([])
})
