import { rankWords, singularRoleNoun } from './lexicon/role-nouns.ts'
import type { Block } from './blocks.ts'
import { kindOf } from './sections.ts'
import { tableRoleNames } from './table-shape.ts'
import { stopWords } from './lexicon/stop-words.ts'

/** A place where a text names a role; `key` is the role's normal form. */
export interface Mention {
  readonly key: string
  readonly start: number
  readonly end: number
  /** As written, singular. */
  readonly surface: string
}

/** A job that a document names, with all its spellings. */
export interface NamedRole {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentions: readonly Mention[]
}

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  /** What stands between this token and the one before: blanks, a slash, other. */
  readonly gap: string
}

const tokenPattern = /[\p{L}\p{N}][\p{L}\p{N}+#&.-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]/gu
const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  let before = 0
  for (const match of text.matchAll(tokenPattern)) {
    const start = match.index
    const end = start + match[0].length
    tokens.push({ text: match[0], start, end, gap: text.slice(before, start) })
    before = end
  }
  return tokens
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word)
const isJoint = (gap: string) => /^[\s\u00a0]$|^\s*\/\s*$|^-$/.test(gap)

/** Words that a role's name never begins with, although headings write them with a capital. */
const openers = new Set(
  `the a an our each every your their this that these those as for of in at by with to from and or is are what why how who
  when where become becoming being hiring hire meet about role roles responsibilities skills required key main what's all new
  powerful modern successful great good best better top typical dedicated other various many some key`.split(
    /\s+/,
  ),
)

const singularSurface = (words: readonly string[]): string => {
  const last = words.at(-1) ?? ''
  const parts = last.split('/')
  const singular = parts.map((part) => {
    const noun = singularRoleNoun(part)
    return noun === null || noun.length === part.length ? part : part.slice(0, noun.length)
  })
  return [...words.slice(0, -1), singular.join('/')].join(' ')
}

/** "machine learning (ML)": long forms that the text itself shortens, longest first. */
export function abbreviationsIn(text: string): [long: string, short: string][] {
  const found = new Map<string, string>()
  for (const match of text.matchAll(/((?:[\p{L}-]+[ \u00a0]){1,6})\(([A-Z][A-Za-z]{1,7})\)/gu)) {
    const words = (match[1] ?? '').trim().split(/\s+/)
    const short = match[2] ?? ''
    const initials = short.toLowerCase()
    for (let size = Math.min(words.length, short.length); size >= 2; size -= 1) {
      const long = words.slice(-size)
      const isPrefixOfEach = takesInitials(
        long.map((word) => word.toLowerCase()),
        initials,
      )
      if (isPrefixOfEach) {
        found.set(long.join(' ').toLowerCase(), initials)
        break
      }
    }
  }
  return [...found].sort((a, b) => b[0].length - a[0].length)
}

/** Can `initials` be read off as one or more first letters of each word, in order ("MLOps": m-l-ops)? */
function takesInitials(words: readonly string[], initials: string): boolean {
  const [first, ...rest] = words
  if (first === undefined) return initials === '' || initials === 's'
  for (let taken = 1; taken <= Math.min(first.length, initials.length); taken += 1) {
    if (first.slice(0, taken) !== initials.slice(0, taken)) return false
    if (takesInitials(rest, initials.slice(taken))) return true
  }
  return false
}

/** Normal form: lower case, singular, the text's abbreviations applied. */
export function roleKey(
  surface: string,
  abbreviations: readonly (readonly [string, string])[],
): string {
  const words = singularSurface(surface.split(/[\s\u00a0]+/))
    .toLowerCase()
    .replace(/\s*\/\s*/g, '/')
  const short = abbreviations.reduce(
    (text, [long, abbreviation]) => ` ${text} `.replaceAll(` ${long} `, ` ${abbreviation} `).trim(),
    words,
  )
  return short.replace(/\bml ?ops\b/g, 'mlops').replace(/\bdev ops\b/g, 'devops')
}

/**
 * Places where `text` names a job: words with capitals that end in a role noun ("Monitoring and
 * Observability Engineers"), joined ones too ("Business Analyst/Product Owner").
 */
function capitalMentions(text: string, toKey: (surface: string) => string): Mention[] {
  const tokens = tokensOf(text)
  const mentions: Mention[] = []
  for (const [index, token] of tokens.entries()) {
    if (singularRoleNoun(token.text) === null || !isCapital(token.text)) continue
    // "Business Analyst/Product Owner" ends at Owner: the noun before a slash is part of the name.
    const following = tokens[index + 1]
    const isInner =
      following !== undefined &&
      (/^\s*\/\s*$/.test(following.gap) ||
        (/^\s$/.test(following.gap) &&
          isCapital(following.text) &&
          singularRoleNoun(following.text) !== null))
    if (isInner) continue
    let first = index
    let isJoined = false
    while (first > 0 && index - first < 7) {
      const here = tokens[first]
      const before = tokens[first - 1]
      if (!here || !before || !isJoint(here.gap)) break
      const word = before.text
      const isSlash = here.gap.includes('/')
      if (word.toLowerCase() === 'and') {
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
    const start = tokens[first]?.start ?? token.start
    const words = text.slice(start, token.end).split(/[\s\u00a0]+/)
    if (words.length < 2 && !isJoined) continue
    if (words.some((word) => /\.$/.test(word))) continue
    const surface = singularSurface(words)
    mentions.push({ key: toKey(surface), start, end: token.end, surface })
  }
  return mentions
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Spellings of known roles anywhere in the text, whatever their case ("data scientists"). */
function knownMentions(text: string, spellings: ReadonlyMap<string, string>): Mention[] {
  if (spellings.size === 0) return []
  const longestFirst = [...spellings.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst
      .map((spelling) => escape(spelling).replace(/ /g, '[\\s\\u00a0]+').replace('/', 's?/'))
      .join('|')})(?:s|es)?(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return [...text.matchAll(pattern)].flatMap((match) => {
    const surface = singularSurface(match[0].split(/[\s\u00a0]+/))
    const folded = surface.toLowerCase().replace(/([a-z])s\//g, '$1/')
    const key = spellings.get(folded) ?? spellings.get(match[0].toLowerCase())
    return key === undefined
      ? []
      : [{ key, start: match.index, end: match.index + match[0].length, surface }]
  })
}

/** Rare longer names fold into a much more frequent shorter one: "Powerful X Engineer" is an X Engineer. */
function foldKeys(
  counts: ReadonlyMap<string, number>,
  inProse: ReadonlySet<string>,
  inHeadings: ReadonlySet<string>,
): Map<string, string> {
  const target = new Map<string, string>()
  const keys = [...counts.keys()].sort(
    (a, b) => b.split(' ').length - a.split(' ').length || (a < b ? -1 : 1),
  )
  for (const key of keys) {
    const words = key.split(' ')
    const own = counts.get(key) ?? 0
    for (let cut = 1; cut < words.length - 1; cut += 1) {
      const tail = words.slice(cut).join(' ')
      const tailCount = counts.get(tail) ?? 0
      if (tailCount === 0) continue
      const isRank = cut === 1 && rankWords.has(words[0] ?? '')
      if (isRank && (own > 1 || inHeadings.has(key))) break
      // The longer name is the true one when it stands often enough, and no other longer name shares the tail.
      const rivals = keys.filter(
        (other) => other !== key && other.endsWith(` ${tail}`) && (counts.get(other) ?? 0) > 1,
      )
      const isTrueName = rivals.length === 0 && own >= 2 && inProse.has(key) && tail.includes(' ')
      if (isTrueName) target.set(tail, key)
      else if (own * 4 <= tailCount || (!inProse.has(key) && own < tailCount)) target.set(key, tail)
      break
    }
  }
  return target
}

/** The jobs that a text names, each with its spellings and mentions. Names that headings alone use are weak. */
export function findRoles(text: string, blocks: readonly Block[]): NamedRole[] {
  const headed = headedNames(blocks)
  const headings = blocks.filter((block) => block.kind === 'heading').map((block) => block.text)
  const prose = blocks.filter(
    (block) => block.kind !== 'heading' && /[.!?]["”)]?$/.test(block.text),
  )
  const abbreviations = abbreviationsIn(text)
  const toKey = (surface: string) => roleKey(surface, abbreviations)
  const first = capitalMentions(text, toKey).filter(
    (mention) => !stopWords.has(mention.key.split(' ')[0] ?? ''),
  )
  const counts = new Map<string, number>()
  for (const { key } of first) counts.set(key, (counts.get(key) ?? 0) + 1)
  const inHeadings = new Set(
    headings.flatMap((heading) => capitalMentions(heading, toKey).map((mention) => mention.key)),
  )
  const inProse = new Set(
    prose.flatMap((block) => capitalMentions(block.text, toKey).map((mention) => mention.key)),
  )
  const folds = foldKeys(counts, inProse, inHeadings)
  const resolve = (key: string): string => {
    const next = folds.get(key)
    return next === undefined || next === key ? key : folds.get(next) === key ? next : resolve(next)
  }
  const spellings = new Map<string, string>()
  for (const mention of first) {
    const key = resolve(mention.key)
    spellings.set(mention.surface.toLowerCase().replace(/([a-z])s\//g, '$1/'), key)
    // Cut adjectives off ("Powerful MLOps Engineer"): the spelling that stays is the key's own.
  }
  for (const name of [...headed, ...tableRoleNames(blocks)]) {
    const spelling = name.toLowerCase()
    if (!spellings.has(spelling)) spellings.set(spelling, toKey(name))
  }
  const all = knownMentions(text, spellings)
  const byKey = Map.groupBy(all, (mention) => mention.key)
  return [...byKey].map(([key, mentions]) => {
    const names = new Map<string, number>()
    for (const { surface } of mentions) {
      if (
        isCapital(surface) &&
        toKey(surface) === key &&
        !/^(?:\p{Lu}{2,}\s)+\p{Lu}{3,}$/u.test(surface)
      ) {
        names.set(surface, (names.get(surface) ?? 0) + 1)
      }
    }
    const ordered = [...names].sort(
      (a, b) => a[0].length - b[0].length || b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
    )
    const name = tidyName(ordered[0]?.[0] ?? mentions[0]?.surface ?? key)
    const spelled = new Set(
      first
        .filter((mention) => resolve(mention.key) === key && !isDecorated(mention.key, key))
        .map((mention) => tidyName(mention.surface)),
    )
    const aliases = [...spelled].filter((alias) => alias !== name).sort()
    return { key, name, aliases, mentions }
  })
}

/**
 * Names of teams and jobs without a role noun ("Platform Team", "Front of House"): headings above a list whose
 * neighbours of the same rank name roles, or that stand below a heading such as "Roles".
 */
function headedNames(blocks: readonly Block[]): string[] {
  const names: string[] = []
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.mark === 'hash' ? [{ block, index }] : [],
  )
  for (const [position, { block, index }] of headings.entries()) {
    const words = block.text.split(' ')
    if (words.length > 5 || kindOf(block.text) !== 'plain' || /[?!:.,]/.test(block.text)) continue
    const end = headings[position + 1]?.index ?? blocks.length
    const bullets = blocks.slice(index + 1, end).filter((each) => each.kind === 'bullet').length
    if (bullets < 2) continue
    const above = headings.slice(0, position).findLast((each) => each.block.level < block.level)
    const from = above ? headings.indexOf(above) + 1 : 0
    const after = headings.slice(position).findIndex((each) => each.block.level < block.level)
    const siblings = headings
      .slice(from, after === -1 ? undefined : position + after)
      .filter((each) => each.block.level === block.level && each !== headings[position])
    const isAmongRoles = siblings.some(
      (each) => singularRoleNoun(each.block.text.split(' ').at(-1) ?? '') !== null,
    )
    const isBelowRoles = /\b(?:roles?|teams?|who does what|responsibilit|people|positions)\b/i.test(
      above?.block.text ?? '',
    )
    if (isAmongRoles || isBelowRoles) names.push(block.text)
  }
  return names
}

/** "powerful mlops engineer" for "mlops engineer": a longer key that was cut is no alias. */
const isDecorated = (key: string, target: string): boolean => key.endsWith(` ${target}`)

/** Plural parts inside a joined name become singular: "Business Analysts/Product Owner". */
const tidyName = (surface: string): string =>
  surface
    .replace(/\s+/g, ' ')
    .replace(/(\p{L}+)s\//gu, (whole, word: string) =>
      singularRoleNoun(word) === word.toLowerCase() ? `${word}/` : whole,
    )
