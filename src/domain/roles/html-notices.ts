import { attribute, below, deepest, isElement, type Element, type Node } from './html-tree.ts'
import type { Notice, NoticeCode } from './notices.ts'

const active = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal'])
const sources = ['src', 'srcset', 'data', 'poster', 'background']

/** Data inside of a page (JSON-LD and the like) does nothing. */
const isRun = (element: Element) =>
  element.tagName === 'script' && !/json|template/i.test(attribute(element, 'type'))

/** Schemes are read as browsers do: blanks and control characters within them do not count. */
const runsCode = (address: string) =>
  /^(?:javascript|vbscript|data:text\/html)/i.test(address.replace(/[\s\p{Cc}]/gu, ''))

const isElsewhere = (address: string) => /^\s*(?:https?:|ftp:|file:|\/\/|\\\\)/i.test(address)

const isActive = (element: Element): boolean =>
  isRun(element) ||
  active.has(element.tagName) ||
  element.attrs.some(({ name, value }) => name.startsWith('on') || runsCode(value)) ||
  (element.tagName === 'meta' && /refresh/i.test(attribute(element, 'http-equiv')))

/** Would a browser fetch something from elsewhere for it? Plain links are only followed by people. */
const isExternal = (element: Element): boolean =>
  sources.some((name) => isElsewhere(attribute(element, name))) ||
  (element.tagName === 'link' &&
    /stylesheet|import|preload|prefetch/i.test(attribute(element, 'rel')) &&
    isElsewhere(attribute(element, 'href')))

/** What a page holds besides its text, none of which is taken over. */
export function noticesOf(root: Node): Notice[] {
  const found = new Set<NoticeCode>()
  for (const { node, depth } of below(root)) {
    if (depth > deepest) found.add('nesting_cut')
    if (!isElement(node)) continue
    if (isActive(node)) found.add('scripts_dropped')
    if (isExternal(node)) found.add('external_dropped')
  }
  return [...found].sort().map((code) => ({ code, params: {} }))
}
