import { plainText } from './words.ts'

export type BlockKind = 'heading' | 'bullet' | 'paragraph' | 'row' | 'quote'

/** A piece of a document: `start`..`end` is its content in the canonical text, markers left out. */
export interface Block {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  /** The content for reading: inline marks removed, lines joined. */
  readonly text: string
  /** Headings with marks: 1 is the highest. Bullets: nesting from 0. */
  readonly level: number
  /** A hand-written or list number. */
  readonly number: number | null
  /** Headings: what makes the line one. */
  readonly mark: 'hash' | 'setext' | 'number' | 'plain' | 'bold' | 'colon'
  /** Rows: the cells with their own ranges. */
  readonly cells: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

interface Line {
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly isBlank: boolean
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const raw = text.slice(start, end)
    lines.push({ start, end, raw, isBlank: raw.trim() === '' })
    if (found === -1) break
    start = found + 1
  }
  return lines
}

const bulletPattern = /^([\s\u00a0]*)((?:\\?[-*+])|[•◦▪‣·–—]|o(?=\s{2,}))[\s\u00a0]+(?=\S)/
const numberPattern = /^([\s\u00a0]*)(\d{1,2})\s*[.)_][\s\u00a0]*(?=\S)/
const rowPattern = /^\s*\|.*\|\s*$/
const hashPattern = /^\s{0,3}(#{1,6})[\s\u00a0]*(?=[^#\s])/

const widthOf = (indent: string) => indent.replaceAll('\t', '    ').length

const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length

/** A line that stands alone, is short and ends like a title. */
const looksLikeTitle = (text: string): boolean =>
  text.length <= 120 &&
  wordCount(text) <= 14 &&
  /[\p{L}\p{N}]/u.test(text) &&
  !/[.!;,]$/.test(text.replace(/\b(vs|etc|inc|ltd|dr|mr|ms)\.$/i, '$1')) &&
  !/[.!?]\s+\p{Lu}/u.test(text.replace(/\b(vs|etc|inc|ltd|dr|mr|ms)\./gi, '$1'))

function cellsOf(line: Line): Block['cells'] {
  const cells: { start: number; end: number; text: string }[] = []
  const first = line.raw.indexOf('|') + 1
  let from = first
  for (let index = first; index < line.raw.length; index += 1) {
    if (line.raw[index] !== '|' || line.raw[index - 1] === '\\') continue
    const raw = line.raw.slice(from, index)
    const lead = raw.length - raw.trimStart().length
    const start = line.start + from + lead
    cells.push({ start, end: start + raw.trim().length, text: plainText(raw) })
    from = index + 1
  }
  return cells
}

/**
 * Splits canonical text into blocks; tolerant of real files: headings without a space or without marks,
 * escaped and hand-made bullets, hand numbers, no-break spaces, setext underlines, wrapped lines. Linear.
 */
export function parseBlocks(text: string): Block[] {
  const lines = linesOf(text)
  const blocks: Block[] = []
  const isBlankAt = (index: number) => lines[index]?.isBlank ?? true
  const add = (kind: BlockKind, from: number, to: number, extra: Partial<Block> = {}) => {
    const raw = text.slice(from, to)
    const start = from + (raw.length - raw.trimStart().length)
    const end = start + raw.trim().length
    const content = plainText(raw)
    if (end > start && content !== '') {
      blocks.push({
        kind,
        start,
        end,
        text: content,
        level: 0,
        number: null,
        mark: 'plain',
        cells: [],
        ...extra,
      })
    }
  }
  /** Bullet indents that are open, to tell nesting. */
  let indents: number[] = []
  const nesting = (indent: number): number => {
    indents = indents.filter((open) => open < indent)
    indents.push(indent)
    return indents.length - 1
  }

  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    if (!line || line.isBlank) {
      index += 1
      continue
    }
    const { raw } = line
    const hash = hashPattern.exec(raw)
    const bullet = bulletPattern.exec(raw)
    const number = numberPattern.exec(raw)
    const rest = (matched: RegExpExecArray) => line.start + matched[0].length
    if (hash) {
      indents = []
      const closing = raw.replace(/[\s#]+$/, '')
      add('heading', rest(hash), line.start + closing.length, {
        level: hash[1]?.length ?? 1,
        mark: 'hash',
      })
      index += 1
      continue
    }
    if (/^\s*(-{3,}|\*{3,}|_{3,}|={3,})\s*$/.test(raw)) {
      index += 1
      continue
    }
    if (rowPattern.test(raw)) {
      if (!/^[\s|:-]+$/.test(raw)) add('row', line.start, line.end, { cells: cellsOf(line) })
      index += 1
      continue
    }
    const next = lines[index + 1]
    if (!bullet && next && /^\s*(=+|-{2,})\s*$/.test(next.raw) && looksLikeTitle(raw.trim())) {
      indents = []
      add('heading', line.start, line.end, {
        level: next.raw.trim().startsWith('=') ? 1 : 2,
        mark: 'setext',
      })
      index += 2
      continue
    }
    const isAlone = isBlankAt(index - 1) && isBlankAt(index + 1)
    if (number && !bullet && isAlone && widthOf(number[1] ?? '') < 2) {
      const title = raw.slice(number[0].length).trim()
      if (looksLikeTitle(title)) {
        indents = []
        add('heading', rest(number), line.end, {
          level: 1,
          mark: 'number',
          number: Number(number[2]),
        })
        index += 1
        continue
      }
    }
    const marker = bullet ?? number
    if (marker) {
      // A bullet goes on over the wrapped lines below it.
      let last = index
      const indent = widthOf(marker[1] ?? '')
      while (
        !isBlankAt(last + 1) &&
        !bulletPattern.test(lines[last + 1]?.raw ?? '') &&
        !numberPattern.test(lines[last + 1]?.raw ?? '') &&
        !hashPattern.test(lines[last + 1]?.raw ?? '') &&
        !rowPattern.test(lines[last + 1]?.raw ?? '') &&
        /^\s/.test(lines[last + 1]?.raw ?? '')
      ) {
        last += 1
      }
      add('bullet', rest(marker), lines[last]?.end ?? line.end, {
        level: nesting(indent),
        number: number && !bullet ? Number(number[2]) : null,
      })
      index = last + 1
      continue
    }
    indents = []
    if (/^\s*>/.test(raw)) {
      add('quote', line.start + raw.indexOf('>') + 1, line.end)
      index += 1
      continue
    }
    let last = index
    while (
      !isBlankAt(last + 1) &&
      !bulletPattern.test(lines[last + 1]?.raw ?? '') &&
      !numberPattern.test(lines[last + 1]?.raw ?? '') &&
      !hashPattern.test(lines[last + 1]?.raw ?? '') &&
      !rowPattern.test(lines[last + 1]?.raw ?? '')
    ) {
      last += 1
    }
    const isBold = /^\s*(\*\*|__)[^*_]+(\*\*|__):?\s*$/.test(raw)
    // A short line alone is a title; so is a line that ends with a colon above a list.
    const introduces = /:\s*$/.test(raw) && last === index
    if (
      last === index &&
      ((isBlankAt(index - 1) && isBlankAt(index + 1)) || isBold || introduces)
    ) {
      if (looksLikeTitle(plainText(raw))) {
        add('heading', line.start, line.end, {
          mark: isBold ? 'bold' : introduces ? 'colon' : 'plain',
        })
        index += 1
        continue
      }
    }
    add('paragraph', line.start, lines[last]?.end ?? line.end)
    index = last + 1
  }
  return blocks
}
