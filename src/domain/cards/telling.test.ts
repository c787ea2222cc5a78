import { describe, expect, test } from 'vitest'
import type { Fact } from '#domain/roles/model.ts'
import { contentOf } from '#domain/roles/words.ts'
import { isHollow } from './hollow.ts'
import { addressesOther, isDangling, isNoDeed, isSlogan, isTelling } from './telling.ts'

describe('a slogan', () => {
  test.each([
    'create an environment where the work unfolds seamlessly',
    'foster lasting success in every market',
    'cultivate an ecosystem where trust is strong',
    'stay ahead of the trends',
  ])('%s', (duty) => expect(isSlogan(duty)).toBe(true))

  test.each([
    'cultivate seedlings in the north house',
    'check the foundations of each bridge',
    'inspire the dance class on Fridays',
    'drive the van to the market',
  ])('is not: %s', (duty) => expect(isSlogan(duty)).toBe(false))
})

test.each([
  ['choose, buy and catalogue them', true],
  ['serve as their daily contact', true],
  ['book rooms and heat them', false],
  ['wash their hands', false],
  ['write to the owner afterwards', true],
  ['clean the trough and lock it afterwards', false],
  ['define clear objectives and requirements', true],
  ['define the objectives of each trial', false],
  ['weigh the implications before each start', true],
  ['check the legal requirements', false],
  ['ring the captain when the impact is growing', false],
])('%s: what is meant stands elsewhere: %s', (duty, is) => expect(isDangling(duty)).toBe(is))

test.each([
  ['cease to be a member', true],
  ['hold the ladder', false],
  ['take one minute', true],
  ['take one minute to check the brakes', false],
  ['take of 12 swabs', true],
  ['told us that labels matter', true],
  ['forklift licence', true],
  ['up to the maximum in the table', true],
  ['lost tag = no coat', true],
  ['meet: first Monday', true],
  ['check the forklift licence', false],
])('%s is no deed: %s', (duty, is) => expect(isNoDeed(duty)).toBe(is))

describe('a duty tells whose it is', () => {
  const names = contentOf('Data Engineer, Model Auditor')
  const fact = (text: string, isListed = false): Fact => ({
    id: 'r',
    role: 'role',
    text,
    form: 'phrase',
    isListed,
    prov: [],
  })
  test.each([
    ['by two words of its own', fact('answer letters'), true],
    ['by one, in a list of duties', fact('negotiate the terms of each opportunity', true), true],
    ['not by abstract words', fact('adopt tools and technologies'), false],
    ['not by names of roles', fact('audit data'), false],
  ])('%s', (_, duty, tells) => expect(isTelling(duty, names)).toBe(tells))
})

test.each([
  ['own the numbers and the mood', true],
  ['align with production demands', true],
  ['drive growth across the organisation', true],
  ['own a van', false],
  ['support guests with heavy luggage', false],
  ['lead the team', false],
])('%s: verb and objects are hollow: %s', (duty, is) => expect(isHollow(duty)).toBe(is))

test.each([
  ['Explains the price before you decide.', true],
  ['Explain the price before you decide.', false],
])('in “%s” somebody else is spoken to: %s', (quote, is) => {
  const prov = [{ source: 's', start: 0, end: quote.length, quote }]
  expect(addressesOther({ text: 'explain the price before you decide', prov })).toBe(is)
})
