import { inReadingOrder } from './pdf-columns.ts'
import type { PdfPage } from './pdf-page.ts'
import { rowsOf, withoutRunningHeads, type Row, type Segment } from './pdf-rows.ts'
import { tableAt } from './pdf-tables.ts'

/** A line of one column, with what tells its kind. */
interface Line extends Segment {
  /** How far it stands below the line before it in the same column; Infinity at the top. */
  readonly gap: number
  /** Where the lines of its column end. */
  readonly edge: number
}

type Block =
  | { kind: 'heading'; size: number; isBold: boolean; text: string; gap: number; y: number }
  | { kind: 'bullet'; mark: string; x: number; hang: number; lines: Line[] }
  | { kind: 'paragraph'; lines: Line[] }
  | { kind: 'table'; cells: readonly (readonly string[])[] }

/** The size that most characters have. */
function bodySize(pages: readonly (readonly Row[])[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of pages.flat().flatMap((row) => row.segments)) {
    const rounded = Math.round(size * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length)
  }
  return [...counts].reduce((top, each) => (each[1] > top[1] ? each : top), [0, 0])[0]
}

const bulletPattern =
  /^\s*([\u2022\u25e6\u25aa\u25ab\u2023\u00b7\u25cf\u25cb\u25a0\u25a1\u27a2\u2713\u2714\u2756\u2043\uf000-\uf0ff]|[\u2013\u2014*-](?=\s))\s*(?=\S)/
const numberPattern = /^\s*\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)/
/** "Chapter 3 ........ 17": a line of the table of contents. */
const isContentsLine = (text: string) => /(?:\.\s?){4,}\s*\d+\s*$/.test(text)

const isTitle = (line: Line) =>
  line.text.trim().length <= 120 &&
  /\p{L}/u.test(line.text) &&
  !/[.;,]$/.test(line.text.trim()) &&
  !bulletPattern.test(line.text)

function isHeading(line: Line, next: Line | undefined, body: number): boolean {
  if (!isTitle(line)) return false
  if (line.size >= body * 1.12) return true
  if (!line.isBold || line.size < body * 0.95) return false
  // Bold at the text's own size is a heading where it stands apart and the text goes on without it.
  const isApart = line.gap > 1.5 * line.size || !Number.isFinite(line.gap)
  const isFull = line.right > line.edge - 2 * line.size && (next?.isBold ?? false)
  return (
    isApart && !isFull && !(next?.isBold === true && next.gap < 1.5 * line.size && !isTitle(next))
  )
}

/** Does a line go on with the sentence of the line before it in the same block? */
function goesOn(before: Line, line: Line): boolean {
  if (line.gap > 1.6 * line.size) return false
  const isShort = before.right < before.edge - 0.25 * (before.edge - before.x)
  const isEnd = /[.!?:]["”)]?\s*$/.test(before.text)
  const isNew = /^\s*[\p{Lu}\p{N}]/u.test(line.text)
  return !(isShort && isEnd && isNew)
}

function blocksOf(lines: readonly Line[], body: number): Block[] {
  const blocks: Block[] = []
  for (const [index, line] of lines.entries()) {
    if (isContentsLine(line.text)) continue
    const last = blocks.at(-1)
    if (isHeading(line, lines[index + 1], body)) {
      const isSame =
        last?.kind === 'heading' &&
        Math.abs(last.size - line.size) < 0.3 &&
        last.isBold === line.isBold &&
        line.gap < 1.5 * line.size
      if (last?.kind === 'heading' && isSame) last.text = `${last.text} ${line.text.trim()}`
      else {
        const { size, isBold, gap, y } = line
        blocks.push({ kind: 'heading', size, isBold, gap, y, text: line.text.trim() })
      }
      continue
    }
    const bullet = bulletPattern.exec(line.text)
    const number = bullet ? null : numberPattern.exec(line.text)
    const marked = bullet ?? number
    if (marked) {
      const mark = bullet ? '-' : `${number?.[1] ?? '1'}.`
      const text = line.text.slice(marked[0].length)
      blocks.push({
        kind: 'bullet',
        mark,
        x: line.x,
        hang: line.x + 0.4 * line.size,
        lines: [{ ...line, text }],
      })
      continue
    }
    if (last?.kind === 'bullet') {
      const before = last.lines.at(-1)
      const isHanging = line.x > last.hang && line.gap < 1.6 * line.size
      if (before && (isHanging || (line.gap < 1.3 * line.size && /^\s*\p{Ll}/u.test(line.text)))) {
        last.lines.push(line)
        continue
      }
    }
    const before = last?.kind === 'paragraph' ? last.lines.at(-1) : undefined
    if (last?.kind === 'paragraph' && before && goesOn(before, line)) last.lines.push(line)
    else blocks.push({ kind: 'paragraph', lines: [line] })
  }
  return blocks
}

/** A sentence or bullet that a page or column ends in the middle of goes on where the next one begins. */
function joinBroken(groups: readonly Block[][]): Block[] {
  const all: Block[] = []
  for (const group of groups) {
    const [first, ...rest] = group
    const last = all.at(-1)
    const open = last && 'lines' in last ? last.lines.at(-1) : undefined
    const goes =
      open !== undefined &&
      first?.kind === 'paragraph' &&
      !/[.!?:]["”)]?\s*$/.test(open.text) &&
      /^\s*\p{Ll}/u.test(first.lines[0]?.text ?? '')
    if (goes && last && 'lines' in last && first?.kind === 'paragraph') {
      last.lines.push(...first.lines)
      all.push(...rest)
    } else all.push(...group)
  }
  return all
}

/** First halves of words that keep their hyphen at the end of a line. */
const keepsHyphen =
  /(?:^|[^\p{L}])(?:cross|self|non|co|well|long|short|high|low|full|part|real|end|third|on|off|up|in|cutting|day|hands|face|peer|state|one|two|three|follow|decision|data|role|risk|test|user|time|multi|pre|post|re|sub|anti|all)$/iu

/** Lines as running text; a word that the end of a line has cut is whole again. */
function joined(lines: readonly { readonly text: string }[]): string {
  return lines
    .map((line) => line.text.replace(/\s+/g, ' ').trim())
    .reduce((text, line) => {
      if (text === '') return line
      const cut = /\p{L}([-\u2010\u00ad])$/u.exec(text)
      if (!cut || !/^\p{Ll}/u.test(line)) return `${text} ${line}`
      const half = text.slice(0, -1)
      const isCompound = cut[1] !== '\u00ad' && keepsHyphen.test(half)
      return isCompound ? `${half}-${line}` : `${half}${line}`
    }, '')
    .replaceAll('\u00ad', '')
}

/** Lines of one column of a page, tables apart. */
function groupBlocks(rows: readonly Row[], body: number): Block[] {
  const blocks: Block[] = []
  const edge = Math.max(...rows.flatMap((row) => row.segments.map((segment) => segment.right)))
  let lines: Line[] = []
  let above: Row | undefined
  const flush = () => {
    blocks.push(...blocksOf(lines, body))
    lines = []
  }
  for (let index = 0; index < rows.length;) {
    const found = tableAt(rows, index)
    if (found) {
      flush()
      blocks.push({ kind: 'table', cells: found.table.cells })
      index += found.length
      above = undefined
      continue
    }
    const row = rows[index]
    const [first, ...others] = row?.segments ?? []
    if (row && first) {
      const whole = others.reduce(
        (line, each) => ({
          ...line,
          text: `${line.text.trimEnd()} ${each.text.trimStart()}`,
          right: each.right,
        }),
        first,
      )
      lines.push({ ...whole, edge, gap: above ? row.y - above.y : Infinity })
    }
    above = row
    index += 1
  }
  flush()
  return blocks
}

/** Sizes of headings, the largest first; bold headings at the text's size come last. */
function levelsOf(blocks: readonly Block[]): (block: Block & { kind: 'heading' }) => number {
  const keyOf = (block: Block & { kind: 'heading' }) =>
    Math.round(block.size * 2) / 2 + (block.isBold ? 0.1 : 0)
  const sizes = blocks.flatMap((block) => (block.kind === 'heading' ? [keyOf(block)] : []))
  const ordered = [...new Set(sizes)].sort((a, b) => b - a)
  return (block) => Math.min(6, ordered.indexOf(keyOf(block)) + 1)
}

/** Indents of bullets as nesting: what begins further right is below. */
function nestingOf(open: number[], x: number): number {
  while (open.length > 0 && (open.at(-1) ?? 0) > x + 3) open.pop()
  if (open.length === 0 || x > (open.at(-1) ?? 0) + 3) open.push(x)
  return open.length - 1
}

function write(blocks: readonly Block[]): string {
  const level = levelsOf(blocks)
  const lines: string[] = []
  let open: number[] = []
  let isInList = false
  for (const block of blocks) {
    if (isInList && block.kind !== 'bullet') lines.push('')
    isInList = block.kind === 'bullet'
    if (block.kind !== 'bullet') open = []
    switch (block.kind) {
      case 'heading':
        lines.push(`${'#'.repeat(level(block))} ${block.text.replace(/\s+/g, ' ')}`, '')
        break
      case 'bullet':
        lines.push(`${'  '.repeat(nestingOf(open, block.x))}${block.mark} ${joined(block.lines)}`)
        break
      case 'paragraph':
        lines.push(joined(block.lines), '')
        break
      case 'table': {
        const [head = [], ...body] = block.cells
        lines.push(`| ${head.join(' | ')} |`, `|${head.map(() => ' --- |').join('')}`)
        for (const row of body) lines.push(`| ${row.join(' | ')} |`)
        lines.push('')
      }
    }
  }
  return `${lines.join('\n').trim()}\n`
}

/**
 * The pages of a PDF as Markdown-like text: columns one after the other, headings by size and weight, bullets by
 * their signs and indents, tables where cells align; running heads, page numbers and line-end hyphens undone.
 */
export function pdfText(pages: readonly PdfPage[]): string {
  const rows = withoutRunningHeads(pages.map(rowsOf))
  const body = bodySize(rows)
  const groups = rows.flatMap((page) =>
    inReadingOrder(page).map((group) => groupBlocks(group, body)),
  )
  return write(joinBroken(groups))
}
