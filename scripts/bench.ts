// `npm run bench [-- OPTIONS]`: how fast the generator is, on one core; `--help` says more.
// Each time stands beside that of a plain program over the same text in the same run, so that the speed and the noise
// of a machine cancel out. The folder of documents is made by seed in a temporary place and removed again.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generate } from '#domain/cards/generate.ts'
import { documentNames, documentsFolder } from '#domain/cards/testing/measured-documents.ts'
import { decodeDocument } from '#domain/roles/decode.ts'
import { writeCorpus, type Density } from './bench/corpus.ts'
import type { Told } from './bench/one-document.ts'
import { baselineMs, isPinned, median, runNode, timed, type Took } from './bench/timing.ts'

const seed = 7
const root = resolve(import.meta.dirname, '..')
const from = process.env.INIT_CWD ?? '.'
const usage = `Usage: npm run bench [-- OPTIONS]

Times the generator: on two folders of documents made by seed, on single documents, and when it starts. The
dense folder holds little but duties, the mixed one half prose and some documents that are not about roles.

  --document FILE   time this document as well; may be given more than once
  --json FILE       write the figures to FILE too
  --megabytes N     the size of each folder; 5.2 without it
  --help            print this`

/** What the words of the command line ask for; a sentence where they ask for nothing that there is. */
function asked() {
  try {
    const { values } = parseArgs({
      options: {
        document: { type: 'string', multiple: true, default: [] },
        json: { type: 'string' },
        megabytes: { type: 'string', default: '5.2' },
        help: { type: 'boolean', default: false },
      },
    })
    return Number(values.megabytes) > 0 ? values : '--megabytes wants a number above 0.'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
const order = asked()
if (typeof order === 'string') {
  console.error(`${order}\n\n${usage}`)
  process.exit(2)
}
if (order.help) {
  console.log(usage)
  process.exit(0)
}
const values = order
const round = (value: number, places = 1) => Math.round(value * 10 ** places) / 10 ** places
const nameWidth = 44
const line = (name: string, cells: readonly string[]) =>
  console.log([name.padEnd(nameWidth), ...cells.map((cell) => cell.padStart(12))].join(''))

interface Row {
  readonly what: string
  readonly bytes: number
  readonly wallMs: number
  readonly cpuMs: number
  /** Megabytes in a second of processor time. */
  readonly megabytesPerSecond: number
  /** How many times the processor time of the plain program. */
  readonly timesBaseline: number
}
const rows: Row[] = []

function add(what: string, bytes: number, { wallMs, cpuMs }: Took, baseline: number) {
  const row = {
    what,
    bytes,
    wallMs: round(wallMs),
    cpuMs: round(cpuMs),
    megabytesPerSecond: round(bytes / 1000 / cpuMs, 3),
    timesBaseline: round(cpuMs / baseline),
  }
  rows.push(row)
  line(what, [
    `${row.wallMs} ms`,
    `${row.cpuMs} ms`,
    `${row.megabytesPerSecond} MB/s`,
    `${row.timesBaseline} x`,
  ])
}

/** The whole command on the folder, and the generator alone in this process once the compiler knows it. */
function benchFolder(folder: string, density: Density) {
  const documents = readdirSync(folder)
    .sort()
    .map((name) => ({
      sourceId: name,
      path: name,
      sha256: '',
      ...decodeDocument(readFileSync(join(folder, name)), name),
    }))
  const texts = documents.map(({ text }) => text)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const before = baselineMs(texts)
  const command = runNode([join(root, 'src/cli/generate.ts'), folder, '--out', `${folder}-out`])
  const between = baselineMs(texts)
  for (const document of documents.slice(0, documents.length / 4)) generate(document)
  let duties = 0
  const warm = timed(() => {
    for (const document of documents) duties += generate(document).responsibilities.length
  })
  const after = baselineMs(texts)
  line(`${density}: a duty every ${round(bytes / duties, 0)} bytes`, [])
  add(
    `generate FOLDER (${density}), the whole command`,
    bytes,
    command.took,
    (before + between) / 2,
  )
  add(`the generator alone (${density}), warm`, bytes, warm, (between + after) / 2)
}

/** A document in a process of its own: the first reading, and a later one. False when it is not there. */
function benchDocument(path: string): boolean {
  const name = basename(path)
  if (!existsSync(path)) {
    line(name, [`skipped: there is no ${path}`])
    return false
  }
  const { printed } = runNode([join(root, 'scripts/bench/one-document.ts'), path])
  const told = JSON.parse(printed) as Told // as: one-document.ts prints it
  add(`${name}, cold`, told.bytes, told.cold, told.baselineMs)
  add(`${name}, warm`, told.bytes, told.warm, told.baselineMs)
  return true
}

/** What it costs to have something at hand, in a process that has nothing yet, beyond an empty process. */
function startCost(what: string, code: string, empty: Took | null) {
  const script = ['--input-type=module', '--eval', code]
  const took = median([1, 2, 3].map(() => runNode(script).took))
  const cost = {
    what,
    wallMs: round(took.wallMs - (empty?.wallMs ?? 0)),
    cpuMs: round(took.cpuMs - (empty?.cpuMs ?? 0)),
  }
  line(what, [`${cost.wallMs} ms`, `${cost.cpuMs} ms`])
  return { cost, took }
}

function benchStart() {
  const domain = (name: string) => JSON.stringify(join(root, 'src/domain', name))
  const empty = startCost('an empty process', '', null)
  const costs = (
    [
      ['the generator and the language model', `await import(${domain('cards/generate.ts')})`],
      [
        'of it the language model, a phrase tagged',
        `(await import(${domain('roles/language.ts')})).taggedWords('They must check it.')`,
      ],
      ['the reader of Word files', `await import('mammoth')`],
      ['the reader of PDF files', `await import('pdfjs-dist/legacy/build/pdf.min.mjs')`],
    ] as const
  ).map(([what, code]) => startCost(what, code, empty.took).cost)
  return [empty.cost, ...costs]
}

const place = mkdtempSync(join(tmpdir(), 'remit-bench-'))
try {
  const bytes = Number(values.megabytes) * 1_000_000
  const folders = (['dense', 'mixed'] as const).map((density) => {
    const folder = join(place, density)
    return { density, folder, ...writeCorpus(folder, { seed, bytes, density }) }
  })
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores; processes ${isPinned ? 'held to one' : 'not held to one: there is no taskset'}\n` +
      `Folders made by seed ${seed}: ${folders.map((each) => `${each.density}, ${round(each.bytes / 1e6, 2)} MB in ${each.files} documents`).join('; ')}\n`,
  )
  line('', ['wall clock', 'processor', 'throughput', 'of baseline'])
  for (const { folder, density } of folders) benchFolder(folder, density)
  const documents = [
    ...documentNames.map((name) => join(documentsFolder, name)),
    ...values.document.map((path) => resolve(from, path)),
  ]
  const skipped = documents.filter((path) => !benchDocument(path)).map((path) => basename(path))
  console.log('\nPaid once, when the first document is read; never at the start of the app:')
  const start = benchStart()
  if (values.json !== undefined) {
    const corpora = folders.map(({ density, files, bytes: size }) => ({
      density,
      files,
      bytes: size,
    }))
    const report = { node: process.version, isPinned, seed, corpora, rows, start, skipped }
    writeFileSync(resolve(from, values.json), `${JSON.stringify(report, null, 2)}\n`)
  }
} finally {
  rmSync(place, { recursive: true, force: true })
}
