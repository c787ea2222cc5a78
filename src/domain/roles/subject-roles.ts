import { looksLikePerson, singularRoleNoun } from './lexicon/role-nouns.ts'
import { stopWords } from './lexicon/stop-words.ts'
import { baseOfThird } from './lexicon/verbs.ts'
import { isCapital, type Token } from './tokens.ts'

const determiners = new Set(['the', 'a', 'an', 'each', 'every'])
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
const isEmphasised = (before: string, after: string) =>
  /[*_"“]$/.test(before) && /^[*_"”]/.test(after)
const isLoud = (words: readonly Token[]) =>
  words.length > 1 && words.every(({ text }) => isCapital(text))
const keyOf = (words: readonly Token[]) => words.map(({ text }) => text.toLowerCase()).join(' ')

interface Actor {
  readonly name: string
  readonly isJob: boolean
  deeds: number
  /** Bold, in quotes, or with capitals. */
  isMarked: boolean
}

/** The words after a determiner that may name somebody, one to four of them, shortest first. */
function* namesAfter(tokens: readonly Token[], at: number): Generator<Token[]> {
  const words: Token[] = []
  for (let next = at + 1; words.length < longestName; next += 1) {
    const word = tokens[next]
    if (!word || !isWordGap(word.gap) || !/^\p{L}[\p{L}-]+$/u.test(word.text)) return
    if (stopWords.has(word.text.toLowerCase()) || word.text.endsWith('ly')) return
    words.push(word)
    yield [...words]
  }
}

/** Does the bearer of a name that ends before `next` do something there ("holds", ", looks", "also holds")? */
function doesSomething(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next]
  if (!after || !/^[\s\u00a0*_"“”,]+$/.test(after.gap)) return false
  return isDeed(adverbs.has(after.text) ? tokens[next + 1] : after)
}

const isPlace = ({ text }: Token) => text.length <= 5 && determiners.has(text.toLowerCase())

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
  const actors = new Map<string, Actor>()
  for (const [at, token] of tokens.entries()) {
    if (!isPlace(token)) continue
    for (const words of namesAfter(tokens, at)) {
      const first = words[0]
      const last = words.at(-1)
      if (!first || !last) continue
      const isMarked = isLoud(words) || isEmphasised(first.gap, text.slice(last.end, last.end + 1))
      const isJob = singularRoleNoun(last.text) !== null || (isMarked && looksLikePerson(last.text))
      const key = keyOf(words)
      if (!isJob && !loud.has(key) && !actors.has(key)) continue
      const name = words.map(({ text: word }) => word).join(' ')
      const actor = actors.get(key) ?? { name, isJob, deeds: 0, isMarked: loud.has(key) }
      if (doesSomething(tokens, at + 1 + words.length)) actor.deeds += 1
      actor.isMarked ||= isMarked
      actors.set(key, actor)
    }
  }
  const sure = [...actors.values()].filter(
    ({ deeds, isMarked, isJob }) =>
      deeds >= fewestDeeds || (deeds >= 1 && (isMarked || isJob)) || (isMarked && isJob),
  )
  return sure.length >= fewestRoles ? sure.map(({ name }) => name) : []
}
