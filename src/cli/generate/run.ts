import { readDocument } from '#backend/documents/read-document.ts'
import { followed, readFile } from '#backend/documents/read-file.ts'
import { problemSentence } from '#contract/import-words.ts'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { AppError } from '#domain/errors.ts'
import { readArguments, usage, type Format } from './arguments.ts'
import { asCsv } from './as-csv.ts'
import { asMarkdown } from './as-markdown.ts'
import { explain } from './explain.ts'
import { tasksOf, type Task } from './work.ts'
import { writeWhole } from './write-whole.ts'

/** Where the command reads names from and says things to. */
export interface Surroundings {
  /** The folder that names are relative to. */
  readonly from: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** 0 done, 1 a document could not be read, 2 wrong usage, 3 an output could not be written. */
export type ExitCode = 0 | 1 | 2 | 3

const render: Readonly<Record<Format, (gen: RoleGen) => string>> = {
  json: (gen) => `${JSON.stringify(gen, null, 1)}\n`,
  csv: asCsv,
  md: asMarkdown,
}

/** Reads one document and makes its cards; why not, in a sentence, when it cannot be read. */
async function read({ path, name, sourceId }: Task): Promise<RoleGen | string> {
  try {
    const bytes = readFile(followed(path))
    if (bytes instanceof AppError) return problemSentence(bytes)
    return generate(await readDocument({ sourceId, path: name, bytes }))
  } catch (error) {
    return error instanceof AppError ? problemSentence(error) : 'It could not be read.'
  }
}

/** Runs `generate` with the words of a command line. */
export async function run(
  words: readonly string[],
  { from, out, err }: Surroundings,
): Promise<ExitCode> {
  const asked = readArguments(words)
  if (asked.kind === 'help') {
    out(`${usage}\n`)
    return 0
  }
  const refuse = (sentence: string): ExitCode => {
    err(`${sentence}\nSee npm run --silent generate -- --help\n`)
    return 2
  }
  if (asked.kind === 'wrong') return refuse(asked.sentence)
  const tasks = tasksOf(asked.order, from)
  if (typeof tasks === 'string') return refuse(tasks)
  const { format, explain: isExplained } = asked.order
  let code: ExitCode = 0
  for (const task of tasks) {
    const gen = await read(task)
    if (typeof gen === 'string') {
      err(`${task.name}: not read. ${gen}\n`)
      if (code === 0) code = 1
      continue
    }
    if (gen.cards.length === 0) err(`${task.name}: says nothing of roles, so there are no cards.\n`)
    if (isExplained) out(explain(gen))
    if (task.out === null) {
      if (!isExplained) out(render[format](gen))
      continue
    }
    const problem = writeWhole(task.out, render[format](gen))
    if (problem !== null) {
      err(`${task.name}: not written. ${problem}\n`)
      code = 3
    }
  }
  return code
}
