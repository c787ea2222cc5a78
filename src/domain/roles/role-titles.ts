import { looksLikePerson, singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import { baseOfGerund, baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { remembered } from './remembered.ts'
import { plainText } from './words.ts'

/** The name that a title gives to a role, with what the title says it is also called. */
export interface TitleName {
  readonly name: string
  /** "(IC)", "L3:" and the like. */
  readonly aliases: readonly string[]
  /** How sure the last word makes it that somebody is named. */
  readonly noun: 'role' | 'group' | 'person' | 'none'
  /** True when the title says no more than the name. */
  readonly isWhole: boolean
}

const numbering =
  /^(?:(?:#?\s*\d{1,2}(?:\.\d{1,2})*\s*[.):_–-]?|[IVX]{1,4}[.)]|[A-Z][.)])\s+|\d{1,2}[.)](?=\p{Lu}\p{L}))/u
/** "B.2 Gangway": the number of a part within a lettered one; no code of a grade has a full stop. */
const lettered = /^[A-Z]\.\d{1,2}(?:\.\d{1,2})*[.):]?\s+/
/** True for a title that counts itself among its neighbours: "3. Drying", "B.2 Gangway". */
export const isNumbered = (title: string): boolean => {
  const text = plainText(title)
  return lettered.test(text) || numbering.test(text)
}
/** "⚖ Money": a picture before a name is no part of it. */
const picture = /^(?:[\p{So}\p{Sk}\p{Extended_Pictographic}\uFE0F\u200D](?<![#*\d])\s*)+/u
/** "L1: Engineer I", "IC3 – Senior Engineer": a code that is another name. */
const code = /^((?:\p{Lu}{1,3}|Level |Grade |Band )\d{1,2}\p{Ll}?)(?:\s*[:·–—-]\s*|\s+)(?=\p{Lu})/u
const labels =
  /^(?:(?:the\s+)?(?:(?:roles?|position|post|job)(?:\s+(?:title|description|profile|specification))?|title|vacancy|hiring|we[’']re hiring|wanted|profile|meet|introducing|about)(?:\s+(?:of|for))?(?:\s+\d{1,2})?\s*[:–—-]\s*|(?:meet|introducing|about)\s+(?:the|our|your)\s+|(?:the\s+)?(?:role|job|position|work|life|duties|responsibilit(?:y|ies)|tasks|powers|functions|expectations|key responsibilities|main duties)\s+(?:and\s+(?:duties|responsibilities|powers)\s+)?(?:of|for|on)\s+(?:(?:the|an?|our|each)\s+)?)/i
const questions: readonly RegExp[] = [
  /^what\s+(?:does|do|should|must|will|is expected of)\s+(?:the|an?|our|your|each)?\s*(.+?)(?:\s+(?:actually|really|typically))?\s+(?:actually\s+|really\s+)?do(?:es)?\b[^?]{0,40}\??$/i,
  /^(?:what|who)[’']?(?:s|\s+is|\s+are)\s+(?:the\s+(?:role|job|purpose)\s+of\s+)?(?:an?|the|our)?\s*(.+?)\??$/i,
]
const suffixes =
  /(?:[’']s?)?\s+(?:job\s+description|role\s+description|roles?\s*(?:and|&)\s*responsibilities|key\s+responsibilities|responsibilities(?:\s+and\s+\p{L}+)?|duties(?:\s+and\s+\p{L}+)?|tasks|activities|roles?|position|post|profile|vacancy|overview|expectations|checklist|guide|handbook|at\s+\p{Lu}[\p{L}\s&.]{1,40})\s*$/iu
const brackets = /\s*[([]([^()[\]]{1,60})[)\]]\s*/g
const noAlias =
  /^(?:[mfwdx]|all genders|part|full|rotating|optional|remote|hybrid|temporary|permanent|new|draft|s|one|two|max|min|\d)/i

const lastWordOf = (name: string): string =>
  /([\p{L}\p{N}’'-]+)\W*$/u.exec(name.replace(/\s+(?:I{1,3}|IV|V|\d{1,2})$/, ''))?.[1] ?? ''

/** "Head of Stage Crew" is a head: what stands before "of" tells what is named. */
function nounOf(name: string): TitleName['noun'] {
  const isRole = (word: string) => singularRoleNoun(word.split('/').at(-1) ?? '') !== null
  const head = lastWordOf(/^(.+?)\s+(?:of|for|in)\s+/i.exec(name)?.[1] ?? name)
  if (isRole(head)) return 'role'
  if (singularGroupNoun(head) !== null) return 'group'
  if (isRole(lastWordOf(name))) return 'role'
  return looksLikePerson(head) ? 'person' : 'none'
}

/** "Purpose of the Stage Manager", "Election of officers": what is named is no role. */
const aboutRole =
  /^(?:(?:key|main|core|general|overall)\s+)?(?:purpose|aim|goal|scope|importance|benefits?|history|definition|types?|list|number|office|elections?|appointment|removal|rights|selection|hierarchy|summary|overview|comparison|examples?|training|skills|salary|journey|life|future|rise|day in the life|best practices?)\s+(?:of|for)\b/i

/** "(Ali, nights: Sofie)", "(Jerome)" after a job: who holds it, not what else it is called. */
function namesPerson(inner: string, name: string): boolean {
  if (/[,:;]|\band\b|\d\s|\b(?:me|us)\b/.test(inner)) return true
  if (!/^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*\.?)?$/u.test(inner) || nounOf(inner) !== 'none')
    return false
  // "Operations Lead (Ops)": a short form takes its letters from the name, in order.
  const letters = inner.toLowerCase().replace(/[^\p{L}]/gu, '')
  let at = 0
  for (const letter of name.toLowerCase()) if (letter === letters[at]) at += 1
  return nounOf(name) === 'role' && at < letters.length
}

const startsWithVerb = (name: string): boolean => {
  const first = /^[\p{L}-]+/u.exec(name)?.[0] ?? ''
  const isGerund = baseOfGerund(first) !== null
  const isThird = baseOfThird(first) !== null && !isBaseVerb(first)
  // "Building" and "Catering" are areas of work; "Building trust" is a doing.
  if (nounOf(name) === 'none') return (isGerund || isThird) && name.includes(' ')
  // "Sales Manager" is a name, "Works with managers" is none.
  return (isGerund || isThird) && /\s(?:with|to|for|by|from|into|on)\s/i.test(name)
}

/** Headings of sections that every document has; no role is called so. */
const common =
  /^(?:(?:general|further|other|additional|more|key|main|core|common|basic|related|important|final|quick|some)\s+)?(?:overview|introduction|intro|background|purpose|scope|summary|context|contents?|process|processes|notes?|details?|information|examples?|appendix|annex|references?|links?|resources?|history|changes?|changelog|versions?|contacts?|questions?|tools?|templates?|documents?|documentation|definitions?|terms?|glossary|policy|policies|principles|values|mission|vision|goals?|objectives?|aims?|rules|guidelines|schedule|timeline|agenda|meetings?|minutes|decisions?|decision[- ]making|voting|membership|elections?|levels?|location|hours|salary|pay|benefits|skills?|requirements?|qualifications?|experience|training|support|feedback|faqs?|help|status|setup|set-up|installation|usage|getting started|prerequisites|warnings?|tips|steps|method|methods|ingredients|results|conclusions?|discussion|thoughts|next|matrix|table|legend|escalation|communication|collaboration|meeting|structure|organi[sz]ation|people|team|teams|roles?|responsibilities|duties|tasks|positions?|the rest|everything else|misc(?:ellaneous)?|general(?:ities| matters| provisions| rules)?|other|others|welcome|about|license|contributing|code of conduct|security|privacy|cookies|share|comments|tags|scope of (?:work|responsibility)|impact|autonomy|day to day|a typical day|working hours|start date|how it works|why|what|who|when|where)$/i

/** "FAQs about actuaries", "Baker vs Chef", "Things a Host knows about wine": words of a heading, not of a name. */
const notInName = /\b(?:faqs?|q&a|about|vs|versus|what|how|why|compared)\b/i

function readTitle(title: string, isSure: boolean): TitleName | null {
  const aliases: string[] = []
  let text = plainText(title)
    .replace(/[*_]/g, '')
    .replace(picture, '')
    .replace(lettered, '')
    .replace(numbering, '')
    .trim()
  const whole = text
  const coded = code.exec(text)
  if (coded?.[1]) {
    aliases.push(coded[1])
    text = text.slice(coded[0].length)
  }
  for (const pattern of questions) {
    const asked = pattern.exec(text)?.[1]
    if (asked) text = asked
  }
  // "Mount the controller": somebody does something, nobody is called so.
  if (/^\p{L}+\s+(?:the|an?|your|our)\s/iu.test(text.replace(labels, ''))) return null
  text = text.replace(labels, '').replace(/^(?:the|an?|our|your|each|every)\s+/i, '')
  for (const match of text.matchAll(brackets)) {
    const inner = (match[1] ?? '').replace(
      /^(?:or|aka|a\.k\.a\.|also(?: known as| called)?|e\.g\.|the)\s+/i,
      '',
    )
    const isShort = !noAlias.test(inner) && inner.split(/\s+/).length <= 3
    if (isShort && !namesPerson(inner, text.slice(0, match.index))) aliases.push(inner)
  }
  text = text.replace(brackets, ' ').replace(/\s+/g, ' ').trim()
  const head = /^(.{2,60}?)\s*(?::|\s[–—-]+\s|—|\|)\s*(.*)$/.exec(text)
  if (head?.[1]) text = head[1]
  text = text
    .replace(suffixes, '')
    .replace(/[’']s$/, '')
    .replace(/[\s:.?!,]+$/, '')
    .trim()
  const words = text.split(/\s+/)
  if (text.length < 2 || words.length > 6 || !/\p{L}{2,}|^\p{Lu}\d/u.test(text)) return null
  if (/[.?!;,"“”•=]|\d{3,}|^\d+$|https?:|@/.test(text) || (!isSure && common.test(text)))
    return null
  if (
    /^(?:how|why|when|where|what|which|will|would|can|could|should|must|may|did|has|have|was|were|if|in|on(?!-)|at|by|for|from|to|with|as|is|are|do|does|not|no|and|or|we|you|they|it|this|that|these|there|let)\b/i.test(
      text,
    )
  )
    return null
  if (notInName.test(text) || (!isSure && startsWithVerb(text))) return null
  if (aboutRole.test(text)) return null
  const isWhole =
    plainText(whole)
      .replace(brackets, '')
      .replace(/[\s:]+$/, '').length <=
    text.length + (coded?.[0].length ?? 0) + 4
  return { name: text, aliases, noun: nounOf(text), isWhole }
}

/** The names in a title: two where it joins two jobs ("Chaplain and Youth Adviser"), else at most one. */
export function namesInTitle(title: string): TitleName[] {
  const found = nameInTitle(title)
  if (!found) return []
  const joined = /^(.+?)\s+(?:and|&)\s+(?:the\s+)?(.+)$/i.exec(found.name)
  const both = (joined?.slice(1) ?? []).flatMap((name) => nameInTitle(name) ?? [])
  return both.length === 2 && both.every(({ noun }) => noun === 'role') ? both : [found]
}

const fromTitle = remembered((title) => readTitle(title, false), 5000)
const fromCell = remembered((title) => readTitle(title, true), 5000)

/**
 * The name in a title that may call a role; null when the title reads like anything else. `isSure`: it stands
 * where only a role can stand, as in a table's column of roles.
 */
export const nameInTitle = (title: string, isSure = false): TitleName | null =>
  isSure ? fromCell(title) : fromTitle(title)
