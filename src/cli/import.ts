// `npm run --silent import -- PATH... --data DIR [--report OUT.json]`: imports documents without a screen.

import { renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startProblem } from '#contract/start-problems.ts'
import { openForImport } from './import/collection.ts'
import { importFile } from './import/import-file.ts'
import { candidates } from './import/paths.ts'
import type { Report, ReportLine } from './import/report.ts'

const usage = `Usage: npm run --silent import -- PATH... --data DIR [--report OUT.json]
Imports documents (.txt .md .html .docx .pdf or role files) into the collection in DIR, which is made if it is missing,
and keeps every card. Folders are read with all that is below them, by name. Each file is read in a process of its
own, within limits of time and memory; links, devices and pipes are not followed. What became of each path goes to
OUT.json, else to standard output:
  {"schema": "import-report/1", "results": [{"path", "outcome": "full" | "sanitised" | "reject", "code", "sentence",
   "cards", "ms", "rss_mb", "unchanged"}]}
Exit code: 0 all were imported (or were there already), 1 some were rejected, 2 wrong usage or the report cannot be
written, 3 the collection cannot be opened.`

interface Order {
  readonly paths: readonly string[]
  readonly data: string
  readonly report: string | null
}

function readOrder(from: string): Order | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { data: { type: 'string' }, report: { type: 'string' }, help: { type: 'boolean' } },
    })
    if (values.help || positionals.length === 0 || !values.data) return null
    const report = values.report === undefined ? null : resolve(from, values.report)
    return { paths: positionals, data: resolve(from, values.data), report }
  } catch {
    return null
  }
}

/** Replaces the file at once, so that nobody reads half a report. */
function write(file: string | null, results: readonly ReportLine[]): void {
  const report: Report = { schema: 'import-report/1', results }
  const json = `${JSON.stringify(report, null, 1)}\n`
  if (file === null) {
    process.stdout.write(json)
    return
  }
  writeFileSync(`${file}.part`, json)
  renameSync(`${file}.part`, file)
}

async function main(): Promise<number> {
  const from = process.env.INIT_CWD ?? process.cwd()
  const order = readOrder(from)
  if (!order) {
    console.error(usage)
    return 2
  }
  const results: ReportLine[] = []
  try {
    if (order.report !== null) write(order.report, results)
  } catch {
    console.error(`The report ${order.report} cannot be written, so nothing was imported.`)
    return 2
  }
  let collection: ReturnType<typeof openForImport>
  try {
    collection = openForImport(order.data)
  } catch (error) {
    console.error(startProblem(error))
    return 3
  }
  let isStopped = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (isStopped = true))
  try {
    for (const candidate of candidates(order.paths, from)) {
      const line = await importFile(collection, candidate)
      results.push(line)
      console.error(`${line.outcome.padEnd(9)} ${line.path}: ${line.sentence}`)
      if (isStopped) break
    }
    write(order.report, results)
  } finally {
    await collection.close()
  }
  return isStopped || results.some((line) => line.outcome === 'reject') ? 1 : 0
}

process.umask(0o077)
process.exitCode = await main()
