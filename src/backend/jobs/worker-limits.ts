/** Memory of a whole worker process, in bytes (10^6): the largest honest documents need about 600 MB. */
export const memoryLimit = 768_000_000

/** For Node or Electron's own: the heap's share of it, and no code made from characters. */
export const memoryFlags: readonly string[] = [
  '--max-old-space-size=512',
  '--max-semi-space-size=16',
  '--disallow-code-generation-from-strings',
]

/** Processor time: for any document, and for each megabyte (10^6 bytes or characters) of it. */
export interface TimeLimit {
  readonly baseMs: number
  readonly perMbMs: number
}

/** From bytes to text: the largest honest Word files need about three seconds. */
export const readLimit: TimeLimit = { baseMs: 5000, perMbMs: 1500 }
/** From text to cards: a megabyte takes about one second, more where it names hundreds of roles. */
export const generateLimit: TimeLimit = { baseMs: 5000, perMbMs: 8000 }

export const msFor = ({ baseMs, perMbMs }: TimeLimit, size: number): number =>
  baseMs + (perMbMs * size) / 1_000_000

/** Time by the clock is as many times as much: other programs may keep the processors busy. */
export const patience = 12
