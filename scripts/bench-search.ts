// `npm run bench-search [-- OPTIONS]`: how fast cards are found, with their first hundred rows, in collections of growing
// size. The collections are made by seed in a temporary place and removed again; `--help` says more.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeManyCards } from './bench/many-cards.ts'
import { benchSearch } from './bench/search.ts'

const usage = `Usage: npm run bench-search [-- OPTIONS]

Times searches for cards, warm: the middle one of 13 runs, and the longest.

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
if (values.help || sizes.some((size) => !Number.isInteger(size) || size < 100)) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

const measured = sizes.map((cards) => {
  const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'))
  try {
    makeManyCards(folder, { cards, reviews: cards * 10, decks: Math.ceil(cards / 125) })
    return { cards, figures: benchSearch(folder, cards) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
for (const { cards, figures } of measured) {
  const rows = figures.map(({ what, found, cpuMs, wallMs, longestMs }) => ({
    search: what,
    found,
    'cpu ms': Number(cpuMs.toFixed(2)),
    'wall ms': Number(wallMs.toFixed(2)),
    'longest ms': Number(longestMs.toFixed(2)),
  }))
  console.log(`\n${cards} cards, ${cards * 10} answers`)
  console.table(rows)
}
if (values.json !== undefined) {
  const file = resolve(process.env.INIT_CWD ?? '.', values.json)
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`)
}
