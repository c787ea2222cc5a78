import type { Comparison } from '#domain/cards/rolegen.ts'
import { factId } from '../fact-id.ts'
import {
  originKey,
  type Assignment,
  type RoleFileAbout,
  type RoleModel,
  type TitledList,
} from '../model.ts'
import { baseVerbPhrase } from '../phrase.ts'
import { stemsOf } from '../words.ts'
import { saidOfRoles } from './passages.ts'
import type { FileComparison, FileDraft, FileRole, ListedFact, Reading } from './reading.ts'
import { readWords } from './words.ts'

type FindRole = (name: string) => FileRole | undefined

/** The two roles of "A vs B"; a name may hold "vs" itself. */
function sidesOf(text: string, find: FindRole): readonly [FileRole, FileRole] | null {
  for (const found of text.matchAll(/\s+vs\.?\s+/gi)) {
    const a = find(readWords(text.slice(0, found.index)))
    const b = find(readWords(text.slice(found.index + found[0].length)))
    if (a && b) return [a, b]
  }
  return null
}

/** The comparisons, those of the same two roles as one. */
function comparisonsOf({ draft, complain }: Reading, find: FindRole): Comparison[] {
  const known = new Map<string, Comparison>()
  for (const { heading, sides, aspects, prov } of draft.comparisons) {
    const roles = sidesOf(sides, find)
    if (!roles) {
      complain(
        heading.line,
        `“${heading.text}” needs two roles of this file: expected “Compare: Baker vs Shop Manager”, spelled as their headings`,
      )
      continue
    }
    const [a, b] = roles
    const id = heading.mark.id ?? factId('v', a.id, b.id)
    const before = known.get(id)
    known.set(id, {
      id,
      a: a.id,
      b: b.id,
      aspects: [...(before?.aspects ?? []), ...aspects],
      prov: [...(before?.prov ?? []), ...prov],
    })
    noteOrigins(draft, heading, id, roles)
  }
  return [...known.values()].filter((comparison) => comparison.aspects.length > 0)
}

function noteOrigins(
  { origins }: FileDraft,
  { mark }: FileComparison['heading'],
  id: string,
  roles: readonly FileRole[],
): void {
  for (const [index, role] of roles.entries()) {
    const first = mark.from[index]
    if (first !== undefined && first !== role.id) origins.set(originKey(id, role.id), first)
  }
}

/** Whole lists of titled responsibilities: all that a role has with a title, under one heading. */
const listsOf = (facts: readonly ListedFact[]): TitledList[] =>
  [...Map.groupBy(facts, ({ fact }) => fact.role)].flatMap(([role, own]) => {
    const titled = own.filter(({ fact }) => fact.title !== undefined)
    const [first] = titled
    const group = own.filter(({ list }) => list === first?.list)
    const isWhole = titled.length === group.length && group.every(({ fact }) => fact.isListed)
    if (!isWhole || group.length < 3 || group.length > 5) return []
    return [
      {
        role,
        titles: group.flatMap(({ fact }) => fact.title ?? []),
        facts: group.map(({ fact }) => fact.id),
        prov: group.flatMap(({ fact }) => fact.prov.filter((range) => range.supports === 'prompt')),
      },
    ]
  })

const sameContent = (a: string, b: string) =>
  [...new Set(stemsOf(a))].sort().join(' ') === [...new Set(stemsOf(b))].sort().join(' ')

/** The rows of the matrix with one accountable role. */
function assignmentsOf({ draft, range, complain }: Reading, find: FindRole): Assignment[] {
  const [head, ...rows] = draft.matrix
  if (!head) return []
  const roles = head.cells.slice(1).map((cell) => {
    const role = find(cell.text)
    if (!role)
      complain(
        head.line,
        `“${cell.text}” is no role of this file: expected a role's name above each column of the matrix`,
      )
    return role ? { role, cell } : null
  })
  return rows.flatMap((row): Assignment[] => {
    const [task, ...cells] = row.cells
    if (!task || task.text === '') return []
    const letters = cells.flatMap((cell, column) => {
      const head = roles[column]
      const marks = cell.text.toUpperCase().match(/[RACIS]/g) ?? []
      if (!head || marks.length === 0) return []
      const phrase = baseVerbPhrase(task.text) ?? task.text
      const duty = draft.facts.find(
        ({ fact }) => fact.role === head.role.id && sameContent(fact.text, phrase),
      )
      return [
        {
          role: head.role.id,
          fact: duty?.fact.id ?? factId('r', head.role.key, phrase),
          letters: [...new Set(marks)],
          prov: [
            range(task.start, task.end, 'fact'),
            range(cell.start, cell.end, 'answer'),
            range(head.cell.start, head.cell.end, 'role'),
          ],
        },
      ]
    })
    const [only, ...others] = letters.filter((part) => part.letters.includes('A'))
    if (!only || others.length > 0) {
      complain(row.line, 'a row of the matrix needs one A: the one role that is accountable')
      return []
    }
    return [
      {
        id: factId('a', 'raci', task.text),
        fact: only.fact,
        task: task.text,
        accountable: only.role,
        involved: letters.map((part) => part.role),
        letters,
        prov: only.prov,
      },
    ]
  })
}

/** Ties what was read together: roles by their names, whole lists, and what counts for the truth of options. */
export function modelOf(reading: Reading, about: RoleFileAbout): RoleModel {
  const { draft } = reading
  const byName = new Map(
    draft.roles
      .toReversed()
      .flatMap((role) =>
        [...role.aliases, role.name].map((name) => [name.toLowerCase(), role] as const),
      ),
  )
  for (const role of draft.roles) byName.set(role.name.toLowerCase(), role)
  const find: FindRole = (name) => byName.get(name.toLowerCase())
  const { id, title, language, tags } = about
  const model = {
    roles: draft.roles.map(({ id: roleId, name, aliases, anchors }) => ({
      id: roleId,
      name,
      aliases,
      anchors,
    })),
    facts: draft.facts.map(({ fact }) => fact),
    skills: draft.skills,
    comparisons: comparisonsOf(reading, find),
    faqs: draft.faqs,
    definitions: draft.definitions,
    lists: listsOf(draft.facts),
    assignments: assignmentsOf(reading, find),
    steps: draft.steps,
    boundaries: draft.boundaries,
    neighbours: draft.neighbours,
    written: draft.written,
    about: { id, title, language, tags },
    ...(draft.origins.size > 0 ? { origins: draft.origins } : {}),
  }
  const passages = saidOfRoles(model)
  for (const sentence of draft.background) passages.get(sentence.role)?.push(sentence.text)
  return { ...model, passages }
}
