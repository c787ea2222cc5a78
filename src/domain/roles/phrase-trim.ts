import { fluffWords } from './lexicon/stop-words.ts'

/** Without praise and filler words; what is said stays true. */
export function withoutFluff(text: string): string {
  return text
    .replace(/\b(?:and|but) also\b/gi, 'and')
    .replace(/\bnot only\s+/gi, '')
    .split(' ')
    .filter((word, index, all) => {
      const bare = word.toLowerCase().replace(/[,;]$/, '')
      if (!fluffWords.has(bare)) return true
      // "robust and scalable": dropping the first of a pair would leave "and scalable".
      const next = all[index + 1]?.toLowerCase()
      const before = all[index - 1]?.toLowerCase()
      return (
        next === 'and' || next === 'or' || before === 'and' || before === 'or' || /[,;]$/.test(word)
      )
    })
    .join(' ')
}

/** "own the system and is aware of X", "do X, the R is no Y": a clause of another make. */
const goesOnOtherwise =
  /(?:,?\s+(?:and|but)\s+(?:is|are|was|has been|have been|am)\s.*|,\s+(?:the|this|it|they|there|he|she|we|you)\s(?:[\w’'-]+\s){0,5}?(?:is|are|was|has|have|can|will|must)\s.*)$/i

const isBalanced = (text: string): boolean => text.split('(').length === text.split(')').length

/** ", ensuring ..." at the end tells a purpose, not a duty; a list of -ing forms ("..., and fixing Z") stays. */
export function withoutTrailingClause(whole: string, isGerundList: boolean): string {
  const text = whole.replace(goesOnOtherwise, '')
  // ", the Specialist enhances …" is another sentence's beginning.
  const other = /,\s+(?:the|an?)\s+\p{Lu}\p{L}+\s+\p{L}+s\b/u.exec(text)
  if (other) return withoutTrailingClause(text.slice(0, other.index), isGerundList)
  const clause =
    /,\s*(?:(?:and\s+)?(?:thereby|thus|hence)\s+)?(?:\w+ly\s+)?([a-z]+ing|which|who|whom|whose|where|so that|so|(?:all\s+)?while|whether|as well as|rather than|making|instead of|considering|because|since|as|although|though|e\.g\.?|i\.e\.?|if needed|etc)\b/g
  for (const match of text.matchAll(clause)) {
    const rest = text.slice(match.index + 1)
    const isList = isGerundList && /(?:,|\band|\bor)\s+(?:\w+ly\s+)?[a-z]+ing\b/.test(rest.slice(3))
    const before = text.slice(0, match.index)
    const isEnumeration = /\bsuch as\b|\bincluding\b/.test(before.slice(-60))
    const isLastItem = /^\s*(?:and|or)\b/.test(rest)
    if (!isBalanced(before)) continue
    if (!isList && !isEnumeration && !isLastItem && before.trim() !== '') return before
    if (isList) return text
  }
  return text
}

export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** The most words that a duty may have to be asked for. */
export const mostWords = 22

const lastPart = /,\s+(?:and|as well as|then)\s+.*$/

/** Places where a long phrase may end early and stay true: what follows only adds to it. */
const additions: readonly RegExp[] = [
  /\s*\([^()]*\)/,
  /,?\s+(?:so that|in order to|so as to|thereby|whereby)\b.*$/,
  /,\s+(?:including|such as|for example|e\.g\.|for instance|from|whether|be it|in line with|in accordance with)\b.*$/,
  /:\s.*$/,
  /\s+[–—]\s.*$/,
  lastPart,
]

/** A phrase of at most 22 words by leaving out what only adds to it; as it is when nothing can be left out. */
export function shortened(text: string): string {
  let short = text
  for (const addition of additions) {
    if (wordCount(short) <= mostWords) break
    const cut = short.replace(addition, '')
    if (wordCount(cut) < 3 || !isBalanced(cut)) continue
    // "sort the mail, date it, and file it" without its last part is "sort the mail and date it".
    short = addition === lastPart ? cut.replace(/^(.*),\s+(?=[a-z]+\s)/, '$1 and ') : cut
  }
  return short.trim()
}

/** Blanks, articles and stray marks set right. */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(
      /,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:aspect|part|step|task|factor|element|component)\b.*$/i,
      '',
    )
    .replace(/\ba (?=[aeio])(?!(?:one|euro|eu|uni|use))/g, 'an ')
    .replace(/\ban (?=[bcdfgjklmnpqrstvwxyz][a-z])/g, 'a ')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/(?<![.])\.$|[,;:–—-]+$/g, '')
    .replace(/\(\s+/g, '(')
    .trim()
