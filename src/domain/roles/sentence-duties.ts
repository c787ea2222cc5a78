import { withoutLead } from './clauses.ts'
import {
  isCatchAll,
  rangeOf,
  rolesOf,
  tellsEnough,
  type DutyParts,
  type FoundBoundary,
  type FoundDuty,
} from './duty-parts.ts'
import { predicatesIn, statementsIn } from './duty-sentence.ts'
import { baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { baseVerbPhrase, firstWord } from './phrase.ts'
import { mostWords, shortened, wordCount } from './phrase-trim.ts'
import { standsAlone } from './predicate.ts'
import { isCallToAction } from './section-kinds.ts'
import type { Sentence } from './sentences.ts'
import { plainText } from './words.ts'

/** Where sentences stand. */
export interface SentencePlace {
  /** The role that the section is about. */
  readonly section: string | null
  /** May "you" be that role, as in a job description? */
  readonly mayBeYou: boolean
  /** In a list of duties: people wrote each as one. */
  readonly isListed: boolean
}

/** What sentences tell: duties, and what somebody does not do. */
export interface Told {
  readonly duties: readonly FoundDuty[]
  readonly boundaries: readonly FoundBoundary[]
}

/** The role that a sentence names first, as its subject or elsewhere at its beginning. */
function namedFirst(sentence: string, parts: DutyParts): string | null {
  const { rest } = withoutLead(plainText(sentence))
  return (
    parts.words.roleAtStart(rest.replace(/^(?:the|an?|each|every|our|these|this)\s+/i, ''))?.key ??
    null
  )
}

const goesOn = /\b(?:they|he|she|it|their|his|her|these|those|this|such)\b/i

/** What sentences say of somebody, each duty with its sentence. */
export function fromSentences(
  parts: DutyParts,
  sentences: readonly Sentence[],
  place: SentencePlace,
): Told {
  const duties: FoundDuty[] = []
  const boundaries: FoundBoundary[] = []
  let named: string | null = null
  const [first] = sentences
  for (const [index, sentence] of sentences.entries()) {
    if (/\?["”’]?$/.test(sentence.text) || isCallToAction(sentence.text)) continue
    const prov = [rangeOf(parts, sentence, 'fact')]
    // In a passage that has named one role alone, he or she is that one.
    if (named === null && first && /\b(?:he|she)\b/i.test(sentence.text))
      named = parts.onlyRoleIn({ start: first.start, end: sentence.start })
    for (const { subject, text, isNegated } of statementsIn(sentence.text, parts.words)) {
      const owners = rolesOf(subject, parts, { ...place, named })
      if (subject.kind === 'roles') named = subject.keys.at(-1) ?? named
      for (const roleKey of owners) {
        if (isNegated) boundaries.push({ roleKey, task: text, ownerKey: null, prov })
        else if (tellsEnough(text, parts.topics) && wordCount(text) <= 26 && !isCatchAll(text)) {
          duties.push({
            roleKey,
            text,
            title: null,
            form: 'phrase',
            isListed: place.isListed,
            prov,
          })
        }
      }
    }
    // Whom a sentence names matters only where the next one goes on about them.
    const next = sentences[index + 1]?.text ?? ''
    if (!goesOn.test(next)) continue
    const only = /^(?:he|she)\b/i.test(next) ? parts.onlyRoleIn(sentence) : null
    named = namedFirst(sentence.text, parts) ?? only ?? named
  }
  return { duties, boundaries }
}

/** A sentence up to where a clause of its own begins: "Checks | that nobody is inside". */
const mainPart = (text: string): string =>
  text.split(
    /\b(?:that|which|who|whom|whose|what|when|where|while|if|how|why|whether|because|as|until|unless|before|after|once|so)\b/i,
  )[0] ?? ''

/** Invitations to the reader, not duties: "Discover our guide", "Explore resources". */
const invites =
  /^(?:access|check out|contact|discover|explore|find|follow|join|learn|read|see|share|start|subscribe|visit|watch|send|apply|email|call|ask|let)\b|\b(?:our|your|you|we|us|me|I)\b/i

/**
 * Sentences without a subject: "Visits the site every month." in a role's own section, "Align projects with
 * strategy." below a heading of duties.
 */
export function fromBareSentences(
  parts: DutyParts,
  sentences: readonly Sentence[],
  roleKey: string,
  mayBeImperative: boolean,
): FoundDuty[] {
  return sentences.flatMap((sentence): FoundDuty[] => {
    if (!/[.]$/.test(sentence.text) || isCallToAction(sentence.text)) return []
    // "SHIFT DESK = yellow sign." explains a name.
    if (/^\p{Lu}{3,}\s|\s=\s/u.test(sentence.text)) return []
    // "Meets: first Monday.": when and where, not what.
    if (/^\p{Lu}\p{L}+\.?:\s/u.test(plainText(sentence.text))) return []
    const bare = plainText(sentence.text).replace(/^\w+ly\s+/, '')
    const word = firstWord(bare)
    // "Purchases above the limit shall be approved": a noun that looks like a verb is the subject.
    if (/^[^,;:]*?\b(?:shall|must|will|should|is|are|has been|have been)\b/.test(mainPart(bare)))
      return []
    const isThird = baseOfThird(word) !== null && !isBaseVerb(word)
    const isBase = mayBeImperative && isBaseVerb(word) && !invites.test(bare)
    if (!isThird && !isBase) return []
    const bareText = bare.replace(/[.]$/, '')
    const phrase = isThird ? null : baseVerbPhrase(bareText)
    const told = isThird
      ? predicatesIn(` ${bareText.charAt(0).toLowerCase()}${bareText.slice(1)}`, 'singular').map(
          ({ text }) => text,
        )
      : [phrase === null ? '' : shortened(phrase)]
    const prov = [rangeOf(parts, sentence, 'fact')]
    return told
      .filter(
        (text) =>
          tellsEnough(text, parts.topics) && standsAlone(text) && wordCount(text) <= mostWords,
      )
      .map((text) => ({ roleKey, text, title: null, form: 'phrase', isListed: false, prov }))
  })
}
