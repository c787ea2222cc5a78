import { AppError } from '#domain/errors.ts'
import type { Notice } from '#domain/roles/notices.ts'
import { checkedXml } from './office-xml.ts'
import { storedZip } from './stored-zip.ts'
import { openZip, type ZipArchive } from './zip-archive.ts'

/** A handbook with pictures has some hundred files; pictures are never unpacked. */
const limits = { entries: 5000, unpacked: 300_000_000, ratio: 150 }
/** Text, styles and numbering, unpacked: some thousand pages. The parser takes about thirty times that. */
const mostXml = 12_000_000
const mostElements = 400_000

/** Parts that say what the text is; everything else (pictures, macros, embedded files) stays packed. */
const isRead = (name: string) =>
  name === '[Content_Types].xml' ||
  name === '_rels/.rels' ||
  /^[^/]+\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes)\d*\.xml(?:\.rels)?$/.test(
    name,
  )

/** Is this archive a Word document? Other Office files and books are archives as well. */
export const isWordArchive = (names: ReadonlySet<string>): boolean =>
  names.has('[Content_Types].xml') &&
  [...names].some((name) => /^word\/document\d*\.xml$/.test(name))

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
  "r[style-name='Strong'] => strong",
]

/** What a Word file may carry besides its text, and what is left out of it. */
function noticesOf(archive: ZipArchive, parts: ReadonlyMap<string, string>): Notice[] {
  const names = [...archive.entries.keys()]
  const notices: Notice[] = []
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/vbaproject|\/activex\/|\.bin$/i)) notices.push({ code: 'macros_dropped', params: {} })
  if (has(/\/embeddings\/|\/afchunk/i)) notices.push({ code: 'embedded_dropped', params: {} })
  const relations = [...parts].filter(([name]) => name.endsWith('.rels')).map(([, xml]) => xml)
  const external = relations.flatMap((xml) =>
    [...xml.matchAll(/<Relationship\b[^>]*>/g)]
      .map((match) => match[0])
      .filter((tag) => /TargetMode\s*=\s*["']External/i.test(tag)),
  )
  const isPlainLink = (tag: string) =>
    /\/hyperlink["']/.test(tag) && /Target\s*=\s*["'](?:https?:|mailto:|#)/i.test(tag)
  if (!external.every(isPlainLink)) notices.push({ code: 'external_dropped', params: {} })
  return notices
}

/** Only what was checked is handed on: an archive of our own, with the text parts and nothing packed. */
function checkedParts(archive: ZipArchive): Map<string, string> {
  const entries = [...archive.entries.values()].filter((entry) => isRead(entry.name))
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > mostXml)
    throw new AppError('document_too_complex')
  return new Map(
    entries.map((entry) => [entry.name, checkedXml(archive.read(entry), mostElements)] as const),
  )
}

/**
 * A Word document as HTML with its headings, lists and tables. Pictures, macros, embedded files and links to
 * other files are left out and told of.
 * @throws AppError document_damaged, document_bomb, document_encrypted, document_unsafe_xml, document_too_deep,
 *   document_too_complex, document_wrong_type {extension, found}
 */
export async function readDocx(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly notices: readonly Notice[] }> {
  const archive = openZip(bytes, limits)
  if (!isWordArchive(new Set(archive.entries.keys()))) throw new AppError('document_not_word')
  const parts = checkedParts(archive)
  const { default: mammoth } = await import('mammoth')
  const encoder = new TextEncoder()
  const buffer = storedZip(new Map([...parts].map(([name, xml]) => [name, encoder.encode(xml)])))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength) },
      {
        styleMap,
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    )
    return { text: value, notices: noticesOf(archive, parts) }
  } catch {
    throw new AppError('document_damaged')
  }
}
