import { AppError } from '#domain/errors.ts'
import { extensionOf } from '#domain/roles/formats.ts'

/** How a file's bytes are to be read: as characters, as a Word document or as a PDF. */
export type DocumentKind = 'characters' | 'docx' | 'pdf'

const begins = (bytes: Uint8Array, mark: readonly number[], at = 0): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte)

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    from,
    from + length,
  )

const isPicture = (bytes: Uint8Array): boolean =>
  begins(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
  begins(bytes, [0xff, 0xd8, 0xff]) ||
  begins(bytes, [0x49, 0x49, 0x2a, 0x00]) ||
  begins(bytes, [0x4d, 0x4d, 0x00, 0x2a]) ||
  /^(?:GIF8[79]a|RIFF....WEBP|BM....\0\0\0\0)/s.test(ascii(bytes, 0, 12)) ||
  /^....ftyp(?:heic|heix|avif|mif1)/s.test(ascii(bytes, 0, 12))

/** Office before 2007, and today's Office files that are locked with a password, are such containers. */
const isOldOffice = (bytes: Uint8Array) =>
  begins(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

const isLocked = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )

const isZip = (bytes: Uint8Array) =>
  begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06])

/** Some programs write a line or two before a PDF's first mark. */
const isPdf = (bytes: Uint8Array) => /^\s*%PDF-|\n%PDF-/.test(ascii(bytes, 0, 1024))

/**
 * What a file is, by its first bytes and not by its name.
 * @throws AppError document_empty, document_picture, document_old_word, document_encrypted,
 *   document_not_what_it_says {extension}: a name that its content does not keep
 */
export function kindOf(bytes: Uint8Array, path: string): DocumentKind {
  if (bytes.byteLength === 0) throw new AppError('document_empty')
  if (isPdf(bytes)) return 'pdf'
  if (isZip(bytes)) return 'docx'
  if (isPicture(bytes)) throw new AppError('document_picture')
  if (isOldOffice(bytes)) {
    throw new AppError(isLocked(bytes) ? 'document_encrypted' : 'document_old_word')
  }
  const extension = extensionOf(path) ?? ''
  if (extension === 'pdf' || extension === 'docx')
    throw new AppError('document_not_what_it_says', { extension })
  return 'characters'
}
