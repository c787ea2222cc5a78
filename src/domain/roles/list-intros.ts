import type { RoleSection } from './assign.ts'
import type { Block } from './block.ts'
import type { RoleAtStart, RoleWords } from './clauses.ts'
import { sentencesIn } from './sentences.ts'
import { plainText } from './words.ts'

const article = /^(?:the|an?|each|every|our|all)\s+/i

/** What may stand between a name and the list of what its holder does. */
const opensDuties =
  /^\s*(?:,?\s*in (?:particular|addition),?\s*|also\s+)?(?:shall|must|will|should|is to|are to|has to|have to|is responsible for|are responsible for|is in charge of|has charge of|(?:has|have) the (?:following )?(?:duty|duties|tasks?|responsibilit(?:y|ies)))(?:\s+(?:also|further|then|in particular|as follows|the following|to))*$/i
const theirs =
  /^(?:it (?:is|shall be|will be)\s+(?:also\s+)?)?(?:the\s+)?(?:(?:main|further|particular|principal|general)\s+)?(?:duty|duties|tasks?|responsibilit(?:y|ies)|functions)\s+of\s+/i

const bareName = (text: string, roleAtStart: RoleAtStart) => {
  const name = text.replace(article, '')
  const role = roleAtStart(name)
  return role ? { key: role.key, rest: name.slice(role.length) } : null
}

/** The role whose duties stand in the list below a text: "It is the duty of the Scribe:", "The Warden shall:". */
export function introducedRole(text: string, words: RoleWords): string | null {
  const plain = plainText(text)
  if (!/[:–—-]\s*$/.test(plain)) return null
  const told = plain.replace(/\s*[:–—-]+\s*$/, '')
  const of = theirs.exec(told)
  const owner = of ? bareName(told.slice(of[0].length), words.roleAtStart) : null
  if (
    owner &&
    /^(?:\s+(?:is|are|shall be|include|includes|to|as follows|in particular))*$/i.test(owner.rest)
  )
    return owner.key
  const subject = bareName(told, words.roleAtStart)
  return subject && opensDuties.test(subject.rest) ? subject.key : null
}

/**
 * A section in parts, so that each list stands with the role that the paragraph above it gives it to; the section
 * as it is where no paragraph does.
 */
export function splitAtIntros(section: RoleSection, text: string, words: RoleWords): RoleSection[] {
  const parts: { roleKey: string | null; blocks: Block[] }[] = [{ roleKey: null, blocks: [] }]
  for (const [index, block] of section.blocks.entries()) {
    const isItem = block.kind === 'bullet'
    if (!isItem && parts.at(-1)?.roleKey) parts.push({ roleKey: null, blocks: [] })
    parts.at(-1)?.blocks.push(block)
    if (block.kind !== 'paragraph' || section.blocks[index + 1]?.kind !== 'bullet') continue
    const last = sentencesIn(text, block.start, block.end).at(-1)
    const roleKey = last ? introducedRole(last.text, words) : null
    if (roleKey !== null) parts.push({ roleKey, blocks: [] })
  }
  return parts
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ roleKey, blocks }) =>
      roleKey === null
        ? { ...section, blocks }
        : { ...section, blocks, roleKey, isOwn: true, kind: 'duties' },
    )
}
