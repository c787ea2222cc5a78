import { describe, expect, test } from 'vitest'
import { asThirdPerson, askWhose, sentenceOf } from './wording.ts'

describe('asking whose duty something is', () => {
  test.each([
    ['build pipelines that carry data', 'Which role builds pipelines that carry data?'],
    ['carry, fix and watch the machines', 'Which role carries, fixes and watches the machines?'],
    [
      'choose the dishes and train the cooks',
      'Which role chooses the dishes and trains the cooks?',
    ],
    ['plan the rota and brief the crew', 'Which role plans the rota and briefs the crew?'],
    [
      'identify risks, issues and dependencies',
      'Which role identifies risks, issues and dependencies?',
    ],
    ['wear a hat in the hall', 'Which role has to wear a hat in the hall?'],
    ['leave pens in the hall', 'Which role has to leave pens in the hall?'],
    ['review plans and budgets', 'Which role reviews plans and budgets?'],
  ])('%s: every main verb takes its form', (duty, question) =>
    expect(askWhose(duty)).toBe(question),
  )

  test.each([
    ['a noun that may be a verb', 'configure firewalls and load balancers'],
    ['a verb of a clause of its own', 'build pipelines that ingest, process and store data'],
    ['a verb of two parts', 'fine-tune the parameters'],
    ['a noun at the end that may be a verb', 'count the votes and report'],
  ])('%s keeps the base form', (_, duty) =>
    expect(askWhose(duty)).toBe(`Whose responsibility is it to ${duty}?`),
  )

  test('a duty without a known verb has no third person', () =>
    expect(asThirdPerson('incident response within an hour')).toBeNull())
})

describe('a coordinated word that may be a verb or a noun', () => {
  test.each([
    [
      'before what only a verb takes is inflected',
      'assess each event and judge whether it is serious',
      'assesses each event and judges whether it is serious',
    ],
    [
      'before "of" is a noun',
      'ensure the design, review and release of models',
      'ensures the design, review and release of models',
    ],
    [
      'with a particle is a verb',
      'break the script down and draw up the schedule',
      'breaks the script down and draws up the schedule',
    ],
  ])('%s', (_, duty, said) => expect(asThirdPerson(duty)).toBe(said))

  test.each([
    ['at the end of a phrase', 'decide restock, outlet or scrap (over 100 euro)'],
    ['"be"', 'appoint the committees and be a member of each'],
    ['before a participle', 'note who came and hand finished work to the office'],
    ['in a list behind a colon', 'lead drills: man overboard, fire, abandon ship'],
  ])('%s is not guessed at', (_, duty) => expect(asThirdPerson(duty)).toBeNull())
})

describe('what a role does, as a sentence', () => {
  const bailiff = { name: 'Bailiff' }
  test.each([
    ['serve summonses in person', 'phrase', bailiff, 'The Bailiff serves summonses in person.'],
    [
      'lead drills: fire, abandon ship',
      'phrase',
      bailiff,
      'The Bailiff has to lead drills: fire, abandon ship.',
    ],
    ['sign the book', 'phrase', { name: 'All members' }, 'All members have to sign the book.'],
    ['cash handling', 'clause', bailiff, '“cash handling” is listed for the Bailiff.'],
  ] as const)('%s (%s)', (text, form, role, said) =>
    expect(sentenceOf(role, { text, form })).toBe(said),
  )
})
