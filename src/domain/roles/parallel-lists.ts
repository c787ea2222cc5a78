import type { RoleSection } from './assign.ts'
import type { Block } from './block.ts'
import { namesDoing, nounVerbs } from './lexicon/noun-verbs.ts'
import { baseOfGerund, baseOfNoun, baseOfThird, isBaseVerb } from './lexicon/verbs.ts'

/** So many roles with lists of one form speak for one another. */
const fewest = 3
/** The share of their items that must tell a doing. */
const leastDoing = 0.4

/** Does an item begin by telling to do something, or by the name of a doing ("Investigation of losses")? */
export function tellsDoing(text: string): boolean {
  const [first = '', second = ''] = text.replace(/^[^\p{L}]+/u, '').split(/[^\p{L}-]+/u)
  const word = /ly$|^to$|^also$/.test(first) ? second : first
  return (
    isBaseVerb(word) ||
    baseOfThird(word) !== null ||
    baseOfGerund(word) !== null ||
    baseOfNoun(word) !== null ||
    namesDoing(word)
  )
}

const isItem = (block: Block) => block.kind === 'bullet'
/** What tells where and when rather than what ("Reports to: the dean", "9 to 5"). */
const isLabelled = (block: Block) => /^[\p{L}\s]{2,24}:\s|^\d/u.test(block.text)

const firstWordOf = (text: string) => /^[^\p{L}]*([\p{L}-]+)/u.exec(text)?.[1] ?? ''

/** Do items name doings ("Booking of vans", "Salt on the ramp") and none of them tell somebody to do something? */
function namesDoings(items: readonly Block[]): boolean {
  const words = items.map(({ text }) => firstWordOf(text))
  const named = words.filter((word) => baseOfGerund(word) !== null || baseOfNoun(word) !== null)
  const told = words.filter((word) => {
    const base = isBaseVerb(word) ? word.toLowerCase() : baseOfThird(word)
    return base !== null && !nounVerbs.has(base)
  })
  return named.length >= 3 && named.length >= items.length * 0.25 && told.length * 4 <= named.length
}

/**
 * Sections of lists without a word on what they are, as sections of duties, where several roles have one each and
 * their items tell doings: "hot soup by noon" among them is a duty then.
 */
export function withParallelDuties(sections: readonly RoleSection[]): RoleSection[] {
  const isPlainList = ({ kind, isOwn, roleKey, blocks }: RoleSection) => {
    const items = blocks.filter(isItem)
    const [first] = blocks
    return (
      kind === 'plain' &&
      isOwn &&
      roleKey !== null &&
      first !== undefined &&
      isItem(first) &&
      items.length >= 2 &&
      items.every(({ level }) => level === first.level)
    )
  }
  const rows = Map.groupBy(
    sections.filter(isPlainList),
    ({ rank, heading }) => `${rank}/${heading?.mark ?? ''}`,
  )
  const found = new Map<RoleSection, RoleSection>()
  for (const row of rows.values()) {
    const items = row.flatMap(({ blocks }) => blocks.filter(isItem))
    const doing = items.filter(({ text }) => tellsDoing(text)).length
    const labelled = items.filter(isLabelled).length
    const roles = new Set(row.map(({ roleKey }) => roleKey)).size
    if (roles < fewest || doing < items.length * leastDoing || labelled * 4 >= items.length)
      continue
    const isNounList = namesDoings(items)
    for (const section of row) found.set(section, { ...section, kind: 'duties', isNounList })
  }
  return sections.map((section) => found.get(section) ?? section)
}
