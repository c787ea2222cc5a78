/** Memory of a whole worker process, in bytes (10^6): the largest honest documents need about 600 MB. */
export const memoryLimit = 768_000_000

/** For Node or Electron's own: the heap's share of it, and no code made from characters. */
export const memoryFlags: readonly string[] = [
  '--max-old-space-size=512',
  '--max-semi-space-size=16',
  '--disallow-code-generation-from-strings',
]
