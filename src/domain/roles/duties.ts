import type { Range } from '#domain/cards/rolegen.ts'
import type { RoleSection } from './assign.ts'
import type { Block } from './blocks.ts'
import { dutySentence, goesOn, type RoleAtStart } from './duty-sentence.ts'
import { factId } from './fact-id.ts'
import { isBaseVerb } from './lexicon/verbs.ts'
import type { Fact } from './model.ts'
import { baseVerbPhrase } from './phrase.ts'
import { isCallToAction } from './sections.ts'
import { sentencesIn, type Sentence } from './sentences.ts'
import { contentOf, containment, similarity, wordsOf } from './words.ts'

/** What extraction works with. */
export interface DutyParts {
  readonly text: string
  readonly sourceId: string
  readonly roleAtStart: RoleAtStart
  readonly idOfRole: (key: string) => string
}

/** A found duty before duplicates are merged. */
export interface FoundDuty {
  readonly roleKey: string
  readonly text: string
  readonly title: string | null
  readonly form: Fact['form']
  readonly isListed: boolean
  readonly prov: readonly Range[]
}

const titlePattern = /^((?:\p{Lu}|\d)[^:.!?]{1,60}?)\s*:\s+(?=\S)/u
const labels =
  /^(?:roles?|responsibilit(?:y|ies)|key responsibility|dut(?:y|ies)|skills?|skillset|tools?|focus|note|example|tip|goal|purpose|summary|overview|location|salary|reports to|department|technical skills|non-technical skills|soft skills|hard skills|specialization areas?|resources.*|solutions|common challenges|emerging technologies|responsible|accountable|consulted|informed)$/i
const vacuous =
  /\b(?:is|are|stands?(?: as)?|remains?)\s+(?:a |an |the |also |\w+ly )*(?:paramount|key|crucial|critical|essential|important|vital|pivotal|cornerstone|indispensable)\b/i

const rangeOf = (
  parts: DutyParts,
  start: number,
  end: number,
  supports?: Range['supports'],
): Range => ({
  source: parts.sourceId,
  start,
  end,
  quote: parts.text.slice(start, end),
  ...(supports ? { supports } : {}),
})

/** Enough content of its own to be asked for. */
const isSpecific = (text: string) => contentOf(text).size >= 2 && wordsOf(text).length >= 3

/** "Title: what it means": the best sentence of the body tells the duty. */
function fromTitled(
  parts: DutyParts,
  roleKey: string,
  title: { start: number; end: number; text: string },
  body: readonly Sentence[],
): FoundDuty | null {
  const titleRange = rangeOf(parts, title.start, title.end, 'prompt')
  const asDuty = baseVerbPhrase(title.text)
  const isFinite = /^\p{Lu}\p{Ll}+s\b/u.test(title.text) && asDuty !== null
  if (isFinite && isSpecific(asDuty)) {
    return {
      roleKey,
      text: asDuty,
      title: null,
      form: 'phrase',
      isListed: true,
      prov: [titleRange],
    }
  }
  const base = { roleKey, title: title.text, isListed: true }
  for (const sentence of body) {
    const said = dutySentence(sentence.text, parts.roleAtStart)
    const phrase = said?.text ?? (body.length === 1 ? baseVerbPhrase(sentence.text) : null)
    if (phrase === null || !isSpecific(phrase)) continue
    if (said?.subject && said.subject !== roleKey) continue
    const prov = [rangeOf(parts, sentence.start, sentence.end, 'fact'), titleRange]
    return { ...base, text: phrase, form: 'phrase', prov }
  }
  const clause = body.find((sentence) => !vacuous.test(sentence.text) && isSpecific(sentence.text))
  if (!clause) return null
  const prov = [rangeOf(parts, clause.start, clause.end, 'fact'), titleRange]
  return { ...base, text: clause.text.replace(/[.]$/, ''), form: 'clause', prov }
}

/** Sentences that say of somebody what they do. */
function fromSentences(
  parts: DutyParts,
  roleKey: string | null,
  sentences: readonly Sentence[],
): FoundDuty[] {
  let named: string | null = null
  return sentences.flatMap((sentence): FoundDuty[] => {
    if (/\?$/.test(sentence.text) || isCallToAction(sentence.text)) return []
    const said = dutySentence(sentence.text, parts.roleAtStart)
    named = said?.subject ?? (goesOn(sentence.text) ? named : null)
    const owner = named ?? roleKey
    if (!said || owner === null || !isSpecific(said.text)) return []
    const prov = [rangeOf(parts, sentence.start, sentence.end, 'fact')]
    return [{ roleKey: owner, text: said.text, title: null, form: 'phrase', isListed: false, prov }]
  })
}

/** "Align projects with strategy.": below a heading of duties a bare verb is one. */
function fromImperatives(
  parts: DutyParts,
  roleKey: string,
  sentences: readonly Sentence[],
): FoundDuty[] {
  return sentences.flatMap((sentence): FoundDuty[] => {
    const phrase =
      /[.]$/.test(sentence.text) && !isCallToAction(sentence.text)
        ? bareImperative(sentence.text)
        : null
    if (phrase === null || !isSpecific(phrase)) return []
    const prov = [rangeOf(parts, sentence.start, sentence.end, 'fact')]
    return [{ roleKey, text: phrase, title: null, form: 'phrase', isListed: false, prov }]
  })
}

/** Invitations to the reader, not duties: "Discover our guide", "Explore resources". */
const invites =
  /^(?:access|check|contact|discover|explore|find|follow|join|learn|read|see|share|start|visit|watch)\b|\b(?:our|your|you)\b/i

const bareImperative = (sentence: string): string | null => {
  const bare = sentence.replace(/^\w+ly\s+/, '')
  if (invites.test(bare) || !isBaseVerb(/^[\p{L}-]+/u.exec(bare)?.[0] ?? '')) return null
  return baseVerbPhrase(sentence)
}

const titleOf = (parts: DutyParts, block: Block) => {
  const raw = parts.text.slice(block.start, block.end)
  const bold = /^(\*\*|__)(.{2,70}?)\1\s*[:–—-]?\s*(?=\S)|^(\*\*|__)(.{2,70}?):\3\s*(?=\S)/.exec(
    raw,
  )
  const boldText = bold?.[2] ?? bold?.[4]
  if (bold && boldText) {
    const start = block.start + 2
    const text = boldText.replace(/[:.]$/, '')
    return { start, end: start + text.length, text, bodyStart: block.start + bold[0].length }
  }
  const plain = titlePattern.exec(raw)
  const text = plain?.[1]
  if (!plain || !text || text.split(/\s+/).length > 9) return null
  return {
    start: block.start,
    end: block.start + text.length,
    text,
    bodyStart: block.start + plain[0].length,
  }
}

/** A list item that only introduces the items below it. */
const introduces = (block: Block, next: Block | undefined): boolean =>
  next?.kind === 'bullet' && next.level > block.level && !/[.!?]$/.test(block.text)

/** "Role: …, Responsibilities: …" under each item: a table of contents, whose names are no roles. */
const isOverview = (block: Block, next: Block | undefined): boolean =>
  introduces(block, next) && /^(?:roles?|responsibilities)\s*:/i.test(next?.text ?? '')

function fromBullet(parts: DutyParts, section: RoleSection, block: Block): FoundDuty[] {
  const { roleKey } = section
  const title = titleOf(parts, block)
  const body = sentencesIn(parts.text, title?.bodyStart ?? block.start, block.end)
  if (roleKey !== null && title && !labels.test(title.text.trim())) {
    const found = fromTitled(parts, roleKey, title, body)
    return found ? [found] : fromSentences(parts, roleKey, body)
  }
  if (body.length === 1 && roleKey !== null) {
    const [only] = body
    const phrase = only ? baseVerbPhrase(only.text) : null
    if (only && phrase !== null && isSpecific(phrase)) {
      const prov = [rangeOf(parts, only.start, only.end, 'fact')]
      return [{ roleKey, text: phrase, title: null, form: 'phrase', isListed: true, prov }]
    }
    const said = fromSentences(parts, roleKey, body)
    const isDutyList =
      section.kind === 'duties' && only && isSpecific(only.text) && !vacuous.test(only.text)
    if (said.length > 0 || !isDutyList || /:$/.test(only.text)) return said
    // A duty written as a noun phrase ("Incident response within an hour").
    const prov = [rangeOf(parts, only.start, only.end, 'fact')]
    const text = only.text.replace(/[.;,]$/, '')
    return [{ roleKey, text, title: null, form: 'clause', isListed: true, prov }]
  }
  return fromSentences(parts, roleKey, body)
}

/** The duties of one section, in order. */
export function dutiesOf(parts: DutyParts, section: RoleSection): FoundDuty[] {
  if (!['plain', 'duties'].includes(section.kind)) return []
  const found: FoundDuty[] = []
  let skippedLevel: number | null = null
  let parent: Block | null = null
  for (const [index, block] of section.blocks.entries()) {
    const next = section.blocks[index + 1]
    if (block.kind === 'bullet') {
      if (skippedLevel !== null && block.level > skippedLevel) continue
      skippedLevel = isOverview(block, next) ? block.level : null
      if (skippedLevel !== null) continue
      if (introduces(block, next)) {
        parent = block
        continue
      }
      if (parent && block.level > parent.level && section.roleKey !== null) {
        const raw = parent.text
          .replace(/^(?:key |main )?(?:responsibilit(?:y|ies)|duty|task)\s*:\s*/i, '')
          .replace(/:$/, '')
        const at = parts.text.indexOf(raw, parent.start)
        const start = at >= parent.start && at < parent.end ? at : parent.start
        const title = { start, end: Math.min(parent.end, start + raw.length), text: raw }
        const own = titleOf(parts, block)
        const titled = own
          ? null
          : fromTitled(
              parts,
              section.roleKey,
              title,
              sentencesIn(parts.text, block.start, block.end),
            )
        if (titled) found.push(titled)
        found.push(
          ...(titled
            ? fromSentences(parts, section.roleKey, sentencesIn(parts.text, block.start, block.end))
            : fromBullet(parts, section, block)),
        )
        continue
      }
      parent = null
      found.push(...fromBullet(parts, section, block))
    } else if (block.kind === 'paragraph') {
      const sentences = sentencesIn(parts.text, block.start, block.end)
      found.push(...fromSentences(parts, section.roleKey, sentences))
      if (section.kind === 'duties' && section.roleKey !== null) {
        found.push(...fromImperatives(parts, section.roleKey, sentences))
      }
    }
  }
  return found
}

const rankOf = (found: FoundDuty): number =>
  (found.title !== null ? 4 : 0) + (found.isListed ? 2 : 0) + (found.form === 'phrase' ? 1 : 0)

/** One fact for each duty of a role: what is said twice in other words is one, with all its passages. */
export function mergeDuties(parts: DutyParts, found: readonly FoundDuty[]): Fact[] {
  const facts: Fact[] = []
  for (const own of Map.groupBy(found, (each) => each.roleKey).values()) {
    const kept: { best: FoundDuty; content: ReadonlySet<string>; also: Range[] }[] = []
    const ordered = own
      .map((each, index) => ({ each, index }))
      .sort((a, b) => rankOf(b.each) - rankOf(a.each) || a.index - b.index)
    for (const { each } of ordered) {
      const content = contentOf(`${each.text} ${each.title ?? ''}`)
      const twin = kept.find(
        (other) =>
          similarity(content, other.content) >= 0.5 ||
          (Math.min(content.size, other.content.size) >= 2 &&
            containment(content, other.content) >= 0.75),
      )
      if (twin) twin.also.push(...each.prov.filter((range) => range.supports === 'fact'))
      else kept.push({ best: each, content, also: [] })
    }
    for (const { best, also } of kept.sort(
      (a, b) => (a.best.prov[0]?.start ?? 0) - (b.best.prov[0]?.start ?? 0),
    )) {
      facts.push({
        id: factId('r', best.roleKey, best.text),
        role: parts.idOfRole(best.roleKey),
        text: best.text,
        ...(best.title === null ? {} : { title: best.title }),
        prov: [...best.prov, ...also],
        form: best.form,
        isListed: best.isListed,
      })
    }
  }
  return uniqueBy(facts, (fact) => fact.id)
}

const uniqueBy = <Each>(list: readonly Each[], keyOf: (each: Each) => string): Each[] =>
  [...new Map(list.toReversed().map((each) => [keyOf(each), each])).values()].toReversed()
