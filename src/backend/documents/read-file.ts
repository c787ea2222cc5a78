import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
} from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '#domain/errors.ts'
import { limitMbOf } from '#domain/roles/formats.ts'

/** Does not wait for the other end of a pipe, and does not follow a link that took the file's place meanwhile. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

function readAll(file: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(size)
  let at = 0
  while (at < size) {
    const count = readSync(file, bytes, at, size - at, at)
    if (count === 0) break
    at += count
  }
  return bytes.subarray(0, at)
}

/**
 * The bytes of a file, or the reason why they are not read: a link, a folder, a pipe or a device in its place, a
 * missing right, more bytes than its kind may have. The size is looked at before anything is read.
 */
export function readFile(path: string): Uint8Array | AppError {
  const seen = lstatSync(path, { throwIfNoEntry: false })
  if (!seen) return new AppError('document_missing')
  if (!seen.isFile()) return new AppError('document_no_file')
  let file: number
  try {
    file = openSync(path, flags)
  } catch {
    return new AppError('document_unreadable')
  }
  try {
    const opened = fstatSync(file)
    if (!opened.isFile()) return new AppError('document_no_file')
    const limitMb = limitMbOf(path)
    if (opened.size > limitMb * 1_000_000) return new AppError('document_too_large', { limitMb })
    return readAll(file, opened.size)
  } catch {
    return new AppError('document_unreadable')
  } finally {
    closeSync(file)
  }
}

/** The file that a link points to; the path itself where it points nowhere. */
export function followed(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** A file that a person named, with its name; a link is followed, because it was named on purpose. */
export const readNamedFile = (
  path: string,
): { readonly name: string; readonly content: Uint8Array | AppError } => ({
  name: basename(path),
  content: readFile(followed(path)),
})
