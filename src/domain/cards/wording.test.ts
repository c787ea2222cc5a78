import { describe, expect, test } from 'vitest'
import { asThirdPerson, askWhose } from './wording.ts'

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
    ['review plans and budgets', 'Which role reviews plans and budgets?'],
  ])('%s: every main verb takes its form', (duty, question) =>
    expect(askWhose(duty)).toBe(question),
  )

  test.each([
    ['a noun that may be a verb', 'configure firewalls and load balancers'],
    ['a verb of a clause of its own', 'build pipelines that ingest, process and store data'],
    ['a verb of two parts', 'fine-tune the parameters'],
  ])('%s keeps the base form', (_, duty) =>
    expect(askWhose(duty)).toBe(`Whose responsibility is it to ${duty}?`),
  )

  test('a duty without a known verb has no third person', () =>
    expect(asThirdPerson('incident response within an hour')).toBeNull())
})
