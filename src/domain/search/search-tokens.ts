import { AppError } from '#domain/errors.ts'
import { longestSearch, searchKeys, type SearchFault, type SearchKey } from './search.ts'

/** A stretch of what was typed, UTF-16, end exclusive. */
interface Place {
  readonly start: number
  readonly end: number
}
export type SearchToken = Place &
  (
    | { readonly is: 'open' | 'close' | 'minus' | 'or' | 'and' }
    | {
        readonly is: 'term'
        readonly key: SearchKey | null
        readonly text: string
        readonly isQuoted: boolean
        readonly isPrefix: boolean
      }
  )

/** The error of a search that is not understood: why, where, and the piece of text in question. */
export const searchError = (reason: SearchFault, typed: string, { start, end }: Place): AppError =>
  new AppError('search_not_understood', {
    reason,
    start,
    end,
    text: typed.slice(start, Math.min(end, start + 80)),
  })

const blank = /[\s\p{Cc}]/u
// Keyboards turn the straight quote into these by themselves.
const quotes = '"“”„'
const isQuote = (char: string) => char !== '' && quotes.includes(char)
const endsWord = (char: string) =>
  char === '' || char === '(' || char === ')' || isQuote(char) || blank.test(char)

/** The text between quotes and where it ends, behind the closing one. */
function readQuoted(typed: string, start: number): { text: string; end: number } {
  let text = ''
  for (let at = start + 1; at < typed.length; at += 1) {
    const char = typed.charAt(at)
    const next = typed.charAt(at + 1)
    if (char === '\\' && (next === '\\' || isQuote(next))) {
      text += next
      at += 1
    } else if (isQuote(char)) return { text, end: at + 1 }
    else text += blank.test(char) ? ' ' : char
  }
  throw searchError('open_quote', typed, { start, end: typed.length })
}

/** A word without quotes; a star at its end stands for more letters. */
function readBare(typed: string, start: number) {
  let end = start
  while (!endsWord(typed.charAt(end))) end += 1
  const word = typed.slice(start, end)
  const isPrefix = word.endsWith('*')
  const text = isPrefix ? word.slice(0, -1) : word
  if (text.includes('*')) throw searchError('star_inside', typed, { start, end })
  return { text, end, isPrefix, isQuoted: false }
}

function readText(typed: string, start: number) {
  if (!isQuote(typed.charAt(start))) return readBare(typed, start)
  const { text, end } = readQuoted(typed, start)
  const isPrefix = typed.charAt(end) === '*'
  return { text, end: isPrefix ? end + 1 : end, isPrefix, isQuoted: true }
}

/** The key before a colon, if there is one. */
function readKey(typed: string, start: number): SearchKey | null {
  const found = /^(\p{L}+):/u.exec(typed.slice(start, start + 40))
  if (!found?.[1]) return null
  const name = found[1].toLowerCase()
  const key = searchKeys.find((each) => each === name)
  if (key) return key
  throw searchError('unknown_key', typed, { start, end: start + found[1].length + 1 })
}

function readTerm(typed: string, start: number): SearchToken {
  const key = readKey(typed, start)
  const from = key === null ? start : start + key.length + 1
  const { end, ...text } = readText(typed, from)
  const lower = text.text.toLowerCase()
  if (key === null && !text.isQuoted && !text.isPrefix && (lower === 'or' || lower === 'and')) {
    return { is: lower, start, end }
  }
  return { is: 'term', key, ...text, start, end }
}

/**
 * Cuts what was typed into brackets, minus signs, "or", "and" and terms.
 * @throws AppError search_not_understood {reason, start, end, text}
 */
export function searchTokens(typed: string): SearchToken[] {
  if (typed.length > longestSearch) {
    throw searchError('too_long', typed, { start: longestSearch, end: typed.length })
  }
  const tokens: SearchToken[] = []
  for (let at = 0; at < typed.length; at = tokens.at(-1)?.end ?? typed.length) {
    while (blank.test(typed.charAt(at))) at += 1
    if (at >= typed.length) break
    const char = typed.charAt(at)
    const one = { start: at, end: at + 1 }
    if (char === '(') tokens.push({ is: 'open', ...one })
    else if (char === ')') tokens.push({ is: 'close', ...one })
    else if (char === '-') tokens.push({ is: 'minus', ...one })
    else tokens.push(readTerm(typed, at))
  }
  return tokens
}
