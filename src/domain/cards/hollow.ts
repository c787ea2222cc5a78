import { stemmer } from 'stemmer'
import { abstractStems } from '#domain/roles/lexicon/abstract-words.ts'
import { wordsOf } from '#domain/roles/words.ts'

/** Verbs that name no piece of work. */
const hollowVerb =
  /^(?:align|contribute|support|foster|own|live|breathe|drive|embrace|embody|champion|love|promote|enhance|advance|influence|shape|strive|strengthen|uphold|further|enable|empower|inspire|boost|fuel|underpin)\b/i

/** What nobody could point at, beside the words that could stand in any job's description. */
const hollowNouns = new Set(
  `aims brand business company demand demands feel goals heart morale mood needs numbers operations organisation organization
  priorities production results spirit standards success team teams tone values vibe vision`
    .split(/\s+/)
    .map((word) => stemmer(word)),
)

const isHollowWord = (word: string): boolean => {
  const stem = stemmer(word.toLowerCase())
  return hollowNouns.has(stem) || abstractStems.has(stem)
}

/** The last words of a phrase's parts: "the numbers | and the mood". */
const headsIn = (phrase: string): string[] =>
  phrase
    .split(/,|\b(?:and|or|with|to|of|for|in|on|by|through|across|between|as|within)\b/)
    .flatMap((part) => wordsOf(part).at(-1) ?? [])

/** Are verb and objects of a duty all abstract ("own the numbers and the mood", "align with production demands")? */
export function isHollow(duty: string): boolean {
  const verb = hollowVerb.exec(duty)?.[0]
  if (verb === undefined) return false
  const heads = headsIn(duty.slice(verb.length))
  return heads.length > 0 && heads.every(isHollowWord)
}
