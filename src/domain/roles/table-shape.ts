import type { Block } from './blocks.ts'

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

/** One or more letters of a responsibility matrix: "R", "A/R". */
export const letters = /^[RACIS](?:\s*[,/&+]\s*[RACIS])*$/
/** True for a cell with a word in it. */
export const isNamed = (cell: Cell | undefined): cell is Cell => /\p{L}{2,}/u.test(cell?.text ?? '')

/** Who is responsible, accountable, consulted, informed: roles across, tasks down, letters within. */
export const isRaci = ([head, ...body]: Table): boolean => {
  const marks = body
    .flatMap((row) => row.slice(1).map((cell) => cell.text))
    .filter((text) => text !== '' && text !== '-' && text !== '–')
  const right = marks.filter((text) => letters.test(text)).length
  return (head?.length ?? 0) >= 3 && marks.length >= 3 && right / marks.length >= 0.9
}

/** Roles down, what they do beside them: the columns, or null. */
export function roleColumns([head]: Table): {
  readonly role: number
  readonly duties: number
} | null {
  const find = (pattern: RegExp) => head?.findIndex((cell) => pattern.test(cell.text)) ?? -1
  const role = find(/^(?:role|position|job(?: title)?|title|team|function|who)s?$/i)
  const duties = find(/responsib|dut(?:y|ies)|tasks?|what they do|accountab|does/i)
  return role >= 0 && duties >= 0 && role !== duties ? { role, duties } : null
}

/** Names of roles that tables give, with or without a role noun. */
export function tableRoleNames(blocks: readonly Block[]): string[] {
  return tablesOf(blocks).flatMap((table) => {
    if (isRaci(table))
      return (table[0] ?? [])
        .slice(1)
        .filter(isNamed)
        .map((cell) => cell.text)
    const columns = roleColumns(table)
    return columns
      ? table
          .slice(1)
          .map((row) => row[columns.role])
          .filter(isNamed)
          .map((cell) => cell.text)
      : []
  })
}
