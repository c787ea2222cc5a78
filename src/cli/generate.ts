// `npm run --silent generate -- FILE|FOLDER [--out OUT]`: roles, responsibilities and cards of documents as JSON.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generate } from '#domain/cards/generate.ts'
import { AppError } from '#domain/errors.ts'
import { decodeDocument } from '#domain/roles/decode.ts'

const usage = `Usage: npm run --silent generate -- FILE [--out OUT.json]
       npm run --silent generate -- FOLDER --out OUTFOLDER
Reads a document (.txt .md .html or a role file) and writes what it says of roles, with cards, as rolegen/1 JSON.
A folder gives one output for each file in it. Without --out the JSON of one file goes to standard output.
Exit code: 0 done, 1 a file could not be read (its reason is printed; the others are written), 2 wrong usage.`

const sentences: Partial<Record<AppError['code'], string>> = {
  document_empty: 'it is empty',
  document_too_large: 'it is larger than 10 MB',
  document_binary: 'it is not a text file',
  document_wrong_encoding: 'its characters are not UTF-8',
  document_unknown_format: 'its kind of file is not known (use .txt, .md or .html)',
}

const why = (error: unknown): string => {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : 'unknown'
  if (error.code === 'document_invalid_role_file')
    return `line ${error.params.line}: ${error.params.problem}`
  return sentences[error.code] ?? error.code
}

/** The JSON of one document; the source's id comes from the file's name, so that it stays the same. */
function toJson(path: string): string {
  const bytes = readFileSync(path)
  const name = basename(path)
  const { text, format } = decodeDocument(bytes, name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sourceId = basename(name, extname(name))
  return `${JSON.stringify(generate({ sourceId, path: name, format, sha256, text }), null, 1)}\n`
}

function attempt(path: string, write: (json: string) => void): boolean {
  try {
    write(toJson(path))
    return true
  } catch (error) {
    console.error(`${basename(path)}: not read, ${why(error)}.`)
    return false
  }
}

function main(): number {
  let options: { positionals: string[]; values: { out?: string; help?: boolean } }
  try {
    options = parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' }, help: { type: 'boolean' } },
    })
  } catch {
    console.error(usage)
    return 2
  }
  const { positionals, values } = options
  const [input] = positionals
  if (values.help) {
    console.log(usage)
    return 0
  }
  if (input === undefined || positionals.length > 1) {
    console.error(usage)
    return 2
  }
  const from = process.env.INIT_CWD ?? '.'
  const path = resolve(from, input)
  const out = values.out === undefined ? null : resolve(from, values.out)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat || (stat.isDirectory() && out === null)) {
    console.error(stat ? 'A folder needs --out OUTFOLDER.' : `${input}: there is no such file.`)
    return 2
  }
  if (!stat.isDirectory()) {
    return attempt(path, (json) =>
      out === null ? process.stdout.write(json) : writeFileSync(out, json),
    )
      ? 0
      : 1
  }
  const folder = out ?? path
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
  const done = files.map((name) =>
    attempt(join(path, name), (json) => writeFileSync(join(folder, `${name}.json`), json)),
  )
  return done.every(Boolean) ? 0 : 1
}

process.exitCode = main()
