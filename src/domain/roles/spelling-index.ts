import { singularRoleNoun } from './lexicon/role-nouns.ts'
import { singularSurface, type Mention } from './mentions.ts'
import { tokensOf, type Token } from './tokens.ts'

const fold = (text: string) => text.toLowerCase().replace(/[\s\u00a0]+/g, ' ')

/** Forms in which a word of a name may stand in the text: as it is and as a plural. */
export const pluralsOf = (word: string): string[] => [
  `${word}s`,
  `${word}es`,
  word.replace(/y$/, 'ies'),
  word.replace(/man$/, 'men'),
  word.replace(/person$/, 'people'),
]

const isForm = (word: string, of: string): boolean =>
  word === of || (word.length >= of.length - 2 && pluralsOf(of).includes(word))

interface Spelling {
  readonly key: string
  readonly words: readonly string[]
}

const isNameGap = (gap: string): boolean =>
  gap === ' ' || /^['’] $|^[\s\u00a0]*[/&+-]?[\s\u00a0]*$/.test(gap)

const foldToken = (text: string): string => {
  const lower = text.toLowerCase()
  return lower.endsWith('.') ? lower.slice(0, -1) : lower
}

/** Finds known spellings of roles in a text, whatever their case and number, by their first two words. */
export class SpellingIndex {
  /** By the first word and the second, which is empty for names of one word. */
  readonly #byStart = new Map<string, Map<string, Spelling[]>>()

  constructor(spellings: ReadonlyMap<string, string>) {
    for (const [spelling, key] of spellings) {
      const words = tokensOf(fold(spelling)).map((token) => token.text)
      const [first, second = ''] = words
      if (first === undefined) continue
      const seconds = second === '' ? [''] : [second, ...pluralsOf(second)]
      for (const form of new Set([first, ...pluralsOf(first)])) {
        const bySecond = this.#byStart.get(form) ?? new Map<string, Spelling[]>()
        this.#byStart.set(form, bySecond)
        for (const next of new Set(seconds)) {
          const list = bySecond.get(next)
          if (list) list.push({ key, words })
          else bySecond.set(next, [{ key, words }])
        }
      }
    }
    for (const bySecond of this.#byStart.values())
      for (const list of bySecond.values())
        list.sort((a, b) => b.words.length - a.words.length || (a.key < b.key ? -1 : 1))
  }

  #lengthAt(tokens: readonly Token[], index: number, { words }: Spelling): number | null {
    for (const [offset, word] of words.entries()) {
      const token = tokens[index + offset]
      if (!token || (offset > 0 && !isNameGap(token.gap))) return null
      const own = foldToken(token.text)
      if (own === word) continue
      // Only the last word of a name, or one before a slash, stands in the plural.
      const mayBePlural = offset === words.length - 1 || singularRoleNoun(word) !== null
      if (!mayBePlural || !isForm(own, word)) return null
    }
    return words.length
  }

  /** The longest spelling at a token, with the count of tokens that it takes. */
  #at(tokens: readonly Token[], index: number): { spelling: Spelling; length: number } | null {
    const bySecond = this.#byStart.get(foldToken(tokens[index]?.text ?? ''))
    if (!bySecond) return null
    const next = foldToken(tokens[index + 1]?.text ?? '')
    for (const spelling of [...(bySecond.get(next) ?? []), ...(bySecond.get('') ?? [])]) {
      const length = this.#lengthAt(tokens, index, spelling)
      if (length !== null) return { spelling, length }
    }
    return null
  }

  /** All mentions among the words of a text, the longest at each place. */
  in(text: string, tokens: readonly Token[]): Mention[] {
    const mentions: Mention[] = []
    for (let index = 0; index < tokens.length;) {
      const found = this.#at(tokens, index)
      if (!found) {
        index += 1
        continue
      }
      const start = tokens[index]?.start ?? 0
      const end = tokens[index + found.length - 1]?.end ?? start
      const surface = singularSurface(text.slice(start, end).split(/[\s\u00a0]+/))
      mentions.push({ key: found.spelling.key, start, end, surface })
      index += found.length
    }
    return mentions
  }

  /** The role that a text begins with: its key and how many characters its name takes. */
  atStart(text: string): { readonly key: string; readonly length: number } | null {
    const first = /^[\p{L}\p{N}][\p{L}\p{N}+#&.-]*/u.exec(text.slice(0, 60))?.[0]
    if (first === undefined || !this.#mayStart(first)) return null
    const tokens = tokensOf(text.slice(0, 120))
    if (tokens[0]?.start !== 0) return null
    const found = this.#at(tokens, 0)
    const end = found ? tokens[found.length - 1]?.end : undefined
    return found && end !== undefined ? { key: found.spelling.key, length: end } : null
  }

  #mayStart(word: string): boolean {
    return this.#byStart.has(word.toLowerCase().replace(/[.&-]+$/, ''))
  }
}
