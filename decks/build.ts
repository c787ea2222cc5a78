// Decks: the role files that come with Remit, and the cards made from them.
// Imports domain and node: only; nothing in src imports this folder.
// `npm run decks` writes each NAME/deck.json from NAME/source.role.md.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '#domain/cards/generate.ts'
import { decodeDocument } from '#domain/roles/decode.ts'
import { roleFileAbout } from '#domain/roles/role-file/front-matter.ts'

const sourceFile = 'source.role.md'

/** The folders below `decksFolder` that hold a role file, by name. */
export function deckFolders(decksFolder: string): string[] {
  return readdirSync(decksFolder)
    .sort()
    .map((name) => join(decksFolder, name))
    .filter((folder) => existsSync(join(folder, sourceFile)))
}

/** The `id` of a role file's front matter: kept for ever, because every card's id hangs on it. */
function idOf(text: string, file: string): string {
  const id = roleFileAbout(text)?.id ?? null
  if (id === null) throw new Error(`${file}: the front matter has no id`)
  return id
}

/**
 * The text of a folder's deck.json: `rolegen/1` of its role file, indented by two spaces, newline at the end.
 * The same source gives the same bytes on every machine.
 */
export function renderDeck(folder: string): string {
  const file = join(folder, sourceFile)
  const bytes = readFileSync(file)
  const { text, format } = decodeDocument(bytes, sourceFile)
  const gen = generate({
    sourceId: idOf(text, file),
    path: sourceFile,
    format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text,
  })
  return `${JSON.stringify(gen, null, 2)}\n`
}

if (import.meta.main) {
  for (const folder of deckFolders(import.meta.dirname)) {
    const file = join(folder, 'deck.json')
    writeFileSync(file, renderDeck(folder))
    console.log(`wrote ${file}`)
  }
}
