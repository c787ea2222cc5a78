import { AppError } from '#domain/errors.ts'
import { limitMbOf } from '#domain/roles/formats.ts'
import type { Client } from '#contract/client.ts'

/** Base64 of a file's bytes, read without blocking the page. */
const toBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => reject(new AppError('document_unreadable'))
    reader.readAsDataURL(file)
  })

/**
 * Hands a file to the backend; returns the import's id. A file that is too large is refused before it is read.
 * @throws AppError document_too_large {limitMb}, document_empty, document_unreadable
 */
export async function importFile(client: Client, file: File): Promise<string> {
  const limitMb = limitMbOf(file.name)
  if (file.size > limitMb * 1_000_000) throw new AppError('document_too_large', { limitMb })
  if (file.size === 0) throw new AppError('document_empty')
  const data = await toBase64(file)
  return (await client.startImport({ name: file.name, content: { kind: 'base64', data } })).importId
}

/** What was pasted last, until the page is loaded anew: a text that is refused is not lost. */
let pasted = { importId: '', text: '' }

/** The text that this import was made of, if it was the last one that was pasted; else empty. */
export const pastedText = (importId: string): string =>
  pasted.importId === importId ? pasted.text : ''

/** Hands pasted text to the backend; returns the import's id. @throws AppError document_too_large {limitMb} */
export async function importText(client: Client, name: string, text: string): Promise<string> {
  const limitMb = limitMbOf(name)
  if (text.length > limitMb * 1_000_000) throw new AppError('document_too_large', { limitMb })
  const { importId } = await client.startImport({ name, content: { kind: 'text', text } })
  pasted = { importId, text }
  return importId
}
