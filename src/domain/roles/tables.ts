import type { Range } from '#domain/cards/rolegen.ts'
import type { Block } from './block.ts'
import { isSpecific, rangeOf, type DutyParts, type FoundDuty } from './duty-parts.ts'
import { factId } from './fact-id.ts'
import type { Assignment } from './model.ts'
import { baseVerbPhrase } from './phrase.ts'
import { shortened, tidy, wordCount } from './phrase-trim.ts'
import { standsAlone } from './predicate.ts'
import type { Cell, Table } from './table-lines.ts'
import { isNamed, lettersOf, shapeOf, tablesOf, type TableShape } from './table-shape.ts'
import { plainText } from './words.ts'

export interface TableFindings {
  readonly duties: readonly FoundDuty[]
  readonly assignments: readonly Assignment[]
  /** Tasks in which roles have a part of any kind. */
  readonly passages: readonly { readonly keys: readonly string[]; readonly text: string }[]
}

const nothing: TableFindings = { duties: [], assignments: [], passages: [] }

/** The role that a cell names, whatever else stands in it. */
const roleIn = (parts: DutyParts, cell: Cell | undefined): string | null => {
  const bare =
    cell?.text
      .replace(/^(?:the|an?|our)\s+/i, '')
      .replace(/^(?:\p{Lu}{1,3}\d{1,2}|\d{1,2})[\s:.–-]+(?=\p{L}{3})/u, '') ?? ''
  return (
    parts.words.roleAtStart(bare)?.key ?? parts.words.roleAtStart(cell?.text ?? '')?.key ?? null
  )
}

/** Every role that a cell lists ("Facilities, HR"). */
const rolesIn = (parts: DutyParts, cell: Cell | undefined): string[] =>
  (cell?.text ?? '')
    .split(/\s*(?:,|;|\/|&|\band\b|\+)\s*/)
    .flatMap((each) => parts.words.roleAtStart(each.replace(/^(?:the|an?)\s+/i, ''))?.key ?? [])

/** Where the text gives the name that a cell shortens ("MM"). */
function spelledOut(parts: DutyParts, key: string, cell: Cell): Range[] {
  const anchor = parts.anchorOf(key)
  const isShort = anchor !== null && anchor.end - anchor.start > cell.end - cell.start
  return isShort ? [rangeOf(parts, anchor, 'role')] : []
}

/** Who has which part in a task. */
interface TaskRow {
  readonly task: Cell
  readonly parts: readonly {
    readonly key: string
    readonly marks: readonly string[]
    readonly cell: Cell
    readonly name: Cell
  }[]
}

function fromTaskRows(parts: DutyParts, rows: readonly TaskRow[]): TableFindings {
  const duties: FoundDuty[] = []
  const assignments: Assignment[] = []
  const passages: { keys: string[]; text: string }[] = []
  for (const { task, parts: involved } of rows) {
    const phrase = baseVerbPhrase(task.text, 'item', true)
    const text = phrase ?? tidy(task.text)
    const provOf = ({ key, cell, name }: TaskRow['parts'][number]): Range[] => [
      rangeOf(parts, task, 'fact'),
      rangeOf(parts, cell, 'answer'),
      ...(name.start === cell.start ? [] : [rangeOf(parts, name, 'role')]),
      ...spelledOut(parts, key, name),
    ]
    passages.push({ keys: involved.map(({ key }) => key), text: task.text })
    for (const each of involved) {
      if (!each.marks.includes('R') && !each.marks.includes('A')) continue
      duties.push({
        roleKey: each.key,
        text,
        title: null,
        form: phrase === null ? 'clause' : 'phrase',
        isListed: true,
        prov: provOf(each),
      })
    }
    const accountable = involved.filter(({ marks }) => marks.includes('A'))
    const [only] = accountable
    if (accountable.length !== 1 || !only) continue
    assignments.push({
      id: factId('a', 'raci', task.text),
      fact: factId('r', only.key, text),
      task: task.text,
      accountable: parts.idOfRole(only.key),
      involved: [...new Set(involved.map(({ key }) => parts.idOfRole(key)))],
      letters: involved.map((each) => ({
        role: parts.idOfRole(each.key),
        fact: factId('r', each.key, text),
        letters: each.marks,
        prov: provOf(each),
      })),
      prov: provOf(only),
    })
  }
  return { duties, assignments, passages }
}

/** Rows of tasks from a matrix of letters. */
function matrixRows(
  parts: DutyParts,
  table: Table,
  shape: Extract<TableShape, { kind: 'matrix' }>,
): TaskRow[] {
  const [head = [], ...body] = table
  const first = shape.task + 1
  const names = shape.isRoleDown ? body.map((row) => row[shape.task]) : head.slice(first)
  const tasks = shape.isRoleDown ? head.slice(first) : body.map((row) => row[shape.task])
  return tasks.flatMap((task, at): TaskRow[] => {
    if (!isNamed(task)) return []
    const involved = names.flatMap((name, by) => {
      const cell = shape.isRoleDown ? body[by]?.[first + at] : body[at]?.[first + by]
      const key = roleIn(parts, name)
      const marks = lettersOf(cell)
      return name && cell && key !== null && marks ? [{ key, marks, cell, name }] : []
    })
    return [{ task, parts: involved }]
  })
}

/** Rows of tasks from a table with a column for each part. */
function partRows(
  parts: DutyParts,
  [, ...body]: Table,
  shape: Extract<TableShape, { kind: 'parts' }>,
): TaskRow[] {
  return body.flatMap((row): TaskRow[] => {
    const task = row[shape.task]
    if (!isNamed(task)) return []
    const involved = [...shape.parts].flatMap(([column, mark]) => {
      const cell = row[column]
      return cell
        ? rolesIn(parts, cell).map((key) => ({ key, marks: [mark], cell, name: cell }))
        : []
    })
    return [{ task, parts: involved }]
  })
}

/** The parts of a cell that lists several duties, with their own places. */
function piecesOf(parts: DutyParts, cell: Cell): Cell[] {
  const raw = parts.text.slice(cell.start, cell.end)
  const pieces: Cell[] = []
  let from = 0
  const ends = [
    ...raw.matchAll(/(?:<br\s*\/?>|;|\n|\s[•·▪]\s|\.\s+(?=\p{Lu}))+/giu),
    { index: raw.length, 0: '' },
  ]
  for (const end of ends) {
    const piece = raw.slice(from, end.index)
    const lead = /^[\s•·▪*-]*/.exec(piece)?.[0].length ?? 0
    const text = piece.slice(lead).trim().replace(/[.]$/, '')
    if (text !== '')
      pieces.push({
        start: cell.start + from + lead,
        end: cell.start + from + lead + text.length,
        text: plainText(text),
      })
    from = end.index + end[0].length
  }
  return pieces
}

/** A piece of a cell as a duty; where only verb phrases count, null for all else. */
function dutyIn(
  parts: DutyParts,
  piece: Cell,
  key: string,
  name: Cell,
  isDutyCell: boolean,
): FoundDuty[] {
  const phrase = baseVerbPhrase(piece.text, 'item', isDutyCell)
  const text = phrase === null ? null : shortened(phrase)
  const prov = [rangeOf(parts, piece, 'fact'), rangeOf(parts, name, 'role')]
  if (text !== null && standsAlone(text) && isSpecific(text))
    return [{ roleKey: key, text, title: null, form: 'phrase', isListed: true, prov }]
  if (!isDutyCell || wordCount(piece.text) < 2 || wordCount(piece.text) > 30) return []
  return [
    { roleKey: key, text: tidy(piece.text), title: null, form: 'clause', isListed: true, prov },
  ]
}

function fromList(
  parts: DutyParts,
  [, ...body]: Table,
  shape: Extract<TableShape, { kind: 'list' }>,
): FoundDuty[] {
  return body.flatMap((row) => {
    const name = row[shape.role]
    const key = roleIn(parts, name)
    if (!name || key === null) return []
    return shape.duties.flatMap((column) => {
      const cell = row[column]
      return cell
        ? piecesOf(parts, cell).flatMap((piece) => dutyIn(parts, piece, key, name, true))
        : []
    })
  })
}

function fromGrid(
  parts: DutyParts,
  table: Table,
  shape: Extract<TableShape, { kind: 'grid' }>,
): FoundDuty[] {
  const [head = [], ...body] = table
  return body.flatMap((row) =>
    row.flatMap((cell, column) => {
      if (column === shape.aspect) return []
      const name = shape.isRoleDown ? row[0] : head[column]
      const key = roleIn(parts, name)
      if (!name || key === null) return []
      return piecesOf(parts, cell).flatMap((piece) =>
        wordCount(piece.text) < 3 ? [] : dutyIn(parts, piece, key, name, false),
      )
    }),
  )
}

function fromColumns(parts: DutyParts, [head = [], ...body]: Table): FoundDuty[] {
  return head.flatMap((name, column) => {
    const key = roleIn(parts, name)
    if (key === null) return []
    return body.flatMap((row) => {
      const cell = row[column]
      return cell
        ? piecesOf(parts, cell).flatMap((piece) => dutyIn(parts, piece, key, name, true))
        : []
    })
  })
}

function fromTable(parts: DutyParts, table: Table): TableFindings {
  const shape = shapeOf(table)
  switch (shape?.kind) {
    case 'matrix':
      return fromTaskRows(parts, matrixRows(parts, table, shape))
    case 'parts':
      return fromTaskRows(parts, partRows(parts, table, shape))
    case 'list':
      return { ...nothing, duties: fromList(parts, table, shape) }
    case 'columns':
      return { ...nothing, duties: fromColumns(parts, table) }
    case 'grid':
      return { ...nothing, duties: fromGrid(parts, table, shape) }
    case undefined:
      return nothing
  }
}

/** What tables say: responsibility matrices, lists of roles with their duties, and grids of roles and aspects. */
export function fromTables(parts: DutyParts, blocks: readonly Block[]): TableFindings {
  const found = tablesOf(blocks).map((table) => fromTable(parts, table))
  return {
    duties: found.flatMap((each) => each.duties),
    assignments: found.flatMap((each) => each.assignments),
    passages: found.flatMap((each) => each.passages),
  }
}
