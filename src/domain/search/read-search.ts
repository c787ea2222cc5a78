import { AppError } from '#domain/errors.ts'
import {
  comparisons,
  deepestBrackets,
  hasLetter,
  mostTerms,
  searchProperties,
  searchStates,
  type Search,
  type SearchFault,
} from './search.ts'
import { searchError, searchTokens, type SearchToken } from './search-tokens.ts'

type Term = Extract<SearchToken, { is: 'term' }>

/** `stability>=21`, `recall<80%`. */
function readProperty(typed: string, term: Term): Search {
  const parts = /^(\p{L}*)\s*(<=|>=|!=|<|>|=)?\s*(.*)$/su.exec(term.text)
  const [, name = '', sign, number = ''] = parts ?? []
  const property = searchProperties.find((each) => each === name.toLowerCase())
  if (!property) throw searchError('unknown_property', typed, term)
  const compare = comparisons.find((each) => each === sign)
  const isPercent = property === 'recall' && number.endsWith('%')
  const digits = isPercent ? number.slice(0, -1) : number
  if (!compare || !/^-?\d{1,9}(?:\.\d{1,6})?$/.test(digits)) {
    throw searchError('bad_comparison', typed, term)
  }
  const value = isPercent ? Math.round(Number(digits) * 10_000) / 1_000_000 : Number(digits)
  // Minus nought is nought: the two are written alike.
  return { find: 'prop', property, compare, value: value === 0 ? 0 : value }
}

function readTerm(typed: string, term: Term): Search {
  const { key, text, isPrefix } = term
  if (key === null) {
    if (!hasLetter(text)) throw searchError('no_letter', typed, term)
    return { find: 'text', text, isPrefix }
  }
  const name = text.trim()
  if (name === '') throw searchError('nothing_after_key', typed, term)
  if (key === 'prop') return readProperty(typed, term)
  if (key !== 'is') return { find: key, name, isPrefix }
  const state = searchStates.find((each) => each === name.toLowerCase())
  if (!state || isPrefix) throw searchError('unknown_state', typed, term)
  return { find: 'is', state }
}

const joined = (find: 'all' | 'any', parts: readonly Search[]): Search | undefined =>
  parts.length < 2 ? parts[0] : { find, of: parts }

/** Reads tokens one after another, the loosest bond first: or, then side by side, then minus. */
class Reader {
  readonly #typed: string
  readonly #tokens: readonly SearchToken[]
  #at = 0
  #depth = 0

  constructor(typed: string) {
    this.#typed = typed
    this.#tokens = searchTokens(typed)
    const terms = this.#tokens.filter((token) => token.is === 'term')
    const tooMany = terms[mostTerms]
    if (tooMany) this.#refuse('too_many_terms', tooMany)
  }

  read(): Search | null {
    if (this.#tokens.length === 0) return null
    const search = this.#any()
    const rest = this.#tokens[this.#at]
    if (rest) this.#refuse('stray_bracket', rest)
    return search
  }

  #refuse(reason: SearchFault, at: { readonly start: number; readonly end: number }): never {
    throw searchError(reason, this.#typed, at)
  }

  #any(): Search {
    const parts = [this.#all()]
    while (this.#tokens[this.#at]?.is === 'or') {
      this.#at += 1
      parts.push(this.#all())
    }
    return joined('any', parts) ?? this.#refuse('nothing_beside_or', this.#end())
  }

  #all(): Search {
    const parts: Search[] = []
    for (;;) {
      const token = this.#tokens[this.#at]
      if (!token || token.is === 'or' || token.is === 'close') break
      if (token.is === 'and') this.#at += 1
      else parts.push(this.#one(token))
    }
    return joined('all', parts) ?? this.#refuseNothing()
  }

  /** Nothing stood where something had to: beside an "or", in brackets, or only the word "and". */
  #refuseNothing(): never {
    const before = this.#tokens[this.#at - 1]
    const next = this.#tokens[this.#at]
    if (before?.is === 'open') this.#refuse('empty_bracket', before)
    if (next?.is === 'close' && this.#depth === 0) this.#refuse('stray_bracket', next)
    this.#refuse('nothing_beside_or', before ?? next ?? this.#end())
  }

  #end() {
    return { start: this.#typed.length, end: this.#typed.length }
  }

  #one(token: SearchToken): Search {
    this.#at += 1
    if (token.is === 'term') return readTerm(this.#typed, token)
    this.#depth += 1
    if (this.#depth > deepestBrackets) this.#refuse('too_deep', token)
    const search = token.is === 'open' ? this.#bracket(token) : this.#not(token)
    this.#depth -= 1
    return search
  }

  #bracket(open: SearchToken): Search {
    const search = this.#any()
    if (this.#tokens[this.#at]?.is !== 'close') this.#refuse('open_bracket', open)
    this.#at += 1
    return search
  }

  #not(minus: SearchToken): Search {
    const next = this.#tokens[this.#at]
    const isBound = next !== undefined && next.start === minus.end
    if (!isBound || next.is === 'close' || next.is === 'or' || next.is === 'and') {
      this.#refuse('nothing_after_minus', minus)
    }
    return { find: 'not', of: this.#one(next) }
  }
}

/**
 * Reads a search as people type it; null when it is empty and so finds everything.
 * Terms side by side must all fit; `or` binds looser than that, `-` tighter; brackets group.
 * @throws AppError search_not_understood {reason, start, end, text}
 */
export const readSearch = (typed: string): Search | null => new Reader(typed).read()

/** Is this the error that readSearch throws? */
export const isSearchError = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'search_not_understood'
