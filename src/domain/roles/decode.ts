import type { SourceFormat } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { extensionOf, formatOfName, limitMbOf } from './formats.ts'
import type { Notice } from './notices.ts'
import { fromWindows1252 } from './windows-1252.ts'

const isHtml = (text: string) =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*(?:<!doctype html|<html[\s>])/is.test(
    text.slice(0, 2000),
  )

/** Does the text look like a page of HTML, or like Markdown, when no extension tells? */
function sniffFormat(text: string): SourceFormat {
  const head = text.slice(0, 2000)
  if (isHtml(text) || /^\s*<(?:head|body|main|article)\b/i.test(head)) return 'html'
  return /^#{1,6}\s*\S|^---\n|^\s*[-*] |\*\*\S/m.test(head) ? 'markdown' : 'text'
}

/**
 * The format of a document's characters, by its name and else by its content; a whole page of HTML is one under
 * any name.
 * @throws AppError document_unknown_format {extension}
 */
export function detectFormat(path: string, text: string): SourceFormat {
  const named = formatOfName(path)
  if (named === null) return sniffFormat(text)
  if (named === undefined) {
    throw new AppError('document_unknown_format', { extension: extensionOf(path) ?? '' })
  }
  return isHtml(text) ? 'html' : named
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte)

/** Characters of two bytes each, half of them zero: UTF-16 of a text in Latin letters that has no mark. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096)
  if (bytes.byteLength % 2 !== 0 || head.byteLength < 8) return null
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  const most = head.byteLength / 2
  if (odd > 0.7 * most && even < 0.02 * most) return 'utf-16le'
  return even > 0.7 * most && odd < 0.02 * most ? 'utf-16be' : null
}

/** Control characters that text files do not hold; single ones may have crept in. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536)
  const odd = head.reduce(
    (count, byte) =>
      count + (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) ? 1 : 0),
    0,
  )
  return odd > Math.max(3, head.length / 200)
}

/** Halves of surrogate pairs, written as three bytes each by programs that cut text by halves. */
const halfPair = /\u00ed[\u00a0-\u00bf][\u0080-\u00bf]/g

/** A file's text as characters, and what is to be said of how it was read. */
interface Characters {
  readonly text: string
  readonly notices: readonly Notice[]
}

const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeBytes(bytes: Uint8Array): Characters {
  const text = asUtf8(bytes)
  if (text !== null) return { text, notices: [] }
  // latin1 of the Encoding Standard is windows-1252, so bytes are mapped by hand.
  const raw = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const whole = raw.replace(halfPair, '\u00ef\u00bf\u00bd')
  const mended = whole === raw ? null : asUtf8(Uint8Array.from(whole, (sign) => sign.charCodeAt(0)))
  if (mended !== null) return { text: mended, notices: [] }
  const western = fromWindows1252(raw)
  if (western === null) throw new AppError('document_wrong_encoding')
  return { text: western, notices: [{ code: 'read_as_windows_1252', params: {} }] }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Characters {
  const text = new TextDecoder(encoding).decode(bytes)
  const broken = text.match(/\ufffd/g)?.length ?? 0
  if (broken > 3 && broken > text.length / 200) throw new AppError('document_wrong_encoding')
  return { text, notices: [] }
}

function decodeCharacters(bytes: Uint8Array): Characters {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'utf-16be')
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked) return decodeUtf16(bytes, unmarked)
  if (isBinary(bytes)) throw new AppError('document_binary')
  return decodeBytes(bytes)
}

/** Control characters, and signs that turn the direction of what follows, so that text reads as it is not. */
const hidden = /(?![\t\n\f\r\u0085])\p{Cc}|[\u202d\u202e]/gu

/** What cannot be shown as it is, taken out or replaced, and a notice of it where there was any. */
export function withoutHiddenSigns(text: string): {
  readonly text: string
  readonly notices: readonly Notice[]
} {
  const shown = text.replace(hidden, '')
  const whole = shown.toWellFormed()
  const dropped = text.length - shown.length
  const replaced = whole.match(/\ufffd/g)?.length ?? 0
  const notices: Notice[] = []
  if (dropped > 0) notices.push({ code: 'characters_dropped', params: { count: dropped } })
  if (replaced > 0) notices.push({ code: 'characters_replaced', params: { count: replaced } })
  return { text: whole, notices }
}

export interface DecodedDocument {
  readonly text: string
  readonly format: SourceFormat
  readonly notices: readonly Notice[]
}

/**
 * A file's bytes as characters, with its format: UTF-8, UTF-16 with or without a byte order mark, or, where they are
 * neither, Windows-1252, which a notice tells.
 * @throws AppError document_empty, document_too_large {limitMb}, document_binary, document_wrong_encoding,
 *   document_unknown_format {extension}
 */
export function decodeDocument(bytes: Uint8Array, path: string): DecodedDocument {
  const limitMb = limitMbOf(path)
  if (bytes.byteLength === 0) throw new AppError('document_empty')
  if (bytes.byteLength > limitMb * 1_000_000) throw new AppError('document_too_large', { limitMb })
  const read = decodeCharacters(bytes)
  const { text, notices } = withoutHiddenSigns(read.text)
  if (text.trim() === '') throw new AppError('document_empty')
  const format = detectFormat(path, text)
  const isRenamed = format === 'html' && !['html', null].includes(formatOfName(path) ?? null)
  const renamed: Notice[] = isRenamed
    ? [{ code: 'read_by_content', params: { extension: extensionOf(path) ?? '', format } }]
    : []
  return { text, format, notices: [...read.notices, ...notices, ...renamed] }
}
