import { lstatSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '#domain/errors.ts'

/** A file to import, or a path with the reason why there is none. */
export interface Candidate {
  /** As the report names it: what was typed, with what stands below it. */
  readonly shown: string
  readonly path: string
  readonly problem: AppError | null
}

const inOrder = (names: readonly string[]) => [...names].sort((a, b) => (a < b ? -1 : 1))

/** Files below a folder, by name; links are not followed, so that there is an end. */
function* below(shown: string, path: string): Generator<Candidate> {
  let names: string[]
  try {
    names = inOrder(readdirSync(path))
  } catch {
    yield { shown, path, problem: new AppError('document_unreadable') }
    return
  }
  for (const name of names) yield* at(join(shown, name), join(path, name))
}

function* at(shown: string, path: string): Generator<Candidate> {
  const isFolder = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (isFolder) yield* below(shown, path)
  else yield { shown, path, problem: null }
}

/** All files of the paths that were typed, folders opened up; a folder without files is a problem of its own. */
export function* candidates(typed: readonly string[], from: string): Generator<Candidate> {
  for (const shown of typed) {
    const path = resolve(from, shown)
    let isEmpty = true
    for (const candidate of at(shown, path)) {
      isEmpty = false
      yield candidate
    }
    if (isEmpty) yield { shown, path, problem: new AppError('document_none_in_folder') }
  }
}
