import { looksLikePerson, singularRoleNoun } from './lexicon/role-nouns.ts'
import { stopWords } from './lexicon/stop-words.ts'
import { baseOfThird, isBaseVerb } from './lexicon/verbs.ts'
import { singularSurface } from './mentions.ts'
import { isCapital, type Token } from './tokens.ts'

const determiners = new Set(['the', 'a', 'an', 'each', 'every', 'our'])
const modals = new Set(['shall', 'must', 'will', 'should', 'may', 'can'])
const adverbs = new Set(['also', 'then', 'usually', 'always', 'never', 'often', 'only'])
const longestName = 4
/** Running text names roles only where several of them do things; one actor is anybody. */
const fewestRoles = 3
const fewestDeeds = 2

/** Does a token tell what a subject before it does? */
const isDeed = (token: Token | undefined): boolean =>
  token !== undefined &&
  !isCapital(token.text) &&
  (modals.has(token.text) || baseOfThird(token.text) !== null)

const isWordGap = (gap: string) => /^[\s\u00a0*_"“”]+$/.test(gap)
/** "the readers' editor": what parts the words of a name. */
const isNameGap = (gap: string) => isWordGap(gap) || /^['’] $/.test(gap)
const isEmphasised = (before: string, after: string) =>
  /[*_"“]$/.test(before) && /^[*_"”]/.test(after)
const isLoud = (words: readonly Token[]) =>
  words.length > 1 && words.every(({ text }) => isCapital(text))
const keyOf = (words: readonly Token[]) => words.map(({ text }) => text.toLowerCase()).join(' ')

interface Actor {
  readonly name: string
  readonly isJob: boolean
  /** In how many places it does something. */
  deeds: number
  /** Bold, in quotes, or with capitals. */
  isMarked: boolean
}

/** The words after a determiner that may name somebody, one to four of them, shortest first. */
function* namesAfter(
  tokens: readonly Token[],
  at: number,
  opening: Token | null = null,
): Generator<Token[]> {
  const words: Token[] = opening ? [opening] : []
  for (let next = at + 1 + words.length; words.length < longestName; next += 1) {
    const word = tokens[next]
    const isOfName = words.length === 0 ? isWordGap : isNameGap
    if (!word || !isOfName(word.gap) || !/^\p{L}[\p{L}-]+$/u.test(word.text)) return
    if (stopWords.has(word.text.toLowerCase()) || word.text.endsWith('ly')) return
    words.push(word)
    yield [...words]
  }
}

const farthestPronoun = 30

/** "is independent, looks into …": a deed after a comma, in the same sentence. */
function doesLater(tokens: readonly Token[], next: number): boolean {
  for (let at = next; at < next + farthestPronoun; at += 1) {
    const token = tokens[at]
    if (!token || /[.!?;:]/.test(token.gap)) return false
    if (/^,\s/.test(token.gap) && isDeed(token)) return true
  }
  return false
}

/** "…to the night editor. He sends …": the next sentence begins with him or her, and nobody else was named between. */
function goesOnAs(tokens: readonly Token[], next: number): boolean {
  for (let at = next; at < next + farthestPronoun; at += 1) {
    const token = tokens[at]
    if (!token || token.gap.includes('\n\n')) return false
    if (/[.!]["”’]?\s+$/.test(token.gap)) {
      const after = tokens[at + 1]
      const isPronoun = token.text === 'He' || token.text === 'She'
      if (isPronoun && after?.text === 'is') return doesLater(tokens, at + 2)
      return isPronoun && isDeed(adverbs.has(after?.text ?? '') ? tokens[at + 2] : after)
    }
    if (singularRoleNoun(token.text) !== null) return false
  }
  return false
}

/** Does the bearer of a name that ends before `next` do something there ("holds", ", looks", "also holds", "who looks")? */
function doesSomething(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next]
  if (!after || !/^[\s\u00a0*_"“”,]+$/.test(after.gap)) return false
  const verb = adverbs.has(after.text) || after.text === 'who' ? tokens[next + 1] : after
  return isDeed(verb)
}

const isPlace = ({ text }: Token) => text.length <= 5 && determiners.has(text.toLowerCase())

const opensSentence = (gap: string) => /[.!?]["”’)]?\s+$|\n\s*\n/.test(gap)

/** "Boom operators hold the pole": a job of several words, in the plural, that a sentence makes do something. */
function severalAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  if (!token || !isCapital(token.text) || !(at === 0 || opensSentence(token.gap))) return null
  if (stopWords.has(token.text.toLowerCase()) || isPlace(token)) return null
  for (const words of namesAfter(tokens, at - 1, token)) {
    const last = words.at(-1)
    const next = tokens[at + words.length]
    const singular = last === undefined ? null : singularRoleNoun(last.text)
    if (words.length < 2 || !last || !next || singular === null || singular === last.text) continue
    const does = isBaseVerb(next.text) || modals.has(next.text)
    if (does && isWordGap(next.gap)) return singularSurface(words.map(({ text }) => text))
  }
  return null
}

/** "Ann is the night crier": by their last words, names that a text gives to somebody. */
function introduced(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const found = new Map<string, readonly Token[]>()
  for (const [at, token] of tokens.entries()) {
    const who = tokens[at - 2]
    const is = tokens[at - 1]
    if (token.text !== 'the' || !who || !isCapital(who.text) || isPlace(who)) continue
    if (stopWords.has(who.text.toLowerCase()) || !/^(?:is|was)$/.test(is?.text ?? '')) continue
    for (const words of namesAfter(tokens, at)) {
      const last = words.at(-1)
      const ends = /^\s*(?:[.,;:–—]|$)/.test(tokens[at + 1 + words.length]?.gap ?? '')
      if (last && words.length >= 2 && ends && looksLikePerson(last.text))
        found.set(last.text.toLowerCase(), words)
    }
  }
  return found
}

/** Names with capitals after a determiner: known again when the text writes them small. */
function loudNames(tokens: readonly Token[]): Set<string> {
  const loud = new Set<string>()
  for (const [at, token] of tokens.entries()) {
    if (!isPlace(token)) continue
    for (const words of namesAfter(tokens, at)) {
      const next = tokens[at + 1 + words.length]
      const goesOn = next !== undefined && isWordGap(next.gap) && isCapital(next.text)
      if (isLoud(words) && !goesOn) loud.add(keyOf(words))
    }
  }
  return loud
}

/**
 * Jobs that running text names as those who do things ("the boom operator holds the pole"), with or without
 * capitals; none where fewer than three do so.
 */
export function subjectRoles(text: string, tokens: readonly Token[]): string[] {
  const loud = loudNames(tokens)
  const given = introduced(tokens)
  const actors = new Map<string, Actor>()
  const count = (key: string, { name, isJob, isMarked, deeds }: Actor) => {
    const known = actors.get(key) ?? { name, isJob, deeds: 0, isMarked: loud.has(key) }
    known.deeds += deeds
    known.isMarked ||= isMarked
    actors.set(key, known)
  }
  for (const [at, token] of tokens.entries()) {
    const several = severalAt(tokens, at)
    if (several !== null) {
      const key = several.toLowerCase()
      count(key, { name: several, isJob: true, deeds: 1, isMarked: false })
    }
    if (!isPlace(token)) continue
    for (const words of namesAfter(tokens, at)) {
      const first = words[0]
      const last = words.at(-1)
      if (!first || !last) continue
      const isMarked = isLoud(words) || isEmphasised(first.gap, text.slice(last.end, last.end + 1))
      // "The crier rings a bell" tells of the night crier that was introduced.
      const whole = given.get(last.text.toLowerCase())
      const isGiven = whole !== undefined && (words.length === 1 || keyOf(words) === keyOf(whole))
      const named = isGiven ? whole : words
      const isJob =
        isGiven || singularRoleNoun(last.text) !== null || (isMarked && looksLikePerson(last.text))
      const key = keyOf(named)
      if (!isJob && !loud.has(key) && !actors.has(key)) continue
      const [start, end] = [named[0]?.start ?? first.start, named.at(-1)?.end ?? last.end]
      const name = text.slice(start, end).replace(/[\s*_"“”]+/g, ' ')
      const next = at + 1 + words.length
      const does = doesSomething(tokens, next) || (isJob && goesOnAs(tokens, next))
      count(key, { name, isJob, isMarked, deeds: does ? 1 : 0 })
    }
  }
  const sure = [...actors.values()].filter(
    ({ deeds, isMarked, isJob }) =>
      deeds >= fewestDeeds || (deeds >= 1 && (isMarked || isJob)) || (isMarked && isJob),
  )
  return sure.length >= fewestRoles ? sure.map(({ name }) => name) : []
}
