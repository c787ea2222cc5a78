import { markOf, type Mark } from './marks.ts'
import { readWords } from './words.ts'

/** A piece of a role file. `start`..`end` is what it says, markers and marks in braces left out. */
export interface FileBlock {
  readonly kind: 'heading' | 'item' | 'quote' | 'paragraph' | 'row'
  readonly start: number
  readonly end: number
  readonly text: string
  /** Headings: the number of hashes. Items: nesting from 0. */
  readonly level: number
  readonly mark: Mark
  /** From 1. */
  readonly line: number
}

const heading = /^ {0,3}(#{1,6})\s*(?=[^#\s])/
const item = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)/
const quote = /^\s*>\s?/
const row = /^\s*\|/
const rule = /^\s*([-*_])(?:\s*\1){2,}\s*$/
const comment = /^\s*<!--/

/** Where a heading's words end: hashes that close it are no words. */
function withoutClosing(line: string): number {
  const trimmed = line.trimEnd()
  let end = trimmed.length
  while (trimmed[end - 1] === '#') end -= 1
  return /\s/.test(trimmed[end - 1] ?? '') ? end : trimmed.length
}

const indentOf = (line: string) => (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length

/** Does a line begin something, so that it does not go on with what stands above? */
const begins = (line: string): boolean =>
  line.trim() === '' || [heading, item, quote, row, rule, comment].some((each) => each.test(line))

/**
 * Splits a role file's body into blocks, each with its line. Lines that begin nothing go on with the one above. The body
 * begins at `bodyStart`; offsets and lines count in the whole text.
 */
export function fileBlocks(text: string, bodyStart: number): FileBlock[] {
  const blocks: FileBlock[] = []
  const before = text.slice(0, bodyStart)
  let number = before.split('\n').length
  let at = bodyStart
  const lines = text.slice(bodyStart).split('\n')
  /** Indents of the items that are open, to tell nesting. */
  let indents: number[] = []

  const add = (block: Pick<FileBlock, 'kind' | 'level' | 'line'>, from: number, to: number) => {
    const raw = text.slice(from, to)
    const { length, mark } = markOf(raw)
    const said = raw.slice(0, length)
    const start = from + (said.length - said.trimStart().length)
    const end = start + said.trim().length
    const words = block.kind === 'quote' ? said.replace(/\n\s*>\s?/g, '\n') : said
    const content = readWords(words)
    if (content !== '' || mark.id !== null)
      blocks.push({ ...block, start, end: Math.max(start, end), text: content, mark })
  }
  /** The end of the last of the lines from `index` on that go on with it. */
  const endOf = (index: number, goesOn: (line: string) => boolean): number => {
    let last = index
    while (last + 1 < lines.length && goesOn(lines[last + 1] ?? '')) last += 1
    return last
  }

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const lineStart = at
    const own = number
    let last = index
    const isItem = item.exec(line)
    if (comment.test(line)) {
      while (last < lines.length - 1 && !(lines[last] ?? '').includes('-->')) last += 1
    } else if (line.trim() !== '' && !rule.test(line)) {
      const head = heading.exec(line)
      const isQuote = quote.exec(line)
      const goesOn = isQuote ? (next: string) => quote.test(next) : (next: string) => !begins(next)
      if (!head && !row.test(line)) last = endOf(index, goesOn)
      const end = lineStart + lines.slice(index, last + 1).join('\n').length
      if (head) {
        const closing = withoutClosing(line)
        add(
          { kind: 'heading', level: head[1]?.length ?? 1, line: own },
          lineStart + head[0].length,
          lineStart + closing,
        )
      } else if (isItem) {
        const indent = indentOf(line)
        indents = [...indents.filter((open) => open < indent), indent]
        add(
          { kind: 'item', level: indents.length - 1, line: own },
          lineStart + isItem[0].length,
          end,
        )
      } else if (isQuote)
        add({ kind: 'quote', level: 0, line: own }, lineStart + isQuote[0].length, end)
      else add({ kind: row.test(line) ? 'row' : 'paragraph', level: 0, line: own }, lineStart, end)
    }
    if (!isItem && line.trim() !== '') indents = []
    for (let done = index; done <= last; done += 1) {
      at += (lines[done] ?? '').length + 1
      number += 1
    }
    index = last
  }
  return blocks
}
