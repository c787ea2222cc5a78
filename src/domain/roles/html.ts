import { parse } from 'parse5'
import { contentOf, isChrome, type Content } from './html-content.ts'
import { noticesOf } from './html-notices.ts'
import { tableLines, type CellText } from './html-table.ts'
import {
  flat,
  isReference,
  line,
  isList,
  holdsBlocks,
  paragraph,
  isBold,
  headingRank,
  headingText,
  outermostLists,
  itemText,
  preserved,
} from './html-text.ts'
import {
  attribute,
  below,
  block,
  childrenOf,
  deepest,
  isElement,
  skipped,
  type Element,
  type Node,
} from './html-tree.ts'
import { singularRoleNoun } from './lexicon/role-nouns.ts'
import type { Notice } from './notices.ts'

/** Writes a page's content as Markdown-like lines. */
class Writer {
  readonly lines: string[] = []
  readonly #content: Content
  #rank = 1

  constructor(content: Content) {
    this.#content = content
  }

  write(node: Node, depth = 0): void {
    if (depth > deepest) {
      this.lines.push(...paragraph(flat(node)))
      return
    }
    let loose = ''
    const flush = () => {
      this.lines.push(...paragraph(loose))
      loose = ''
    }
    for (const child of childrenOf(node)) {
      if (!isElement(child)) loose += flat(child)
      else if (skipped.has(child.tagName) || isChrome(child, this.#content)) continue
      else if (child.tagName === 'br') loose += '\n'
      else if (!block.has(child.tagName) && headingRank(child) === 0) {
        if (holdsBlocks(child)) {
          flush()
          this.write(child, depth + 1)
        } else if (!isReference(child)) loose += flat(child)
      } else {
        flush()
        this.#block(child, depth)
      }
    }
    flush()
  }

  #block(element: Element, depth: number): void {
    const tag = element.tagName
    const rank = headingRank(element)
    if (rank > 0) this.#heading(headingText(element), rank)
    else if (isList(element)) {
      this.#list(element, 0, depth)
      this.lines.push('')
    } else if (tag === 'table') this.#table(element, depth)
    else if (tag === 'dl') this.#definitions(element, depth)
    else if (tag === 'summary') this.#heading(line(element), Math.min(6, this.#rank + 1), false)
    else if (tag === 'pre') this.lines.push(...preserved(element), '')
    else if (tag === 'hr') this.lines.push('')
    else if (holdsBlocks(element)) this.write(element, depth + 1)
    else if (tag === 'p' && isBold(element) && line(element).length <= 120)
      this.lines.push('', `**${line(element)}**`, '')
    else {
      const mark = tag === 'blockquote' ? '> ' : ''
      this.lines.push(...paragraph(flat(element)).map((each) => (each === '' ? '' : mark + each)))
    }
  }

  #heading(text: string, rank: number, isKept = true): void {
    if (text === '') return
    if (isKept) this.#rank = rank
    this.lines.push('', `${'#'.repeat(rank)} ${text}`, '')
  }

  #list(element: Element, indent: number, depth: number): void {
    let number = 0
    for (const child of childrenOf(element)) {
      if (!isElement(child)) continue
      // Lists within lists without an item around them are common.
      if (isList(child)) {
        if (depth < deepest) this.#list(child, indent + 2, depth + 1)
        continue
      }
      if (isChrome(child, this.#content)) continue
      number += 1
      this.#item(child, { mark: element.tagName === 'ol' ? `${number}.` : '-', indent, depth })
    }
  }

  #item(item: Element, at: { mark: string; indent: number; depth: number }): void {
    const nested = outermostLists(item)
    const own = itemText(item)
    if (own !== '') this.lines.push(`${' '.repeat(at.indent)}${at.mark} ${own}`)
    for (const each of nested) {
      if (at.depth < deepest) this.#list(each, at.indent + 2, at.depth + 1)
      else this.lines.push(...paragraph(flat(each)))
    }
  }

  /** Terms that name roles are headings; others are labels of what stands beside them. */
  #definitions(element: Element, depth: number): void {
    const entries: { term: string; parts: Element[] }[] = []
    // Terms and what belongs to them may be grouped in boxes.
    const members = childrenOf(element).flatMap((child) =>
      isElement(child) && child.tagName === 'div' ? childrenOf(child) : [child],
    )
    for (const member of members) {
      if (!isElement(member)) continue
      if (member.tagName === 'dt') entries.push({ term: line(member), parts: [] })
      else if (entries.length > 0) entries.at(-1)?.parts.push(member)
      else this.write(member, depth + 1)
    }
    const isRole = (term: string) => singularRoleNoun(term.split(' ').at(-1) ?? '') !== null
    const areRoles = entries.some((entry) => isRole(entry.term))
    for (const { term, parts } of entries) {
      const [only] = parts
      if (!areRoles && parts.length === 1 && only && !holdsBlocks(only)) {
        this.lines.push(`- ${term}: ${line(only)}`)
        continue
      }
      this.#heading(term, Math.min(6, this.#rank + 1), false)
      for (const part of parts) {
        if (parts.length > 1 && !holdsBlocks(part)) this.lines.push(`- ${line(part)}`)
        else this.write(part, depth + 1)
      }
    }
    this.lines.push('')
  }

  /** A table that only lays out a page is read cell by cell. */
  #table(element: Element, depth: number): void {
    if (isLayout(element)) this.#cells(element, depth)
    else this.lines.push(...tableLines(element, this.#cellText))
  }

  #cells(element: Element, depth: number): void {
    for (const child of childrenOf(element)) {
      if (!isElement(child)) continue
      if (child.tagName === 'td' || child.tagName === 'th') this.write(child, depth + 1)
      else if (depth < deepest) this.#cells(child, depth + 1)
    }
  }

  readonly #cellText: CellText = (cell) => {
    const inner = new Writer(this.#content)
    inner.write(cell)
    return inner.lines
      .map((each) =>
        each
          .replace(/^\s*(?:-|\d+\.|#+|>)\s/, '')
          .replaceAll('**', '')
          .trim(),
      )
      .filter((each) => each !== '')
      .map((each) => each.replaceAll('|', '/'))
      .join('<br>')
  }
}

/** Tables within tables, headings in cells, or a single column: a page laid out by a table. */
function isLayout(element: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(element, 'role'))) return true
  let widest = 0
  for (const { node } of below(element)) {
    if (node === element || !isElement(node)) continue
    if (node.tagName === 'table' || /^h[1-6]$/.test(node.tagName)) return true
    if (node.tagName !== 'tr') continue
    const cells = childrenOf(node).filter((cell) => isElement(cell) && /^t[dh]$/.test(cell.tagName))
    widest = Math.max(widest, cells.length)
  }
  return widest <= 1
}

const tidy = (lines: readonly string[]) =>
  `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`

/**
 * The main content of a page as Markdown-like text, which ranges count in: headings, paragraphs, lists and tables;
 * menus, forms and share boxes left out. Scripts and what would be fetched are left out and told of.
 */
export function readHtml(html: string): {
  readonly text: string
  readonly notices: readonly Notice[]
} {
  const document = parse(html)
  const content = contentOf(document)
  const writer = new Writer(content)
  writer.write(content.root)
  const title = content.title === null ? [] : [`# ${line(content.title)}`, '']
  return { text: tidy([...title, ...writer.lines]), notices: noticesOf(document) }
}

/** The text of `readHtml`. */
export const htmlToText = (html: string): string => readHtml(html).text
