import type { RoleWords, Subject } from './clauses.ts'
import { baseOfGerund } from './lexicon/verbs.ts'
import { baseVerbPhrase, firstWord } from './phrase.ts'

const dutyNoun =
  '(?:responsibilit(?:y|ies)|dut(?:y|ies)|tasks?|roles?|focus|goal|job|purpose|mission|expertise|vigilance|work|remit|function)'
/** "Their main duty involves X", "The primary responsibility of a R is to X", "At the core of R's duties lies X". */
const dutyIs = new RegExp(
  `\\b${dutyNoun}\\b([^.;]{0,110}?)\\b(?:is to|are to|involves?|includes?|entails?|revolves? around|extends? (?:beyond [^,]+, )?to|consists? of|lies|is|are)\\s+(.+)$`,
  'i',
)

const thisInvolves = /^this\s+(?:also\s+)?(?:involves?|includes?|entails?|means)\s+(.+)$/i
/** "Automation is a cornerstone, and in our house, it involves automating the nightly builds". */
const itInvolves =
  /,\s+(?:and\s+)?(?:in\s[^,]{2,60},\s+)?it\s+(?:also\s+)?(?:involves?|includes?|entails?|means)\s+(?=\p{Ll}+ing\b)(.+)$/u
/** "The Specialist's expertise is vital in addressing …" praises a duty. */
const praised =
  /^(?:vital|crucial|pivotal|essential|key|indispensable|instrumental|central|paramount)\s*,?\s+(?:in|for|to)\s+(?=\p{Ll}+ing\b)/u
/** What one must know is no duty; what one does with it is. */
const knowing = /^(?:understanding|knowing)\b[^,;]*?\band\s+(?=\p{Ll}+ing\b)/u

/** The duty that a sentence tells by a word for duties ("This involves X", "The focus is on X"), as a phrase in base form. */
export function fromDutyNoun(plain: string): string | null {
  const falls =
    /^(?:.{0,90}?,\s*)?the\s+(?:[\w-]+\s+)?responsibility\s+(?:of|for)\s+(.+?)\s+(?:falls|rests|lies)\b/i.exec(
      plain,
    )?.[1]
  if (falls) return baseVerbPhrase(falls, 'object')
  const involved = thisInvolves.exec(plain)?.[1] ?? itInvolves.exec(plain)?.[1]
  if (involved) return baseVerbPhrase(involved, 'object')
  const named =
    /^(.{6,120}?)\s+(?:is|are|stands? as|remains?)\s+(?:a|an|another|one of the|the)\s+(?:[\w-]+\s+){0,2}(?:responsibilit(?:y|ies)|dut(?:y|ies)|tasks?)\b/i.exec(
      plain,
    )?.[1]
  if (named) return baseVerbPhrase(named, 'object')
  const told = dutyIs.exec(plain.slice(0, 400))
  const what = told?.[2]?.replace(praised, '').replace(knowing, '')
  if (!told?.[2] || !what || /^(?:evident|paramount|crucial|pivotal|not\b)/i.test(what)) return null
  const isInfinitive =
    /\bto\s+$/.test(told[0].slice(0, told[0].length - told[2].length)) &&
    baseOfGerund(firstWord(what)) === null
  return baseVerbPhrase(what, isInfinitive ? 'base' : 'object')
}

/** Whose duty a sentence about "the primary responsibility of a R" tells. */
export function ownerIn(plain: string, words: RoleWords): Subject {
  const of =
    /\b(?:responsibilit(?:y|ies)|dut(?:y|ies)|tasks?|roles?|focus|job|purpose|core|heart)\s+(?:of|for)\s+(?:the|an?|our|each|every)?\s*(.+)$/i.exec(
      plain,
    )?.[1]
  const as = /^as\s+(?:the|an?)\s+(.+)$/i.exec(plain)?.[1]
  const whose = /^(?:the|an?|at the \w+ of (?:the|an?)?)\s*(.+?)[’']s?\s/i.exec(plain)?.[1]
  for (const text of [of, as, whose]) {
    const role = text ? words.roleAtStart(text) : null
    if (role) return { kind: 'roles', keys: [role.key] }
  }
  return /^(?:their|his|her)\b/i.test(plain) ? { kind: 'same' } : { kind: 'section', isYou: false }
}
