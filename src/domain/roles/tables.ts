import type { Range } from '#domain/cards/rolegen.ts'
import type { Block } from './blocks.ts'
import type { DutyParts, FoundDuty } from './duties.ts'
import { factId } from './fact-id.ts'
import type { Assignment } from './model.ts'
import { baseVerbPhrase } from './phrase.ts'
import {
  isNamed,
  lettersOf,
  matrixOf,
  roleColumns,
  roleHeads,
  rolesOfMatrix,
  tablesOf,
  withoutLevel,
  type Cell,
  type Matrix,
  type Table,
} from './table-shape.ts'

export interface TableFindings {
  readonly duties: readonly FoundDuty[]
  readonly assignments: readonly Assignment[]
}

const rangeOf = (parts: DutyParts, cell: Cell, supports: Range['supports']): Range => ({
  source: parts.sourceId,
  start: cell.start,
  end: cell.end,
  quote: parts.text.slice(cell.start, cell.end),
  ...(supports ? { supports } : {}),
})

/** The role that a cell names, by its key, with or without the code of its level. */
const roleIn = (parts: DutyParts, cell: Cell | undefined): string | null => {
  if (!cell) return null
  const text = cell.text.replace(/^(?:the|an?)\s+/i, '')
  return (parts.roleAtStart(text) ?? parts.roleAtStart(withoutLevel(text)))?.key ?? null
}

/** A duty as a table has it: a verb phrase where it is one, else its own words. */
const asDuty = (text: string): Pick<FoundDuty, 'text' | 'form'> => {
  const phrase = baseVerbPhrase(text)
  return phrase === null ? { text, form: 'clause' } : { text: phrase, form: 'phrase' }
}

/** A task of a matrix with the cells that give it to roles. */
interface Task {
  readonly name: Cell
  readonly parts: readonly { readonly key: string; readonly role: Cell; readonly cell: Cell }[]
}

/** The tasks of a matrix, whichever way round it is drawn. */
function tasksOf(parts: DutyParts, table: Table, matrix: Matrix): Task[] {
  const [head = [], ...body] = table
  const part = (role: Cell | undefined, cell: Cell | undefined) => {
    const key = roleIn(parts, role)
    return role && cell && key !== null && lettersOf(cell) ? [{ key, role, cell }] : []
  }
  const side = rolesOfMatrix(table, matrix, (text) => parts.roleAtStart(text) !== null)
  if (side === 'head') {
    return body.flatMap((row): Task[] => {
      const name = row[matrix.label]
      return isNamed(name)
        ? [{ name, parts: matrix.marked.flatMap((column) => part(head[column], row[column])) }]
        : []
    })
  }
  return matrix.marked.flatMap((column): Task[] => {
    const name = head[column]
    return isNamed(name)
      ? [{ name, parts: body.flatMap((row) => part(row[matrix.label], row[column])) }]
      : []
  })
}

function fromMatrix(parts: DutyParts, table: Table, matrix: Matrix): TableFindings {
  const duties: FoundDuty[] = []
  const assignments: Assignment[] = []
  for (const { name, parts: involved } of tasksOf(parts, table, matrix)) {
    const task = asDuty(name.text)
    const provOf = ({ role, cell }: Task['parts'][number]) => [
      rangeOf(parts, name, 'fact'),
      rangeOf(parts, cell, 'answer'),
      rangeOf(parts, role, 'role'),
    ]
    for (const each of involved) {
      if (!lettersOf(each.cell)?.some((letter) => letter === 'R' || letter === 'A')) continue
      const prov = provOf(each)
      duties.push({ roleKey: each.key, ...task, title: null, isListed: true, prov })
    }
    const accountable = involved.filter(({ cell }) => lettersOf(cell)?.includes('A'))
    const [only] = accountable
    if (accountable.length !== 1 || !only) continue
    assignments.push({
      id: factId('a', 'raci', name.text),
      fact: factId('r', only.key, task.text),
      task: name.text,
      accountable: parts.idOfRole(only.key),
      involved: involved.map(({ key }) => parts.idOfRole(key)),
      letters: involved.map((each) => ({
        role: parts.idOfRole(each.key),
        fact: factId('r', each.key, task.text),
        letters: lettersOf(each.cell) ?? [],
        prov: provOf(each),
      })),
      prov: provOf(only),
    })
  }
  return { duties, assignments }
}

/** The parts of a cell that lists several duties, with their own places. */
function piecesOf(parts: DutyParts, cell: Cell): Cell[] {
  const raw = parts.text.slice(cell.start, cell.end)
  const pieces: Cell[] = []
  let from = 0
  for (const end of [
    ...raw.matchAll(/<br\s*\/?>|;|\.\s+(?=\p{Lu})|\s+[•·]\s+/gu),
    { index: raw.length, 0: '' },
  ]) {
    const piece = raw.slice(from, end.index)
    const lead = /^[\s•·*-]*/.exec(piece)?.[0].length ?? 0
    const text = piece.slice(lead).trimEnd().replace(/[.,]$/, '')
    if (/\p{L}{2,}/u.test(text))
      pieces.push({
        start: cell.start + from + lead,
        end: cell.start + from + lead + text.length,
        text: text.replace(/\*\*|__/g, ''),
      })
    from = end.index + end[0].length
  }
  return pieces
}

const dutiesIn = (parts: DutyParts, role: Cell, key: string, cell: Cell): FoundDuty[] =>
  piecesOf(parts, cell).map((piece) => ({
    roleKey: key,
    ...asDuty(piece.text),
    title: null,
    isListed: true,
    prov: [rangeOf(parts, piece, 'fact'), rangeOf(parts, role, 'role')],
  }))

function fromRoleRows(
  parts: DutyParts,
  table: Table,
  columns: { readonly role: number; readonly duties: readonly number[] },
): FoundDuty[] {
  return table.slice(1).flatMap((row): FoundDuty[] => {
    const role = row[columns.role]
    const key = roleIn(parts, role)
    if (!role || key === null) return []
    return columns.duties.flatMap((column) => {
      const cell = row[column]
      return isNamed(cell) ? dutiesIn(parts, role, key, cell) : []
    })
  })
}

/** Roles across: a cell is a duty where it begins with a verb; scope, impact and time in the level are none. */
function fromRoleHeads(parts: DutyParts, table: Table, columns: readonly number[]): FoundDuty[] {
  const [head = [], ...body] = table
  return columns.flatMap((column): FoundDuty[] => {
    const role = head[column]
    const key = roleIn(parts, role)
    if (!role || key === null) return []
    return body.flatMap((row) => {
      const cell = row[column]
      return isNamed(cell)
        ? dutiesIn(parts, role, key, cell).filter((duty) => duty.form === 'phrase')
        : []
    })
  })
}

/** What tables say: responsibility matrices, roles with their duties beside or below them. */
export function fromTables(parts: DutyParts, blocks: readonly Block[]): TableFindings {
  const found = tablesOf(blocks).map((table): TableFindings => {
    const matrix = matrixOf(table)
    if (matrix) return fromMatrix(parts, table, matrix)
    const heads = roleHeads(table)
    if (heads) return { duties: fromRoleHeads(parts, table, heads), assignments: [] }
    const columns = roleColumns(table)
    return { duties: columns ? fromRoleRows(parts, table, columns) : [], assignments: [] }
  })
  return {
    duties: found.flatMap((each) => each.duties),
    assignments: found.flatMap((each) => each.assignments),
  }
}
