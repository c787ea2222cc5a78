import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '#domain/errors.ts'
import { detectFormat } from '#domain/roles/decode.ts'
import {
  handbook,
  jobDescription,
  matrix,
  page,
  prose,
  roleFile,
  roleTable,
  soup,
} from '#domain/roles/samples.ts'
import { contentOf } from '#domain/roles/words.ts'
import { faultOf } from './check.ts'
import type { CardDraft } from './draft.ts'
import { generate } from './generate.ts'
import type { Range, RoleGen } from './rolegen.ts'

const read = (text: string, path = 'sample.md', sourceId = 'sample') =>
  generate({ sourceId, path, format: detectFormat(path, text), sha256: 'a'.repeat(64), text })

const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/rolegen.schema.json'), 'utf8'),
)
const validate = new Ajv({ strict: false }).compile(schema as object)
const names = (gen: RoleGen) => gen.roles.map((role) => role.name)
const dutiesOf = (gen: RoleGen, name: string) => {
  const role = gen.roles.find((each) => each.name === name)
  return gen.responsibilities.filter((duty) => duty.role === role?.id).map((duty) => duty.text)
}
const rangesOf = (gen: RoleGen): Range[] => [
  ...gen.cards.flatMap((card) => card.prov),
  ...gen.roles.flatMap((role) => role.anchors),
  ...gen.responsibilities.flatMap((duty) => duty.prov),
  ...gen.skills.flatMap((skill) => skill.prov),
  ...gen.faqs.flatMap((faq) => faq.prov),
]
function expectEveryRangeToHold(gen: RoleGen) {
  const text = gen.sources[0]?.text ?? ''
  for (const { start, end, quote } of rangesOf(gen)) {
    expect(end).toBeGreaterThan(start)
    expect(text.slice(start, end)).toBe(quote)
  }
}

const samples: [string, string, string][] = [
  ['a handbook', 'handbook.md', handbook],
  ['a job description', 'job.txt', jobDescription],
  ['prose under headings that lie', 'prose.txt', prose],
  ['a web page', 'page.html', page],
  ['a role file', 'kitchen.md', roleFile],
  ['a responsibility matrix', 'raci.md', matrix],
  ['a table of roles', 'library.md', roleTable],
]

describe.each(samples)('reading %s', (_, path, text) => {
  const gen = read(text, path)
  test('gives what the schema promises, with roles and cards', () => {
    expect(validate(gen), JSON.stringify(validate.errors)).toBe(true)
    expect(gen.roles.length).toBeGreaterThan(0)
    expect(gen.cards.length).toBeGreaterThan(0)
  })
  test('ties everything to the passage it stands in', () => expectEveryRangeToHold(gen))
  test('gives the same bytes again', () =>
    expect(JSON.stringify(read(text, path))).toBe(JSON.stringify(gen)))
  test('gives no card twice, and one right option in each choice', () => {
    expect(new Set(gen.cards.map((card) => card.id)).size).toBe(gen.cards.length)
    for (const { type, choices } of gen.cards) {
      if (type === 'mcq') expect(choices?.filter((choice) => choice.correct)).toHaveLength(1)
    }
  })
  test('never offers a duty of the role itself as a wrong option', () => {
    const ownerOf = new Map(gen.responsibilities.map((duty) => [duty.id, duty.role]))
    for (const { recipe, role, choices } of gen.cards) {
      for (const choice of choices ?? []) {
        if (recipe === 'role-resp.mcq')
          expect(ownerOf.get(choice.from) === role).toBe(choice.correct)
      }
    }
  })
})

describe('what is found', () => {
  test('roles and titled duties of a handbook, and nothing of its share links', () => {
    const gen = read(handbook)
    expect(names(gen)).toEqual(['Head Baker', 'Shop Manager', 'Delivery Driver'])
    expect(dutiesOf(gen, 'Head Baker')).toContain('set temperature and steam for each batch')
    expect(JSON.stringify({ ...gen, sources: [] })).not.toMatch(/Facebook|Twitter|Share/)
  })

  test('a team without a role noun, when its neighbours are roles', () => {
    const gen = read(handbook.replace('## Shop Manager', '## Front of House'))
    expect(names(gen)).toEqual(['Head Baker', 'Front of House', 'Delivery Driver'])
  })

  test('the one accountable role of each row of a matrix; nobody in the row is a wrong option', () => {
    const gen = read(matrix, 'raci.md')
    expect(names(gen)).toEqual([
      'Programme Lead',
      'Stage Crew',
      'Treasurer',
      'Volunteer Coordinator',
    ])
    const cards = gen.cards.filter((card) => card.recipe === 'resp-role.raci')
    expect(cards.map((card) => [card.prompt, card.answer])).toEqual(
      expect.arrayContaining([
        ['Which role is accountable for “Approve every invoice”?', 'Treasurer'],
        ['Which role is accountable for “Set up the lights”?', 'Stage Crew'],
      ]),
    )
    const invoices = cards.find((card) => card.prompt.includes('invoice'))
    expect(invoices?.choices?.map((choice) => choice.text)).not.toContain('Programme Lead')
  })

  test('roles of a table with or without a role noun, each with the duties of its row', () => {
    const gen = read(roleTable, 'library.md')
    expect(names(gen).toSorted()).toEqual(['Archivist', 'Cataloguer', 'Reading Room'])
    expect(dutiesOf(gen, 'Reading Room')).toEqual([
      'fetch books from the stacks',
      'renew loans at the desk',
    ])
    expect(dutiesOf(gen, 'Archivist')).toContain('scan fragile letters for readers')
  })

  test('the one role of a job description, with its numbered duties', () => {
    const gen = read(jobDescription, 'job.txt')
    expect(names(gen)).toEqual(['Laboratory Technician'])
    expect(dutiesOf(gen, 'Laboratory Technician')).toEqual(
      expect.arrayContaining([
        'calibrate the scales before each series of measurements',
        'dispose of chemical waste by the safety data sheet',
      ]),
    )
    expect(JSON.stringify(gen.cards)).not.toContain('canteen')
  })

  test('each section goes to the role of its text, not of its heading', () => {
    const gen = read(prose, 'prose.txt')
    expect(names(gen)).toEqual(['News Editor', 'Fact Checker', 'Photo Editor'])
    expect(dutiesOf(gen, 'Fact Checker')).toContain(
      'verify every name and number against two sources',
    )
    expect(dutiesOf(gen, 'Photo Editor')).toContain('write captions for each picture')
    expect(dutiesOf(gen, 'News Editor').join()).not.toMatch(/caption|verify/)
  })

  test('only the main content of a web page, as text', () => {
    const gen = read(page, 'page.html')
    expect(names(gen)).toEqual(['Ward Nurse', 'Clinic Manager'])
    expect(gen.sources[0]?.text).not.toMatch(/Careers|Imprint|alert|Facebook|<\/?\w/)
  })

  test('no role and no card in a recipe for soup', () => {
    const gen = read(soup, 'soup.md')
    expect([gen.roles, gen.cards, gen.responsibilities]).toEqual([[], [], []])
  })
})

describe('a role file', () => {
  test('is taken word for word', () => {
    const gen = read(roleFile, 'kitchen.md')
    expect(names(gen)).toEqual(['Chef', 'Waiter'])
    expect(gen.roles[0]?.aliases).toEqual(['Head Chef'])
    expect(gen.skills.map((skill) => `${skill.kind} ${skill.name}`)).toEqual([
      'technical Knife work',
      'technical Costing',
      'soft Calm',
      'soft Clear words',
    ])
    expect(gen.cards.map((card) => card.prompt)).toContain('When does the kitchen close?')
    expect(
      gen.comparisons[0]?.aspects.map((aspect) => [
        aspect.name,
        aspect.a[0]?.quote,
        aspect.b[0]?.quote,
      ]),
    ).toEqual([['Place', 'the kitchen', 'the dining room']])
  })

  test.each([
    ['a section that is none', '## Responsibilities', '## Duties', '## Duties', 'no section'],
    [
      'a comparison with a role that is not there',
      'Chef vs Waiter',
      'Chef vs Butler',
      '## Compare',
      'Butler',
    ],
    [
      'a comparison without two sides',
      'kitchen | the dining room',
      'kitchen',
      '- Place',
      'one side | other side',
    ],
    ['a card without its answer', '  A: At ten in the evening.\n', '', '- Q:', 'Q: question'],
    ['a role that stands twice', '# Waiter', '# Chef', '# Chef\n\n> Looks', 'twice'],
  ])('%s is named with its line', (_, from, to, place, problem) => {
    const text = roleFile.replace(from, to)
    const error = (() => {
      try {
        return read(text, 'kitchen.md')
      } catch (thrown) {
        return thrown
      }
    })()
    const line = text.slice(0, text.indexOf(place)).split('\n').length
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'document_invalid_role_file', params: { line } })
    expect(String((error as AppError).params.problem)).toContain(problem)
  })
})

describe('identity', () => {
  const idsOf = (gen: RoleGen) => new Set(gen.cards.map((card) => card.id))
  test('cards keep their ids when text is inserted above, and under other line ends', () => {
    const before = idsOf(read(handbook))
    expect(idsOf(read(handbook.replace('Everybody', 'It smells of bread.\n\nEverybody')))).toEqual(
      before,
    )
    expect(idsOf(read(handbook.replaceAll('\n', '\r\n')))).toEqual(before)
  })

  test('the same words in another document are other cards', () => {
    expect(
      idsOf(read(handbook, 'handbook.md', 'one')).isDisjointFrom(
        idsOf(read(handbook, 'handbook.md', 'two')),
      ),
    ).toBe(true)
  })
})

describe('whatever comes in', () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '# Data Engineer',
        '## Responsibilities',
        '- Title: build things that last long.',
        '| a | b |',
        '---',
        '> quote',
        '',
        '1. Do it.',
        '\\- x',
        'FAQ',
        'Who?',
        '\u00a0• y',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    ),
    { maxLength: 60 },
  )
  test('neither text nor HTML makes it fail, and every range holds', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('a.txt', 'a.md', 'a.html'), (parts, path) => {
        const gen = read(parts.join('\n'), path)
        expectEveryRangeToHold(gen)
        expect(validate(gen), JSON.stringify(validate.errors)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('text of a megabyte and HTML nested ten thousand deep are read in time', () => {
    const started = performance.now()
    read(handbook.repeat(1_000_000 / handbook.length), 'big.md')
    read(`${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}`, 'deep.html')
    read(`${'> '.repeat(20_000)}x`, 'quotes.md')
    expect(performance.now() - started).toBeLessThan(60_000)
  })
})

describe('the checks of a card', () => {
  const scope = { roleStems: contentOf('Head Baker') }
  const good: CardDraft = {
    recipe: 'label-how.basic',
    type: 'basic',
    prompt: 'What does “Oven control” mean in the work of the Head Baker?',
    answer: 'Set temperature and steam for each batch',
    target: ['r'],
    role: 'role',
    prov: [{ source: 's', start: 0, end: 1, quote: 'x' }],
    bloom: 'understand',
    score: 0.9,
  }
  test('let a good card pass', () => expect(faultOf(good, scope)).toBeNull())
  test.each<[string, Partial<CardDraft>]>([
    [
      'a question that is too long',
      { prompt: `${'Which long winding sentence goes on '.repeat(8)}?` },
    ],
    ['an answer that is too long', { answer: 'one step after another in the kitchen '.repeat(6) }],
    ['a bracket that stays open', { answer: 'Set temperature (and steam for each batch' }],
    ['a doubled word', { answer: 'Set the the temperature and steam for batches' }],
    ['an end in the middle', { answer: 'Set temperature and steam for each batch and' }],
    [
      'a pronoun that points elsewhere',
      { prompt: 'They control the oven: how is steam set for batches?' },
    ],
    ['praise', { answer: 'Seamlessly set the robust temperature and steam for batches' }],
    ['markup', { answer: 'Set **temperature** and steam for each batch' }],
    ['an answer that the question says', { answer: 'Oven control work' }],
    ['too-little', { prompt: 'What is it?', answer: 'A task' }],
  ])('stop %s', (_, change) => {
    expect(faultOf({ ...good, ...change }, scope)).not.toBeNull()
  })
})
