import type { RoleSection } from './assign.ts'
import type { Block } from './block.ts'
import type { DutyParts } from './duty-parts.ts'
import type { MentionIndex } from './mentions.ts'
import type { TableFindings } from './tables.ts'
import { wordsOf } from './words.ts'

const mostOwners = 3

const isEverybody = (key: string): boolean =>
  /^(?:everyone|everybody|anyone|all(?: \w+)?|we all|both|members?|the whole team)$/.test(key)

/**
 * Every sentence and item by the role it is about: those of its own sections, those that name it or its head
 * noun anywhere, and the tasks of tables in which it has a part. What stands here may be true of the role.
 */
export function passagesOf(
  parts: DutyParts,
  {
    sections,
    blocks,
    index,
    tables,
  }: {
    readonly sections: readonly RoleSection[]
    readonly blocks: readonly Block[]
    readonly index: MentionIndex
    readonly tables: TableFindings
  },
): Map<string, string[]> {
  const passages = new Map<string, Set<string>>()
  const roles = [...new Set(sections.flatMap(({ roleKey }) => (roleKey === null ? [] : [roleKey])))]
  const add = (key: string, text: string) => {
    const id = parts.idOfRole(key)
    const own = passages.get(id)
    if (own) own.add(text)
    else passages.set(id, new Set([text]))
  }
  for (const section of sections) {
    const key = section.roleKey
    if (key === null) continue
    // What everybody has to do, each role has to do.
    const keys = isEverybody(key) ? roles : [key]
    for (const block of section.blocks) {
      for (const sentence of parts.sentencesIn(block.start, block.end))
        for (const each of keys) add(each, sentence.text)
    }
  }
  for (const block of blocks) {
    if (block.kind === 'heading') continue
    for (const sentence of parts.sentencesIn(block.start, block.end)) {
      for (const { key } of index.within(sentence.start, sentence.end)) add(key, sentence.text)
      for (const word of wordsOf(sentence.text)) {
        const owners = parts.ownersOf(word)
        // A noun that many names end in tells of none of them.
        if (owners.length <= mostOwners) for (const key of owners) add(key, sentence.text)
      }
    }
  }
  for (const { keys, text } of tables.passages) for (const key of keys) add(key, text)
  return new Map([...passages].map(([id, texts]) => [id, [...texts]]))
}
