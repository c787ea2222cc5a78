import type { RoleSection } from './assign.ts'
import type { Block } from './block.ts'
import type { DutyParts, FoundBoundary, FoundDuty } from './duty-parts.ts'
import { fromDutyRoleLines } from './duty-role-lines.ts'
import { fromItem, fromTitled, isVerbList, titleOf } from './listed-duties.ts'
import { splitAtIntros } from './list-intros.ts'
import { baseVerbPhrase } from './phrase.ts'
import {
  fromBareSentences,
  fromSentences,
  type SentencePlace,
  type Told,
} from './sentence-duties.ts'

/** A list item that only introduces the items below it. */
const introduces = (block: Block, next: Block | undefined): boolean =>
  next?.kind === 'bullet' && next.level > block.level && !/[.!?]$/.test(block.text)

/** "Role: …, Responsibilities: …" under each item: a table of contents, whose names are no roles. */
export const isOverview = (block: Block, next: Block | undefined): boolean =>
  introduces(block, next) && /^(?:roles?|responsibilities)\s*:/i.test(next?.text ?? '')

/** The title that an item gives to the items below it. */
function introducedTitle(parts: DutyParts, parent: Block) {
  const raw = parent.text
    .replace(/^(?:key |main )?(?:responsibilit(?:y|ies)|duty|task)\s*:\s*/i, '')
    .replace(/[:,]$/, '')
  const at = parts.text.indexOf(raw, parent.start)
  const start = at >= parent.start && at < parent.end ? at : parent.start
  return { start, end: Math.min(parent.end, start + raw.length), text: raw }
}

interface Collected {
  readonly duties: FoundDuty[]
  readonly boundaries: FoundBoundary[]
}

const collect = (into: Collected, told: Told): void => {
  into.duties.push(...told.duties)
  into.boundaries.push(...told.boundaries)
}

/** Items of a section about nobody in particular: only sentences that name their subject tell duties. */
function fromItems(parts: DutyParts, section: RoleSection, place: SentencePlace): Told {
  const found: Collected = { duties: [], boundaries: [] }
  const items = section.blocks.filter((block) => block.kind === 'bullet')
  const { roleKey } = section
  const isList = isVerbList(items)
  let skippedLevel: number | null = null
  let parent: Block | null = null
  for (const [index, block] of section.blocks.entries()) {
    if (block.kind !== 'bullet') continue
    const next = section.blocks[index + 1]
    if (skippedLevel !== null && block.level > skippedLevel) continue
    skippedLevel = isOverview(block, next) ? block.level : null
    if (skippedLevel !== null) continue
    if (roleKey === null) {
      collect(found, fromSentences(parts, parts.sentencesIn(block.start, block.end), place))
      continue
    }
    const item = {
      roleKey,
      place,
      isVerbList: isList,
      isNounList: section.isNounList ?? false,
      isDutyList: section.kind === 'duties' || (section.isOwn && isList),
    }
    if (introduces(block, next)) {
      parent = block
      continue
    }
    const isBelow = parent !== null && block.level > parent.level
    if (!isBelow) parent = null
    const above = parent && titleOf(parts, block) === null ? introducedTitle(parts, parent) : null
    // "Keep the records:" above its items is a duty in other words, not a title.
    if (above && baseVerbPhrase(above.text) === null) {
      const body = parts.sentencesIn(block.start, block.end)
      const titled = fromTitled(parts, item, above, body)
      if (titled) {
        found.duties.push(titled)
        collect(found, fromSentences(parts, body, place))
        continue
      }
    }
    collect(found, fromItem(parts, item, block))
  }
  return found
}

/** The duties of one section, in order, and what it says that somebody does not do. */
export function dutiesOf(parts: DutyParts, section: RoleSection, mayBeYou: boolean): Told {
  const told = splitAtIntros(section, parts.text, parts.words).map((each) =>
    dutiesIn(parts, each, mayBeYou),
  )
  return {
    duties: told.flatMap(({ duties }) => duties),
    boundaries: told.flatMap(({ boundaries }) => boundaries),
  }
}

/** Questions whose answers tell what somebody does, not whether or why. */
const asksWho =
  /(?:^|[.!]\s+)\W*(?:(?:and|so|but)\s+)?(?:who\b(?!\s+(?:are|am|can i|do i)\b)|what\s+do(?:es)?\b)/i

function dutiesIn(parts: DutyParts, section: RoleSection, mayBeYou: boolean): Told {
  const isAnswer = section.kind === 'faq' && asksWho.test(section.heading?.text ?? '')
  if (!isAnswer && !['plain', 'duties', 'steps'].includes(section.kind))
    return { duties: [], boundaries: [] }
  // An answer is about whoever it names.
  const roleKey = isAnswer ? null : section.roleKey
  const place: SentencePlace = { section: roleKey, mayBeYou, isListed: false }
  const found: Collected = { duties: [], boundaries: [] }
  collect(found, fromItems(parts, section, place))
  if (!section.isOwn) found.duties.push(...fromDutyRoleLines(parts, section.blocks))
  for (const block of section.blocks) {
    if (block.kind !== 'paragraph') continue
    const sentences = parts.sentencesIn(block.start, block.end)
    collect(found, fromSentences(parts, sentences, place))
    if (roleKey !== null && (section.kind === 'duties' || section.isOwn))
      found.duties.push(...fromBareSentences(parts, sentences, roleKey, section.kind === 'duties'))
  }
  return found
}
