import { describe, expect, test } from 'vitest'
import { AppError } from '#domain/errors.ts'
import { parseRoleFile } from './role-file.ts'
import { isRoleFile, roleFileAbout } from './role-file/front-matter.ts'

const head = '---\nschema: role-file/1\nid: bakery\ntitle: Our bakery\n---\n\n'
const read = (body: string, front = head) => parseRoleFile(front + body, 's')
const problemOf = (text: string): { line: number; problem: string; more: string } => {
  try {
    parseRoleFile(text, 's')
  } catch (error) {
    if (error instanceof AppError)
      return error.params as { line: number; problem: string; more: string }
    throw error
  }
  throw new Error('nothing was wrong')
}
const duties = (body: string) => read(`# Baker\n\n## Responsibilities\n\n${body}\n`).facts

describe('responsibilities', () => {
  test('have a title before a colon, in plain or in bold; times and web addresses are no titles', () => {
    expect(
      duties(
        '- Oven plan: arrange the loaves.\n- **Allergen labels**: mark each tray.\n- __A: B:__ check the sum\n- open the shop at 6:30 each day\n- read https://example.org once',
      ).map(({ title, text }) => [title, text]),
    ).toEqual([
      ['Oven plan', 'arrange the loaves'],
      ['Allergen labels', 'mark each tray'],
      ['A: B', 'check the sum'],
      [undefined, 'open the shop at 6:30 each day'],
      [undefined, 'read https://example.org once'],
    ])
  })

  test('may wrap over lines, be numbered, starred or nested, and end in a full stop', () => {
    expect(
      duties(
        '- Oven plan: arrange the loaves\n  by temperature,\nhottest first.\n* feed the starter\n2) sweep the floor\n- Closing:\n    - count the till\n    - lock the door.',
      ).map(({ title, text }) => [title, text]),
    ).toEqual([
      ['Oven plan', 'arrange the loaves by temperature, hottest first'],
      [undefined, 'feed the starter'],
      [undefined, 'sweep the floor'],
      [undefined, 'count the till'],
      [undefined, 'lock the door'],
    ])
  })

  test('name the exact places of duty and title', () => {
    const text = `${head}# Baker\n\n## Responsibilities\n\n- **Oven plan**: arrange the\n  loaves. {#r-0123456789ab}\n`
    const [fact] = parseRoleFile(text, 's').facts
    expect(fact?.id).toBe('r-0123456789ab')
    expect(
      fact?.prov.map(({ start, end, supports }) => [text.slice(start, end), supports]),
    ).toEqual([
      ['arrange the\n  loaves.', 'fact'],
      ['Oven plan', 'prompt'],
    ])
  })

  test('begin with a verb or are taken as they stand; capitals of names stay', () => {
    expect(
      duties(
        '- Arrange the loaves\n- Incident response within an hour\n- Model quality matters {.clause}',
      ).map(({ text, form }) => [text, form]),
    ).toEqual([
      ['arrange the loaves', 'phrase'],
      ['Incident response within an hour', 'clause'],
      ['Model quality matters', 'clause'],
    ])
  })

  test('in passing are not listed, and a whole list is one under one heading', () => {
    const model = read(
      '# Baker\n\n## Responsibilities\n\n- A list: feed the starter\n- B list: sweep the floor\n- C list: mark the trays\n\n### More\n\n- count the sacks\n\n### In passing\n\n- help in the shop\n',
    )
    expect(model.lists.map((list) => list.titles)).toEqual([['A list', 'B list', 'C list']])
    expect(model.facts.map((fact) => fact.isListed)).toEqual([true, true, true, true, false])
  })
})

describe('a role file', () => {
  const whole = `# Baker
aliases: Bread Baker, Night Baker\\, early

> Bakes the bread
> of the day.

Known for rye.

## Not responsible for
- Setting prices -> Shop Manager
- Sweeping the \\-> yard

## Skills
- Patience
### Hard skills
- Deck ovens
### Non-technical
- Punctuality

## Works with
- Shop Manager: gets the order list
- Driver

## Background
- Bakers rise early.

# Shop Manager

## Compare: Shop Manager vs Baker
- Hours: from six to three | from midnight. Never later.
- Scope: only the shop |

## FAQ
### Who decides how many loaves are baked?
The Shop Manager,
from the orders.

And nobody else.

## Steps: closing
1. Count the till
2. Lock the door

## Cards
- Q: When is rye done?
  A: At 98 degrees
  Celsius.
  Because: the crumb sets there.
- Q: Which flour? A: Rye
- Q: Who closes?
  A: The Shop Manager
  X: The Baker
  X: The Driver
  {of=faq.basic/q-0123456789ab}

## Responsibility matrix
| Task | Baker | Shop Manager |
|---|:---:|---|
| Order flour | R | A |
`
  const model = read(whole)
  const idOf = (name: string) => model.roles.find((role) => role.name === name)?.id

  test('is read in all its sections', () => {
    expect(model.roles.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Baker', ['Bread Baker', 'Night Baker, early']],
      ['Shop Manager', []],
    ])
    expect(model.definitions.map(({ role, text }) => [role, text])).toEqual([
      [idOf('Baker'), 'Bakes the bread of the day.'],
    ])
    expect(model.boundaries.map(({ task, owner }) => [task, owner])).toEqual([
      ['Setting prices', 'Shop Manager'],
      ['Sweeping the -> yard', null],
    ])
    expect(model.skills.map(({ name, kind }) => [name, kind])).toEqual([
      ['Patience', 'general'],
      ['Deck ovens', 'technical'],
      ['Punctuality', 'soft'],
    ])
    expect(model.neighbours?.map(({ other, what }) => [other, what])).toEqual([
      ['Shop Manager', 'gets the order list'],
      ['Driver', null],
    ])
    expect(model.faqs.map(({ question, answer }) => [question, answer])).toEqual([
      [
        'Who decides how many loaves are baked?',
        'The Shop Manager, from the orders. And nobody else.',
      ],
    ])
    expect(model.steps.map(({ title, items }) => [title, items])).toEqual([
      ['closing', ['Count the till', 'Lock the door']],
    ])
    expect(model.passages.get(idOf('Baker') ?? '')).toEqual(
      expect.arrayContaining(['Known for rye.', 'Bakers rise early.', 'Deck ovens']),
    )
  })

  test('compares two roles, side by side and sentence by sentence', () => {
    expect(
      model.comparisons.map(({ a, aspects }) => [
        a,
        aspects.map((aspect) => [
          aspect.name,
          aspect.a.map((r) => r.quote),
          aspect.b.map((r) => r.quote),
        ]),
      ]),
    ).toEqual([
      [
        idOf('Shop Manager'),
        [
          ['Hours', ['from six to three'], ['from midnight.', 'Never later.']],
          ['Scope', ['only the shop'], []],
        ],
      ],
    ])
  })

  test('holds cards with an answer, with options, with a reason, and words for a generated one', () => {
    expect(
      model.written.map(({ question, answer, wrong, explanation, of }) => ({
        question,
        answer,
        wrong,
        explanation,
        of,
      })),
    ).toEqual([
      {
        question: 'When is rye done?',
        answer: 'At 98 degrees Celsius.',
        explanation: 'the crumb sets there.',
      },
      { question: 'Which flour?', answer: 'Rye' },
      {
        question: 'Who closes?',
        answer: 'The Shop Manager',
        wrong: ['The Baker', 'The Driver'],
        of: { recipe: 'faq.basic', target: 'q-0123456789ab' },
      },
    ])
  })

  test('assigns the tasks of a matrix', () => {
    expect(
      model.assignments.map(({ task, accountable, letters }) => [
        task,
        accountable,
        letters.length,
      ]),
    ).toEqual([['Order flour', idOf('Shop Manager'), 2]])
  })

  test('may stand below a heading for the whole document, everything one level deeper', () => {
    const deeper = whole.replace(/^#/gm, '##')
    const below = read(`# Who does what\n\nA word of welcome.\n\n${deeper}`)
    expect(below.roles.map((role) => role.name)).toEqual(['Baker', 'Shop Manager'])
    expect(below.facts.map((fact) => fact.text)).toEqual(model.facts.map((fact) => fact.text))
  })

  test('may have questions, steps and cards that belong to no role, before the first one', () => {
    const general = read(
      '## Cards\n\n- Q: Where is the shop?\n  A: On the market.\n\n# Baker\n\n> Bakes.\n',
    )
    expect(general.written).toMatchObject([{ role: null, question: 'Where is the shop?' }])
  })
})

describe('the block between the --- lines', () => {
  test('gives id, title, language and tags, quoted or not', () => {
    const text = `---\nschema: "role-file/1" # ours\nid: 'bakery-2'\ntitle: "Who: what?"\nlanguage: de\ntags: [a, "b c", a]\n---\n# Baker\n`
    expect(isRoleFile(text)).toBe(true)
    expect(roleFileAbout(text)).toEqual({
      id: 'bakery-2',
      title: 'Who: what?',
      language: 'de',
      tags: ['a', 'b c'],
    })
  })

  test('is no role file without its schema', () => {
    expect(isRoleFile('---\ntitle: x\n---\n# Baker\n')).toBe(false)
    expect(isRoleFile('# Baker\n\n---\nschema: role-file/1\n---\n')).toBe(false)
    expect(roleFileAbout('# Baker\n')).toBeNull()
  })

  test.each([
    ['id: Our Bakery', 3, '“id” needs lower-case letters'],
    ['id: bakery\ntags: {a: 1}', 4, '“tags” needs a list'],
    ['id: bakery\nlanguage: English please', 4, '“language” needs a code'],
    ['id: bakery\ntitle: [a]', 4, '“title” needs a name'],
    ['id: bakery\n title: "x', 3, 'the block between'],
    ['a: &x [1]\nid: *x', 1, 'the block between'],
  ])('%s is told with its line', (front, line, problem) => {
    expect(problemOf(`---\nschema: role-file/1\n${front}\n---\n\n# Baker\n`)).toMatchObject({
      line,
      problem: expect.stringContaining(problem) as string,
    })
  })

  test('of a newer version is refused by name', () => {
    expect(problemOf('---\nschema: role-file/2\n---\n# Baker\n').problem).toContain('version 2')
  })
})

describe('what does not fit', () => {
  test.each([
    ['# Baker\n\n## Duties\n\n- x\n', 9, 'expected one of Responsibilities, Not responsible for'],
    ['# Baker\n\n## Responsibilities\n\nBake bread.\n', 11, 'expected a list item'],
    ['# Baker\n\n## Skills\n\n### Colours\n\n- red\n', 11, 'expected Technical or Soft'],
    ['# Baker\n\n# baker\n', 9, 'stands twice'],
    ['## Responsibilities\n\n- x\n\n# Baker\n', 7, 'belongs to a role'],
    ['# Baker\n\n- x\n', 9, 'a list stands outside of a section'],
    ['# Baker\n\n## FAQ\n\nBecause.\n', 11, 'expected a line that begins with ###'],
    ['# Baker\n\n## Steps:\n\n1. x\n', 9, 'expected what the steps lead to'],
    ['# Baker\n\n## Steps: x\n\nFirst this.\n', 11, 'expected a numbered step'],
    [
      '# Baker\n\n## Responsibility matrix\n\n| Task | Cook |\n| --- | --- |\n| x | A |\n',
      11,
      '“Cook” is no role',
    ],
    [
      '# Baker\n\n## Responsibility matrix\n\n| Task | Baker |\n| --- | --- |\n| x | R |\n',
      13,
      'needs one A',
    ],
    ['Nothing else.\n', 1, 'there is no role'],
  ])('%j is told with its line and what is expected', (body, line, problem) => {
    expect(problemOf(head + body)).toMatchObject({
      line,
      problem: expect.stringContaining(problem) as string,
    })
  })

  test('is told all at once, each with its line', () => {
    const body =
      '# Baker\n\n## Duties\n\n- x\n\n## Compare: Baker vs Cook\n\n- Hours: a | b\n- no bar\n'
    expect(problemOf(head + body)).toMatchObject({ line: 9, more: '13, 16' })
  })
})
