import { abstractStems } from '#domain/roles/lexicon/abstract-words.ts'
import { baseOfParticiple, isBaseVerb, thirdPerson } from '#domain/roles/lexicon/verbs.ts'
import type { Fact } from '#domain/roles/model.ts'
import { firstWord } from '#domain/roles/phrase.ts'
import { contentOf } from '#domain/roles/words.ts'
import { figure } from './recipes/gaps.ts'
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
const befalls =
  /^(?:cease|resign|become|remain|hold office|vacate|be (?:eligible|entitled|elected|appointed|re-elected))\b/i

/** "Take one minute", "last two hours", "take of 12 swabs", "we hope to": a time, a fragment or a wish. */
const fragment = new RegExp(
  `^(?:(?:take|have|make|do|get|give|last|need|cost|spend)\\s+(?:of\\b|(?:about |up to |only |at least |around )?(?:an?|one|half an?|${figure})(?: (?:to|or) ${figure})?\\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)$)|(?:we|I|you|they|he|she|it|there)\\b)`,
  'i',
)

/** "Up to the maximum in the table", "lost tag = no coat", "act, enhancing trust": no whole deed. */
const piece =
  /^(?:up to|at|in|on|by|with|until|from|within|under|between|per)\s|\s=\s|^\p{L}+:\s|^[a-z]+, [a-z]+ing\b/iu

/** What somebody has rather than does: "soil science", "forklift licence", "mechanical sense". */
const quality =
  /\b(?:skills?|sense|science|knowledge|aptitude|ability|experience|licen[cs]e|certificates?|certification|degree|diploma|qualifications?|fitness|patience|stamina|attitude|awareness|literacy|fluency|salary|pension|benefits|holidays?)$/i

/** "Told us that ...", "checked the doors": what somebody did once. */
function isPast(text: string): boolean {
  const first = firstWord(text)
  return /^\p{Ll}/u.test(first) && !isBaseVerb(first) && baseOfParticiple(first) !== null
}

/** Does a duty tell of no deed at all? */
export const isNoDeed = (text: string): boolean =>
  befalls.test(text) ||
  fragment.test(text) ||
  piece.test(text) ||
  (quality.test(text) &&
    text.split(' ').length <= 3 &&
    verbRow(text)?.verbs.every(isBaseVerb) !== true) ||
  isPast(text)

/** Is a duty a slogan ("create an environment where success thrives"), which no card can be right or wrong about? */
export const isSlogan = (text: string): boolean =>
  picture.test(text) || (lofty.test(text) && intangible.test(text))

/** Words that tell when or how by what was said before; behind another deed of the same duty they refer to that. */
const after =
  /\b(?:afterwards?|thereafter|beforehand|instead(?! of)|in turn|the former|the latter|likewise|otherwise|accordingly|meanwhile)\b/i

/** "The implications", "clear objectives", no more said: of what, stands elsewhere. */
const ofWhat =
  /\b(?:the|an?|any|its|all|clear|potential|possible|specific|likely|expected|key|main|define|set|clarify|understand|weigh|consider|assess|and|or)\s+(?:(?:impacts?|implications|consequences|significance)(?!\s+(?:of|for|on|that|is|are|was|has)\b)|(?:objectives|requirements|expectations|outcomes)(?!\s+(?:of|for|that|from|with|in|on|by|to|set|are|is|under|associated|related|regarding)\b))/i

/** A duty up to a second deed whose object is not told: "check the route | and weigh the implications". */
export function withoutOpenEnd(duty: string): string {
  const told = ofWhat.exec(duty)
  const cut = told ? duty.lastIndexOf(' and ', told.index) : -1
  const before = duty.slice(0, cut).replace(/,$/, '')
  const verb = firstWord(duty.slice(cut + 5))
  return cut > 0 && isBaseVerb(verb) && contentOf(before).size >= 3 ? before : duty
}

/** "Supervises a trainee once you are qualified": "you" is not whom the duty is told of. */
export const addressesOther = ({ text, prov }: Pick<Fact, 'text' | 'prov'>): boolean => {
  if (!/\byou\b/i.test(text)) return false
  const third = thirdPerson(firstWord(text))
  return prov.some(({ quote }) => new RegExp(`\\b${third}\\b`, 'i').test(quote))
}

/** "Choose and buy them", "serve as their daily contact": what is meant stands elsewhere, in a title or a sentence before. */
export function isDangling(duty: string): boolean {
  if (/^(?:them|it|these|those|this)\b/.test(verbRow(duty)?.rest ?? '')) return true
  if (/^\p{L}+ (?:as|for|with|by|to|of) (?:their|them|it)\b/u.test(duty)) return true
  const told = after.exec(duty)
  if (told && !/\b(?:and|then)\b|[,;]/.test(duty.slice(0, told.index))) return true
  return ofWhat.test(duty)
}

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
