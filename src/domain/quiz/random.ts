// Quizzes: drawing by seed, the clock, scoring.
// Imports domain only.

/**
 * A 32-bit hash of a text (FNV-1a over UTF-16 units, then the murmur3 finaliser). Fixed for ever: seeds
 * and the day's order of reviews depend on it.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Numbers from 0 (included) to 1 (excluded). */
export type Rng = () => number

/**
 * A generator that gives the same numbers for the same seed on every machine and in every later version
 * (sfc32 by Chris Doty-Humphrey, public domain), so that a quiz can be drawn again years later.
 */
export function seededRng(seed: string): Rng {
  let a = hashText(`a${seed}`)
  let b = hashText(`b${seed}`)
  let c = hashText(`c${seed}`)
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next()
  return next
}

/** The list in an order drawn by `rng`: each gets a number, then they are sorted by it. */
export function shuffle<Each>(list: readonly Each[], rng: Rng): Each[] {
  const keyed = list.map((each) => ({ each, key: rng() }))
  return keyed.toSorted((a, b) => a.key - b.key).map(({ each }) => each)
}
