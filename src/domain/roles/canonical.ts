import type { RawDocument } from './document.ts'
import { htmlToText } from './html.ts'

/**
 * The text that all ranges count in. Text and Markdown stay as they are, but for the byte order mark and
 * line ends; HTML becomes Markdown-like text of its main content.
 */
export function canonicalText(document: RawDocument): string {
  const plain = document.text.replaceAll('\ufeff', '').replace(/\r\n?/g, '\n')
  return document.format === 'html' ? htmlToText(plain) : plain
}
