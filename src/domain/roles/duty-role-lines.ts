import { rangeOf, type DutyParts, type FoundDuty } from './duty-parts.ts'
import type { Block } from './block.ts'
import { baseVerbPhrase } from './phrase.ts'
import { tidy, wordCount } from './phrase-trim.ts'
import { standsAlone } from './predicate.ts'
import { runInOf } from './run-ins.ts'
import { kindOf } from './section-kinds.ts'
import { sentencesIn } from './sentences.ts'
import { plainText } from './words.ts'

/** What may follow the name of whoever does it: nothing, "only", or a remark after a mark. */
const closes = /^(?:\s+(?:only|alone|too|as well))?\s*(?:$|[.,;(!–—-])/i
/** Titles that tell of somebody's place rather than of a thing to do. */
const noDuty =
  /^(?:author|by|contact|editor|from|line manager|location|manager|name|office|owner|phone|reports? to|signed|to|version|with)\b/i
/** So many lines of this form speak for one another. */
const fewest = 2

function fromLine(parts: DutyParts, block: Block): FoundDuty | null {
  const title = runInOf(parts.text, block)
  if (!title || title.joint !== 'dash' || noDuty.test(title.text)) return null
  if (kindOf(title.text) !== 'plain' || parts.words.roleAtStart(title.text)) return null
  const body = plainText(parts.text.slice(title.bodyStart, block.end)).replace(
    /^(?:the|our|an?|each)\s+/i,
    '',
  )
  const role = parts.words.roleAtStart(body)
  if (!role || !closes.test(body.slice(role.length))) return null
  const told = baseVerbPhrase(title.text, 'object')
  const thing = title.text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  const text = told ?? tidy(`take responsibility for ${thing}`)
  const [first] = sentencesIn(parts.text, block.start, block.end)
  if (!first || !standsAlone(text) || wordCount(title.text) < 2) return null
  const prov = [rangeOf(parts, first, 'fact')]
  return { roleKey: role.key, text, title: null, form: 'phrase', isListed: true, prov }
}

/** "Keys to the cage - shift manager only.": lines that give a thing to do and, after a dash, whose it is. */
export function fromDutyRoleLines(parts: DutyParts, blocks: readonly Block[]): FoundDuty[] {
  const found = blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'bullet' ? (fromLine(parts, block) ?? []) : [],
  )
  return found.length >= fewest ? found : []
}
