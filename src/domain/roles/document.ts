// Roles: from a raw document to a role model, each fact with the passage it stands in.
// Blocks, headings, lists, segmentation by role, extraction of responsibilities.
// Imports domain, parse5 (HTML) and yaml (front matter of role files).

import type { SourceFormat } from '#domain/cards/rolegen.ts'
import type { Notice } from './notices.ts'

/** A document as it came in, decoded but not yet parsed. */
export interface RawDocument {
  /** Given at import and kept for the document's life; part of every card id. */
  readonly sourceId: string
  /** File name or the name the user gave; shown, never opened. */
  readonly path: string
  readonly format: SourceFormat
  /** SHA-256 of the raw bytes, hex. */
  readonly sha256: string
  /** Text, Markdown and HTML: the characters of the file. DOCX: HTML of its text. PDF: its text, Markdown-like. */
  readonly text: string
  /** What was left out or mended when the bytes were read. */
  readonly notices?: readonly Notice[]
}
