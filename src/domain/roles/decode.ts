import type { SourceFormat } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'

/** Larger documents are refused before they are read. */
const limitMb = 10

const formatOfExtension = new Map<string, SourceFormat>([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
])

const extensionOf = (path: string): string | null =>
  /\.([a-z][a-z0-9]{0,7})$/i.exec(path.split(/[\\/]/).at(-1) ?? '')?.[1]?.toLowerCase() ?? null

/** Does the text look like a page of HTML, or like Markdown, when no extension tells? */
function sniffFormat(text: string): SourceFormat {
  const head = text.slice(0, 2000)
  if (/^\s*(<!doctype html|<html|<head|<body|<main|<article)\b/i.test(head)) return 'html'
  return /^#{1,6}\s*\S|^---\n|^\s*[-*] |\*\*\S/m.test(head) ? 'markdown' : 'text'
}

/**
 * The format of a document, by its name and else by its content.
 * @throws AppError document_unknown_format {extension}
 */
export function detectFormat(path: string, text: string): SourceFormat {
  const extension = extensionOf(path)
  if (extension === null) return sniffFormat(text)
  const known = formatOfExtension.get(extension)
  if (known) return known
  // A dot in a pasted title is no extension; a name with spaces after it is not one either.
  throw new AppError('document_unknown_format', { extension })
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte)

/** Control characters that text files do not hold. */
const isBinary = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, 65_536)
  const odd = head.reduce(
    (count, byte) =>
      count + (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) ? 1 : 0),
    0,
  )
  return head.includes(0) || odd > head.length / 100
}

function decodeCharacters(bytes: Uint8Array): string {
  const isLittle = startsWith(bytes, [0xff, 0xfe])
  const isBig = startsWith(bytes, [0xfe, 0xff])
  if (isLittle || isBig) {
    return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes)
  }
  if (isBinary(bytes)) throw new AppError('document_binary')
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/**
 * A file's bytes as characters, with its format: UTF-8, or UTF-16 with a byte order mark.
 * @throws AppError document_empty, document_too_large {limitMb}, document_binary, document_wrong_encoding,
 *   document_unknown_format {extension}
 */
export function decodeDocument(
  bytes: Uint8Array,
  path: string,
): { readonly text: string; readonly format: SourceFormat } {
  if (bytes.byteLength === 0) throw new AppError('document_empty')
  if (bytes.byteLength > limitMb * 1_000_000) throw new AppError('document_too_large', { limitMb })
  let text: string
  try {
    text = decodeCharacters(bytes)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('document_wrong_encoding')
  }
  if (text.trim() === '') throw new AppError('document_empty')
  return { text, format: detectFormat(path, text) }
}
