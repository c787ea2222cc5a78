import { mailLines } from './mail-lines.ts'
import { plainText } from './words.ts'

/** A line of the canonical text, its end exclusive and without the line break. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly raw: string
  /** Nothing to read: empty, a picture, a comment, code, a tag without words, a link definition. */
  readonly isBlank: boolean
}

/** What begins a list item. */
export interface Marker {
  /** Columns before the marker. */
  readonly indent: number
  /** Characters up to the content. */
  readonly length: number
  readonly kind: 'dash' | 'number' | 'letter'
  readonly number: number | null
}

const dash =
  /^([\s\u00a0]*)(?:\\?(?:-{1,3}|[*+])[\s\u00a0]+|[•◦▪‣·●○■□➢➤►✓✔✅»][\s\u00a0]*|[–—→][\s\u00a0]+|o(?=\s{2,})\s+|-(?=\p{Lu}\p{Ll}))(?:\[[ xX]\][\s\u00a0]+)?(?=\S)/u
const number =
  /^([\s\u00a0]*)(?:\(?(\d{1,3})\s*\\?[.)_](?!\d)|(\d{1,2})(?:\.\d{1,2})+[.)]?(?=[\s\u00a0]+\p{Lu})|\((\d{1,2})\)|#(\d{1,2})(?=[\s\u00a0])|(\d{1,2})(?=[\s\u00a0]{2,}\p{L}))[\s\u00a0]*(?=\S)/u
const letter =
  /^([\s\u00a0]*)(?:\(([a-z]|[ivx]{1,4})\)|([a-z]|[ivx]{1,4})\)|([a-z]|[ivx]{2,4})\.)[\s\u00a0]+(?=\S)/u

const widthOf = (indent: string) => indent.replaceAll('\t', '    ').length

/** The list marker that a line begins with, or null. */
export function markerOf(raw: string): Marker | null {
  const dashed = dash.exec(raw)
  if (dashed) {
    // "- 3. Title" keeps its inner number as text.
    return {
      indent: widthOf(dashed[1] ?? ''),
      length: dashed[0].length,
      kind: 'dash',
      number: null,
    }
  }
  const numbered = number.exec(raw)
  if (numbered) {
    const digits = numbered[2] ?? numbered[3] ?? numbered[4] ?? numbered[5] ?? numbered[6]
    return {
      indent: widthOf(numbered[1] ?? ''),
      length: numbered[0].length,
      kind: 'number',
      number: Number(digits),
    }
  }
  const lettered = letter.exec(raw)
  if (!lettered) return null
  return {
    indent: widthOf(lettered[1] ?? ''),
    length: lettered[0].length,
    kind: 'letter',
    number: null,
  }
}

const isWordless = (raw: string): boolean =>
  raw.trim() === '' ||
  /^\s*(?:!\[[^\]]*\]\([^)]*\)\s*)+$/.test(raw) ||
  /^\s*\[[^\]]+\]:\s*\S+/.test(raw) ||
  /^\s*\[\[?_?toc_?\]?\]\s*$/i.test(raw) ||
  (raw.includes('<') && plainText(raw) === '')

/** Where the front matter at the top of a text ends; 0 when there is none. */
export const frontMatterEnd = (text: string): number =>
  /^---\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(text)?.[0].length ?? 0

/** Do rows of tildes stand below titles, each after a blank line and one line of words, and so fence no code in? */
function underlinesWithTildes(text: string): boolean {
  const rows = text.match(/^[^\S\n]*~{3,}.*$/gm) ?? []
  const titles =
    text.match(/(?:^|\n[^\S\n]*\n)[^\S\n]*[^\s~`][^\n]{0,80}\n[^\S\n]*~{3,}[^\S\n]*(?=\n|$)/g) ?? []
  return rows.length > 0 && titles.length === rows.length
}

/**
 * The lines of a text. Front matter, fenced code, comments and pictures count as blank: nobody reads them as a
 * statement about a role. A fence or comment that is never closed is an ordinary line. Linear.
 */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let skipTo = frontMatterEnd(text)
  let mayFence = true
  const mail = mailLines(text.split('\n'))
  const mayTilde = !underlinesWithTildes(text)
  let mayComment = true
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const raw = text.slice(start, end)
    const isFence = /^\s*```/.test(raw) || (mayTilde && /^\s*~~~/.test(raw))
    if (start >= skipTo && mayFence && isFence) {
      const fence = raw.trimStart().slice(0, 3)
      const close = text.indexOf(`\n${fence}`, end)
      const deep = close === -1 ? text.indexOf(`${fence}`, end) : close + 1
      if (deep === -1) mayFence = false
      else skipTo = text.indexOf('\n', deep) === -1 ? text.length + 1 : text.indexOf('\n', deep)
    } else if (start >= skipTo && mayComment && /^\s*<!--/.test(raw)) {
      const close = text.indexOf('-->', start)
      if (close === -1) mayComment = false
      else skipTo = close + 3
    }
    const isSkipped = start < skipTo || mail.has(lines.length)
    lines.push({ start, end, raw, isBlank: isSkipped || isWordless(raw) })
    if (found === -1) break
    start = found + 1
  }
  return lines
}

/**
 * Is the break after `line` only there because the line was full? In text that is wrapped by hand the first
 * word of the next line would not have fitted; where it would have, somebody broke the line on purpose.
 */
export function isWrapped(line: string, next: string, width: number): boolean {
  const following = next.trim()
  if (/^[\p{Ll}(&]/u.test(following) && !/[.:!?]$/.test(line.trim())) return true
  const word = /^\S+/.exec(following)?.[0].length ?? 0
  return line.trimEnd().length + 1 + word > width
}

/**
 * The column at which a document's lines are wrapped, or infinity when its lines are not wrapped at all: most
 * long lines end within a few columns of one another, and none is much longer.
 */
export function wrapWidth(lines: readonly Line[]): number {
  const lengths = lines
    .filter((line) => !line.isBlank && !/^\s*\|/.test(line.raw))
    .map((line) => line.raw.trimEnd().length)
    .sort((a, b) => a - b)
  const longest = lengths.at(-Math.ceil(lengths.length / 200) || -1) ?? 0
  if (lengths.length < 4 || longest > 130 || longest < 30) return Number.POSITIVE_INFINITY
  const near = lengths.filter((length) => length >= longest * 0.75).length
  return near >= lengths.length * 0.2 ? longest : Number.POSITIVE_INFINITY
}
