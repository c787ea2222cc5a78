// Documents of differing shapes with keys, to measure the generator by, and what the measuring needs.
// For tests and development only; the documents are original and their keys were written before any output was seen.
// Imports src/domain and node:.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { RawDocument } from '#domain/roles/document.ts'
import { decodeDocument } from '#domain/roles/decode.ts'
import { generate } from '../generate.ts'
import type { RoleKey } from './score/key.ts'
import { score, type Report } from './score/score.ts'

/** Where the documents and their keys lie. */
export const documentsFolder = join(import.meta.dirname, 'documents')

const isDocument = (name: string) => /\.(?:md|txt|html)$/.test(name)

/** File names of all documents that have a key, in order. */
export const documentNames: readonly string[] = readdirSync(documentsFolder)
  .filter(isDocument)
  .sort()

const keyPath = (folder: string, name: string) =>
  join(folder, `${name.slice(0, -extname(name).length)}.key.json`)

/** The document as an import would give it to the generator. */
export function loadDocument(name: string, folder = documentsFolder): RawDocument {
  const bytes = readFileSync(join(folder, name))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sourceId: name, path: name, sha256, ...decodeDocument(bytes, name) }
}

/** The key of a document; null when there is none. */
export function loadKey(name: string, folder = documentsFolder): RoleKey | null {
  const path = keyPath(folder, name)
  if (!existsSync(path)) return null
  return JSON.parse(readFileSync(path, 'utf8')) as RoleKey // as: our own files; a test checks them
}

/** An edit that touches no fact: a paragraph more near the top, and line ends of Windows. */
export function withUnrelatedEdit(document: RawDocument): RawDocument {
  const said = 'This page was proofread in spring.'
  const text =
    document.format === 'html'
      ? document.text.replace('</h1>', `</h1><p>${said}</p>`)
      : document.text
          .replace(/^((?:---\n[\s\S]*?\n---\n)?[\s\S]*?\n\n)/, `$1${said}\n\n`)
          .replaceAll('\n', '\r\n')
  return { ...document, text }
}

/** Generates, generates again, generates after an edit, and measures. */
export function measureDocument(document: RawDocument, key: RoleKey): Report {
  return score({
    gen: generate(document),
    key,
    raw: document.text,
    again: generate(document),
    edited: generate(withUnrelatedEdit(document)),
  })
}
