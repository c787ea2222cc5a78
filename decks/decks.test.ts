import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { stemmer } from 'stemmer'
import { describe, expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { deckFolders, renderDeck } from './build.ts'

const decks = import.meta.dirname

/** One role of a role file, read by the headings alone: a second pair of eyes beside the generator's parser. */
interface WrittenRole {
  readonly name: string
  readonly definition: string
  readonly sections: ReadonlyMap<string, readonly string[]>
}

function readRoles(text: string): WrittenRole[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const sections = new Map<string, string[]>()
      let lines: string[] = []
      for (const line of part.split('\n').slice(1)) {
        if (/^##+ /.test(line)) sections.set(line.replace(/^#+ /, ''), (lines = []))
        else if (line.trim() !== '') lines.push(line)
      }
      const definition = /^> (.*)$/m.exec(part)?.[1] ?? ''
      return { name: part.slice(0, part.indexOf('\n')), definition, sections }
    })
}

const bullets = (role: WrittenRole, section: string): string[] =>
  (role.sections.get(section) ?? []).map((line) => line.replace(/^- /, ''))
const wordCount = (text: string): number => text.split(/\s+/).length

const fillers = new Set(
  'a an the and or of in on at by for to from with into that which when where so as it its is are one no before after how what'.split(
    ' ',
  ),
)
const stemsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
      .filter((word) => !fillers.has(word))
      .map((word) => stemmer(word)),
  )
const common = (a: string, b: string): string[] => [...stemsOf(a).intersection(stemsOf(b))]
/** Shared share of two texts' word stems, 0..1 (Jaccard). */
const likeness = (a: string, b: string): number =>
  common(a, b).length / stemsOf(a).union(stemsOf(b)).size

describe.each(deckFolders(decks).map((folder) => [basename(folder), folder]))(
  'the deck %s',
  (name, folder) => {
    test('is up to date: generating it again gives the same bytes (npm run decks)', () => {
      expect(renderDeck(folder) === readFileSync(join(folder, 'deck.json'), 'utf8')).toBe(true)
    })

    test('carries the id of its folder', () => {
      const text = readFileSync(join(folder, 'source.role.md'), 'utf8')
      expect(/^id: (.*)$/m.exec(text)?.[1]).toBe(name)
    })
  },
)

describe('the roles of an MLOps team', () => {
  const folder = join(decks, 'mlops-roles')
  const text = readFileSync(join(folder, 'source.role.md'), 'utf8')
  const roles = readRoles(text)
  const deck = JSON.parse(readFileSync(join(folder, 'deck.json'), 'utf8')) as RoleGen // as: compared byte for byte above
  const names = roles.map((role) => role.name)
  const owned = roles.flatMap((role) =>
    bullets(role, 'Responsibilities').map((line) => {
      const [title = '', task = ''] = line.split(/: (.*)/s)
      return { role: role.name, title, task }
    }),
  )

  test('has twelve roles of the team and the Software Engineer for comparison', () => {
    expect(names).toEqual([
      'MLOps Engineer',
      'Data Engineer',
      'ML Engineer',
      'DevOps Engineer',
      'Model Governance Specialist',
      'Security Engineer',
      'Monitoring and Observability Engineer',
      'Data Scientist',
      'MLOps Platform Architect',
      'Business Analyst/Product Owner',
      'MLOps Research Scientist',
      'Model Deployment Specialist',
      'Software Engineer',
    ])
  })

  test.each(roles)('$name is whole: definition, tasks, limits, skills, neighbors', (role) => {
    expect(role.definition).toMatch(/^[A-Z][^.]+\.$/)
    expect(bullets(role, 'Responsibilities').length).toSatisfy((n: number) => n >= 5 && n <= 8)
    expect(bullets(role, 'Technical').length).toSatisfy((n: number) => n >= 4 && n <= 6)
    expect(bullets(role, 'Soft').length).toSatisfy((n: number) => n >= 2 && n <= 4)
    expect(bullets(role, 'Works with').length).toSatisfy((n: number) => n >= 2 && n <= 4)
    for (const line of bullets(role, 'Works with')) {
      expect(names).toContain(line.split(': ')[0])
      expect(line).not.toMatch(new RegExp(`^${role.name}:`))
    }
    const refusals = bullets(role, 'Not responsible for')
    expect(refusals.length).toSatisfy((n: number) => n >= 2 && n <= 3)
    for (const line of refusals) {
      const owner = line.split(' -> ')[1]
      expect(names).toContain(owner)
      expect(owner).not.toBe(role.name)
    }
  })

  test.each(owned)('$role, $title: one fact, a title that does not give it away', (each) => {
    expect(wordCount(each.title)).toBeLessThanOrEqual(4)
    expect(wordCount(each.task)).toBeGreaterThanOrEqual(8)
    expect(wordCount(each.task)).toBeLessThanOrEqual(18)
    expect(each.task).toMatch(/^[a-z].*[^.]\.$/)
    expect(common(each.title, each.task)).toEqual([])
    expect(each.task).not.toMatch(/\b(always|never|all|every|and\/or|seamless|robust|crucial)\b/)
  })

  test('gives every responsibility one owner: no title twice, no two tasks alike', () => {
    expect(new Set(owned.map((each) => each.title.toLowerCase())).size).toBe(owned.length)
    const alike = owned.flatMap((a, i) =>
      owned
        .slice(i + 1)
        .filter((b) => a.role !== b.role && likeness(a.task, b.task) > 0.25)
        .map((b) => [a.task, b.task]),
    )
    expect(alike).toEqual([])
  })

  test('compares the MLOps Engineer with the four roles it is mistaken for', () => {
    const headings = [...text.matchAll(/^## Compare: (.*)$/gm)].map((match) => match[1])
    expect(headings).toEqual([
      'MLOps Engineer vs Data Scientist',
      'MLOps Engineer vs Software Engineer',
      'MLOps Engineer vs Data Engineer',
      'MLOps Engineer vs ML Engineer',
    ])
    for (const heading of headings) {
      const lines = roles.flatMap((role) => bullets(role, `Compare: ${heading}`))
      expect(lines.length).toSatisfy((n: number) => n >= 3 && n <= 4)
      for (const line of lines) {
        const sides = line.replace(/^[^:]+: /, '').split(' | ')
        expect(sides).toHaveLength(2)
        for (const side of sides) expect(wordCount(side)).toBeLessThanOrEqual(12)
      }
    }
  })

  test('answers each question of the FAQ in one short sentence', () => {
    const questions = [...text.matchAll(/^### (.*\?)\n\n(.*)$/gm)]
    expect(questions.length).toSatisfy((n: number) => n >= 8 && n <= 10)
    for (const [, question = '', answer = ''] of questions) {
      expect(question).toMatch(/^(Who|What|Why|When|How|Which) /)
      expect(answer).toMatch(/^[^.]+\.$/)
      expect(wordCount(answer)).toBeLessThanOrEqual(28)
    }
  })

  test('loses nothing on the way from the file to the deck', () => {
    expect(deck.roles.map((role) => role.name)).toEqual(names)
    expect(deck.responsibilities.map((each) => each.title)).toEqual(owned.map((each) => each.title))
    expect(deck.definitions).toHaveLength(13)
    expect(deck.comparisons.flatMap((each) => each.aspects)).toHaveLength(16)
    expect(deck.faqs).toHaveLength(10)
    expect(deck.skills.map((each) => each.name).sort()).toEqual(
      roles.flatMap((role) => [...bullets(role, 'Technical'), ...bullets(role, 'Soft')]).sort(),
    )
  })

  test('asks for every responsibility at least once and for every role in at least five cards', () => {
    const asked = new Set(deck.cards.flatMap((card) => card.target))
    expect(deck.responsibilities.filter((each) => !asked.has(each.id))).toEqual([])
    for (const role of deck.roles) {
      expect(deck.cards.filter((card) => card.role === role.id).length, role.name).toBeGreaterThan(
        4,
      )
    }
  })
})

test('the role file in the README is one that the generator reads whole', () => {
  const readme = readFileSync(join(decks, 'README.md'), 'utf8')
  const example = /```markdown\n(---\n.*?)```/s.exec(readme)?.[1] ?? ''
  const gen = generate({
    sourceId: 'bakery',
    path: 'bakery.role.md',
    format: 'markdown',
    sha256: '0'.repeat(64),
    text: example,
  })
  expect(gen.roles.map((role) => [role.name, role.aliases])).toEqual([
    ['Baker', ['Bread Baker', 'Night Baker']],
    ['Shop Manager', []],
  ])
  expect(gen.responsibilities).toHaveLength(7)
  expect(gen.skills.map((skill) => skill.kind).sort()).toEqual(
    ['technical', 'technical', 'technical', 'soft', 'soft'].sort(),
  )
  expect(gen.comparisons.flatMap((each) => each.aspects.map((aspect) => aspect.name))).toEqual([
    'Working hours',
    'Main concern',
  ])
  expect(gen.faqs.map((faq) => faq.question)).toEqual(['Who decides how many loaves are baked?'])
  expect(gen.definitions).toHaveLength(2)
})
