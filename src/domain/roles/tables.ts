import type { Range } from '#domain/cards/rolegen.ts'
import type { Block } from './blocks.ts'
import type { DutyParts, FoundDuty } from './duties.ts'
import { factId } from './fact-id.ts'
import type { Assignment } from './model.ts'
import { baseVerbPhrase } from './phrase.ts'
import {
  isNamed,
  isRaci,
  letters,
  roleColumns,
  tablesOf,
  type Cell,
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

function fromRaci(parts: DutyParts, [head = [], ...body]: Table): TableFindings {
  const columns = head.map((cell) => parts.roleAtStart(cell.text)?.key ?? null)
  const duties: FoundDuty[] = []
  const assignments: Assignment[] = []
  for (const row of body) {
    const [task] = row
    if (!isNamed(task)) continue
    const involved = row.flatMap((cell, column) => {
      const key = columns[column]
      return column > 0 && key && letters.test(cell.text)
        ? [{ key, marks: cell.text, cell, column }]
        : []
    })
    const phrase = baseVerbPhrase(task.text)
    for (const { key, marks, cell, column } of involved) {
      const header = head[column]
      if (!/[RA]/.test(marks) || !header) continue
      duties.push({
        roleKey: key,
        text: phrase ?? task.text,
        title: null,
        form: phrase === null ? 'clause' : 'phrase',
        isListed: true,
        prov: [
          rangeOf(parts, task, 'fact'),
          rangeOf(parts, cell, 'answer'),
          rangeOf(parts, header, 'role'),
        ],
      })
    }
    const accountable = involved.filter(({ marks }) => marks.includes('A'))
    const [only] = accountable
    const header = only ? head[only.column] : undefined
    if (accountable.length !== 1 || !only || !header) continue
    assignments.push({
      id: factId('a', 'raci', task.text),
      fact: factId('r', only.key, phrase ?? task.text),
      task: task.text,
      accountable: parts.idOfRole(only.key),
      involved: involved.map(({ key }) => parts.idOfRole(key)),
      prov: [
        rangeOf(parts, task, 'fact'),
        rangeOf(parts, only.cell, 'answer'),
        rangeOf(parts, header, 'role'),
      ],
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
    ...raw.matchAll(/<br\s*\/?>|;|\.\s+(?=\p{Lu})/gu),
    { index: raw.length, 0: '' },
  ]) {
    const piece = raw.slice(from, end.index)
    const lead = piece.length - piece.trimStart().length
    const text = piece.trim().replace(/[.]$/, '')
    if (text !== '')
      pieces.push({
        start: cell.start + from + lead,
        end: cell.start + from + lead + text.length,
        text,
      })
    from = end.index + end[0].length
  }
  return pieces
}

function fromRoleRows(
  parts: DutyParts,
  table: Table,
  columns: { role: number; duties: number },
): FoundDuty[] {
  return table.slice(1).flatMap((row): FoundDuty[] => {
    const name = row[columns.role]
    const cell = row[columns.duties]
    const key = name ? parts.roleAtStart(name.text)?.key : undefined
    if (!name || !cell || key === undefined) return []
    return piecesOf(parts, cell).map((piece) => {
      const phrase = baseVerbPhrase(piece.text)
      return {
        roleKey: key,
        text: phrase ?? piece.text,
        title: null,
        form: phrase === null ? 'clause' : 'phrase',
        isListed: true,
        prov: [rangeOf(parts, piece, 'fact'), rangeOf(parts, name, 'role')],
      }
    })
  })
}

/** What tables say: responsibility matrices, and lists of roles with their duties. */
export function fromTables(parts: DutyParts, blocks: readonly Block[]): TableFindings {
  const found = tablesOf(blocks).map((table): TableFindings => {
    if (isRaci(table)) return fromRaci(parts, table)
    const columns = roleColumns(table)
    return { duties: columns ? fromRoleRows(parts, table, columns) : [], assignments: [] }
  })
  return {
    duties: found.flatMap((each) => each.duties),
    assignments: found.flatMap((each) => each.assignments),
  }
}
