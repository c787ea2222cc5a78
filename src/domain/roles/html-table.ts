import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** The words of a cell on one line; what stands in paragraphs or items of its own is parted by `<br>`. */
export type CellText = (cell: Element) => string

interface Cell {
  readonly text: string
  readonly isHead: boolean
  readonly columns: number
  readonly rows: number
}

const isElement = (node: Node): node is Element => 'tagName' in node
const mostSpanned = 60
const mostColumns = 80

const spanOf = (element: Element, name: string): number => {
  const value = Number(element.attrs.find((each) => each.name === name)?.value ?? '1')
  return Number.isInteger(value) && value > 0 ? Math.min(value, mostSpanned) : 1
}

/** The rows of a table, those of its head, body and foot in their order; tables within cells are not entered. */
function rowsOf(element: Element, textOf: CellText): Cell[][] {
  const rows: Cell[][] = []
  const collect = (node: Element, depth: number) => {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue
      if (child.tagName === 'tr') {
        const cells = child.childNodes.filter(
          (cell): cell is Element =>
            isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th'),
        )
        rows.push(
          cells.map((cell) => ({
            text: textOf(cell),
            isHead: cell.tagName === 'th',
            columns: spanOf(cell, 'colspan'),
            rows: spanOf(cell, 'rowspan'),
          })),
        )
      } else if (depth < 3) collect(child, depth + 1)
    }
  }
  collect(element, 0)
  return rows
}

/** Every cell in every row and column that it spans, so that the table is a grid. */
function gridOf(rows: readonly (readonly Cell[])[]): { text: string; isHead: boolean }[][] {
  const grid: { text: string; isHead: boolean }[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column += 1
      for (let down = 0; down < cell.rows; down += 1) {
        const line = grid[at + down]
        for (
          let right = 0;
          line && right < cell.columns && column + right < mostColumns;
          right += 1
        ) {
          line[column + right] = { text: cell.text, isHead: cell.isHead }
        }
      }
      column += cell.columns
    }
  }
  return grid
}

/**
 * A table as lines of Markdown. Of several rows of heads the last names the columns; a head of one cell over all
 * columns is the table's title and stands above it.
 */
export function tableLines(element: Element, textOf: CellText): string[] {
  const grid = gridOf(rowsOf(element, textOf)).filter((row) => row.length > 0)
  const titles: string[] = []
  while (grid.length > 1 && grid[0] && grid[0].length > 1) {
    const texts = new Set(grid[0].map((cell) => cell.text))
    if (texts.size !== 1) break
    titles.push(grid.shift()?.[0]?.text ?? '')
  }
  let heads = 0
  while (heads < grid.length - 1 && grid[heads]?.every((cell) => cell.isHead)) heads += 1
  const [head, ...body] = grid.slice(Math.max(0, heads - 1))
  if (!head) return []
  const write = (row: readonly { text: string }[]) =>
    `| ${Array.from(row, (cell) => cell?.text ?? '').join(' | ')} |`
  return [
    '',
    ...titles.filter((title) => title !== '').flatMap((title) => [title, '']),
    write(head),
    `|${Array.from(head, () => ' --- |').join('')}`,
    ...body.map(write),
    '',
  ]
}
