// `npm run --silent generate -- FILE|FOLDER [--out OUT]`: roles, responsibilities and cards of documents as JSON.

import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '#backend/documents/read-document.ts'
import { followed, readFile } from '#backend/documents/read-file.ts'
import { problemSentence } from '#contract/import-words.ts'
import { generate } from '#domain/cards/generate.ts'
import { AppError } from '#domain/errors.ts'

const usage = `Usage: npm run --silent generate -- FILE [--out OUT.json]
       npm run --silent generate -- FOLDER --out OUTFOLDER
Reads a document (.txt .md .html .docx .pdf or a role file) and writes what it says of roles, with cards, as rolegen/1 JSON.
A folder gives one output for each file in it. Without --out the JSON of one file goes to standard output.
Exit code: 0 done, 1 a file could not be read (its reason is printed; the others are written), 2 wrong usage.`

const why = (error: unknown): string =>
  error instanceof AppError ? problemSentence(error) : 'It could not be read.'

/** The JSON of one document; the source's id comes from the file's name, so that it stays the same. */
async function toJson(path: string): Promise<string> {
  const name = basename(path)
  const bytes = readFile(followed(path))
  if (bytes instanceof AppError) throw bytes
  const sourceId = basename(name, extname(name))
  const document = await readDocument({ sourceId, path: name, bytes })
  return `${JSON.stringify(generate(document), null, 1)}\n`
}

async function attempt(path: string, write: (json: string) => void): Promise<boolean> {
  try {
    write(await toJson(path))
    return true
  } catch (error) {
    console.error(`${basename(path)}: not read. ${why(error)}`)
    return false
  }
}

async function main(): Promise<number> {
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
    return (await attempt(path, (json) =>
      out === null ? process.stdout.write(json) : writeFileSync(out, json),
    ))
      ? 0
      : 1
  }
  const folder = out ?? path
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
  let isWhole = true
  for (const name of files) {
    const write = (json: string) => writeFileSync(join(folder, `${name}.json`), json)
    isWhole = (await attempt(join(path, name), write)) && isWhole
  }
  return isWhole ? 0 : 1
}

process.exitCode = await main()
