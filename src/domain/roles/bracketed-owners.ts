import { tellsDoing } from './parallel-lists.ts'
import { nameInTitle, type TitleName } from './role-titles.ts'
import type { Section } from './sections.ts'

/** "Step 4: Cleaning (Porter)": who has the task that a heading names. */
const atEnd = /[^\s([].*?\s[([]([^()[\]]{3,50})[)\]]\s*$/u

/** Fewer headings in one form may be in it by chance. */
const fewest = 3

interface Owner extends TitleName {
  readonly section: Section
}

/**
 * Names that headings of one rank end with in brackets, each above a list of doings; none where fewer than three
 * headings are in that form, or most of the brackets hold no names of jobs.
 */
export function bracketedOwners(sections: readonly Section[]): Owner[] {
  const found = sections.flatMap((section): Owner[] => {
    const inner = atEnd.exec(section.heading?.text ?? '')?.[1]
    const name = inner === undefined ? null : nameInTitle(inner, true)
    const items = section.blocks.filter(({ kind }) => kind === 'bullet')
    const doings = items.filter(({ text }) => tellsDoing(text)).length
    const isAbove = items.length >= 2 && doings * 2 >= items.length
    return name?.isWhole && isAbove ? [{ ...name, section }] : []
  })
  return [...Map.groupBy(found, ({ section }) => section.rank).values()].flatMap((group) => {
    const jobs = group.filter(({ noun }) => noun === 'role' || noun === 'person').length
    return group.length >= fewest && jobs * 2 >= group.length ? group : []
  })
}
