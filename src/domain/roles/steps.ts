import { rangeOf, type DutyParts } from './duty-parts.ts'
import { factId } from './fact-id.ts'
import type { Steps } from './model.ts'
import { tidy, wordCount } from './phrase-trim.ts'
import type { Section } from './sections.ts'

const fewest = 3
const most = 7

/**
 * Numbered procedures below a heading that says that they are one, as three to seven short steps in order.
 * A numbered list under any other heading is an enumeration whose order means nothing.
 */
export function stepsOf(parts: DutyParts, sections: readonly Section[]): Steps[] {
  return sections.flatMap((section, at): Steps[] => {
    const above = section.parent === null ? null : sections[section.parent]
    const heading = section.heading
    if (section.kind !== 'steps' || !heading) return []
    const items = section.blocks.filter((block) => block.kind === 'bullet' && block.level === 0)
    const isCounted = items.every((item, index) => item.number === index + 1)
    const isWhole = items.length >= fewest && items.length <= most && isCounted
    const texts = items.map((item) => tidy(item.text))
    const areShort = texts.every((text) => text !== '' && wordCount(text) <= 16)
    if (!isWhole || !areShort || new Set(texts).size !== texts.length) return []
    // "Steps:" alone says nothing of what; the heading above does.
    const bare = /^steps:?$/i.test(heading.text) ? above?.heading : heading
    if (!bare) return []
    return [
      {
        id: factId('o', `steps/${at}`, `${bare.text} ${texts.join(' ')}`),
        title: bare.text.replace(/[:.]$/, ''),
        items: texts,
        prov: [
          rangeOf(parts, bare, 'prompt'),
          ...items.map((item) => rangeOf(parts, item, 'answer')),
        ],
      },
    ]
  })
}
