import { AppError } from '#domain/errors.ts'

/**
 * What a host says when it cannot start: what happened, what was kept, what to do. One sentence each; the
 * page's own words stand in src/renderer/i18n.
 */
export function startProblem(error: unknown): string {
  if (!(error instanceof AppError)) {
    return `Remit could not start (${error instanceof Error ? error.message : 'unknown reason'}); nothing was changed.`
  }
  const { path = '', version = '', known = '' } = error.params
  switch (error.code) {
    case 'data_folder_missing':
      return `There is no folder ${path}, so nothing was opened and nothing was made in its place: check the name or plug in the drive, or make the folder first.`
    case 'data_folder_read_only':
      return `Remit may not write to ${path}, so nothing was opened or changed: allow writing there, or choose another folder with --data.`
    case 'data_folder_in_use':
      return `Another Remit uses the collection in ${path}, so nothing was opened or changed: end it first, or use that one.`
    case 'database_missing':
      return `The collection ${path} is gone although this folder held one, and no empty one was put in its place: put the file back, or take a copy from the backups folder beside it.`
    case 'database_damaged':
      return `The collection ${path} is damaged; it was not changed: keep a copy of it and put a backup from the backups folder in its place.`
    case 'database_from_newer_version':
      return `The collection ${path} was written by a newer Remit (version ${version} of its format, this one knows ${known}); it was not changed: install the newer Remit.`
    case 'disk_full':
      return `The disk that holds ${path} is full; what was saved before is kept: make room and start again.`
    default:
      return `Remit could not start (${error.code}); nothing was changed.`
  }
}
