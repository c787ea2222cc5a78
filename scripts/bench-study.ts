// `npm run bench-study [-- OPTIONS]`: what a day of study costs in collections of growing size. They are made by seed in a
// temporary place, through the stores of the app, and removed again; `--help` says more.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeCollection } from './bench/study/collection.ts'
import { hostMemory } from './bench/study/host-memory.ts'
import type { StudyFigures } from './bench/study/one-collection.ts'
import { runNode } from './bench/timing.ts'

const usage = `Usage: npm run bench-study [-- OPTIONS]

Times a day of study, warm: the home screen, the queue with its first cards, a backlog in the order of gain,
answers and undos beside a bare commit of one row, and the whole log folded beside the kernel of ts-fsrs alone.
A figure of the clock means little on a busy machine; the ratios are of the same minute.

  --cards N,N    sizes of collections, each with ten answers a card; 1000,10000,100000 without it
  --json FILE    write the figures to FILE too
  --help         print this`

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '1000,10000,100000' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const sizes = values.cards.split(',').map(Number)
if (values.help || sizes.some((size) => !Number.isInteger(size) || size < 500)) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

async function measure(cards: number) {
  const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'))
  try {
    makeCollection(folder, cards)
    const hostMb = await hostMemory(folder)
    const { printed } = runNode([
      '--import',
      resolve(import.meta.dirname, '../src/cli/import/raw-text.ts'),
      resolve(import.meta.dirname, 'bench/study/one-collection.ts'),
      folder,
      String(cards),
    ])
    return { ...(JSON.parse(printed) as StudyFigures), hostMb } // as: one-collection.ts prints them
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ms = (value: number) => Number(value.toFixed(value < 10 ? 2 : 0))
const times = (value: number) => `${value.toFixed(2)} x`

const measured: Awaited<ReturnType<typeof measure>>[] = []
for (const cards of sizes) {
  const figures = await measure(cards)
  measured.push(figures)
  const { home, queue, backlog, bare, answer, undo, replay } = figures
  console.log(`\n${cards} cards, ${replay.reviews} answers`)
  console.table({
    'home screen': { 'median ms': ms(home.median), 'p99 ms': ms(home.p99), 'cpu ms': ms(home.cpu) },
    'queue and first cards': {
      'median ms': ms(queue.median),
      'p99 ms': ms(queue.p99),
      'cpu ms': ms(queue.cpu),
    },
    [`backlog of ${backlog.overdue} by gain`]: {
      'median ms': ms(backlog.queue.median),
      'p99 ms': ms(backlog.queue.p99),
      'cpu ms': ms(backlog.queue.cpu),
    },
    'bare commit': { 'median ms': ms(bare.median), 'p99 ms': ms(bare.p99), 'cpu ms': ms(bare.cpu) },
    answer: {
      'median ms': ms(answer.median),
      'p99 ms': ms(answer.p99),
      'cpu ms': ms(answer.cpu),
      'of bare': times(answer.median / bare.median),
      'p99 of bare': times(answer.p99 / bare.p99),
    },
    undo: {
      'median ms': ms(undo.median),
      'p99 ms': ms(undo.p99),
      'cpu ms': ms(undo.cpu),
      'of bare': times(undo.median / bare.median),
    },
  })
  console.log(
    `The whole log folded: ${ms(replay.foldMs)} ms, ${times(replay.foldMs / replay.kernelMs)} the kernel alone; read from the file before: ${ms(replay.readMs)} ms.\n` +
      `Memory with the collection open: ${figures.hostMb === null ? 'not measured (npm run build first)' : `${Math.round(figures.hostMb)} MB`}.`,
  )
}
if (values.json !== undefined) {
  const file = resolve(process.env.INIT_CWD ?? '.', values.json)
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`)
}
