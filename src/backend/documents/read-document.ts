// Documents: bytes of every format into what the generator reads. Libraries that parse hostile files (mammoth,
// pdfjs-dist) are loaded here only, when a file needs them, and run only where they can be killed: in the import
// worker or on the command line. May import src/domain, those libraries and node:.

import { createHash } from 'node:crypto'
import type { SourceFormat } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { decodeDocument, withoutHiddenSigns } from '#domain/roles/decode.ts'
import type { RawDocument } from '#domain/roles/document.ts'
import { extensionOf, formatOfName, largestLimitMb } from '#domain/roles/formats.ts'
import type { Notice } from '#domain/roles/notices.ts'
import { readDocx } from './docx.ts'
import { kindOf } from './kind-of.ts'
import { readPdf } from './pdf.ts'

export interface DocumentFile {
  readonly sourceId: string
  /** Its name: shown, never opened; its ending is a hint. */
  readonly path: string
  readonly bytes: Uint8Array
}

const renamed = (path: string, format: SourceFormat): Notice[] => {
  const named = formatOfName(path)
  return named === format || named === null
    ? []
    : [{ code: 'read_by_content', params: { extension: extensionOf(path) ?? '', format } }]
}

async function readPacked(
  format: 'docx' | 'pdf',
  { path, bytes }: DocumentFile,
): Promise<Pick<RawDocument, 'text' | 'format' | 'notices'>> {
  const read = format === 'docx' ? await readDocx(bytes) : await readPdf(bytes)
  const { text, notices } = withoutHiddenSigns(read.text)
  return { format, text, notices: [...renamed(path, format), ...read.notices, ...notices] }
}

/**
 * Reads a document of any known format; what it is, its bytes decide.
 * @throws AppError document_empty, document_too_large {limitMb}, document_binary, document_wrong_encoding,
 *   document_unknown_format {extension}, document_not_what_it_says {extension}, document_picture,
 *   document_old_word, document_not_word, document_encrypted, document_damaged, document_bomb,
 *   document_unsafe_xml, document_too_deep, document_too_complex, document_too_many_pages {most}, document_no_text
 */
export async function readDocument(file: DocumentFile): Promise<RawDocument> {
  const { sourceId, path, bytes } = file
  if (bytes.byteLength > largestLimitMb * 1_000_000)
    throw new AppError('document_too_large', { limitMb: largestLimitMb })
  const kind = kindOf(bytes, path)
  const read = kind === 'characters' ? decodeDocument(bytes, path) : await readPacked(kind, file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sourceId, path, sha256, ...read }
}
