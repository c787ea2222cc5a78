import type { Block } from './block.ts'
import { singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import { nameInTitle } from './role-titles.ts'
import { legendsIn } from './table-legends.ts'
import type { Cell, Row, Table } from './table-lines.ts'

/** Rows that follow one another are one table; one of fewer than three rows is none. */
export function tablesOf(blocks: readonly Block[]): Table[] {
  const tables: Row[][] = []
  let isOpen = false
  for (const block of blocks) {
    if (block.kind === 'row') {
      if (isOpen) tables.at(-1)?.push(block.cells)
      else tables.push([block.cells])
    }
    isOpen = block.kind === 'row'
  }
  return tables.filter((table) => table.length >= 3)
}

const letters = /^[RACISQO](?:\s*[,/&+ ]?\s*[RACISQO]){0,4}$/
/** The letters of a cell of a responsibility matrix ("A/R", "**A**", "R, C"), or null when it holds something else. */
export const lettersOf = (cell: Cell | undefined): readonly string[] | null => {
  const text = (cell?.text ?? '').replace(/[*()\s]+$|^[*()\s]+/g, '')
  return letters.test(text) ? [...new Set(text.match(/[A-Z]/g) ?? [])] : null
}
const isEmpty = (text: string) => /^[-–—.\s✗x/]*$/i.test(text)
/** True for a cell with a word in it. */
export const isNamed = (cell: Cell | undefined): cell is Cell => /\p{L}{2,}/u.test(cell?.text ?? '')

/** A table by what its rows and columns are. `task`, `role` and `duties` are columns. */
export type TableShape =
  /** Letters within; roles across, or down with tasks across. */
  | { readonly kind: 'matrix'; readonly task: number; readonly isRoleDown: boolean }
  /** A column for each part in a task ("Responsible", "Accountable"), roles within. */
  | {
      readonly kind: 'parts'
      readonly task: number
      readonly parts: ReadonlyMap<number, 'R' | 'A' | 'C' | 'I'>
    }
  /** A row for each role, with a column of duties. */
  | { readonly kind: 'list'; readonly role: number; readonly duties: readonly number[] }
  /** A column for each role and nothing else: its duties one below the other. */
  | { readonly kind: 'columns' }
  /** A column for each role, with a row for each aspect; or the other way round. */
  | { readonly kind: 'grid'; readonly aspect: number; readonly isRoleDown: boolean }

const partOf = (text: string): 'R' | 'A' | 'C' | 'I' | null => {
  if (/^(?:responsible|does it|r|doer|performs?|lead)(?:\s*\([^)]*\))?$/i.test(text)) return 'R'
  if (/^(?:accountable|approver|a|signs off|owner)(?:\s*\([^)]*\))?$/i.test(text)) return 'A'
  if (/^(?:consulted|c|supports?|contributors?)(?:\s*\([^)]*\))?$/i.test(text)) return 'C'
  return /^(?:informed|i|kept informed)(?:\s*\([^)]*\))?$/i.test(text) ? 'I' : null
}

/** How much a cell looks like the name of a role: 1 when it certainly is one, 0 when nothing speaks for it. */
function nameliness(text: string): number {
  const name = nameInTitle(text)
  if (!name) return 0
  if (name.noun === 'role') return 1
  return name.noun === 'none' ? 0.3 : 0.7
}

const sumOf = (cells: readonly (Cell | undefined)[]) =>
  cells.reduce((sum, cell) => sum + nameliness(cell?.text ?? ''), 0)

/** The first column whose cells are words: what comes before is numbers. */
const firstWorded = (body: readonly Row[]): number => {
  const width = Math.max(0, ...body.map((row) => row.length))
  for (let column = 0; column < width; column += 1) {
    const worded = body.filter((row) => isNamed(row[column]))
    const different = new Set(worded.map((row) => row[column]?.text)).size
    // A phase that stands beside each of its rows names none of them.
    const isGroup = different * 2 <= worded.length && isNamed(body[0]?.[column + 1])
    if (worded.length * 2 >= body.length && !isGroup) return column
  }
  return 0
}

const roleHead =
  /^(?:roles?|positions?|job(?: title)?s?|titles?|teams?|functions?|who|person|post|office|officer|level|grade|member|contact|group|party)$/i
const dutyHead =
  /responsib|dut(?:y|ies)|tasks?\b|what (?:they|he|she|it|we) do|accountab|\bdoes\b|activit|\bowns?\b|looks after|in charge|remit|main work|job|purpose|function|decides|signs|answers|contribution/i
const notDuties =
  /requirement|skill|qualif|contact|name|phone|mail|extension|defined|date|reports|salary|band|not\b|backup|deputy|location|hours|experience|when\b|status|size/i

function matrixShape([head, ...body]: Table): TableShape | null {
  const task = firstWorded(body)
  const marks = body
    .flatMap((row) => row.filter((_, column) => column > task))
    .filter((cell) => !isEmpty(cell.text))
  const right = marks.filter((cell) => lettersOf(cell) !== null).length
  if ((head?.length ?? 0) < task + 3 || marks.length < 3 || right / marks.length < 0.85) return null
  const across = sumOf(head?.slice(task + 1) ?? []) / Math.max(1, (head?.length ?? 0) - task - 1)
  const down = sumOf(body.map((row) => row[task])) / Math.max(1, body.length)
  return { kind: 'matrix', task, isRoleDown: down > across + 0.2 }
}

function partsShape([head, ...body]: Table): TableShape | null {
  const found = (head ?? []).flatMap((cell, column) => {
    const part = partOf(cell.text)
    return part ? [[column, part] as const] : []
  })
  const given = new Map(found)
  const isSet = new Set(given.values()).size >= 2 && [...given.values()].includes('R')
  return isSet ? { kind: 'parts', task: firstWorded(body), parts: given } : null
}

function listShape([head]: Table): TableShape | null {
  const cells = head ?? []
  const role = cells.findIndex((cell) => roleHead.test(cell.text))
  const duties = cells.flatMap((cell, column) =>
    column !== role && dutyHead.test(cell.text) && !notDuties.test(cell.text) ? [column] : [],
  )
  return role >= 0 && duties.length > 0 ? { kind: 'list', role, duties } : null
}

/** Is a cell a level of a ladder ("L2", "Senior", "Engineer II")? */
export const isLevel = (text: string): boolean =>
  /^(?:(?:level|grade|band|tier)\s*\d|\p{Lu}{1,3}\d\b|junior|mid(?:[- ]level)?|intermediate|senior|staff|principal|lead|associate|entry[- ]level|expert|novice)\b/iu.test(
    text,
  )

function gridShape([head, ...body]: Table): TableShape | null {
  const across = (head ?? []).slice(1)
  const down = body.map((row) => row[0])
  const certain = (cells: readonly (Cell | undefined)[]) =>
    cells.filter((cell) => {
      const last = /([\p{L}-]+)\W*$/u.exec(cell?.text.replace(/\([^)]*\)/g, '') ?? '')?.[1] ?? ''
      const isName = singularRoleNoun(last) !== null || singularGroupNoun(last) !== null
      return isName || isLevel(cell?.text ?? '')
    }).length
  const isMost = (count: number, of: number) => count >= 2 && count >= of * 0.6
  if (isMost(certain(across), across.length)) return { kind: 'grid', aspect: 0, isRoleDown: false }
  if (isMost(certain(down), down.length)) return { kind: 'grid', aspect: 0, isRoleDown: true }
  return null
}

/** Two or more heads, each of which is a job's name. */
const columnsShape = ([head]: Table): TableShape | null =>
  head && head.length >= 2 && head.every((cell) => nameliness(cell.text) === 1)
    ? { kind: 'columns' }
    : null

/** What a table is, or null when it is about no roles as far as its shape tells. */
export const shapeOf = (table: Table): TableShape | null =>
  matrixShape(table) ??
  partsShape(table) ??
  listShape(table) ??
  columnsShape(table) ??
  gridShape(table)

/** The cells of a table that name roles. */
function roleCells(table: Table, shape: TableShape): (Cell | undefined)[] {
  const [head = [], ...body] = table
  switch (shape.kind) {
    case 'matrix':
      return shape.isRoleDown ? body.map((row) => row[shape.task]) : head.slice(shape.task + 1)
    case 'parts':
      return []
    case 'list':
      return body.map((row) => row[shape.role])
    case 'columns':
      return [...head]
    case 'grid':
      return shape.isRoleDown ? body.map((row) => row[0]) : head.slice(1)
  }
}

/** A role that a cell names, with its other names there. */
export interface TableName {
  readonly name: string
  readonly aliases: readonly string[]
}

const postHead =
  /^(?:roles?|positions?|job(?: title)?s?|posts?|appointments?|offices?|persons?|who)$/i

/** The cells below "Post" or "Appointment" in a table that says of each how it is filled, paid or trained for. */
function postCells([head = [], ...body]: Table): (Cell | undefined)[] {
  const column = head.findIndex((cell) => postHead.test(cell.text))
  const cells = column < 0 ? [] : body.map((row) => row[column])
  return sumOf(cells) >= cells.length * 0.7 ? cells : []
}

/** Names of roles that tables give, with or without a role noun. */
export function tableRoleNames(blocks: readonly Block[]): TableName[] {
  const tables = tablesOf(blocks)
  const legends = legendsIn(tables)
  return tables.flatMap((table) => {
    const shape = shapeOf(table)
    return (shape ? roleCells(table, shape) : postCells(table)).flatMap((cell): TableName[] => {
      if (!isNamed(cell)) return []
      const found = nameInTitle(cell.text, true)
      if (!found) return []
      const full = legends.get(found.name)
      return full === undefined
        ? [{ name: found.name, aliases: found.aliases }]
        : [{ name: full, aliases: [found.name] }]
    })
  })
}
