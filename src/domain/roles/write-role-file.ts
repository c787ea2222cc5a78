import type { Comparison, Faq, Role, Skill } from '#domain/cards/rolegen.ts'
import { factId, roleId } from './fact-id.ts'
import {
  originKey,
  type Assignment,
  type Fact,
  type RoleFileAbout,
  type RoleModel,
  type Steps,
  type WrittenCard,
} from './model.ts'
import { saidOfRoles } from './role-file/passages.ts'
import { writeFrontMatter } from './role-file/front-matter.ts'
import { noMark, writeMark } from './role-file/marks.ts'
import { keyOf } from './role-file/reading.ts'
import { inPassing } from './role-file/sections.ts'
import { normalText, readWords } from './role-file/words.ts'
import {
  entry,
  line,
  side,
  writeCard,
  writeDuty,
  writeLabelled,
  writeNames,
} from './role-file/write-lines.ts'
import { contentOf } from './words.ts'

/** A paragraph or list of the file; null for none. */
type Part = string | null

const section = (heading: string, parts: readonly Part[]): string[] => {
  const filled = parts.filter((part) => part !== null && part !== '')
  return filled.length === 0 ? [] : [heading, ...filled.map(String)]
}
const list = (items: readonly string[]): Part => (items.length === 0 ? null : items.join('\n'))
const bullets = (items: readonly string[]): Part => list(items.map((item) => `- ${item}`))

/** What the writer knows of the whole model, by role. */
interface Writing {
  readonly model: RoleModel
  readonly own: OwnOf
  readonly said: ReadonlyMap<string, readonly string[]>
  readonly nameOf: (role: string) => string
  /** The role that something was read for, when the learner has given it to another. */
  readonly from: (id: string, role: string) => string[]
}

/** What belongs to each role, looked up once for all of them. */
function ownOf(model: RoleModel) {
  const byRole = <Each extends { readonly role?: string | null }>(all: readonly Each[]) => {
    const groups = Map.groupBy(all, (each) => each.role ?? '')
    return (role: Role): readonly Each[] => groups.get(role.id) ?? []
  }
  const comparisons = Map.groupBy(model.comparisons, ({ a }) => a)
  return {
    facts: byRole(model.facts),
    lists: byRole(model.lists),
    skills: byRole(model.skills),
    definitions: byRole(model.definitions),
    boundaries: byRole(model.boundaries),
    neighbours: byRole(model.neighbours ?? []),
    steps: byRole(model.steps),
    written: byRole(model.written),
    comparisons: (role: Role): readonly Comparison[] => comparisons.get(role.id) ?? [],
  }
}
type OwnOf = ReturnType<typeof ownOf>

/** An id that does not follow from the words is written down. */
const unless = (expected: string, id: string): string | null => (expected === id ? null : id)

function dutiesOf({ own: ownOfRole, from }: Writing, role: Role): string[] {
  const key = keyOf(role)
  const own = ownOfRole.facts(role)
  const item = (fact: Fact) =>
    writeDuty(
      fact,
      unless(factId('r', key, normalText(fact.text)), fact.id),
      from(fact.id, fact.role),
    )
  const [whole] = ownOfRole.lists(role)
  const inWhole = (whole?.facts ?? []).flatMap((id) => own.find((fact) => fact.id === id) ?? [])
  const rest = own.filter((fact) => !inWhole.includes(fact))
  const told = rest.filter((fact) => !fact.isListed)
  const listed = rest.filter((fact) => fact.isListed)
  const isTitled = (fact: Fact) => fact.title !== undefined
  // All titled duties under one heading would be read as a whole list.
  const isMistakable = listed.every(isTitled) && !told.some(isTitled)
  const isLikeWhole =
    whole === undefined && listed.length >= 3 && listed.length <= 5 && isMistakable
  const last = isLikeWhole ? listed.at(-1) : undefined
  const first = whole ? inWhole : listed.filter((fact) => fact !== last)
  const further = whole ? listed : last ? [last] : []
  return section('## Responsibilities', [
    bullets(first.map(item)),
    ...section('### More', [bullets(further.map(item))]),
    ...section(`### ${inPassing}`, [bullets(told.map(item))]),
  ])
}

const skillHeadings = [
  ['general', null],
  ['technical', '### Technical'],
  ['soft', '### Soft'],
] as const

function skillsOf({ own: ownOfRole, from }: Writing, role: Role): string[] {
  const item = (skill: Skill) => {
    const id = unless(factId('s', `${keyOf(role)}/${skill.kind}`, normalText(skill.name)), skill.id)
    return `${entry(skill.name)}${writeMark({ ...noMark, id, from: from(skill.id, skill.role) })}`
  }
  const own = ownOfRole.skills(role)
  return section(
    '## Skills',
    skillHeadings.flatMap(([kind, heading]): Part[] => {
      const part = bullets(own.filter((skill) => skill.kind === kind).map(item))
      return heading === null ? [part] : section(heading, [part])
    }),
  )
}

function comparisonsOf({ own, nameOf, from }: Writing, role: Role): string[] {
  const told = (comparison: Comparison, ranges: Comparison['prov']) =>
    side(ranges.map((range) => readWords(range.quote)).join(' '))
  return own
    .comparisons(role)
    .filter(({ aspects }) => aspects.length > 0)
    .flatMap((comparison) => {
      const { id, a, b, aspects } = comparison
      const first = [a, b].map((each) => from(id, each)[0] ?? each)
      const mark = writeMark({
        ...noMark,
        id: unless(factId('v', a, b), id),
        from: first.every((each, index) => each === [a, b][index]) ? [] : first,
      })
      return section(`## Compare: ${line(nameOf(a))} vs ${line(nameOf(b))}${mark}`, [
        bullets(
          aspects.map(
            (aspect) =>
              `${side(aspect.name)}: ${told(comparison, aspect.a)} | ${told(comparison, aspect.b)}`,
          ),
        ),
      ])
    })
}

/** Sentences about the role that the file does not say already: they count where the truth of an option is looked up. */
function backgroundOf({ model, said: elsewhere }: Writing, role: Role): string[] {
  const key = (text: string) => [...contentOf(normalText(text))].sort().join(' ')
  const said = new Set((elsewhere.get(role.id) ?? []).map(key))
  const sentences = (model.passages.get(role.id) ?? []).filter((passage) => {
    const isRow = /^\|.*\|$/.test(normalText(passage))
    const isNew = !isRow && key(passage) !== '' && !said.has(key(passage))
    said.add(key(passage))
    return isNew
  })
  return section('## Background', [bullets(sentences.map((sentence) => line(sentence)))])
}

const cardsOf = (cards: readonly WrittenCard[]): string[] =>
  section('## Cards', [
    list(
      cards.map((card) =>
        writeCard(card, {
          ...noMark,
          id: card.id === undefined ? null : `own-${card.id}`,
          of: card.of ?? null,
          from: card.firstRole === undefined ? [] : [card.firstRole],
        }),
      ),
    ),
  ])

function roleOf(writing: Writing, role: Role): string[] {
  const { own } = writing
  const [definition] = own.definitions(role)
  const isAlias = (alias: string) => normalText(alias) !== ''
  return [
    `# ${line(role.name)}${writeMark({ ...noMark, id: unless(roleId(normalText(role.name).toLowerCase()), role.id) })}`,
    ...(role.aliases.some(isAlias) ? [`aliases: ${writeNames(role.aliases.filter(isAlias))}`] : []),
    ...(definition
      ? [
          `> ${line(definition.text)}${writeMark({
            ...noMark,
            id: unless(factId('d', role.id, normalText(definition.text)), definition.id),
          })}`,
        ]
      : []),
    ...dutiesOf(writing, role),
    ...section('## Not responsible for', [
      bullets(
        own
          .boundaries(role)
          .map(({ task, owner }) =>
            owner === null ? side(task) : `${side(task)} -> ${side(owner)}`,
          ),
      ),
    ]),
    ...skillsOf(writing, role),
    ...section('## Works with', [
      bullets(own.neighbours(role).map(({ other, what }) => writeLabelled(other, what))),
    ]),
    ...comparisonsOf(writing, role),
    ...own.steps(role).flatMap((steps) => stepsOf(steps, keyOf(role))),
    ...cardsOf(own.written(role)),
    ...backgroundOf(writing, role),
  ]
}

const faqOf = (faqs: readonly Faq[]): string[] =>
  section(
    '## FAQ',
    faqs.flatMap(({ id, question, answer }) => [
      `### ${line(question)}${writeMark({ ...noMark, id: unless(factId('q', 'faq', normalText(question)), id) })}`,
      line(answer),
    ]),
  )

const stepsOf = ({ id, title, items }: Steps, owner: string): string[] =>
  section(
    `## Steps: ${line(title)}${writeMark({ ...noMark, id: unless(factId('p', owner, normalText(title)), id) })}`,
    [list(items.map((item, index) => `${index + 1}. ${line(item)}`))],
  )

/** The rows of a responsibility matrix as one table over all roles that have a letter in it. */
function matrixOf({ model, nameOf }: Writing): string[] {
  const involved = new Set(
    model.assignments.flatMap((each) => each.letters.map(({ role }) => role)),
  )
  const roles = model.roles.map((role) => role.id).filter((id) => involved.has(id))
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const cellOf = (each: Assignment, role: string) =>
    each.letters.find((part) => part.role === role)?.letters.join('/') ?? ''
  return section('## Responsibility matrix', [
    roles.length === 0
      ? null
      : [
          row(['Task', ...roles.map((role) => side(nameOf(role)))]),
          row(['Task', ...roles].map(() => '---')),
          ...model.assignments.map((each) =>
            row([side(each.task), ...roles.map((role) => cellOf(each, role))]),
          ),
        ].join('\n'),
  ])
}

/**
 * Writes what a document says of roles as a role file, which reads back as the same: roles, duties, skills,
 * comparisons, questions, steps and cards, each under the id that it has. Words are kept up to `normalText`; what a
 * reader of the file could not tell from the words (an id, a form) stands in braces at the line's end.
 */
export function writeRoleFile(model: RoleModel, about: RoleFileAbout): string {
  const names = new Map(model.roles.map((role) => [role.id, role.name]))
  const writing: Writing = {
    model,
    own: ownOf(model),
    said: saidOfRoles(model),
    nameOf: (role) => names.get(role) ?? role,
    from: (id, role) => {
      const first = model.origins?.get(originKey(id, role))
      return first === undefined || first === role ? [] : [first]
    },
  }
  const general = model.written.filter((card) => card.role === null || !names.has(card.role))
  return [
    writeFrontMatter(about).trimEnd(),
    ...faqOf(model.faqs),
    ...model.steps
      .filter((steps) => !names.has(steps.role ?? ''))
      .flatMap((steps) => stepsOf(steps, 'steps')),
    ...matrixOf(writing),
    ...cardsOf(general),
    ...model.roles.flatMap((role) => roleOf(writing, role)),
  ]
    .join('\n\n')
    .concat('\n')
}
