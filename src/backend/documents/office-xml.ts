import { AppError } from '#domain/errors.ts'

/** Deeper XML is no document; parsers recurse. */
const deepest = 256

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('document_damaged')
  }
}

/** Where the tag that begins at `from` ends: the next `>` outside of quotes; -1 when there is none. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at]
    if (sign === '>') return at
    if (sign !== '"' && sign !== "'") continue
    at = xml.indexOf(sign, at + 1)
    if (at === -1) return -1
  }
  return -1
}

/**
 * The characters of an XML part after a look at its tags: every element is closed, none is nested deeper than
 * 256, there are at most `mostElements` of them, and nothing declares a document type or entities, which Office
 * never writes and attacks need. One pass.
 * @throws AppError document_damaged, document_unsafe_xml, document_too_deep, document_too_complex
 */
export function checkedXml(bytes: Uint8Array, mostElements: number): string {
  const xml = decode(bytes)
  if (/<!\s*(?:doctype|entity|element|attlist|notation)/i.test(xml))
    throw new AppError('document_unsafe_xml')
  const open: string[] = []
  let elements = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skipped = xml.startsWith('<!--', at)
      ? '-->'
      : xml.startsWith('<![CDATA[', at)
        ? ']]>'
        : xml.startsWith('<?', at)
          ? '?>'
          : null
    const end = skipped === null ? tagEnd(xml, at + 1) : xml.indexOf(skipped, at + 2)
    if (end === -1) throw new AppError('document_damaged')
    if (skipped === null) {
      const isClosing = xml[at + 1] === '/'
      const name = /[^\s/>]*/y
      name.lastIndex = at + (isClosing ? 2 : 1)
      const [tag = ''] = name.exec(xml) ?? []
      if (isClosing) {
        if (open.pop() !== tag) throw new AppError('document_damaged')
      } else {
        elements += 1
        if (elements > mostElements) throw new AppError('document_too_complex')
        if (xml[end - 1] !== '/') open.push(tag)
        if (open.length > deepest) throw new AppError('document_too_deep')
      }
    }
    at = end + 1
  }
  if (open.length > 0 || elements === 0) throw new AppError('document_damaged')
  return xml
}
