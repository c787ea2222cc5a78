import { AppError } from '#domain/errors.ts'
import type { Notice } from '#domain/roles/notices.ts'
import { readPdfPages } from './pdf-pages.ts'
import { pdfText } from './pdf-text.ts'

/** A PDF ends with this mark; programs may add some bytes behind it. A file without it was cut off. */
const endMark = Buffer.from('%%EOF')
const mostBehind = 2048

/**
 * The text of a PDF, Markdown-like. Scripts, attached files, forms and pictures are left out.
 * @throws AppError document_damaged, document_encrypted, document_no_text, document_too_many_pages {most},
 *   document_too_complex
 */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly notices: readonly Notice[] }> {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(endMark)
  if (end === -1 || end < bytes.byteLength - mostBehind) throw new AppError('document_damaged')
  const { pages, notices } = await readPdfPages(bytes)
  // A count of pages may lie; none at all is no document.
  if (pages.length === 0) throw new AppError('document_damaged')
  const empty = pages.filter((page) => page.pieces.length === 0).length
  if (empty === pages.length) throw new AppError('document_no_text')
  const pictures: Notice[] =
    empty > 0 ? [{ code: 'pages_without_text', params: { count: empty } }] : []
  return { text: pdfText(pages), notices: [...notices, ...pictures] }
}
