import { describe, expect, test } from 'vitest'
import type { Fact } from '#domain/roles/model.ts'
import { objectQuestion } from './object-question.ts'
import { tailQuestion } from './tail-question.ts'

const fact = (text: string): Fact => ({
  id: 'r-1',
  role: 'role-1',
  text,
  form: 'phrase',
  isListed: true,
  prov: [],
})
const only = { isOnlyVerb: true, isOnlyMention: true }

describe('asking for the object of a verb', () => {
  test.each([
    [
      'supervise one or two volunteers on Wednesdays',
      'How many volunteers does R supervise on Wednesdays?',
      'One or two',
    ],
    ['file the report with the County', 'What does R file with the County?', 'The report'],
    [
      'count pallets against the delivery note',
      'What does R count against the delivery note?',
      'Pallets',
    ],
    ['train new starters on the scanner', 'Whom does R train on the scanner?', 'New starters'],
    [
      'label every tub with the date of opening',
      'With what does R label every tub?',
      'With the date of opening',
    ],
    ['sign the daily case report form', 'What does R sign?', 'The daily case report form'],
  ])('%s: what follows the object stands in the question', (duty, prompt, answer) =>
    expect(objectQuestion(fact(duty), 'does R', only)).toEqual({ prompt, answer }),
  )

  test.each([
    ['a second verb', 'review incidents that are reported and look for trends'],
    ['each of many', 'file each report in the archive'],
    ['a purpose torn from its thing', 'prepare proposals for amendment'],
    ['a condition', 'clear plates only when all have finished'],
    ['a thing of their own', 'test own work on the oldest machine'],
  ])('never with %s in the answer', (_, duty) =>
    expect(objectQuestion(fact(duty), 'does R', only)).toBeNull(),
  )

  test('not openly, where another duty of the role speaks of the same doing', () => {
    const twice = { isOnlyVerb: true, isOnlyMention: false }
    expect(objectQuestion(fact('plan shifts and holiday cover'), 'does R', twice)).toBeNull()
    expect(objectQuestion(fact('plan shifts for the night team'), 'does R', twice)).not.toBeNull()
  })
})

describe('asking for when, why and how', () => {
  test.each([
    ['clear the plates only when the whole table has finished', 'When does R clear the plates?'],
    ['stop the trial if risks outweigh its benefits', 'In which case does R stop the trial?'],
    ['keep the file open until the case is closed', null],
    ['chase the client until the invoice is paid', 'Until when does R chase the client?'],
    ['lock the database after the last query is closed', 'When does R lock the database?'],
    [
      'encourage pupils to clear their trays and wipe the table',
      'What does R encourage pupils to do?',
    ],
  ])('%s', (duty, prompt) =>
    expect(tailQuestion(fact(duty), 'does R')?.prompt ?? null).toBe(prompt),
  )

  test.each([
    [
      '"to" before a thing that was done to is a direction',
      'hand forgotten items to lost property',
    ],
    [
      'a second time is no part of the answer',
      'write a report before departure and another on return',
    ],
    ['abstract words leave open what is meant', 'take measures to protect the stored data'],
  ])('%s', (_, duty) => expect(tailQuestion(fact(duty), 'does R')).toBeNull())
})
