import { opensPredicate } from './predicate.ts'
import { plainText } from './words.ts'

/** The subject of a clause: a role by name, or by words that point to one. */
export type Subject =
  | { readonly kind: 'roles'; readonly keys: readonly string[] }
  /** "They", "he or she": whoever was named last; "it" is nobody with a job. */
  | { readonly kind: 'same'; readonly isIt?: boolean }
  /** "The pharmacist", "these specialists": by the last word of a role's name. */
  | { readonly kind: 'noun'; readonly noun: string; readonly isPointing: boolean }
  /** "This role", "the post holder", "you": whoever the section is about. */
  | { readonly kind: 'section'; readonly isYou: boolean }

/** A clause with its subject and what is said of it. */
export interface Clause {
  readonly subject: Subject
  readonly predicate: string
  readonly isSingular: boolean
  /** "when a batch is recalled": the condition that the clause stands under, or null. */
  readonly condition: string | null
  /** What stands before the subject. */
  readonly lead: string
}

/** Finds a role's name at the start of a text: its key and how many characters it takes. */
export type RoleAtStart = (text: string) => { readonly key: string; readonly length: number } | null

const discourse =
  /^(?:(?:moreover|additionally|furthermore|consequently|also|thus|hence|finally|ultimately|conclusively|fundamentally|specifically|typically|generally|primarily|in addition|in essence|in conclusion|in summary|to sum up|in short|overall|for example|for instance|on top of that|besides|likewise|similarly|in practice|in particular|together|day to day|here|then|next|afterwards|note that|please note that|it goes without saying that|(?:this|that) means(?: that)?|remember that|tl;dr|instead|meanwhile|again|yes|and|but|so|because)(?:,\s*|:\s*|\s+))+/i
/** What stands before the subject and says when or on what condition. */
const conditional =
  /^(?:when(?:ever)?|where(?:ver)?|if|unless|once|after|before|until|during|within|in (?:the )?(?:case|event|absence) of|at (?:the )?(?:end|start|beginning|close) of|every|each|between|upon|on (?:arrival|receipt|request|departure)|in an emergency|as soon as)\b[^;]{2,90}?,\s+/i
/** What stands before the subject and only sets the scene. */
const scene =
  /^(?:in|by|through|beyond|with|as|at|from|while|under|over|via|using|leveraging|understanding|collaborating|working|bridging|proactively|vigilant|devoted|strategically|on|to|for|of|along|because|despite|given|according|deep|throughout|across|among|without|like|unlike|since|although|though|late|early)\b[^;]{0,160}?,\s+/i

/** "As a Shift Supervisor you lead ...": the role stands before the pronoun. */
const asRole = /^as\s+(?:the|an?|our)\s+[^,;]{3,60}?,?\s+(?=(?:you|he|she|they|one)\b)/i

const pronoun = /^(?:they|he or she|she or he|he\/she|s\/he|he|she|it)\b/i
const section =
  /^(?:(?:the|this|that|our|your|a|an)\s+(?:\w+\s+)?(?:role|position|post|job|jobholder|post\s?holder|role holder|incumbent|successful candidate|candidate|person in this role|function)|whoever holds (?:the|this) (?:role|post))\b/i
const you = /^you\b/i
const determiner =
  /^(?:(?:the|an?|each|every|our|your|any|all|many|most|some|both|these|those|this|that|such|good|experienced|only|no)\s+){0,3}/i
const who =
  /^(?:the\s+)?(?:professionals?|experts?|practitioners?|individuals|team members?|person|people|employees?|specialists?|workers?|holders?)\b/i

const ofSome =
  /^(?:(?:more|most) )?(?:senior|junior|deputy|assistant|other|oldest|eldest|first|second|third|next|newest|longest-serving|nearest|remaining|absent|outgoing|incoming)\s/i

/** "Between meetings the Chair may ...": a lead that no comma parts from the subject. */
const bareLead =
  /^(?:in|on|at|during|between|out of|outside|each|every|from|for|by|with(?:in|out)?|throughout|once|twice|then|here|below|above|under|upon|over|deep|up|down|inside|behind|only|before|after|until)\b/i
const farthestSubject = 90

/** "Should the driver be ill, ...": a condition without an "if", told with one. */
const inverted =
  /^should\s+((?:the|an?|any|no|this|that|your|our)\s[^,;]{2,60}?)\s+be\s+([^;]{2,60}?),\s+/i

/** Removes what stands before the subject; keeps the last condition among it. */
export function withoutLead(text: string): { rest: string; condition: string | null } {
  let rest = text
  let condition: string | null = null
  for (let step = 0; step < 5; step += 1) {
    const bare = rest.replace(discourse, '').replace(asRole, '')
    const should = inverted.exec(bare)
    if (should) {
      condition = `if ${should[1] ?? ''} is ${should[2] ?? ''}`
      rest = bare.slice(should[0].length)
      continue
    }
    const when = step > 0 && /^where/i.test(bare) ? null : conditional.exec(bare)
    const where = when ? null : scene.exec(bare)
    const lead = (when ?? where)?.[0] ?? ''
    if (lead === '' && bare === rest) break
    if (when) condition = lead.replace(/,\s+$/, '')
    rest = bare.slice(lead.length)
  }
  return { rest, condition }
}

/** Where a text may go on with a clause of its own. */
const breaks =
  /;\s+(?:(?:and|but)\s+)?|\s+[–—]\s+|:\s+|,\s+(?:(?:and|but|while|whereas|so|yet|or|where|as)\s+)?|\s(?:and|but|while|whereas|because|as)\s+(?=(?:he|she|they)\b)|\swhere\s+/gi

type Parsed = Omit<Clause, 'condition' | 'lead'>

/** "the Chair and the Secretary": every role that the subject joins. */
function rolesAt(
  text: string,
  roleAtStart: RoleAtStart,
): { keys: string[]; length: number } | null {
  const keys: string[] = []
  let at = 0
  for (;;) {
    const role = roleAtStart(text.slice(at))
    if (!role) break
    keys.push(role.key)
    at += role.length
    const bracket = /^\s+\([^()]{1,40}\)/.exec(text.slice(at))
    if (bracket) at += bracket[0].length
    const joint = /^\s*(?:,?\s+(?:and|or)\s+|,\s+|\s*&\s+)(?:(?:the|an?|our|each)\s+)?/i.exec(
      text.slice(at),
    )
    if (!joint || !roleAtStart(text.slice(at + joint[0].length))) break
    at += joint[0].length
  }
  return keys.length === 0 ? null : { keys, length: at }
}

const isPlural = (name: string): boolean =>
  /(?:s|people|men)\)?$/i.test(name.trim()) && !/ss$/i.test(name.trim())

/** "The role of the Treasurer", "this post": whose it is, and what follows. */
function ofHolder(after: string, roleAtStart: RoleAtStart): Parsed {
  const of = /^\s+(?:of|for)\s+(?:(?:the|an?|our|each|every)\s+)?/i.exec(after)
  const role = of ? roleAtStart(after.slice(of[0].length)) : null
  return of && role
    ? {
        subject: { kind: 'roles', keys: [role.key] },
        predicate: after.slice(of[0].length + role.length),
        isSingular: true,
      }
    : { subject: { kind: 'section', isYou: false }, predicate: after, isSingular: true }
}

/** The clause that a text begins with, or null when its subject is nobody who could have a duty. */
export function clauseAt(
  text: string,
  roleAtStart: RoleAtStart,
  isRoleNoun: (word: string) => boolean,
): Parsed | null {
  const lead = determiner.exec(text)?.[0] ?? ''
  if (/\bno\s/i.test(lead)) return null
  for (const skip of new Set([lead.length, 0])) {
    const bare = text.slice(skip)
    const roles = rolesAt(bare, roleAtStart)
    if (!roles) continue
    const predicate = bare.slice(roles.length)
    // "The Scribe's notes" and "DevOps Engineer skills" are about something else.
    if (
      /^[’']|^\s+(?:skills?|roles?|teams?|jobs?|duties|training|responsibilities)\b/i.test(
        predicate,
      )
    )
      return null
    const isSingular = roles.keys.length === 1 && !isPlural(bare.slice(0, roles.length))
    return { subject: { kind: 'roles', keys: roles.keys }, predicate, isSingular }
  }
  const same = pronoun.exec(text)
  if (same)
    return {
      subject: { kind: 'same', isIt: /^it\b(?!\s+is\s[^,;]{3,60}?\swho\s)/i.test(text) },
      predicate: text.slice(same[0].length),
      isSingular: !/^they/i.test(same[0]),
    }
  const holder = section.exec(text)
  if (holder) return ofHolder(text.slice(holder[0].length), roleAtStart)
  const reader = you.exec(text)
  if (reader)
    return {
      subject: { kind: 'section', isYou: true },
      predicate: text.slice(reader[0].length),
      isSingular: false,
    }
  const bare = text.slice(lead.length)
  // "The senior clerk" is not every clerk.
  if (ofSome.test(bare)) return null
  const noun = who.exec(bare) ?? /^(?:[\p{L}-]+\s+)?([\p{L}-]+)/u.exec(bare)
  const isPointing = /\b(?:these|those|this|such|that)\s/i.test(lead)
  for (const word of [/^[\p{L}-]+/u.exec(bare)?.[0], noun?.[1]]) {
    if (!word || !(isRoleNoun(word) || who.test(word))) continue
    const end = bare.indexOf(word) + word.length
    return {
      subject: { kind: 'noun', noun: word.toLowerCase(), isPointing },
      predicate: bare.slice(end),
      isSingular: !isPlural(word),
    }
  }
  return null
}

/** What reading a sentence needs to know about the roles of its document. */
export interface RoleWords {
  readonly roleAtStart: RoleAtStart
  /** Is the word the last of some role's name, in the singular or plural? */
  readonly isRoleNoun: (word: string) => boolean
}

const goesOn =
  /^(?:must|shall|will|should|may|can|is responsible|are responsible|has to|have to)\b/i
/** "; some years ago I saw ...": what follows tells nothing of the subject. */
const otherSentence =
  /;\s+(?!(?:and\s+|then\s+|also\s+)*(?:must|shall|will|should|may|(?!this|his|its|as|is|was|has|us)[a-z]+s)\s).*$/i
const tailJoint =
  /[\s,;:–—]*(?:\b(?:and|but|while|whereas|so|yet|or|where|as|because)\b)?[\s,;:–—]*$/i

/** The clauses of a sentence that have somebody as their subject, in order. */
export function clausesOf(sentence: string, words: RoleWords): Clause[] {
  const plain = plainText(sentence).replace(/[.!]+$/, '')
  const found: (Clause & { from: number; at: number })[] = []
  /** "As a Nurse, one audits ...": the role stands before the pronoun. */
  const pushAs = (): boolean => {
    const as = asRole.exec(plain)
    const role = as ? words.roleAtStart(as[0].replace(/^as\s+(?:the|an?|our)\s+/i, '')) : null
    const pronoun = as
      ? /^(?:you|he or she|he|she|they|one)\b/i.exec(plain.slice(as[0].length))
      : null
    if (!as || !role || !pronoun) return false
    const at = as[0].length + pronoun[0].length
    const isSingular = /^(?:he|she|one)/i.test(pronoun[0])
    const subject: Subject = { kind: 'roles', keys: [role.key] }
    found.push({
      subject,
      predicate: plain.slice(at),
      isSingular,
      condition: null,
      lead: '',
      from: 0,
      at,
    })
    return true
  }
  const add = (start: number, from: number, condition: string | null): boolean => {
    const clause = clauseAt(plain.slice(start), words.roleAtStart, words.isRoleNoun)
    const number = clause?.isSingular ? 'singular' : 'plural'
    if (!clause || !opensPredicate(clause.predicate, number)) return false
    const before = found.at(-1)?.at ?? 0
    const lead = plain.slice(Math.max(before, 0), start).replace(discourse, '')
    found.push({ ...clause, condition, lead, from, at: plain.length - clause.predicate.length })
    return true
  }
  /** The first place, up to a comma, at which somebody does something behind a lead without one. */
  const pushAfterBareLead = (from: number): boolean => {
    const near = plain.slice(from, from + farthestSubject).split(',')[0] ?? ''
    if (!bareLead.test(near)) return false
    const places = near.matchAll(
      /\s(?=(?:the|an?|each|every|all|any|he|she|they|it|you)\s|\p{Lu})/gu,
    )
    for (const { index } of places) {
      const lead = near.slice(0, index)
      // "Before he leaves" goes on with another subject.
      if (!lead.includes(' ')) continue
      const condition = conditional.test(`${lead}, `) ? lead : null
      if (add(from + index + 1, from, condition)) return true
    }
    return false
  }
  const push = (from: number) => {
    if (found.some((clause) => clause.at > from)) return
    const first = discourse.exec(plain.slice(from))?.[0].length ?? 0
    if (add(from + first, from, null) || pushAfterBareLead(from + first)) return
    const { rest, condition } = withoutLead(plain.slice(from))
    const start = plain.length - rest.length
    if (found.some((clause) => clause.at >= start) || add(start, from, condition)) return
    pushAfterBareLead(start)
  }
  if (!pushAs()) push(0)
  for (const joint of plain.matchAll(breaks)) {
    const from = joint.index + joint[0].length
    const tail = plain.slice(from, from + 160)
    const isLed = bareLead.test(tail) && /\s(?:he|she|they)\s/.test(tail.slice(0, 60))
    const opens =
      isLed ||
      /^(?:the|an?|he|she|they|you|each|every|all|many|most)\b/i.test(tail) ||
      words.roleAtStart(tail) !== null
    const size = found.length
    if (opens || joint[0].startsWith(';')) push(from)
    const last = found.at(-1)
    // "...; must not share passwords": the subject goes on.
    if (found.length > size || !joint[0].startsWith(';') || !last || !goesOn.test(tail)) continue
    found.push({ ...last, condition: null, lead: '', from, at: from })
  }
  return found.map(({ from: _, at, ...clause }, index) => {
    const next = found[index + 1]
    const predicate = plain.slice(at, next?.from ?? plain.length)
    const own = predicate.replace(otherSentence, '')
    return { ...clause, predicate: next ? own.replace(tailJoint, '') : own }
  })
}
