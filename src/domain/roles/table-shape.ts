import type { Block } from './blocks.ts'
import { singularRoleNoun } from './lexicon/role-nouns.ts'

export type Cell = Block['cells'][number]
type Row = readonly Cell[]
export type Table = readonly Row[]

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

/** One or more letters of a responsibility matrix: "R", "A/R", "**A**", "R A". */
const letters = /^[RACISQO](?:\s*[,/&+ ]\s*[RACISQO])*$/
/** The letters of a cell ("A/R" gives A and R), or null when it holds something else. */
export const lettersOf = (cell: Cell | undefined): readonly string[] | null => {
  const text = (cell?.text ?? '').replace(/[*()\s]+$|^[*()\s]+/g, '')
  return letters.test(text) ? (text.match(/[A-Z]/g) ?? []) : null
}
const isBlank = (cell: Cell | undefined) => /^[\s\-–—.·x]*$/i.test(cell?.text ?? '')

/** True for a cell with a word in it. */
export const isNamed = (cell: Cell | undefined): cell is Cell => /\p{L}{2,}/u.test(cell?.text ?? '')

/** A responsibility matrix: the columns that hold letters, and the one that names each row. */
export interface Matrix {
  readonly label: number
  readonly marked: readonly number[]
}

/** The shape of a responsibility matrix (letters R, A, C, I within), or null. */
export function matrixOf([head, ...body]: Table): Matrix | null {
  const columns = (head ?? []).map((_, column) => {
    const filled = body.filter((row) => !isBlank(row[column]))
    const right = filled.filter((row) => lettersOf(row[column]) !== null).length
    const words = body.filter(
      (row) => isNamed(row[column]) && lettersOf(row[column]) === null,
    ).length
    return { column, isMarked: right > 0 && right / filled.length >= 0.9, words }
  })
  const marked = columns.filter((each) => each.isMarked).map(({ column }) => column)
  const marks = marked.flatMap((column) => body.filter((row) => lettersOf(row[column]) !== null))
  const label = columns
    .filter((each) => !each.isMarked && each.words >= body.length / 2)
    .map(({ column }) => column)[0]
  return marked.length >= 2 && marks.length >= 3 && label !== undefined ? { label, marked } : null
}

const roleHead =
  /^(?:roles?|positions?|jobs?(?: titles?)?|titles?|teams?|functions?|who|names?|person|posts?|owners?|department)s?$/i
const dutyHead =
  /responsib|dut(?:y|ies)|tasks?|what (?:they|he|she|it) do(?:es)?|accountab|\bdoes\b|in charge of|main work|activit|looks after/i

/** Roles down, what they do beside them: the columns, or null. */
export function roleColumns([head]: Table): {
  readonly role: number
  readonly duties: readonly number[]
} | null {
  const role = head?.findIndex((cell) => roleHead.test(cell.text)) ?? -1
  const duties = (head ?? []).flatMap((cell, column) =>
    dutyHead.test(cell.text) && column !== role ? [column] : [],
  )
  return role >= 0 && duties.length > 0 ? { role, duties } : null
}

/** "L2 Support Specialist" without the code of its level. */
export const withoutLevel = (name: string): string =>
  name.replace(/^(?:\p{Lu}{1,3}\d{1,2}|level \d{1,2}|grade \d{1,2})\s*[:–—-]?\s+(?=\p{Lu})/iu, '')

const lastWord = (name: string) =>
  name
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/\s+(?:I{1,3}|IV|V|\d)$/, '')
    .split(/[\s/]+/)
    .at(-1) ?? ''
const namesRole = (cell: Cell) =>
  singularRoleNoun(lastWord(cell.text)) !== null ||
  /^(?:\p{Lu}{1,3}\d{1,2}|level \d{1,2})\b/iu.test(cell.text)

/** Roles across, what each does about a topic below: the columns of the roles, or null. */
export function roleHeads(table: Table): readonly number[] | null {
  const [head, ...body] = table
  if (!head || matrixOf(table) !== null || roleColumns(table) !== null) return null
  const columns = head.flatMap((cell, column) => (column > 0 && namesRole(cell) ? [column] : []))
  const others = head.filter((cell, column) => column > 0 && isNamed(cell)).length
  const isTold = columns.every((column) => body.some((row) => /\s/.test(row[column]?.text ?? '')))
  return columns.length >= 2 && columns.length >= others * 0.6 && isTold ? columns : null
}

/** Which side of a matrix names the roles: its head, unless its rows do better ("Chair | A | R |"). */
export function rolesOfMatrix(
  table: Table,
  { label, marked }: Matrix,
  isKnown: (text: string) => boolean,
): 'head' | 'rows' {
  const heads = marked.filter((column) => {
    const cell = table[0]?.[column]
    return cell !== undefined && (isKnown(cell.text) || namesRole(cell))
  }).length
  const rows = table.slice(1).filter((row) => {
    const cell = row[label]
    return cell !== undefined && (isKnown(cell.text) || namesRole(cell))
  }).length
  return rows / Math.max(1, table.length - 1) > heads / Math.max(1, marked.length) ? 'rows' : 'head'
}

/** Names of roles that tables give, with or without a role noun; short forms that the text explains are none. */
export function tableRoleNames(blocks: readonly Block[]): string[] {
  const tables = tablesOf(blocks)
  if (tables.length === 0) return []
  const explained = new Set(
    blocks.flatMap((block) =>
      [...block.text.matchAll(/\((\p{Lu}[\p{Lu}\p{Ll}&/]{1,5})\)/gu)].map((match) => match[1]),
    ),
  )
  const nameOf = (cell: Cell | undefined) =>
    isNamed(cell) && !explained.has(cell.text) ? [withoutLevel(cell.text)] : []
  return tables.flatMap((table) => {
    const matrix = matrixOf(table)
    if (matrix) {
      return rolesOfMatrix(table, matrix, () => false) === 'head'
        ? matrix.marked.flatMap((column) => nameOf(table[0]?.[column]))
        : table.slice(1).flatMap((row) => nameOf(row[matrix.label]))
    }
    const heads = roleHeads(table)
    if (heads) return heads.flatMap((column) => nameOf(table[0]?.[column]))
    const columns = roleColumns(table)
    return columns ? table.slice(1).flatMap((row) => nameOf(row[columns.role])) : []
  })
}
