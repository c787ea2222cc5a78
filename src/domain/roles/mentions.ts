import { countBefore } from '#domain/places.ts'
import { rankWords, singularGroupNoun, singularRoleNoun } from './lexicon/role-nouns.ts'
import { remembered } from './remembered.ts'
import { isCapital, type Token } from './tokens.ts'

/** A place where a text names a role; `key` is the role's normal form. */
export interface Mention {
  readonly key: string
  readonly start: number
  readonly end: number
  /** As written, singular. */
  readonly surface: string
}

const isBlankGap = (gap: string) => /^[\s\u00a0]$/.test(gap)
const isJoint = (gap: string) => isBlankGap(gap) || /^\s*\/\s*$|^-$/.test(gap)

/** Words that a role's name never begins with, although headings write them with a capital. */
const openers = new Set(
  `the a an our each every your their his her its this that these those as for of in at by with to from and or is are what why
  how who when where become becoming being hiring hire meet about role roles responsibilities skills required key main what's
  all new powerful modern successful great good best better top typical dedicated other various many some both any no one two
  three four five if while once after before during under dear contact ask tell report reports see note only most another former
  last next current i ii iii iv v article section`.split(/\s+/),
)

/** Titles that go on with "of": "Head of Stage Crew". */
const ofTitles = new Set(
  'head director chief captain master officer dean keeper clerk president minister'.split(' '),
)

const singular = remembered((word): string =>
  word
    .split('/')
    .map((part) => {
      const noun = singularRoleNoun(part) ?? singularGroupNoun(part)
      // "Processors", "Revisers": whoever does something, even where no list knows the word.
      if (noun === null) return part.replace(/((?:[^aeiou]er|[^aeiou]or|ist|ee))s$/i, '$1')
      if (noun === part.toLowerCase()) return part
      return part.toLowerCase().startsWith(noun)
        ? part.slice(0, noun.length)
        : `${part.charAt(0)}${noun.slice(1)}`
    })
    .join('/'),
)

/** A role's words with their last noun in the singular: "Business Analysts/Product Owners". */
export function singularSurface(words: readonly string[]): string {
  // "Board of Trustees" is one body of several.
  const isBody =
    words.length === 3 && words[1] === 'of' && singularGroupNoun(words[0] ?? '') !== null
  if (isBody) return words.join(' ')
  return words
    .map((word, index) =>
      index === words.length - 1 || word.includes('/') ? singular(word) : word,
    )
    .join(' ')
}

/** The index of the first token of a name whose last is `index`; -1 when there is none. */
function firstOfName(
  tokens: readonly Token[],
  index: number,
): { first: number; isJoined: boolean } {
  let first = index
  let isJoined = false
  while (first > 0 && index - first < 7) {
    const here = tokens[first]
    const before = tokens[first - 1]
    if (!here || !before || !isJoint(here.gap)) break
    const word = before.text
    const isSlash = here.gap.includes('/')
    if (word.toLowerCase() === 'and' || word === '&') {
      const beyond = tokens[first - 2]
      const joins =
        beyond !== undefined &&
        isJoint(before.gap) &&
        isCapital(beyond.text) &&
        !openers.has(beyond.text.toLowerCase()) &&
        singularRoleNoun(beyond.text) === null &&
        first !== index
      if (!joins) break
      first -= 2
      continue
    }
    if (!isCapital(word) || openers.has(word.toLowerCase())) break
    const isNoun = singularRoleNoun(word) !== null
    if (isNoun && !isSlash && !rankWords.has(word.toLowerCase())) break
    if (isNoun && isSlash) isJoined = true
    first -= 1
  }
  return { first, isJoined }
}

/** The index of the last token of a name that may go on with "of ..." or a level ("Engineer II"). */
function lastOfName(tokens: readonly Token[], index: number): number {
  const next = tokens[index + 1]
  if (next && isBlankGap(next.gap) && /^(?:I{1,3}|IV|VI{0,3}|[1-9])$/.test(next.text)) {
    const beyond = tokens[index + 2]
    // "Engineer 2 of the team" is a level; "Nurse 24 hours" is none.
    return beyond && isBlankGap(beyond.gap) && /^\p{Ll}/u.test(beyond.text) && /^\d/.test(next.text)
      ? index
      : index + 1
  }
  const isOf = next?.text === 'of' && isBlankGap(next.gap)
  if (!isOf || !ofTitles.has(singularRoleNoun(tokens[index]?.text ?? '') ?? '')) return index
  let last = index + 1
  while (last - index < 6) {
    const following = tokens[last + 1]
    if (!following || !isBlankGap(following.gap)) break
    const isLink = /^(?:the|and|&)$/.test(following.text) && isCapital(tokens[last + 2]?.text ?? '')
    if (!isCapital(following.text) && !isLink) break
    last += 1
  }
  return last === index + 1 ? index : last
}

const bodies =
  /^(?:company|association|society|club|corporation|foundation|institute|union|federation|league|brigade|corps|inc|ltd|llc|plc|gmbh|co)$/i

/** "Harbour Volunteer Rescue Company": the noun stands inside the name of a body. */
function isPartOfBody(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < index + 5; at += 1) {
    const token = tokens[at]
    if (!token || !isBlankGap(token.gap) || !isCapital(token.text)) return false
    if (bodies.test(token.text.replace(/\.$/, ''))) return true
  }
  return false
}

/**
 * Places where `text` names a job: words with capitals that end in a role noun ("Monitoring and
 * Observability Engineers"), joined ones too ("Business Analyst/Product Owner").
 */
export function capitalMentions(
  text: string,
  tokens: readonly Token[],
  toKey: (surface: string) => string,
): Mention[] {
  const mentions: Mention[] = []
  for (const [index, token] of tokens.entries()) {
    if (!isCapital(token.text) || singularRoleNoun(token.text) === null) continue
    // "Business Analyst/Product Owner" ends at Owner: the noun before a slash is part of the name.
    const following = tokens[index + 1]
    const isInner =
      following !== undefined &&
      (/^\s*\/\s*$/.test(following.gap) ||
        (isBlankGap(following.gap) &&
          isCapital(following.text) &&
          singularRoleNoun(following.text) !== null))
    if (isInner || isPartOfBody(tokens, index)) continue
    const { first, isJoined } = firstOfName(tokens, index)
    const last = lastOfName(tokens, index)
    const start = tokens[first]?.start ?? token.start
    const end = tokens[last]?.end ?? token.end
    const words = text.slice(start, end).split(/[\s\u00a0]+/)
    if (words.length < 2 && !isJoined) continue
    if (words.some((word) => /\.$/.test(word))) continue
    const surface = singularSurface(words)
    mentions.push({ key: toKey(surface), start, end, surface })
  }
  return mentions
}

/** Mentions by position, to find those within a range quickly. */
export class MentionIndex {
  readonly #sorted: readonly Mention[]
  constructor(mentions: readonly Mention[]) {
    this.#sorted = mentions.toSorted((a, b) => a.start - b.start)
  }
  within(start: number, end: number): Mention[] {
    const first = countBefore(
      this.#sorted.length,
      (index) => (this.#sorted[index]?.start ?? 0) < start,
    )
    const found: Mention[] = []
    for (let index = first; index < this.#sorted.length; index += 1) {
      const mention = this.#sorted[index]
      if (!mention || mention.end > end) break
      found.push(mention)
    }
    return found
  }
}
