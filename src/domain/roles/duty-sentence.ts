import { roleNouns } from './lexicon/role-nouns.ts'
import { baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { baseVerbPhrase } from './phrase.ts'
import { plainText } from './words.ts'

/** Does a sentence go on about whom the one before named ("They also ...")? */
export const goesOn = (sentence: string): boolean =>
  /^(?:(?:moreover|additionally|furthermore|also|in addition|then),?\s+)?(?:they|he|she|their|his|her|these)\b/i.test(
    sentence,
  )

/** What a sentence says of a duty, and of whom when it names the role itself. */
export interface DutySentence {
  readonly text: string
  /** The role named as the subject, by its key; null when the section's role is meant. */
  readonly subject: string | null
}

/** Finds a role's name at the start of a text: its key and how many characters it takes. */
export type RoleAtStart = (text: string) => { readonly key: string; readonly length: number } | null

const nouns = [...roleNouns].join('|')
const leadIn =
  /^(?:(?:moreover|additionally|furthermore|consequently|also|thus|hence|finally|ultimately|conclusively|fundamentally|specifically|typically|generally|primarily|in addition|in essence|in conclusion|in summary|to sum up|in short|overall|for example|for instance),?\s+)+/i
const adverbial =
  /^(?:in|by|upon|through|beyond|with|during|once|when|as|at|from|while|within|after|before|under|over|via|using|leveraging|understanding|collaborating|working|bridging|proactively|instead|vigilant|devoted|strategically|on)\b[^.]{0,160}?,\s+(?=(?:the|a|an|they|these|this|those|each|our|\p{Lu}|it|you|he|she|individuals|professionals)\b|\p{Lu})/iu
const genericSubject = new RegExp(
  `^(?:(?:they|he|she|you|we|individuals|professionals)|(?:the|this|these|those|such|our|each|a|an)\\s+(?:\\w+\\s+)?(?:professionals?|experts?|practitioners?|role|position|team members?|candidates?|jobholder|post\\s?holder|incumbent|person|people|employees?|(?:${nouns})s?)|(?:${nouns})s)\\b`,
  'i',
)
const aside =
  /^(?:\s*,[^,]{2,80},|\s+\([^)]{1,60}\)|\s+(?:in|of|for|within|at|on)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,5}?[\p{L}()-]+?(?=\s+(?:\w+ly\s+|also\s+|will\s+|must\s+|should\s+)*[a-z]+))/iu
const modal =
  /^(?:\s*(?:,\s*on the other hand,)?\s*(?:will|must|should|shall|may|can|could|need to|needs to|have to|has to|typically|usually|primarily|mainly|also|often|generally|then|actively|directly|closely|(?!(?:ap|sup|re|com|im|multi)ply\b|rely\b)\w+ly)\b)*\s*/i

/** Phrases between a subject and the duty itself. */
const bridges: readonly RegExp[] = [
  /^(?:is|are|be)\s+(?:\w+ly\s+|also\s+)?(?:responsible|accountable)\s+for\s+/i,
  /^(?:is|are|be)\s+(?:\w+ly\s+)?(?:tasked|charged|entrusted)\s+with\s+/i,
  /^(?:is|are|be)\s+(?:\w+ly\s+)?(?:dedicated|committed)\s+to\s+/i,
  /^(?:is|are|be)\s+(?:\w+ly\s+)?(?:adept|skilled|pivotal|instrumental|crucial|essential|involved|engaged)\s+(?:at|in)\s+/i,
  /^(?:is|are|be)\s+in\s+charge\s+of\s+/i,
  /^(?:take|takes)\s+(?:charge|care)\s+of\s+/i,
  /^(?:focus|focuses|concentrate|concentrates|specialize|specializes)\s+(?:\w+ly\s+)?(?:on|in)\s+/i,
  /^(?:engage|engages)\s+in\s+/i,
  /^(?:play|plays|assume|assumes|take|takes)\s+(?:a|an)\s+(?:[\w-]+\s+)?(?:role|part)\s*,?\s+in\s+/i,
  /^(?:shoulder|shoulders|carry|carries|bear|bears|have|has)\s+(?:the\s+)?(?:\w+\s+)?responsibilit(?:y|ies)\s+(?:of|for|to)\s+/i,
  /^(?:work|works|strive|strives|help|helps|aim|aims|seek|seeks)\s+(?:\w+ly\s+)?to\s+/i,
]

const dutyNoun =
  '(?:responsibilit(?:y|ies)|dut(?:y|ies)|tasks?|roles?|focus|goal|job|purpose|mission|expertise|vigilance|work)'
/** "Their main duty involves X", "The primary responsibility of a R is to X", "At the core of R's duties lies X". */
const dutyIs = new RegExp(
  `^(?:.{0,140}?)\\b(?:(?:their|its|his|her|your|our|the|a|an|one of the|core|main|key|primary|central|ultimate|overall|${nouns}s?[’']s?)\\s+)?(?:[\\w-]+\\s+){0,2}?${dutyNoun}\\b[^.;]{0,110}?\\b(?:is to|are to|involves?|includes?|entails?|revolves? around|extends? (?:beyond [^,]+, )?to|consists? of|lies|is|are)\\s+(.+)$`,
  'i',
)
const fallsOn = new RegExp(
  `^(?:.{0,90}?,\\s*)?the\\s+(?:[\\w-]+\\s+)?responsibility\\s+(?:of|for)\\s+(.+?)\\s+(?:falls|rests|lies)\\b`,
  'i',
)

/** Removes what stands before the subject, however often. */
function withoutLeads(text: string): string {
  const rest = text.replace(leadIn, '')
  const short = rest.replace(adverbial, '')
  return short === text ? text : withoutLeads(short)
}

/** Verbs that tell what somebody is or has, not what they do. */
const statesOnly = new Set(
  'require include involve need excel remain possess understand act enter start take match'.split(
    ' ',
  ),
)

const isVerbStart = (text: string): boolean => {
  const word = /^[\p{L}-]+/u.exec(text.replace(/^(?:\w+ly|not only|also)\s+/i, ''))?.[0] ?? ''
  const base = baseOfThird(word) ?? (isBaseVerb(word) ? word : null)
  return base !== null && !statesOnly.has(base.toLowerCase())
}

/** The predicate of a subject as a duty; null when it tells something else. */
function fromPredicate(text: string): string | null {
  const predicate = text.replace(modal, '')
  for (const bridge of bridges) {
    if (!bridge.test(predicate)) continue
    return baseVerbPhrase(predicate.replace(bridge, ''))
  }
  if (/^(?:is|are|was|were|be|have|has|do|does|did)\b/i.test(predicate)) return null
  return isVerbStart(predicate) ? baseVerbPhrase(predicate) : null
}

function afterSubject(text: string): string | null {
  const direct = fromPredicate(text)
  if (direct !== null) return direct
  const passed = text.replace(aside, '')
  return passed === text ? null : fromPredicate(passed)
}

/** Pronouns that point out of the sentence make a duty unclear on its own. */
const isUnclear = (duty: string): boolean =>
  /\b(?:them|themselves|itself|these|those|this|it|they|such)\b/i.test(
    duty.replace(/\b(?:that|so that|as) (?:it|they)\b/gi, ''),
  ) || duty.split(' ').length < 3

/** What a sentence says of somebody's duty, as a verb phrase in base form; null when it says none. */
export function dutySentence(sentence: string, roleAtStart: RoleAtStart): DutySentence | null {
  const plain = plainText(sentence).replace(/[.!]+$/, '')
  const lead = withoutLeads(plain)
  const bare = lead.replace(/^(?:the|a|an|each|every|our)\s+/i, '')
  const role = roleAtStart(bare)
  if (role) {
    const rest = bare.slice(role.length)
    const text = /^[’']s?\b/.test(rest)
      ? fromDutyNoun(plain)
      : /^\s+(?:skills?|roles?|teams?)\b/i.test(rest)
        ? null
        : afterSubject(rest)
    return text === null || isUnclear(text) ? null : { text, subject: role.key }
  }
  const generic = genericSubject.exec(lead)
  const said = generic ? afterSubject(lead.slice(generic[0].length)) : null
  const text = said ?? fromDutyNoun(plain)
  if (text !== null && !isUnclear(text)) return { text, subject: null }
  return fromInnerClause(plain, roleAtStart)
}

/** "..., and Data Engineers manage X", "an area where Data Engineers manage X". */
function fromInnerClause(plain: string, roleAtStart: RoleAtStart): DutySentence | null {
  for (const match of plain.matchAll(/(?:,\s+(?:and|while|as)|\bwhere|;)\s+(?=\p{Lu})/gu)) {
    const tail = plain.slice(match.index + match[0].length)
    const role = roleAtStart(tail)
    const text = role ? afterSubject(tail.slice(role.length)) : null
    if (role && text !== null && !isUnclear(text)) return { text, subject: role.key }
  }
  return null
}

function fromDutyNoun(plain: string): string | null {
  const falls = fallsOn.exec(plain)?.[1]
  if (falls) return baseVerbPhrase(falls)
  const involved = /^this\s+(?:also\s+)?(?:involves?|includes?|entails?)\s+(.+)$/i.exec(plain)?.[1]
  if (involved) return baseVerbPhrase(involved)
  const named =
    /^(.{6,120}?)\s+(?:is|are|stands? as|remains?)\s+(?:a|an|another|one of the|the)\s+(?:[\w-]+\s+){0,2}(?:responsibilit(?:y|ies)|dut(?:y|ies)|tasks?)\b/i.exec(
      plain,
    )?.[1]
  if (named) return baseVerbPhrase(named)
  const told = dutyIs.exec(plain)?.[1]
  return told && !/^(?:evident|paramount|crucial|pivotal)\b/i.test(told)
    ? baseVerbPhrase(told)
    : null
}
