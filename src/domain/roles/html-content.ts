import {
  attribute,
  below,
  childrenOf,
  isElement,
  skipped,
  weigh,
  type Element,
  type Node,
  type Weight,
} from './html-tree.ts'

/** Where a page's own text stands. */
export interface Content {
  readonly root: Node
  /** The page's heading, where it stands outside of the root. */
  readonly title: Element | null
  readonly weightOf: (node: Node) => Readonly<Weight>
}

const chromeName =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|sidebar|share|sharing|social|cookies?|consent|banner|advert|ads?|comments?|related|newsletter|toc|likes?|labels?|label-list|edit(?:section|-link)?|mw-editsection|page-metadata|table-of-contents|pagination|skip-link|sr-only|visually-hidden)(?:$|[\s_-])/i

/** Lists and boxes that are links from end to end lead elsewhere. */
const isLinkBox = (element: Element, { text, linked, links, headings }: Readonly<Weight>) =>
  /^(?:ul|ol|div|section|header|table)$/.test(element.tagName) &&
  links >= 3 &&
  headings === 0 &&
  text < 3000 &&
  linked > 0.8 * text

const isHidden = (element: Element): boolean =>
  attribute(element, 'aria-hidden') === 'true' ||
  element.attrs.some((each) => each.name === 'hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style'))

/**
 * Does an element belong to the page around the text? Names such as "has-sidebar" stand on whole pages too, so what
 * holds most of the text is none by its name.
 */
export function isChrome(element: Element, { root, weightOf }: Content): boolean {
  if (isHidden(element)) return true
  const own = weightOf(element)
  if (own.text > 0.5 * weightOf(root).text) return false
  if (element.tagName === 'header' && own.headings === 0 && own.linked > 0.5 * own.text) return true
  return (
    chromeName.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`) ||
    /^(?:navigation|banner|contentinfo|complementary|search)$/.test(attribute(element, 'role')) ||
    (element.tagName === 'form' && own.headings === 0) ||
    isLinkBox(element, own)
  )
}

const all = (root: Node, isWanted: (element: Element) => boolean): Element[] => {
  const found: Element[] = []
  for (const { node } of below(root)) if (isElement(node) && isWanted(node)) found.push(node)
  return found
}

/**
 * Finds the main content: what calls itself so, else the only article, else the box that holds nearly all text
 * which leads nowhere, else the whole page. A box that would leave out a good part of the text is not taken.
 */
export function contentOf(document: Node): Content {
  const weightOf = weigh(document)
  const body = all(document, (element) => element.tagName === 'body')[0] ?? document
  const own = (node: Node) => weightOf(node).text - weightOf(node).linked
  const isMain = (element: Element) =>
    element.tagName === 'main' || attribute(element, 'role') === 'main'
  const marked = [
    ...all(body, isMain),
    ...all(body, (element) => element.tagName === 'article'),
  ].filter((element) => !skipped.has(element.tagName) && own(element) > 0.3 * own(body))
  let root: Node = marked.toSorted((a, b) => own(b) - own(a))[0] ?? body
  // Without a mark: down to the box that holds nearly everything.
  while (marked.length === 0) {
    const inner: Node | undefined = childrenOf(root).find(
      (child) =>
        isElement(child) &&
        /^(?:div|section|form|center)$/.test(child.tagName) &&
        own(child) > 0.95 * own(root),
    )
    if (!inner) break
    root = inner
  }
  const isHeading = (element: Element) => element.tagName === 'h1'
  const outside = all(root, isHeading).length === 0 ? all(body, isHeading)[0] : undefined
  return { root, title: outside ?? null, weightOf }
}
