import { nameInTitle } from './role-titles.ts'
import { announcesRoles } from './section-kinds.ts'
import type { Section } from './sections.ts'

const withoutBrackets = (title: string) => title.replace(/\s*\([^()]*\)\s*$/, '')

/** How outright a heading says that roles stand below it: 3 for "Who does what", 1 when it only speaks of people. */
export const announces = (title: string): 0 | 1 | 2 | 3 => {
  // "Committees (as the law asks)"
  const heading = withoutBrackets(title)
  if (!announcesRoles(heading) || nameInTitle(heading)?.noun === 'role') return 0
  if (/\bwho \w+(?: \w+){0,2} what\b/i.test(heading)) return 3
  return /\broles?\b|\bresponsibilities\b|\bofficers\b|\bpositions\b|areas? of|\b(?:teams|committees|crews|departments)$|^(?:\W*\d*[.\s]*)(?:our |the )?(?:teams?|people|staff|crew|committees|levels|offices)$/i.test(
    heading,
  )
    ? 2
    : 1
}

const rowOf = ({ parent, rank }: Section) => `${parent ?? 'top'}/${rank}`

/**
 * What "Circles" in a row with "Teams" and "Committees" says of its entries: each is a circle ("Money Circle"). Given a
 * section that stands above names, tells whether a name is of its kind.
 */
export function kindsAmongTeams(
  sections: readonly Section[],
): (above: Section | null | undefined, name: string) => boolean {
  const announced = sections.filter(({ heading }) => heading && announces(heading.text) === 2)
  const rows = new Set(announced.map(rowOf))
  return (above, name) => {
    if (!above?.heading || !rows.has(rowOf(above))) return false
    const title = withoutBrackets(above.heading.text).toLowerCase()
    const kind = /^(?:\W*[\d.]*\s*)(?:our |the )?(\p{L}{3,})s$/u.exec(title)?.[1]
    return kind !== undefined && name.toLowerCase().endsWith(` ${kind}`)
  }
}
