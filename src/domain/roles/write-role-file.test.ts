import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Range, Role } from '#domain/cards/rolegen.ts'
import { factId, roleId } from './fact-id.ts'
import { emptyModel, originKey, type Fact, type RoleFileAbout, type RoleModel } from './model.ts'
import { parseRoleFile } from './role-file.ts'
import { roleFileAbout } from './role-file/front-matter.ts'
import { normalText, readWords } from './role-file/words.ts'
import { contentOf } from './words.ts'
import { writeRoleFile } from './write-role-file.ts'

/** Text as documents of strangers hold it: what a role file could take for structure. */
const nasty = fc.constantFrom(
  '**',
  '*',
  '_x_',
  '__y__',
  '`',
  '[a](b)',
  '](',
  '\\',
  '\\.',
  '|',
  ' | ',
  '->',
  ' -> ',
  '→',
  ': ',
  ':',
  '# ',
  '#',
  '- ',
  '1. ',
  '> ',
  '---',
  '{#r-1}',
  ' {#x .clause}',
  '}',
  '{',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u2028',
  '"',
  "'",
  '“',
  'Q: ',
  '\nA: ',
  'aliases: ',
  ' vs ',
  'vs.',
  ',',
  '.',
  '..',
  '?',
  '!',
  '<!-- x',
  '-->',
  '<b>',
  '&amp;',
  '\u200b',
  '\ufdd0',
  '\u0000',
  '\ud800',
  'ß',
  '文書',
  '🎉',
  'In passing',
  '## FAQ',
  '### x',
  'Title: text',
  'e.g. this',
  'true',
  '0',
  'a'.repeat(300),
)
const plain = fc.constantFrom(
  'build',
  'Model',
  'check the oven',
  'calculate flour',
  'Baker',
  'team',
  'of',
  'SQL',
  'release',
  'Rota',
  'for each batch',
)
const words = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: plain },
      { weight: 3, arbitrary: nasty },
      fc.string({ maxLength: 8 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')))
  .filter((text) => normalText(text) !== '')

const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 12,
  maxLength: 12,
})
/** An id that follows from the words, or one that does not. */
const idOr = (prefix: string, computed: string) =>
  fc.oneof(
    fc.constant(computed),
    hex.map((digits) => `${prefix}-${digits}`),
  )
const range = (quote: string): Range => ({ source: 's', start: 0, end: quote.length, quote })
const uniqueBy = <Each>(list: readonly Each[], key: (each: Each) => string): Each[] => [
  ...new Map(list.map((each) => [key(each), each])).values(),
]
const small = (text: string) => normalText(text).toLowerCase()

const asPhrase = (text: string) => {
  const normal = normalText(text)
  return /^\p{Lu}{2}/u.test(normal) ? normal : normal.charAt(0).toLowerCase() + normal.slice(1)
}

const roleNames = fc
  .uniqueArray(words, { minLength: 1, maxLength: 4, selector: small })
  // A name that reads like "A vs B" of two others leaves open which two are meant.
  .filter((names) => names.every((name) => !/\bvs\b/i.test(name)))

const drawn = fc.record({
  texts: fc.array(words, { minLength: 3, maxLength: 3 }),
  title: words,
  flags: fc.nat(255),
  at: fc.nat(99),
  id: hex,
})
const many = fc.array(drawn, { maxLength: 6 })

const roles = roleNames.chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.record({
        id: idOr('role', roleId(small(name))),
        name: fc.constant(name),
        aliases: fc.array(words, { maxLength: 2 }),
        anchors: fc.constant([]),
      }),
    ),
  ),
)

const models: fc.Arbitrary<RoleModel> = fc
  .record({
    roles,
    facts: many,
    others: many,
    more: many,
    isWhole: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  })
  .map(({ roles: drawnRoles, facts: drawnFacts, others, more, isWhole }): RoleModel => {
    const own = uniqueBy(drawnRoles, (role) => role.id)
    const [first = { id: '', name: '', aliases: [], anchors: [] }] = own
    const roleAt = (at: number): Role => own[at % own.length] ?? first
    const idOf = (prefix: string, flags: number, id: string, computed: string) =>
      flags % 2 === 0 ? computed : `${prefix}-${id}`
    const facts = uniqueBy(
      drawnFacts.map(({ texts: [text = ''], title, flags, at, id }): Fact => {
        const role = roleAt(at)
        const form = flags & 2 ? 'phrase' : 'clause'
        const said = form === 'phrase' ? asPhrase(text) : normalText(text)
        return {
          id: idOf('r', flags, id, factId('r', small(role.name), said)),
          role: role.id,
          text: said,
          ...(flags & 4 ? { title: normalText(title) } : {}),
          prov: [],
          form,
          isListed: (flags & 12) !== 0,
        }
      }),
      (fact) => fact.id,
    )
    const comparisons = own.length < 2 ? [] : others.slice(0, 2)
    return {
      ...emptyModel,
      roles: own,
      facts,
      lists: own.flatMap((role, index) => {
        const mine = facts.filter((fact) => fact.role === role.id)
        const titled = mine.filter((fact) => fact.title !== undefined)
        if (!isWhole[index] || titled.length < 3 || titled.length > 5) return []
        const titles = titled.map((fact) => fact.title ?? '')
        return [{ role: role.id, titles, facts: titled.map((fact) => fact.id), prov: [] }]
      }),
      skills: uniqueBy(
        others.map(({ title, flags, at, id }) => {
          const role = roleAt(at)
          const kind = (['technical', 'soft', 'general'] as const)[flags % 3] ?? 'general'
          const name = normalText(title)
          const computed = factId('s', `${small(role.name)}/${kind}`, name)
          return { id: idOf('s', flags, id, computed), role: role.id, name, kind, prov: [] }
        }),
        (skill) => skill.id,
      ),
      comparisons: uniqueBy(
        comparisons.map(({ texts, flags, at, id }) => {
          const a = roleAt(at).id
          const b = roleAt(at + 1).id
          return {
            id: idOf('v', flags, id, factId('v', a, b)),
            a,
            b,
            aspects: [
              {
                name: texts[0] ?? '',
                a: [range(texts[1] ?? '')],
                b: flags & 16 ? [] : [range(texts[2] ?? '')],
              },
            ],
            prov: [],
          }
        }),
        (comparison) => comparison.id,
      ),
      faqs: uniqueBy(
        more.map(({ texts: [question = '', answer = ''], flags, id }) => ({
          id: idOf('q', flags, id, factId('q', 'faq', normalText(question))),
          question,
          answer,
          prov: [],
        })),
        (faq) => faq.id,
      ),
      definitions: uniqueBy(
        more.map(({ title, at, flags, id }) => {
          const role = roleAt(at).id
          return {
            id: idOf('d', flags, id, factId('d', role, normalText(title))),
            role,
            text: title,
            prov: [],
          }
        }),
        (definition) => definition.role,
      ),
      steps: uniqueBy(
        others.map(({ texts, title, flags, at, id }) => {
          const role = roleAt(at)
          const owner = flags & 32 ? { role: role.id } : {}
          const computed = factId('p', flags & 32 ? small(role.name) : 'steps', normalText(title))
          return { id: idOf('p', flags, id, computed), ...owner, title, items: texts, prov: [] }
        }),
        (steps) => steps.id,
      ),
      boundaries: more.map(({ texts: [task = '', owner = ''], at, flags }) => ({
        role: roleAt(at).id,
        task,
        owner: flags & 4 ? owner : null,
        prov: [],
      })),
      neighbours: others.map(({ texts: [other = '', what = ''], at, flags }) => ({
        role: roleAt(at).id,
        other,
        what: flags & 4 ? what : null,
        prov: [],
      })),
      assignments: uniqueBy(
        more.map(({ title, at }) => {
          const task = normalText(title)
          const role = roleAt(at).id
          const second = own.find((each) => each.id !== role)
          const letters = [
            { role, fact: '', letters: ['A', 'R'], prov: [] },
            ...(second ? [{ role: second.id, fact: '', letters: ['C'], prov: [] }] : []),
          ]
          const involved = letters.map((part) => part.role)
          return {
            id: factId('a', 'raci', task),
            fact: '',
            task,
            accountable: role,
            involved,
            letters,
            prov: [],
          }
        }),
        (assignment) => assignment.task,
      ),
      written: others.map(
        ({ texts: [question = '', answer = '', wrong = ''], title, at, flags, id }) => ({
          role: flags & 1 ? roleAt(at).id : null,
          question,
          answer,
          ...(flags & 2 ? { wrong: [wrong, title] } : {}),
          ...(flags & 4 ? { explanation: title } : {}),
          ...(flags & 8
            ? { id }
            : flags & 16
              ? { of: { recipe: 'cmp.basic', target: `v-${id}/${wrong.toWellFormed()}` } }
              : {}),
          prov: [],
        }),
      ),
      passages: new Map(
        own.map((role, index) => [role.id, more.slice(index).map(({ title }) => title)]),
      ),
      origins: new Map(
        facts
          .filter((_, index) => index % 3 === 1)
          .map((fact) => [originKey(fact.id, fact.role), `role-${fact.id.slice(2)}`]),
      ),
    }
  })

const normals = (texts: readonly string[]) => texts.map(normalText)
const sideText = (ranges: readonly Range[]) =>
  normalText(ranges.map(({ quote }) => readWords(quote)).join(' '))
const byText = <Each>(list: readonly Each[]): Each[] =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** All that a file has to bring back, without the places in it. */
const told = (model: RoleModel) => ({
  roles: model.roles.map(({ id, name, aliases }) => ({
    id,
    name: normalText(name),
    aliases: normals(aliases),
  })),
  facts: byText(
    model.facts.map(({ id, role, text, title, form, isListed }) => ({
      id,
      role,
      text,
      title,
      form,
      isListed,
    })),
  ),
  lists: byText(model.lists.map(({ role, titles, facts }) => ({ role, titles, facts }))),
  skills: byText(model.skills.map(({ id, role, name, kind }) => ({ id, role, name, kind }))),
  comparisons: byText(
    model.comparisons.map(({ id, a, b, aspects }) => ({
      id,
      a,
      b,
      aspects: aspects.map((aspect) => [
        normalText(aspect.name),
        sideText(aspect.a),
        sideText(aspect.b),
      ]),
    })),
  ),
  faqs: byText(
    model.faqs.map(({ id, question, answer }) => ({
      id,
      question: normalText(question),
      answer: normalText(answer),
    })),
  ),
  definitions: byText(
    model.definitions.map(({ id, role, text }) => ({ id, role, text: normalText(text) })),
  ),
  steps: byText(
    model.steps.map(({ id, role, title, items }) => ({
      id,
      role,
      title: normalText(title),
      items: normals(items),
    })),
  ),
  boundaries: byText(
    model.boundaries.map(({ role, task, owner }) => ({
      role,
      task: normalText(task),
      owner: owner && normalText(owner),
    })),
  ),
  neighbours: byText(
    (model.neighbours ?? []).map(({ role, other, what }) => ({
      role,
      other: normalText(other),
      what: what && normalText(what),
    })),
  ),
  assignments: byText(
    model.assignments.map(({ id, task, accountable, letters }) => ({
      id,
      task,
      accountable,
      letters: byText(letters.map((part) => ({ role: part.role, letters: part.letters }))),
    })),
  ),
  written: byText(
    model.written.map(({ role, question, answer, wrong, explanation, id, of }) => ({
      role,
      question: normalText(question),
      answer: normalText(answer),
      wrong: wrong && normals(wrong),
      explanation: explanation && normalText(explanation),
      id,
      of,
    })),
  ),
  origins: byText([...(model.origins ?? [])]),
})

const about: RoleFileAbout = { id: 'a-file', title: 'A file', language: 'en', tags: [] }
const reread = (file: string) => parseRoleFile(file, 's')

describe('a role file that was written', () => {
  test('reads back as the same roles, duties, skills, comparisons, questions, steps, limits and cards, whatever the words', () => {
    fc.assert(
      fc.property(models, (model) => {
        const again = reread(writeRoleFile(model, about))
        expect(told(again)).toEqual(told(model))
        const key = (text: string) => [...contentOf(normalText(text))].sort().join(' ')
        for (const [role, sentences] of model.passages) {
          const known = new Set((again.passages.get(role) ?? []).map(key))
          const lost = sentences.filter(
            (each) =>
              !/^\|.*\|$/.test(normalText(each)) && key(each) !== '' && !known.has(key(each)),
          )
          expect(lost).toEqual([])
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is written the same again after it was read', () => {
    fc.assert(
      fc.property(models, (model) => {
        const file = writeRoleFile(model, about)
        expect(writeRoleFile(reread(file), about)).toBe(file)
      }),
      { numRuns: 200 },
    )
  })

  test('keeps its background where a side of a comparison is parted into sentences', () => {
    const [seller, buyer] = ['seller', 'buyer'].map((name): Role => ({
      id: roleId(name),
      name,
      aliases: [],
      anchors: [],
    }))
    if (!seller || !buyer) throw new Error('two roles')
    const quoted = (quote: string): Range => ({ source: 's', start: 0, end: quote.length, quote })
    const file = writeRoleFile(
      {
        ...emptyModel,
        roles: [seller, buyer],
        comparisons: [
          {
            id: factId('v', seller.id, buyer.id),
            a: seller.id,
            b: buyer.id,
            aspects: [{ name: 'work', a: [quoted('build 1.  SQL')], b: [quoted('tests')] }],
            prov: [],
          },
        ],
        passages: new Map([[seller.id, ['build **']]]),
      },
      about,
    )
    expect(writeRoleFile(reread(file), about)).toBe(file)
    expect(reread(file).passages.get(seller.id)).toContain('build 1.')
  })

  test('keeps neighbours whose name and task would be read as one tag or picture', () => {
    const role: Role = { id: roleId('buyer'), name: 'buyer', aliases: [], anchors: [] }
    const between = (other: string, what: string) => ({ role: role.id, other, what, prov: [] })
    const neighbours = [between('<A', '->'), between('![x', 'y]')]
    const skill = { id: 's-1', role: role.id, name: 'sums', kind: 'general', prov: [] } as const
    const model: RoleModel = { ...emptyModel, roles: [role], skills: [skill], neighbours }
    const again = reread(writeRoleFile(model, about)).neighbours ?? []
    expect(again.map(({ other, what }) => [other, what])).toEqual([
      ['<A', '->'],
      ['![x', 'y]'],
    ])
  })

  test('keeps what it says of itself, whatever the words', () => {
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 3 }), (title, tags) => {
        const said = {
          ...about,
          title: normalText(title).slice(0, 120).trim(),
          tags: normals(tags).map((tag) => tag.slice(0, 60).trim()),
        }
        fc.pre(said.title !== '' && said.tags.every(Boolean))
        expect(roleFileAbout(writeRoleFile(emptyModel, said))).toEqual({
          ...said,
          tags: [...new Set(said.tags)],
        })
      }),
    )
  })

  test('is plain to read: nothing is escaped or marked that needs not be', () => {
    const text = `---\nschema: role-file/1\nid: a-file\ntitle: A file\nlanguage: en\n---\n\n# Night Baker\n\naliases: Baker, Bread Baker\n\n> Bakes the bread so that the shop can open at 6:00.\n\n## Responsibilities\n\n- Oven plan: arrange the loaves by temperature (hottest first).\n- sweep the floor & the ramp at 5 a.m. each day.\n\n## Works with\n\n- Shop Manager: gets the order list\n`
    expect(writeRoleFile(reread(text), about)).toBe(text)
  })
})
