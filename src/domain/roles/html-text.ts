import {
  attribute,
  below,
  block,
  childrenOf,
  isElement,
  skipped,
  type Element,
  type Node,
} from './html-tree.ts'

const squeeze = (text: string) =>
  text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** All text below a node, without recursion and structure; line breaks stay as such, what is omitted is left out. */
export function flat(node: Node, isOmitted: (node: Node) => boolean = () => false): string {
  let text = ''
  const open: (Node | string)[] = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') text += next
    else if (isOmitted(next)) continue
    else if ('value' in next) text += next.value.replace(/\s+/g, ' ')
    else if (isElement(next) && next.tagName === 'br') text += '\n'
    else if (!isElement(next) || (!skipped.has(next.tagName) && !isReference(next))) {
      const edge = isElement(next) && block.has(next.tagName) ? ' ' : ''
      open.push(edge, ...childrenOf(next).toReversed(), edge)
    }
  }
  return text
}

/** "[1]", "¶", "edit": signs that lead elsewhere and are no words of the text. */
export const isReference = (element: Element): boolean => {
  if (element.tagName !== 'a' && element.tagName !== 'sup') return false
  if (/^#?(?:footnote|endnote|cite|fn)/i.test(attribute(element, 'href').replace('#', '')))
    return true
  if (/anchor|headerlink|permalink/i.test(attribute(element, 'class')))
    return /^[^\p{L}\p{N}]*$/u.test(childText(element))
  return element.tagName === 'sup' && /^\[\w{1,3}\]$/.test(childText(element))
}

/** The characters of an element whose text is short; longer ones are cut. */
function childText(element: Element): string {
  let text = ''
  for (const { node } of below(element)) {
    if ('value' in node) text += node.value
    if (text.length > 20) break
  }
  return text.trim()
}

/** All text below a node on one line. */
export const line = (node: Node) => squeeze(flat(node))

/** Is a node a list of items? */
export const isList = (node: Node): node is Element =>
  isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol')

/** Does something within an element stand on lines of its own? */
export const holdsBlocks = (element: Element): boolean =>
  childrenOf(element).some(
    (child) =>
      isElement(child) &&
      child.tagName !== 'br' &&
      !skipped.has(child.tagName) &&
      (block.has(child.tagName) ||
        childrenOf(child).some(
          (inner) => isElement(inner) && block.has(inner.tagName) && inner.tagName !== 'br',
        )),
  )

const listSign = /^[\u2022\u25e6\u25aa\u2023\u00b7\u25cf\u25cb\u25a0\u2013\u2014*-]\s*(?=\S)/

/** Lines of a paragraph that are parted by breaks: bullets made by hand become bullets. */
export function paragraph(text: string): string[] {
  const parts = text
    .split('\n')
    .map(squeeze)
    .filter((part) => part !== '')
  const marked = parts.filter((part) => listSign.test(part)).length
  if (marked === 0) return parts.length > 0 ? [...parts, ''] : []
  return [
    ...parts.flatMap((part) =>
      listSign.test(part) ? [part.replace(listSign, '- ')] : ['', part, ''],
    ),
    '',
  ]
}

/** A short paragraph that is bold from end to end stands for a heading. */
export const isBold = (element: Element): boolean => {
  const inner = childrenOf(element).filter(
    (child) => !('value' in child) || child.value.trim() !== '',
  )
  const [only] = inner
  return (
    inner.length === 1 &&
    only !== undefined &&
    isElement(only) &&
    /^(?:strong|b)$/.test(only.tagName)
  )
}

/** The rank of a heading, 1 the highest; 0 where an element is none. */
export const headingRank = (element: Element): number => {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (tag !== undefined) return Number(tag)
  if (attribute(element, 'role') !== 'heading') return 0
  const level = Number(attribute(element, 'aria-level'))
  return level >= 1 && level <= 6 ? level : 2
}

/** Headings may wrap their words in buttons that open what stands below. */
export const headingText = (element: Element): string => {
  let text = ''
  for (const { node } of below(element)) {
    if ('value' in node) text += node.value
    else if (isElement(node) && isReference(node)) return line(element) || squeeze(text)
  }
  return squeeze(text)
}

/** Lists within an item, in wrappers or not; lists within those are theirs. */
export function outermostLists(item: Element): Element[] {
  const lists: Element[] = []
  const open: Node[] = childrenOf(item).toReversed()
  for (let next = open.pop(); next; next = open.pop()) {
    if (isList(next)) lists.push(next)
    else if (!isElement(next) || !skipped.has(next.tagName))
      open.push(...childrenOf(next).toReversed())
  }
  return lists
}

/** An item's own words; a bold or headed beginning on a line of its own is its title. */
export function itemText(item: Element): string {
  const parts = childrenOf(item).filter((child) => !isList(child))
  const own = (node: Node) => flat(node, isList)
  const [lead, ...rest] = parts.filter((child) => !('value' in child) || child.value.trim() !== '')
  const body = squeeze(rest.map(own).join(' '))
  const isLead =
    lead !== undefined && isElement(lead) && (/^h[1-6]$/.test(lead.tagName) || isBoldTag(lead))
  const [next] = rest
  const isApart =
    next !== undefined && isElement(next) && (next.tagName === 'br' || block.has(next.tagName))
  if (isLead && isApart && body !== '') {
    const title = line(lead)
    return /[:.!?]$/.test(title) ? `${title} ${body}` : `${title}: ${body}`
  }
  return squeeze(parts.map(own).join(''))
}

const isBoldTag = (element: Element) => /^(?:strong|b)$/.test(element.tagName)

/** Lines of preformatted text as they are. */
export const preserved = (element: Element): string[] => {
  let text = ''
  for (const { node } of below(element)) {
    if ('value' in node) text += node.value
    else if (isElement(node) && node.tagName === 'br') text += '\n'
  }
  return text.split('\n').map((each) => each.trimEnd())
}
