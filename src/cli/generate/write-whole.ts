import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk is full.',
  EACCES: 'Writing there is not allowed.',
  EPERM: 'Writing there is not allowed.',
  EROFS: 'Writing there is not allowed.',
  ENOTDIR: 'A file stands where a folder is needed.',
  EEXIST: 'A file stands where a folder is needed.',
  EISDIR: 'A folder stands in its place.',
  ENAMETOOLONG: 'Its name is too long.',
}

const isFailure = (error: unknown): error is { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/**
 * Writes a file whole or not at all: beside its place first, then moved there, so that nobody ever reads half of it and
 * what stood there before stays until then. Folders on the way are made.
 * @returns null when it is written, else why not, in a sentence
 */
export function writeWhole(path: string, text: string): string | null {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  let isBegun = false
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat && !stat.isFile() && !stat.isDirectory()) {
      // A device or a pipe is written to; putting a file in its place would break it.
      writeFileSync(path, text)
      return null
    }
    mkdirSync(dirname(path), { recursive: true })
    isBegun = true
    writeFileSync(beside, text)
    renameSync(beside, path)
    return null
  } catch (error) {
    if (isBegun) rmSync(beside, { force: true })
    return (isFailure(error) ? sentences[error.code] : undefined) ?? 'It could not be written.'
  }
}
