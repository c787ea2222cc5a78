import type { Comparison, ComparisonAspect } from '#domain/cards/rolegen.ts'
import type { Block } from './block.ts'
import { rangeOf, type DutyParts } from './duty-parts.ts'
import { factId } from './fact-id.ts'
import type { MentionIndex } from './mentions.ts'
import type { Cell, Row, Table } from './table-lines.ts'
import { isLevel, isNamed, lettersOf, shapeOf, tablesOf } from './table-shape.ts'

const longestName = 40
/** A table that sets two jobs side by side does so in more than one respect. */
const fewestAspects = 2

/** A table turned so that its columns are its rows. */
const turned = (table: Table): Table =>
  (table[0] ?? []).map((_, column) => table.flatMap((row): Row => row.slice(column, column + 1)))

/** Comparisons of two roles: tables with a column, or a row, for each of the two and for nobody else. */
export function comparisonsInTables(
  parts: DutyParts,
  blocks: readonly Block[],
  index: MentionIndex,
): Comparison[] {
  const roleIn = (cell: Cell | undefined): string | null => {
    const keys = new Set(cell ? index.within(cell.start, cell.end).map(({ key }) => key) : [])
    const [key] = keys
    return keys.size === 1 && key !== undefined ? key : null
  }
  return tablesOf(blocks).flatMap((table): Comparison[] => {
    if (shapeOf(table)?.kind === 'matrix') return []
    const isDown = roleIn(table[0]?.[1]) === null
    const [head = [], ...body] = isDown ? turned(table) : table
    const [a, b] = [roleIn(head[1]), roleIn(head[2])]
    if (head.length !== 3 || a === null || b === null || a === b) return []
    // Two steps of one ladder are no two jobs that somebody mixes up.
    if (head.slice(1).some((cell) => isLevel(cell.text))) return []
    const aspects = body.flatMap(([name, own, other]): ComparisonAspect[] => {
      if (!isNamed(name) || !isNamed(own) || !isNamed(other)) return []
      if (name.text.length > longestName || lettersOf(own) !== null) return []
      return [
        {
          name: name.text.replace(/:$/, ''),
          a: [rangeOf(parts, own, 'answer')],
          b: [rangeOf(parts, other, 'answer')],
        },
      ]
    })
    if (aspects.length < fewestAspects) return []
    const [idA, idB] = [parts.idOfRole(a), parts.idOfRole(b)]
    const prov = aspects.flatMap((aspect) => [...aspect.a, ...aspect.b])
    return [{ id: factId('v', idA, idB), a: idA, b: idB, aspects, prov }]
  })
}

/** One comparison for each two roles, with the aspects of all that say something of the same two. */
export function joinedComparisons(found: readonly Comparison[]): Comparison[] {
  const byPair = Map.groupBy(found, ({ a, b }) => [a, b].toSorted().join('/'))
  return [...byPair.values()].flatMap((all): Comparison[] => {
    const [first, ...more] = all
    if (!first) return []
    const aspects = [...first.aspects]
    const names = new Set(aspects.map(({ name }) => name.toLowerCase()))
    for (const each of more)
      for (const { name, a, b } of each.aspects) {
        if (names.has(name.toLowerCase())) continue
        names.add(name.toLowerCase())
        aspects.push(each.a === first.a ? { name, a, b } : { name, a: b, b: a })
      }
    return [{ ...first, aspects, prov: aspects.flatMap(({ a, b }) => [...a, ...b]) }]
  })
}
