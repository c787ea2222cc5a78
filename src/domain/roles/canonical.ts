import type { RawDocument } from './document.ts'
import { readHtml } from './html.ts'
import type { Notice } from './notices.ts'

export interface CanonicalText {
  /** What all ranges count in, and what is stored and shown. */
  readonly text: string
  /** What was left out or mended on the way to it. */
  readonly notices: readonly Notice[]
}

/**
 * The text that all ranges count in. Text and Markdown stay as they are, but for the byte order mark and
 * line ends; HTML and Word files become Markdown-like text of their main content, as PDFs have already.
 */
export function canonicalText(document: RawDocument): CanonicalText {
  const notices = document.notices ?? []
  const plain = document.text.replaceAll('\ufeff', '').replace(/\r\n?/g, '\n')
  if (document.format !== 'html' && document.format !== 'docx') return { text: plain, notices }
  const page = readHtml(plain)
  return { text: page.text, notices: [...notices, ...page.notices] }
}
