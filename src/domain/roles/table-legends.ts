import { stopWords } from './lexicon/stop-words.ts'
import { nameInTitle } from './role-titles.ts'
import type { Table } from './table-lines.ts'

const short = /^\p{Lu}[\p{Lu}\d&/]{1,4}$/u

/** The column that holds nothing but short forms, each once; -1 when there is none. */
function shortColumn([head = [], ...body]: Table): number {
  return head.findIndex((_, column) => {
    const cells = body.map((row) => row[column]?.text.trim() ?? '')
    return cells.every((cell) => short.test(cell)) && new Set(cells).size === cells.length
  })
}

/**
 * What short forms stand for, by tables that give each beside a job ("QM | Quality Manager"). One that is a word of
 * running text as well ("IT") is left out.
 */
export function legendsIn(tables: readonly Table[]): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap((table) => {
      const column = shortColumn(table)
      const body = column < 0 ? [] : table.slice(1)
      const names = body.map((row) => nameInTitle(row[column + 1]?.text ?? ''))
      if (names.filter((found) => found?.noun === 'role').length * 2 <= body.length) return []
      return body.flatMap((row, index) => {
        const form = row[column]?.text.trim() ?? ''
        const name = names[index]?.name
        return name === undefined || stopWords.has(form.toLowerCase())
          ? []
          : [[form, name] as const]
      })
    }),
  )
}
