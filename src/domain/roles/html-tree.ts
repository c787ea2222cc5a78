import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** Deeper trees are flattened here: they are no documents, and recursion has its end. */
export const deepest = 200

export const isElement = (node: Node): node is Element => 'tagName' in node
export const childrenOf = (node: Node): readonly Node[] =>
  'childNodes' in node ? node.childNodes : []
export const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? ''

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Never text of a document. */
export const skipped = words(
  'script style template noscript svg math nav footer aside button select input textarea iframe object embed head audio video canvas dialog figcaption del s strike',
)
/** Stands on lines of its own. */
export const block = words(
  'p div section article main header form h1 h2 h3 h4 h5 h6 ul ol li table tr dl dt dd blockquote pre figure hr br details summary address fieldset center',
)

/** All nodes below a node, in document order, with their depth; without recursion, however deep. */
export function* below(root: Node): Generator<{ readonly node: Node; readonly depth: number }> {
  const open: { node: Node; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    const children = childrenOf(next.node)
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const node = children[index]
      if (node) open.push({ node, depth: next.depth + 1 })
    }
  }
}

/** What stands below an element: characters in all, those inside of links, and links. */
export interface Weight {
  text: number
  linked: number
  links: number
  headings: number
}

const none: Readonly<Weight> = { text: 0, linked: 0, links: 0, headings: 0 }

/** The weight of every element, from the leaves up; one pass. */
export function weigh(root: Node): (node: Node) => Readonly<Weight> {
  const weights = new Map<Node, Weight>()
  const order = [...below(root)].map(({ node }) => node)
  for (const node of order.toReversed()) {
    if ('value' in node) {
      weights.set(node, { ...none, text: node.value.trim().length })
      continue
    }
    const sum = { ...none }
    const isHidden = isElement(node) && skipped.has(node.tagName)
    for (const child of isHidden ? [] : childrenOf(node)) {
      const own = weights.get(child) ?? none
      sum.text += own.text
      sum.linked += own.linked
      sum.links += own.links
      sum.headings += own.headings
    }
    if (isElement(node) && node.tagName === 'a') Object.assign(sum, { linked: sum.text, links: 1 })
    if (isElement(node) && /^h[1-6]$/.test(node.tagName)) sum.headings += 1
    weights.set(node, sum)
  }
  return (node) => weights.get(node) ?? none
}
