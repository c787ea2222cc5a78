import { parse as parseYaml } from 'yaml'
import type { Comparison, Definition, Faq, Range, Role, Skill } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { parseBlocks, type Block } from './blocks.ts'
import { factId, roleId } from './fact-id.ts'
import type { Boundary, Fact, RoleModel, Steps, TitledList, WrittenCard } from './model.ts'
import { isBaseVerb } from './lexicon/verbs.ts'

const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/

/** Does the text say of itself that it is a role file? Then its structure is taken word for word. */
export const isRoleFile = (text: string): boolean =>
  /^schema:\s*role-file\/1\s*$/m.test(frontMatter.exec(text)?.[1] ?? '')

interface Draft {
  readonly roles: (Role & { key: string })[]
  readonly facts: Fact[]
  readonly skills: Skill[]
  readonly comparisons: {
    a: string
    b: string
    aspects: Comparison['aspects'][number][]
    prov: Range[]
    line: number
  }[]
  readonly faqs: Faq[]
  readonly definitions: Definition[]
  readonly lists: TitledList[]
  readonly steps: Steps[]
  readonly boundaries: Boundary[]
  readonly written: WrittenCard[]
}

/** Where in the file the parser is. */
interface Place {
  role: (Role & { key: string }) | null
  section: string
  sub: string
  comparison: Draft['comparisons'][number] | null
  steps: { title: string; items: string[]; prov: Range[] } | null
  question: Block | null
}

const sections = /^(?:responsibilities|not responsible for|skills|works with|faq|cards)$/i

/**
 * Reads a role file: a role per `#` heading with definition, responsibilities, skills, neighbours, comparisons,
 * questions, steps and cards. Nothing is guessed; what does not fit is an error with its line.
 * @throws AppError document_invalid_role_file {line, problem}
 */
export function parseRoleFile(text: string, sourceId: string): RoleModel {
  const matter = frontMatter.exec(text)
  const bodyStart = matter?.[0].length ?? 0
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const fail = (offset: number, problem: string): never => {
    throw new AppError('document_invalid_role_file', { line: lineOf(offset), problem })
  }
  try {
    parseYaml(matter?.[1] ?? '', { maxAliasCount: 0 })
  } catch {
    fail(0, 'the block between the --- lines is not valid')
  }
  const range = (start: number, end: number, supports?: Range['supports']): Range => ({
    source: sourceId,
    start,
    end,
    quote: text.slice(start, end),
    ...(supports ? { supports } : {}),
  })
  const draft: Draft = {
    roles: [],
    facts: [],
    skills: [],
    comparisons: [],
    faqs: [],
    definitions: [],
    lists: [],
    steps: [],
    boundaries: [],
    written: [],
  }
  const place: Place = {
    role: null,
    section: '',
    sub: '',
    comparison: null,
    steps: null,
    question: null,
  }
  // Blank out the front matter so that offsets stay.
  const body = `${' '.repeat(Math.max(0, bodyStart - 1))}${bodyStart > 0 ? '\n' : ''}${text.slice(bodyStart)}`
  const blocks = parseBlocks(body)

  for (const block of blocks) {
    if (block.kind === 'heading' && block.mark === 'hash')
      startSection(draft, place, block, { range, fail })
    else if (place.role === null)
      fail(block.start, 'text stands before the first role (a line that begins with #)')
    else readBlock(draft, place, block, { text, range, fail })
  }
  if (draft.roles.length === 0) fail(0, 'there is no role (a line that begins with #)')
  return finish(draft, fail)
}

interface Tools {
  readonly range: (start: number, end: number, supports?: Range['supports']) => Range
  readonly fail: (offset: number, problem: string) => never
}

function startSection(draft: Draft, place: Place, block: Block, { range, fail }: Tools): void {
  place.question = null
  if (block.level === 1) {
    const key = block.text.toLowerCase()
    if (draft.roles.some((role) => role.key === key))
      fail(block.start, `the role “${block.text}” stands twice`)
    const role = {
      id: roleId(key),
      key,
      name: block.text,
      aliases: [],
      anchors: [range(block.start, block.end)],
    }
    draft.roles.push(role)
    Object.assign(place, { role, section: '', sub: '', comparison: null, steps: null })
    return
  }
  const { role } = place
  if (!role) return fail(block.start, 'a section stands before the first role')
  if (block.level === 2) {
    Object.assign(place, {
      section: block.text.toLowerCase(),
      sub: '',
      comparison: null,
      steps: null,
    })
    const sides = /^compare:\s*(.+?)\s+vs\.?\s+(.+)$/i.exec(block.text)
    const steps = /^steps:\s*(.+)$/i.exec(block.text)
    if (sides?.[1] && sides[2]) {
      place.section = 'compare'
      place.comparison = { a: sides[1], b: sides[2], aspects: [], prov: [], line: block.start }
      draft.comparisons.push(place.comparison)
    } else if (steps?.[1]) {
      place.section = 'steps'
      place.steps = { title: steps[1], items: [], prov: [] }
      draft.steps.push({ id: factId('p', role.key, steps[1]), ...place.steps })
    } else if (!sections.test(block.text)) {
      fail(block.start, `“${block.text}” is no section of a role file`)
    }
    return
  }
  place.sub = block.text
  if (place.section === 'faq') place.question = block
}

function readBlock(
  draft: Draft,
  place: Place,
  block: Block,
  tools: Tools & { text: string },
): void {
  const { range, fail, text } = tools
  const { role } = place
  if (!role) return
  const prov = [range(block.start, block.end, 'fact')]
  if (place.section === '') {
    const aliases = /^aliases:\s*(.+)$/i.exec(block.text)
    if (aliases?.[1])
      Object.assign(role, {
        aliases: aliases[1]
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean),
      })
    else if (block.kind === 'quote' || block.kind === 'paragraph') {
      if (!draft.definitions.some((each) => each.role === role.id)) {
        draft.definitions.push({
          id: factId('d', role.key, block.text),
          role: role.id,
          text: block.text,
          prov,
        })
      }
    } else fail(block.start, 'a list stands outside of a section')
    return
  }
  switch (place.section) {
    case 'responsibilities': {
      if (block.kind !== 'bullet') return
      const titled = /^([^:]{2,60}):\s+(.+)$/s.exec(block.text)
      const duty = (titled?.[2] ?? block.text).replace(/\.$/, '')
      const first = /^[\p{L}-]+/u.exec(duty)?.[0] ?? ''
      const phrase = duty.charAt(0).toLowerCase() + duty.slice(1)
      const isPhrase = isBaseVerb(first)
      draft.facts.push({
        id: factId('r', role.key, duty),
        role: role.id,
        text: isPhrase ? phrase : duty,
        ...(titled?.[1] ? { title: titled[1] } : {}),
        prov,
        form: isPhrase ? 'phrase' : 'clause',
        isListed: true,
      })
      return
    }
    case 'not responsible for': {
      if (block.kind !== 'bullet') return
      const [task, owner] = block.text.split(/\s*->\s*/)
      draft.boundaries.push({ role: role.id, task: task ?? block.text, owner: owner ?? null, prov })
      return
    }
    case 'skills': {
      if (block.kind !== 'bullet') return
      const kind = /soft|non-technical/i.test(place.sub)
        ? 'soft'
        : /technical/i.test(place.sub)
          ? 'technical'
          : 'general'
      draft.skills.push({
        id: factId('s', `${role.key}/${kind}`, block.text),
        role: role.id,
        name: block.text,
        kind,
        prov,
      })
      return
    }
    case 'compare': {
      if (block.kind !== 'bullet' || !place.comparison) return
      const raw = text.slice(block.start, block.end)
      const parts = /^([^:]+):\s*(.+?)\s*\|\s*(.+)$/s.exec(raw)
      if (!parts?.[1] || !parts[2] || !parts[3])
        return fail(block.start, 'a comparison needs “Aspect: one side | other side”')
      const startA = block.start + raw.indexOf(parts[2], parts[1].length + 1)
      const startB = block.start + raw.lastIndexOf(parts[3])
      place.comparison.aspects.push({
        name: parts[1].trim(),
        a: [range(startA, startA + parts[2].length, 'answer')],
        b: [range(startB, startB + parts[3].length, 'answer')],
      })
      place.comparison.prov.push(range(block.start, block.end, 'fact'))
      return
    }
    case 'faq': {
      const question = place.question
      if (!question)
        return fail(
          block.start,
          'an answer stands without its question (a line that begins with ###)',
        )
      draft.faqs.push({
        id: factId('q', 'faq', question.text),
        question: question.text,
        answer: block.text,
        prov: [
          range(block.start, block.end, 'answer'),
          range(question.start, question.end, 'prompt'),
        ],
      })
      place.question = null
      return
    }
    case 'steps': {
      place.steps?.items.push(block.text)
      place.steps?.prov.push(...prov)
      return
    }
    case 'cards': {
      const pair = /^Q:\s*(.+?)\s+A:\s*(.+)$/s.exec(block.text)
      if (!pair?.[1] || !pair[2])
        return fail(block.start, 'a card needs “- Q: question” with “A: answer” on the next line')
      draft.written.push({ role: role.id, question: pair[1], answer: pair[2], prov })
      return
    }
    case 'works with':
      return
  }
}

/** Whole lists of titled responsibilities. */
const listsOf = (facts: readonly Fact[]): TitledList[] =>
  [...Map.groupBy(facts, (fact) => fact.role)].flatMap(([role, own]) => {
    const titles = own.map((fact) => fact.title).filter((title) => title !== undefined)
    if (titles.length !== own.length || own.length < 3 || own.length > 5) return []
    return [
      { role, titles, facts: own.map((fact) => fact.id), prov: own.flatMap((fact) => fact.prov) },
    ]
  })

function finish(draft: Draft, fail: Tools['fail']): RoleModel {
  const byName = new Map(
    draft.roles.flatMap((role) =>
      [role.name, ...role.aliases].map((name) => [name.toLowerCase(), role.id] as const),
    ),
  )
  const comparisons = draft.comparisons.map(({ a, b, aspects, prov, line }): Comparison => {
    const idA = byName.get(a.toLowerCase()) ?? fail(line, `the role “${a}” is not in this file`)
    const idB = byName.get(b.toLowerCase()) ?? fail(line, `the role “${b}” is not in this file`)
    return { id: factId('v', idA, idB), a: idA, b: idB, aspects, prov }
  })
  const passages = new Map(
    draft.roles.map((role) => [
      role.id,
      draft.facts
        .filter((fact) => fact.role === role.id)
        .map((fact) => fact.prov[0]?.quote ?? fact.text),
    ]),
  )
  return {
    roles: draft.roles.map(({ id, name, aliases, anchors }) => ({ id, name, aliases, anchors })),
    facts: draft.facts,
    skills: draft.skills,
    comparisons: comparisons.filter((comparison) => comparison.aspects.length > 0),
    faqs: draft.faqs,
    definitions: draft.definitions,
    lists: listsOf(draft.facts),
    assignments: [],
    steps: draft.steps,
    boundaries: draft.boundaries,
    written: draft.written,
    passages,
  }
}
