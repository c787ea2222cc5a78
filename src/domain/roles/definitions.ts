import type { Definition } from '#domain/cards/rolegen.ts'
import type { RoleSection } from './assign.ts'
import { isSpecific, rangeOf, type DutyParts } from './duty-parts.ts'
import { statementsIn } from './duty-sentence.ts'
import { factId } from './fact-id.ts'
import { wordCount } from './phrase-trim.ts'
import type { Sentence } from './sentences.ts'
import { plainText } from './words.ts'

const defining =
  /\b(?:is|are)\s+(?:\w+ly\s+)?(?:responsible|accountable|answerable)\s+for\b|\b(?:is|are)\s+(?:the|an?)\s+(?:\w+\s+){0,3}(?:person|people|one|member|role|officer|post|body|team)\s+(?:who|that|which|responsible)\b|\b(?:is|are)\s+in\s+charge\s+of\b|\bmeans the\b/i

/** What is said in praise of a role defines nothing. */
const praise =
  /\b(?:backbone|heart|guardian|linchpin|face of|unsung|architects? (?:behind|of)|pivotal|hero(?:es)?)\b/i

/** "An X is responsible for ...", "An X is the person who ...": the sentence that says first what a role is for. */
export function definitionsOf(parts: DutyParts, sections: readonly RoleSection[]): Definition[] {
  const found = new Map<string, Definition>()
  const take = (sentence: Sentence, section: string | null) => {
    const isDefining = defining.test(sentence.text) && !praise.test(sentence.text)
    if (!isDefining || /\?$/.test(sentence.text)) return
    for (const { subject, text, isNegated } of statementsIn(sentence.text, parts.words).slice(
      0,
      1,
    )) {
      const [key, ...others] =
        subject.kind === 'roles' ? subject.keys : section === null ? [] : [section]
      if (key === undefined || others.length > 0 || isNegated || found.has(key)) continue
      if (subject.kind === 'noun' && !parts.ownersOf(subject.noun).includes(key)) continue
      if (!isSpecific(text) || wordCount(text) > 26) continue
      const role = parts.idOfRole(key)
      found.set(key, {
        id: factId('d', role, text),
        role,
        text: plainText(text),
        prov: [rangeOf(parts, sentence)],
      })
    }
  }
  for (const section of sections) {
    if (section.kind === 'aside' || section.kind === 'faq') continue
    for (const block of section.blocks) {
      if (block.kind !== 'paragraph' && block.kind !== 'quote') continue
      for (const sentence of parts.sentencesIn(block.start, block.end))
        take(sentence, section.roleKey)
    }
  }
  return [...found.values()]
}
