// A folder of role documents to time the generator on: made by seed, of several shapes and fields of work, no two alike.
// For development only.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { paragraphOf, withProse } from './prose.ts'
import { shapes, type Team } from './shapes.ts'
import { trades, type Trade } from './trades.ts'

/** A stream of numbers that its seed decides: xorshift32, 0 <= n < 1. */
export function streamOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4_294_967_296
  }
}

/** What follows a duty: when, how or why. */
const tails: readonly string[] = [
  'before the shift begins',
  'so that nobody has to wait for an answer',
  'by the written procedure',
  'within two hours of a call',
  'at the end of each week',
  'together with a second person',
  'when the weather turns',
  'for the monthly report to the board',
  'after every complaint',
  'without moving anything else',
  'to keep the records complete',
  'as soon as the form is signed',
  'and tells the office what was found',
  'according to the agreement of last spring',
  'in the presence of a witness',
  'until the replacement has arrived',
  'whenever the limit of the day is passed',
  'with the tools that the manual names',
]
const kinds: readonly string[] = [
  'all',
  'new',
  'the oldest',
  'the most urgent',
  'the remaining',
  'the daily',
  'the borrowed',
  'the half-finished',
]

/** Makes the people and duties of one document. */
export function teamOf(trade: Trade, next: () => number, size: number): Team {
  const pick = <Each>(list: readonly [Each, ...Each[]] | readonly Each[]): Each =>
    list[Math.floor(next() * list.length)] as Each // as: the lists are not empty
  const names = new Set<string>()
  while (names.size < size) names.add(`${pick(trade.ranks)} ${pick(trade.nouns)}`)
  return {
    place: trade.place,
    pick,
    next,
    roles: [...names].map((name) => {
      const duties = new Map<string, { verb: string; rest: string; title: string }>()
      const count = 4 + Math.floor(next() * 6)
      while (duties.size < count) {
        const verb = pick(trade.verbs)
        const more = next() < 0.4 ? `, ${pick(tails)},` : ''
        const rest = `${pick(kinds)} ${pick(trade.objects)}${more} ${pick(tails)}`
        duties.set(`${verb} ${rest}`, { verb, rest, title: pick(trade.titles) })
      }
      return { name, duties: [...duties.values()] }
    }),
  }
}

/** A document of the corpus: its file name and text. */
export interface Written {
  readonly name: string
  readonly text: string
}

/**
 * How much of a folder is about roles: `dense` documents are little else, a duty every 150 bytes; `mixed` ones are half
 * prose about nobody's work, and every fifth is nothing else.
 */
export type Density = 'dense' | 'mixed'

/** The documents of a seed, one after the other, without end. */
export function* documents(seed: number, density: Density = 'dense'): Generator<Written> {
  for (let number = 0; ; number += 1) {
    const next = streamOf(seed * 100_003 + number)
    const trade = trades[Math.floor(next() * trades.length)]
    const shape = shapes[number % shapes.length]
    if (!trade || !shape) return
    const chapters = 1 + Math.floor(next() * 5)
    const parts = Array.from({ length: chapters }, () =>
      shape.write(teamOf(trade, next, 4 + Math.floor(next() * 5))),
    )
    const name = `${String(number).padStart(4, '0')}-${shape.name}.${shape.extension}`
    const text = shape.join(trade.place, parts)
    const paragraph = () => paragraphOf(trade, next)
    if (density === 'dense') yield { name, text }
    else if (number % 5 !== 4) yield { name, text: withProse(text, shape.extension, paragraph) }
    else {
      const count = Math.ceil(text.length / 500)
      const told = Array.from({ length: count }, paragraph).join('\n\n')
      yield { name: `${String(number).padStart(4, '0')}-chronicle.txt`, text: told }
    }
  }
}

/** Writes documents of a seed until they hold `bytes`; returns what was written. */
export function writeCorpus(
  folder: string,
  { seed, bytes, density }: { seed: number; bytes: number; density: Density },
): { files: number; bytes: number } {
  mkdirSync(folder, { recursive: true })
  let files = 0
  let written = 0
  for (const { name, text } of documents(seed, density)) {
    if (written >= bytes) break
    writeFileSync(join(folder, name), text)
    files += 1
    written += Buffer.byteLength(text)
  }
  return { files, bytes: written }
}
