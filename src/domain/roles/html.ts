import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { tableLines, type CellText } from './html-table.ts'
import type { Notice } from './notices.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const skipped = new Set(
  'script style template noscript svg math nav footer aside form button select input textarea iframe object embed head audio video canvas dialog del s strike'.split(
    ' ',
  ),
)
const block = new Set(
  'p div section article main header h1 h2 h3 h4 h5 h6 ul ol li table tr dl dt dd blockquote pre figure figcaption hr br details summary address'.split(
    ' ',
  ),
)
const chrome =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|sidebar|share|social|cookie|banner|advert|ads?|comments?|related|newsletter|toc|likes?|labels?|label-list|edit(?:section|-link)?|mw-editsection|page-metadata|table-of-contents|pagination|skip-link)(?:$|[\s_-])/i
/** Deeper trees are cut here: they are no documents, and recursion has its end. */
const deepest = 400

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const attribute = (element: Element, name: string) =>
  element.attrs.find((each) => each.name === name)?.value ?? ''

const isChrome = (element: Element): boolean =>
  chrome.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`) ||
  /^(?:navigation|banner|contentinfo|complementary|search)$/.test(attribute(element, 'role')) ||
  attribute(element, 'aria-hidden') === 'true' ||
  element.attrs.some((each) => each.name === 'hidden')

/** The first element that passes, in document order. */
function find(node: Node, test: (element: Element) => boolean, depth = 0): Element | null {
  if (depth > deepest) return null
  for (const child of childrenOf(node)) {
    if (isElement(child) && test(child)) return child
    const found = find(child, test, depth + 1)
    if (found) return found
  }
  return null
}

/** All text below a node on one line. */
function inline(node: Node, depth = 0): string {
  if (depth > deepest) return ''
  if ('value' in node) return node.value.replace(/\s+/g, ' ')
  if (isElement(node) && skipped.has(node.tagName)) return ''
  const text = childrenOf(node)
    .map((child) => inline(child, depth + 1))
    .join('')
  return isElement(node) && block.has(node.tagName) ? ` ${text} ` : text
}
const line = (node: Node) => inline(node).replace(/\s+/g, ' ').trim()

/** Items and paragraphs of a cell stay apart, since each may be a duty. */
const cellText: CellText = (cell) => {
  const parts: string[] = []
  let loose = ''
  const flush = () => {
    const text = loose.replace(/\s+/g, ' ').trim()
    if (text !== '') parts.push(text)
    loose = ''
  }
  const walk = (node: Node, depth: number) => {
    if (depth > deepest) return
    for (const child of childrenOf(node)) {
      if (!isElement(child)) loose += inline(child)
      else if (skipped.has(child.tagName) || isChrome(child)) continue
      else if (!block.has(child.tagName)) {
        if (holdsBlocks(child)) walk(child, depth + 1)
        else loose += inline(child)
      } else {
        flush()
        walk(child, depth + 1)
        flush()
      }
    }
  }
  walk(cell, 0)
  flush()
  return parts.map((part) => part.replaceAll('|', '/')).join('<br>')
}

const holdsBlocks = (element: Element): boolean =>
  childrenOf(element).some(
    (child) => isElement(child) && block.has(child.tagName) && child.tagName !== 'br',
  )

/** Writes the main content as Markdown-like lines; an explicit stack would read no better, depth is bounded. */
function write(node: Node, lines: string[], indent: number, depth = 0): void {
  if (depth > deepest) return
  let loose = ''
  const flush = () => {
    const text = loose.replace(/\s+/g, ' ').trim()
    if (text !== '') lines.push(text, '')
    loose = ''
  }
  for (const child of childrenOf(node)) {
    if (!isElement(child)) {
      loose += inline(child)
      continue
    }
    const tag = child.tagName
    if (skipped.has(tag) || isChrome(child)) continue
    if (!block.has(tag)) {
      if (holdsBlocks(child)) {
        flush()
        write(child, lines, indent, depth + 1)
      } else loose += inline(child)
      continue
    }
    flush()
    if (tag === 'br' || tag === 'hr') continue
    if (/^h[1-6]$/.test(tag)) {
      const text = line(child)
      if (text !== '') lines.push('', `${'#'.repeat(Number(tag[1]))} ${text}`, '')
    } else if (tag === 'ul' || tag === 'ol') {
      list(child, lines, indent, depth)
      if (indent === 0) lines.push('')
    } else if (tag === 'table') lines.push(...tableLines(child, cellText))
    else if (tag === 'dt') lines.push('', `### ${line(child)}`, '')
    else if (holdsBlocks(child)) write(child, lines, indent, depth + 1)
    else {
      const text = line(child)
      if (text !== '') lines.push(tag === 'blockquote' ? `> ${text}` : text, '')
    }
  }
  flush()
}

function list(element: Element, lines: string[], indent: number, depth: number): void {
  const items = childrenOf(element).filter(
    (child): child is Element => isElement(child) && child.tagName === 'li',
  )
  for (const [index, item] of items.entries()) {
    const nested = childrenOf(item).filter(
      (child): child is Element =>
        isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol'),
    )
    const own = childrenOf(item)
      .filter((child) => !nested.some((each) => each === child))
      .map((child) => inline(child))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    const mark = element.tagName === 'ol' ? `${index + 1}.` : '-'
    if (own !== '') lines.push(`${' '.repeat(indent)}${mark} ${own}`)
    if (depth < deepest) for (const each of nested) list(each, lines, indent + 2, depth + 1)
  }
}

/**
 * The main content of a page as Markdown-like text: headings, paragraphs, lists and tables; menus, scripts,
 * forms and share boxes left out. The result is what ranges count in.
 */
export function htmlToText(html: string): string {
  const document = parse(html)
  const root =
    find(
      document,
      (element) => element.tagName === 'main' || attribute(element, 'role') === 'main',
    ) ??
    find(document, (element) => element.tagName === 'article') ??
    find(document, (element) => element.tagName === 'body') ??
    document
  const lines: string[] = []
  write(root, lines, 0)
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** The main content of a page, and what was left out of it. */
export function readHtml(html: string): {
  readonly text: string
  readonly notices: readonly Notice[]
} {
  return { text: htmlToText(html), notices: [] }
}
