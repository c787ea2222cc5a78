// For tests only: a small collection with a clock that tests move.
// May import src/backend, src/domain and node:.

import type { GeneratedCard, Range, RoleGen } from '#domain/cards/rolegen.ts'
import type { Clock } from '#domain/time/clock.ts'
import type { Random } from '#domain/time/random.ts'
import { createContext, type Context } from '../context.ts'
import { openMemoryCollection } from '../store/open.ts'
import { storeSource } from '../use-cases/store-source.ts'

export interface MovableClock extends Clock {
  at: number
  /** What was set by hand: the wall clock is ahead of the monotonic one by so much. */
  setMs: number
  place: string
}

/** A clock that stands still until a test moves it. */
export function standingClock(at = Date.UTC(2026, 4, 10, 10)): MovableClock {
  return {
    at,
    setMs: 0,
    place: 'Europe/Berlin',
    now() {
      return this.at
    },
    mono() {
      return this.at - this.setMs
    },
    zone() {
      return this.place
    },
  }
}

/** Bytes that count up: ids differ, runs repeat. */
export function countingRandom(): Random {
  let next = 0
  return {
    bytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        next = (next * 1103515245 + 12345) % 2147483648
        return next >> 16
      }),
  }
}

const hex = (index: number) => index.toString(16).padStart(16, '0')

const passage = (text: string, quote: string): Range => {
  const start = text.indexOf(quote)
  return { source: 'sample', start, end: start + quote.length, quote }
}

/** A generated document with `roles` roles of four responsibilities, a basic and a choice card for each. */
export function sampleGen(roles = 2): RoleGen {
  const names = Array.from({ length: roles }, (_, index) => `Role ${index}`)
  const duties = names.flatMap((name, role) =>
    [0, 1, 2, 3].map((n) => ({
      id: `r-${role}-${n}`,
      role: `role-${role}`,
      text: `carry out duty ${n} of ${name.toLowerCase()}`,
    })),
  )
  const text = `Title line\n${duties.map((duty) => duty.text).join('\n')}\n`
  const cards = duties.flatMap((duty, index): GeneratedCard[] => {
    const base = {
      rev: 'rev-1',
      target: [duty.id],
      role: duty.role,
      prov: [passage(text, duty.text)],
      tags: [],
      score: 0.9,
    }
    const others = duties.filter((other) => other.role !== duty.role).slice(0, 2)
    const choices = [
      { text: duty.text, correct: true, from: duty.id },
      ...others.map((other) => ({ text: other.text, correct: false, from: other.id })),
    ]
    return [
      {
        ...base,
        id: `c-${hex(2 * index)}`,
        recipe: 'role-does.basic',
        type: 'basic',
        prompt: `What is duty ${index}?`,
        answer: duty.text,
      },
      {
        ...base,
        id: `c-${hex(2 * index + 1)}`,
        recipe: 'role-resp.mcq',
        type: 'mcq',
        prompt: `Which of these is a responsibility of ${duty.role}?`,
        answer: duty.text,
        choices,
        explanation: `It belongs to ${duty.role}.`,
      },
    ]
  })
  return {
    schema: 'rolegen/1',
    generator: { name: 'sample', version: '1' },
    sources: [
      {
        id: 'sample',
        path: 'sample.md',
        format: 'markdown',
        sha256: 'a'.repeat(64),
        offsetUnit: 'utf16',
        text,
      },
    ],
    roles: names.map((name, index) => ({ id: `role-${index}`, name, aliases: [], anchors: [] })),
    responsibilities: duties.map((duty) => ({ ...duty, prov: [passage(text, duty.text)] })),
    skills: [],
    comparisons: [],
    faqs: [],
    definitions: [],
    cards,
    rejects: [],
  }
}

export interface SampleCollection {
  readonly context: Context
  readonly clock: MovableClock
  readonly random: Random
  readonly deckId: string
}

/** A collection in memory that holds the sample document. */
export function sampleCollection(roles = 2): SampleCollection {
  const clock = standingClock()
  const random = countingRandom()
  const context = createContext({ db: openMemoryCollection(), clock, random, changed: () => {} })
  const { deckId } = storeSource(context, {
    gen: sampleGen(roles),
    title: 'Sample',
    bundleId: null,
    decisions: new Map(),
    fixes: [],
  })
  return { context, clock, random, deckId }
}
