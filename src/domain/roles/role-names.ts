import type { Block } from './block.ts'
import { singularRoleNoun } from './lexicon/role-nouns.ts'
import { stopWords } from './lexicon/stop-words.ts'
import { capitalMentions, MentionIndex, singularSurface, type Mention } from './mentions.ts'
import { askedRoles } from './asked-roles.ts'
import { abbreviationsIn } from './abbreviations.ts'
import { officeClassesIn, officesIn } from './offices.ts'
import { foldKeys, shortForms } from './folded-names.ts'
import type { Section } from './sections.ts'
import { titledRoles } from './structural-roles.ts'
import { SpellingIndex } from './spelling-index.ts'
import { subjectRoles } from './subject-roles.ts'
import { tableRoleNames, type TableName } from './table-shape.ts'
import { isCapital, tokensOf, type Token } from './tokens.ts'

/** A job that a document names, with all its spellings. */
export interface NamedRole {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly mentions: readonly Mention[]
}

/** What a document's names of roles are and where its titles give them. */
export interface FoundRoles {
  readonly roles: readonly NamedRole[]
  readonly spellings: SpellingIndex
  /** Titles at the beginning of list items and paragraphs, by their block. */
  readonly runIns: ReadonlySet<Block>
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

const foldSlash = (surface: string) => surface.toLowerCase().replace(/([a-z])s\//g, '$1/')

/** So often does a text name a job of one word before it is taken for one that the text is about. */
const often = 4

/** One-word jobs with a capital that prose makes do something ("The Treasurer shall keep ...") or names often. */
function singleMentions(text: string): string[] {
  const deeds = new Set<string>()
  const counts = new Map<string, number>()
  const pattern =
    /\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|as)\s+(\p{Lu}\p{Ll}[\p{L}-]+)(?=(\s+(?:shall|must|will|may|should|is responsible|is in charge)\b)?)(?!\s+\p{Lu})/gu
  for (const [, noun = '', deed] of text.matchAll(pattern)) {
    if (singularRoleNoun(noun) === null) continue
    counts.set(noun, (counts.get(noun) ?? 0) + 1)
    if (deed !== undefined) deeds.add(noun)
  }
  return [...counts]
    .filter(([noun, count]) => deeds.has(noun) || count >= often)
    .map(([noun]) => noun)
}

/** Jobs that only running text names; where titles or tables give names, those are all. */
function spokenOf(
  text: string,
  tokens: readonly Token[],
  titles: number,
  keys: readonly string[],
): string[] {
  const heads = new Set(keys.map((key) => key.split(' ').at(-1)))
  const single = singleMentions(text)
  const found = titles > 1 ? single : [...single, ...subjectRoles(text, tokens)]
  // "The architect" goes on about an architect that the text names in full.
  return found.filter((name) => name.includes(' ') || !heads.has(name.toLowerCase()))
}

/** The jobs that a text names, each with its spellings and mentions. Names that headings alone use are weak. */
export function findRoles(
  text: string,
  blocks: readonly Block[],
  sections: readonly Section[],
): FoundRoles {
  const classes = officeClassesIn(blocks)
  const titled = titledRoles(text, sections).filter(({ name }) => !classes.has(name.toLowerCase()))
  const prose = blocks.filter(
    (block) => block.kind !== 'heading' && /[.!?]["”)]?(?:\s|$)/.test(block.text),
  )
  const abbreviations = abbreviationsIn(text)
  const keys = new Map<string, string>()
  const toKey = (surface: string): string => {
    const key = keys.get(surface) ?? roleKey(surface, abbreviations)
    keys.set(surface, key)
    return key
  }
  const tokens = tokensOf(text)
  const first = capitalMentions(text, tokens, toKey).filter(
    (mention) => !stopWords.has(mention.key.split(' ')[0] ?? ''),
  )
  const counts = new Map<string, number>()
  for (const { key } of first) counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { name } of titled) counts.set(toKey(name), (counts.get(toKey(name)) ?? 0) + 1)
  const inTitles = new Set([
    ...titled.filter((each) => each.isWhole).map(({ name }) => toKey(name)),
  ])
  const places = new MentionIndex(first)
  const inProse = new Set(
    prose.flatMap(({ start, end }) => places.within(start, end).map((mention) => mention.key)),
  )
  const folds = new Map([
    ...foldKeys(counts, inProse, inTitles),
    ...shortForms([...counts.keys()], inTitles),
  ])
  const resolve = (key: string): string => {
    const next = folds.get(key)
    return next === undefined || next === key ? key : folds.get(next) === key ? next : resolve(next)
  }
  const spellings = new Map<string, string>()
  for (const mention of first) spellings.set(foldSlash(mention.surface), resolve(mention.key))
  const inTables = tableRoleNames(blocks)
  const given = [
    ...titled.map(({ name }) => name),
    ...inTables.map(({ name }) => name),
    ...spokenOf(text, tokens, titled.length, [...counts.keys()]),
    ...officesIn(blocks),
    ...askedRoles(blocks),
  ]
  for (const name of given) {
    const spelling = singularSurface(name.split(/\s+/)).toLowerCase()
    if (!spellings.has(spelling)) spellings.set(spelling, resolve(toKey(name)))
  }
  addAliases(spellings, [...titled, ...inTables], text, (name) => resolve(toKey(name)))
  // What stands in titles alone, among other words, is a figure of speech ("Data Whisperer").
  const isUsed = new Set([...inProse].map(resolve))
  for (const name of given) isUsed.add(resolve(toKey(name)))
  const index = new SpellingIndex(new Map([...spellings].filter(([, key]) => isUsed.has(key))))
  const byKey = Map.groupBy(index.in(text, tokens), (mention) => mention.key)
  const titles = Map.groupBy([...titled, ...inTables], ({ name }) => resolve(toKey(name)))
  const firstOf = Map.groupBy(first, (mention) => resolve(mention.key))
  const roles = [...byKey].map(([key, mentions]): NamedRole => {
    const own = (firstOf.get(key) ?? []).filter((mention) => !isDecorated(mention.key, key))
    return {
      key,
      ...namesOf(key, mentions, own, titles.get(key) ?? [], toKey),
      mentions,
    }
  })
  return {
    roles,
    spellings: index,
    runIns: new Set(titled.filter((each) => each.isRunIn).map((each) => each.block)),
  }
}

/** Short forms that a title or the text itself gives: "Incident Commander (IC)". */
function addAliases(
  spellings: Map<string, string>,
  titled: readonly TableName[],
  text: string,
  keyOf: (name: string) => string,
): void {
  const owners = new Map<string, Set<string>>()
  const claim = (alias: string, key: string) => {
    const folded = alias.toLowerCase()
    owners.set(folded, (owners.get(folded) ?? new Set()).add(key))
  }
  for (const { name, aliases } of titled) for (const alias of aliases) claim(alias, keyOf(name))
  const shortened = new Set(
    [...text.matchAll(/\(([\p{Lu}\d&/]{2,8})\)/gu)].map(([, short = '']) => short),
  )
  const partly = new Set(
    [...text.matchAll(/\b\p{Lu}\p{Ll}+ \p{Lu}{2,5}\b/gu)].map(([part]) => part),
  )
  for (const [spelling, key] of spellings) {
    const short = spelling
      .split(/[\s/-]+/)
      .map((word) => word.charAt(0))
      .join('')
      .toUpperCase()
    if (short.length >= 2 && shortened.has(short)) claim(short, key)
    // "First AD" for "First Assistant Director".
    const [first = '', ...rest] = spelling.split(' ')
    const part = `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.map((word) => word.charAt(0).toUpperCase()).join('')}`
    if (rest.length >= 2 && partly.has(part)) claim(part, key)
  }
  for (const [alias, keys] of owners) {
    const [key] = keys
    if (keys.size === 1 && key !== undefined && !spellings.has(alias)) spellings.set(alias, key)
  }
}

/** The name to show, and the other ways in which the text writes it. */
function namesOf(
  key: string,
  mentions: readonly Mention[],
  own: readonly Mention[],
  titles: readonly TableName[],
  toKey: (surface: string) => string,
): Pick<NamedRole, 'name' | 'aliases'> {
  const names = new Map<string, number>()
  for (const { surface } of mentions) {
    const isShouted = /^(?:\p{Lu}{2,}\s)+\p{Lu}{3,}$/u.test(surface)
    if (isCapital(surface) && toKey(surface) === key && !isShouted)
      names.set(surface, (names.get(surface) ?? 0) + 1)
  }
  const isShort = (surface: string) => (/^[\p{Lu}\d]{2,6}$/u.test(surface) ? 1 : 0)
  const ordered = [...names].sort(
    (a, b) =>
      isShort(a[0]) - isShort(b[0]) ||
      a[0].length - b[0].length ||
      b[1] - a[1] ||
      (a[0] < b[0] ? -1 : 1),
  )
  const titled = titles[0] ? singularSurface(titles[0].name.split(/\s+/)) : undefined
  const name = tidyName(ordered[0]?.[0] ?? titled ?? mentions[0]?.surface ?? key)
  const spelled = new Set([
    ...own.map((mention) => tidyName(mention.surface)),
    ...titles.flatMap((title) => title.aliases),
    ...titles.map((title) => tidyName(singularSurface(title.name.split(/\s+/)))),
  ])
  const isSame = (alias: string) => alias.toLowerCase() === name.toLowerCase()
  return { name, aliases: [...spelled].filter((alias) => !isSame(alias)).sort() }
}

/** "powerful mlops engineer" for "mlops engineer": a longer key that was cut is no alias. */
const isDecorated = (key: string, target: string): boolean => key.endsWith(` ${target}`)

/** Plural parts inside a joined name become singular: "Business Analysts/Product Owner"; shouting is calmed. */
function tidyName(surface: string): string {
  // One short word in capitals is an acronym ("MLRO"), several are shouted ("FRONT DESK").
  const calm = /\p{Ll}|^\p{Lu}{2,5}$/u.test(surface)
    ? surface
    : surface.replace(/\p{Lu}{4,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
  return calm
    .replace(/\s+/g, ' ')
    .replace(/(\p{L}+)s\//gu, (whole, word: string) =>
      singularRoleNoun(word) === word.toLowerCase() ? `${word}/` : whole,
    )
}
