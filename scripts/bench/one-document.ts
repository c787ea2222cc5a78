// Run in a process of its own: `one-document.ts FILE` prints what the first reading costs, and a later one.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readDocument } from '#backend/documents/read-document.ts'
import { generate } from '#domain/cards/generate.ts'
import { taggedWords } from '#domain/roles/language.ts'
import { baselineMs, median, timed, type Took } from './timing.ts'

/** What is printed, as JSON. */
export interface Told {
  readonly bytes: number
  readonly cold: Took
  readonly warm: Took
  readonly baselineMs: number
}

const path = process.argv[2] ?? ''
const bytes = readFileSync(path)
// The language model is paid for elsewhere (see the start-up costs).
taggedWords('They must check the list.')
const document = await readDocument({ sourceId: 'bench', path: basename(path), bytes })
const cold = timed(() => generate(document))

// Warm: until the compiler has seen enough of it; short documents are read many times for one measurement.
const times = Math.max(1, Math.ceil(100_000 / bytes.byteLength))
const runs = Array.from({ length: 12 }, () =>
  timed(() => {
    for (let time = 0; time < times; time += 1) generate(document)
  }),
)
const settled = median(runs.slice(6))
const warm = { wallMs: settled.wallMs / times, cpuMs: settled.cpuMs / times }
const told: Told = {
  bytes: bytes.byteLength,
  cold,
  warm,
  baselineMs: baselineMs([document.text]),
}
console.log(JSON.stringify(told))
