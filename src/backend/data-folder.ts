import { accessSync, chmodSync, constants, mkdirSync, readdirSync, statSync } from 'node:fs'
import { AppError } from '#domain/errors.ts'

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** A folder that holds a collection or nothing: closing any other one could lock people out of their own files. */
const isOurs = (path: string): boolean => {
  const names = readdirSync(path)
  return names.length === 0 || names.includes('remit.db')
}

/**
 * Makes sure of the folder that keeps the collection and returns its path.
 * `chosen` (named by the user) must exist: a mistyped name or a drive that is not plugged in must not
 * become an empty collection. `standard` is made on first use, readable by its owner only.
 * @throws AppError data_folder_missing {path}, data_folder_read_only {path}
 */
export function prepareDataFolder(chosen: string | undefined, standard: string): string {
  const path = chosen ?? standard
  if (!isFolder(path)) {
    if (chosen !== undefined) throw new AppError('data_folder_missing', { path })
    try {
      mkdirSync(path, { recursive: true, mode: 0o700 })
    } catch {
      throw new AppError('data_folder_read_only', { path })
    }
  }
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    if (process.platform !== 'win32' && isOurs(path)) chmodSync(path, 0o700)
  } catch {
    throw new AppError('data_folder_read_only', { path })
  }
  return path
}
