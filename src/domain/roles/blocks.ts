import { bareItemsAt } from './bare-lists.ts'
import { blockAt, type Block, type BlockKind } from './block.ts'
import { frameAt, underliningSigns } from './ruled-titles.ts'
import { cellsOf, isTableRow, isTableRule } from './table-lines.ts'
import {
  frontMatterEnd,
  isWrapped,
  linesOf,
  markerOf,
  wrapWidth,
  type Line,
  type Marker,
} from './lines.ts'
import { Nesting } from './nesting.ts'
import { runInOf } from './run-ins.ts'
import { kindOf } from './section-kinds.ts'
import {
  isBoldLine,
  isCapitals,
  isTitleAbove,
  looksLikeTitle,
  numberingLength,
  sectionLabelLength,
} from './title-lines.ts'
import { plainText } from './words.ts'

/** How far lines go is told by so many of them; beyond so many columns a text is not broken into lines. */
const mostLines = 20_000
const widest = 100

/** The longest line that is one item of a list without marks. */
const longestItem = 220

class Reader {
  readonly #text: string
  readonly #lines: readonly Line[]
  readonly #width: number
  readonly #longest: number
  readonly #underlining: ReadonlySet<string>
  readonly #nesting = new Nesting()
  readonly blocks: Block[] = []
  /** Lines before this one were tried as a list without marks and are none. */
  #noListBefore = 0

  constructor(text: string) {
    this.#text = text
    this.#lines = linesOf(text)
    this.#width = wrapWidth(this.#lines)
    this.#longest = Math.max(
      ...this.#lines.slice(0, mostLines).map(({ raw }) => Math.min(raw.trimEnd().length, widest)),
    )
    this.#underlining = underliningSigns(this.#lines)
  }

  #raw = (index: number): string => this.#lines[index]?.raw ?? ''
  #isBlank = (index: number): boolean => this.#lines[index]?.isBlank ?? true

  #add(kind: BlockKind, range: readonly [number, number], extra: Partial<Block> = {}): void {
    if (kind === 'heading' || kind === 'paragraph') this.#nesting.reset()
    const block = blockAt(this.#text, kind, range, extra)
    if (block) this.blocks.push(block)
  }

  /** Does something of its own begin at this line, so that no text above goes on in it? */
  #begins(index: number): boolean {
    const raw = this.#raw(index)
    return (
      this.#isBlank(index) ||
      markerOf(raw) !== null ||
      /^\s{0,3}#{1,6}[\s\u00a0]*[^#\s]/.test(raw) ||
      /^\s*(?:>|\||[-=*_]{3,}\s*$|:::|!!!)/.test(raw) ||
      isTableRow(this.#lines, index, false) ||
      isBoldLine(raw) ||
      (isCapitals(raw.trim()) && looksLikeTitle(raw.trim()))
    )
  }

  /** The last line that the text at `index` runs on to. */
  #lastLine(index: number, isItem: boolean): number {
    let last = index
    const isIndented = (at: number) => /^[\s\u00a0]/.test(this.#raw(at))
    while (!this.#begins(last + 1)) {
      const goesOn = isWrapped(this.#raw(last), this.#raw(last + 1), this.#width)
      if (!goesOn && !(isItem && isIndented(last + 1))) break
      last += 1
    }
    return last
  }

  #nextWithText(index: number): number {
    let next = index + 1
    while (next < this.#lines.length && this.#isBlank(next)) next += 1
    return next
  }

  read(): Block[] {
    this.#readTitle()
    let index = 0
    while (index < this.#lines.length) {
      const line = this.#lines[index]
      if (!line || line.isBlank) index += 1
      else if (/^\s*(?:[-*_=~#+]\s*){3,}$/.test(line.raw)) index = this.#readRule(index)
      else index = this.#readAt(index, line)
    }
    return this.blocks
  }

  /** A ruled line, and what it frames with the next one. */
  #readRule(index: number): number {
    const frame = frameAt(this.#lines, index)
    for (const { start, end } of frame?.lines ?? [])
      this.#add(frame?.isTitle ? 'heading' : 'quote', [start, end], { level: 0, mark: 'setext' })
    return (frame?.last ?? index) + 1
  }

  /** `title:` in the front matter stands above everything. */
  #readTitle(): void {
    const matter = this.#text.slice(0, frontMatterEnd(this.#text))
    const title = /^title:[ \t]*["']?([^\n]*?)["']?[ \t]*$/m.exec(matter)
    if (!title?.[1]) return
    const from = title.index + title[0].indexOf(title[1], 6)
    this.#add('heading', [from, from + title[1].length], { level: 0, mark: 'hash' })
  }

  /** Reads what begins at a line; gives the index of the line after it. */
  #readAt(index: number, line: Line): number {
    const { raw } = line
    if (/^\s*(?::::|!!!|\?\?\?)/.test(raw)) return index + 1
    const hash = /^\s{0,3}(#{1,6})[\s\u00a0]*(?=[^#\s])/.exec(raw)
    if (hash && !/^\s*#\d/.test(raw)) {
      const closing = raw.replace(/[\s#]+$/, '')
      const from = line.start + hash[0].length
      const level = hash[1]?.length ?? 1
      this.#add('heading', [from, line.start + closing.length], { level, mark: 'hash' })
      return index + 1
    }
    const isOpen = this.blocks.at(-1)?.kind === 'row' && !this.#isBlank(index - 1)
    if (isTableRow(this.#lines, index, isOpen)) {
      if (!isTableRule(raw)) this.#add('row', [line.start, line.end], { cells: cellsOf(line) })
      return index + 1
    }
    const marker = markerOf(raw)
    return (
      this.#readUnderlined(index, line, marker) ??
      this.#readNumbered(index, line, marker) ??
      (marker ? this.#readItem(index, line, marker) : null) ??
      this.#readQuote(index, line) ??
      this.#readBareList(index) ??
      this.#readTitleLine(index, line) ??
      this.#readLines(index) ??
      this.#readParagraph(index, line)
    )
  }

  #readUnderlined(index: number, line: Line, marker: Marker | null): number | null {
    const below = this.#raw(index + 1)
    const isRuled = /^\s*(?:=+|-{2,}|~{3,}|[*_#+]{4,})\s*$/.test(below)
    if (marker?.kind === 'dash' || !isRuled || this.#isBlank(index + 1)) return null
    if (/^\s*[*_#+]/.test(below) && !this.#underlining.has(below.trim().charAt(0))) return null
    const skipped = marker?.length ?? numberingLength(line.raw)
    if (!looksLikeTitle(plainText(line.raw.slice(skipped)))) return null
    const from = line.start + skipped
    this.#add('heading', [from, line.end], {
      level: below.trim().startsWith('=') ? 1 : 2,
      mark: 'setext',
    })
    return index + 2
  }

  /** "1. Head Baker" alone on its line, with more than the next number below it. */
  #readNumbered(index: number, line: Line, marker: Marker | null): number | null {
    if (marker?.kind !== 'number' || marker.indent > 1) return null
    const title = line.raw.slice(marker.length).trim()
    if (!looksLikeTitle(plainText(title)) || !/^[\p{Lu}\p{N}“"'(*_]/u.test(title)) return null
    const next = this.#nextWithText(index)
    const isAlone = this.#isBlank(index - 1) && next > index + 1
    const below = markerOf(this.#raw(next))
    const isCut = !isWrapped(line.raw, this.#raw(index + 1), this.#width)
    const opensText =
      this.#isBlank(index - 1) && below === null && isTitleAbove(title, this.#raw(index + 1), isCut)
    if (!isAlone && !opensText) return null
    // In a list whose items stand apart, the next thing is the next number.
    if (below?.kind === 'number' && below.number === (marker.number ?? 0) + 1) return null
    if (next >= this.#lines.length) return null
    this.#add('heading', [line.start + marker.length, line.end], {
      level: /^\s*[\d.]+/.exec(line.raw)?.[0].split(/\.(?=\d)/).length ?? 1,
      mark: 'number',
      number: marker.number,
    })
    return index + 1
  }

  #readItem(index: number, line: Line, marker: Marker): number {
    const last = this.#lastLine(index, true)
    this.#add('bullet', [line.start + marker.length, this.#lines[last]?.end ?? line.end], {
      level: this.#nesting.levelOf(marker),
      number: marker.number,
    })
    return last + 1
  }

  #readQuote(index: number, line: Line): number | null {
    if (!/^\s*>/.test(line.raw)) return null
    let last = index
    while (
      /^\s*>\s*[^\s>]/.test(this.#raw(last + 1)) &&
      !/^\s*>\s*(?:[-*+•]|\d+[.)])\s/.test(this.#raw(last + 1))
    )
      last += 1
    const from = line.start + (/^\s*(?:>\s*)+/.exec(line.raw)?.[0].length ?? 0)
    this.#add('quote', [from, this.#lines[last]?.end ?? line.end])
    return last + 1
  }

  #readTitleLine(index: number, line: Line): number | null {
    const { raw } = line
    const text = plainText(raw)
    if (!looksLikeTitle(text) || /\s[·|]\s/.test(text)) return null
    const label = runInOf(this.#text, line)
    if (label?.isBold && kindOf(label.text) !== 'plain') return null
    const mark = this.#titleMark(index, raw, text)
    if (mark === null) return null
    this.#add('heading', [line.start + numberingLength(raw), line.end], { mark })
    return index + 1
  }

  #titleMark(index: number, raw: string, text: string): Block['mark'] | null {
    const isAlone = this.#isBlank(index - 1) && this.#isBlank(index + 1)
    if (isBoldLine(raw)) return 'bold'
    if (isCapitals(text) && (this.#isBlank(index - 1) || this.#isBlank(index + 1))) return 'caps'
    if (isAlone && numberingLength(raw) > 0) return 'number'
    // A short line alone is a title; so is a line that ends with a colon above something.
    if (/:\s*$/.test(text)) return this.#begins(index + 1) || isAlone ? 'colon' : null
    if (isAlone) return 'plain'
    const next = this.#raw(index + 1)
    const startsAfresh = this.#isBlank(index - 1)
    const isCut = !isWrapped(raw, next, this.#width)
    return (startsAfresh || markerOf(next) !== null) &&
      !this.#isBlank(index + 1) &&
      isTitleAbove(raw, next, isCut)
      ? 'plain'
      : null
  }

  /** Lines below a heading that were broken on purpose, whether they begin with capitals or not. */
  #readBareList(index: number): number | null {
    if (this.blocks.at(-1)?.kind !== 'heading' || /[.:]\s*$/.test(this.#raw(index))) return null
    const begins = (at: number) => this.#begins(at)
    const items = bareItemsAt(this.#lines, index, { longest: this.#longest, begins })
    for (const { start, end } of items ?? []) this.#add('bullet', [start, end], { level: 0 })
    const last = items?.at(-1)?.last
    return last === undefined ? null : last + 1
  }

  /** Lines that were broken on purpose, one below the other, are a list without marks. */
  #readLines(index: number): number | null {
    if (index < this.#noListBefore) return null
    const items: (readonly [number, number])[] = []
    let isList = true
    let at = index
    while (!this.#begins(at)) {
      const last = this.#lastLine(at, false)
      const from = this.#lines[at]?.start ?? 0
      const end = this.#lines[last]?.end ?? from
      const text = end - from > longestItem ? '' : plainText(this.#text.slice(from, end))
      isList &&= text !== '' && !/[.!?]\s+\p{Lu}/u.test(text)
      items.push([from, end])
      at = last + 1
    }
    if (!isList || items.length < 3) {
      this.#noListBefore = at
      return null
    }
    for (const item of items) this.#add('bullet', item, { level: 0 })
    return at
  }

  #readParagraph(index: number, line: Line): number {
    const last = this.#lastLine(index, false)
    this.#add('paragraph', [
      line.start + sectionLabelLength(line.raw),
      this.#lines[last]?.end ?? line.end,
    ])
    return last + 1
  }
}

/**
 * Splits canonical text into blocks; tolerant of real files: headings without a space or without marks, in
 * capitals or bold, escaped and hand-made bullets, hand numbers, no-break spaces, underlines, tables without
 * outer bars, lines wrapped at any width. Linear.
 */
export const parseBlocks = (text: string): Block[] => new Reader(text).read()
