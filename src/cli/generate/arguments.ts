// The parts of `npm run generate`: what was asked for, what to read, how to write it down.
// May import src/domain, src/contract, src/backend and node:.
// This file turns the words of the command line into an order.

import { parseArgs } from 'node:util'

export const formats = ['json', 'csv', 'md'] as const
export type Format = (typeof formats)[number]

/** What to do with which document or folder. */
export interface Order {
  readonly input: string
  readonly out: string | null
  readonly format: Format
  readonly explain: boolean
  readonly recursive: boolean
}

export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string }
  | { readonly kind: 'order'; readonly order: Order }

export const usage = `Usage: npm run --silent generate -- FILE [--out OUT] [options]
       npm run --silent generate -- FOLDER --out OUTFOLDER [options]

Reads a document (.txt .md .html .docx .pdf or a role file) and writes what it says of roles, with cards.
A folder gives one output for each file in it: NAME.md becomes NAME.md.json. Hidden files and links are passed over.
Without --out the output of one file goes to standard output. Outputs are written whole or not at all.

  --out OUT         where to write: a file for a file, a folder (made if it is not there) for a folder
  --format FORMAT   json: everything, as rolegen/1 (docs/rolegen.schema.json); the default
                    csv:  a line for each card; safe to open in a spreadsheet
                    md:   the cards with their passages, for reading
  --explain         print why each card was made and why others were not; the output itself only with --out
  --recursive       read the folders below FOLDER too; OUTFOLDER gets the same folders
  --help            print this

Exit code: 0 done, 1 a document could not be read (the others are written), 2 wrong usage,
           3 an output could not be written.`

const options = {
  out: { type: 'string' },
  format: { type: 'string' },
  explain: { type: 'boolean' },
  recursive: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const wrong = (sentence: string): Asked => ({ kind: 'wrong', sentence })
const isFormat = (text: string): text is Format => formats.some((format) => format === text)

/** Reads the words of the command line; nothing that it does not know is passed over. */
export function readArguments(words: readonly string[]): Asked {
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true })
  const inputs: string[] = []
  const values = new Map<string, string>()
  const flags = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional') inputs.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.entries(options).find(([name]) => name === token.name)?.[1]
    if (!option) return wrong(`There is no option ${token.rawName}.`)
    if (option.type === 'boolean') {
      if (token.value !== undefined) return wrong(`${token.rawName} takes no value.`)
      flags.add(token.name)
    } else {
      // In "--out --explain" the second is an option, not a name.
      if (!token.value || (!token.inlineValue && token.value.startsWith('-')))
        return wrong(`${token.rawName} needs a value.`)
      values.set(token.name, token.value)
    }
  }
  if (flags.has('help')) return { kind: 'help' }
  const [input] = inputs
  if (input === undefined) return wrong('Name a document or a folder.')
  if (inputs.length > 1) return wrong(`Name one document or folder, not ${inputs.length}.`)
  const format = values.get('format') ?? 'json'
  if (!isFormat(format)) return wrong(`There is no format ${format}: use ${formats.join(', ')}.`)
  const order = {
    input,
    out: values.get('out') ?? null,
    format,
    explain: flags.has('explain'),
    recursive: flags.has('recursive'),
  }
  return { kind: 'order', order }
}
