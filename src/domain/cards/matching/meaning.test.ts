import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlip, saysTheSame } from './meaning.ts'

const same: [string, string, string][] = [
  [
    'an adjective more',
    'clean wounds by the ward protocol',
    'carefully clean wounds by the ward protocol',
  ],
  ['a word less', 'restore torn maps in careful handwork', 'restore maps in careful handwork'],
  ['a synonym', 'identify issues in the nightly batch', 'detect problems in the nightly batch'],
  ['another order', 'restore torn maps and scan letters', 'scan letters and restore torn maps'],
  ['a typo', 'bring unsold bread back to the bakrey', 'bring unsold bread back to the bakery'],
  ['a figure for a number word', 'answer within two days', 'answer within 2 days'],
  ['another punctuation', 'label, weigh and pack trays', 'label, weigh, and pack trays.'],
]
test.each(same)('%s says the same', (_, before, after) => {
  expect(saysTheSame(before, after)).toBe(true)
  expect(saysTheSame(after, before)).toBe(true)
})

const other: [string, string, string][] = [
  [
    'another number word',
    'answer each complaint within two days',
    'answer each complaint within three days',
  ],
  ['another figure', 'keep creams below 7 degrees', 'keep creams below 9 degrees'],
  ['another decimal', 'report a leak of 1.5 litres', 'report a leak of 1.2 litres'],
  [
    'another unit',
    'answer each complaint within two days',
    'answer each complaint within two weeks',
  ],
  ['a percent sign', 'approve a discount of 5 euros', 'approve a discount of 5 %'],
  [
    'a denial',
    'sign the delivery note for damaged flour',
    'never sign the delivery note for damaged flour',
  ],
  ['a shortened denial', 'share the rota with guests', 'don’t share the rota with guests'],
  [
    'another job',
    'report each broken seal to the supervisor',
    'report each broken seal to the manager',
  ],
  ['an opposite', 'accept deliveries at the back door', 'reject deliveries at the back door'],
  [
    'another time',
    'order medicines before the store is empty',
    'order medicines after the store is empty',
  ],
  ['how often', 'check the fridge daily', 'check the fridge weekly'],
  ['another bound', 'keep at least ten loaves', 'keep at most ten loaves'],
  ['another object', 'count the till at closing', 'count the loaves at closing'],
  ['quite another thing', 'order the stops by school', 'wash the van on return'],
]
test.each(other)('%s says something else', (_, before, after) => {
  expect(saysTheSame(before, after)).toBe(false)
  expect(saysTheSame(after, before)).toBe(false)
})

test('one slip in a long word is a typo, another word is not', () => {
  expect(isSlip('recieve', 'receive')).toBe(true)
  expect(isSlip('temperatur', 'temperature')).toBe(true)
  expect(isSlip('state', 'stage')).toBe(false)
  expect(isSlip('increase', 'decrease')).toBe(false)
  expect(isSlip('internal', 'external')).toBe(false)
})

test('a changed number is noticed wherever it stands', () => {
  const words = fc.array(
    fc.constantFrom<string>('count', 'till', 'bread', 'oven', 'tray', 'label', 'guest'),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(words, fc.nat(99), fc.nat(99), fc.nat(12), (text, a, b, at) => {
      const put = (n: number) => text.toSpliced(at % text.length, 0, String(n)).join(' ')
      expect(saysTheSame(put(a), put(b))).toBe(a === b)
    }),
  )
})
