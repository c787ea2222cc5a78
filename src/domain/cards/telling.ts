import { abstractStems } from '#domain/roles/lexicon/abstract-words.ts'
import type { Fact } from '#domain/roles/model.ts'
import { contentOf } from '#domain/roles/words.ts'
import { verbRow } from './wording.ts'

/** Verbs of praise rather than of work. */
const lofty =
  /^(?:weave|propel|cultivate|foster|champion|nurture|shape|spearhead|elevate|unlock|harness|unleash|transcend|embody|drive|inspire|ignite|empower|pave)\b/i

/** What nobody could point at. */
const intangible =
  /\b(?:environments?|ecosystems?|fabric|foundations?|cultures?|advancements?|prowess|synerg(?:y|ies)|innovations?|success|excellence|landscapes?|future|world|agility|growth|transformation|potential)\b/i

/** Pictures that stay pictures, whatever stands around them. */
const picture =
  /\b(?:unfolds?|thrives?|thriving|harness(?:es|ing)? the power|heart of|forefront|pav(?:e|es|ing) the way|propels?|stays? ahead)\b/i

/** What befalls the holder of an office: "cease to be a member". */
const noDeed =
  /^(?:cease|resign|become|remain|hold office|vacate|be (?:eligible|entitled|elected|appointed|re-elected))\b/i

/** Does a duty tell of no deed at all? */
export const isNoDeed = (text: string): boolean => noDeed.test(text)

/** Is a duty a slogan ("create an environment where success thrives"), which no card can be right or wrong about? */
export const isSlogan = (text: string): boolean =>
  picture.test(text) || (lofty.test(text) && intangible.test(text))

/** "Choose and buy them", "serve as their daily contact": what is meant stands elsewhere, in a title or a sentence before. */
export const isDangling = (duty: string): boolean =>
  /^(?:them|it|these|those|this)\b/.test(verbRow(duty)?.rest ?? '') ||
  /^\p{L}+ (?:as|for|with|by|to|of) (?:their|them|it)\b/u.test(duty)

/**
 * Does a duty tell enough to say whose it is, or that it is not somebody's: two words of its own beside abstract ones,
 * those of the roles' names counting half; one, where people wrote it into a list of duties.
 */
export function isTelling(
  { text, title, isListed }: Fact,
  roleStems: ReadonlySet<string>,
): boolean {
  let own = 0
  for (const stem of contentOf(`${isListed ? (title ?? '') : ''} ${text}`)) {
    if (roleStems.has(stem)) own += 0.5
    else if (!abstractStems.has(stem)) own += 1
  }
  return own >= (isListed ? 1 : 2)
}
