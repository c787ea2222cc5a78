import type { RoleSection } from './assign.ts'
import { rangeOf, type DutyParts, type FoundBoundary } from './duty-parts.ts'
import type { MentionIndex } from './mentions.ts'
import type { Boundary } from './model.ts'
import { tidy, wordCount } from './phrase-trim.ts'
import { plainText } from './words.ts'

/** "layout, style guides and price negotiations" as its items; commas within brackets part nothing. */
function itemsOf(text: string): string[] {
  const bare = plainText(text).replace(/[.;]$/, '')
  if (wordCount(bare) <= 4 && !/[,;]/.test(bare)) return [bare]
  return bare
    .replace(/\([^()]*\)/g, (brackets) => brackets.replaceAll(',', '\u0000'))
    .split(/[,;]\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+(?=[^,;]*$)/)
    .map((item) => tidy(item.replaceAll('\u0000', ',').replace(/\s*\([^()]*\)\s*$/, '')))
    .filter((item) => /\p{L}{3}/u.test(item))
}

/** What the lists below "Not responsible for" and "Out of scope" say, each task with its owner where one is named. */
export function boundariesIn(
  parts: DutyParts,
  sections: readonly RoleSection[],
  index: MentionIndex,
): FoundBoundary[] {
  return sections.flatMap((section): FoundBoundary[] => {
    const { roleKey } = section
    if (section.kind !== 'not-duties' || roleKey === null) return []
    return section.blocks.flatMap((block): FoundBoundary[] => {
      const [first] = parts.sentencesIn(block.start, block.end)
      if (!first) return []
      const owner = index.within(block.start, block.end).find((mention) => mention.key !== roleKey)
      const arrow = /\s*(?:->|→|=>)\s*/.exec(first.text)
      const prov = [rangeOf(parts, first, 'fact')]
      const tasks = arrow
        ? [tidy(plainText(first.text.slice(0, arrow.index)))]
        : itemsOf(first.text)
      const isHis =
        arrow !== null ||
        /\(that|\(this|\bthat is\b|\bbelongs? to\b|\bleft to\b|\bgoes to\b/.test(block.text)
      return tasks.map((task) => ({
        roleKey,
        task,
        ownerKey: isHis ? (owner?.key ?? null) : null,
        prov,
      }))
    })
  })
}

/** Boundaries with the ids of their roles, none twice. */
export function boundariesOf(parts: DutyParts, found: readonly FoundBoundary[]): Boundary[] {
  const unique = new Map<string, Boundary>()
  for (const { roleKey, task, ownerKey, prov } of found) {
    const key = `${roleKey}\u0000${task.toLowerCase()}`
    if (unique.has(key)) continue
    unique.set(key, {
      role: parts.idOfRole(roleKey),
      task,
      owner: ownerKey === null ? null : parts.idOfRole(ownerKey),
      prov,
    })
  }
  return [...unique.values()]
}
