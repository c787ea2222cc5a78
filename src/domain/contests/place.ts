import { parseBlocks } from '#domain/roles/blocks.ts'

/** Where in a document something stands: its line, from 1, and the heading above it. */
export interface Place {
  readonly line: number
  readonly section: string | null
}

/** The last of a sorted list that `at` has reached; null before the first. */
function lastUpTo<Each>(
  list: readonly Each[],
  at: number,
  startOf: (each: Each) => number,
): Each | null {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const each = list[middle]
    if (each !== undefined && startOf(each) <= at) low = middle + 1
    else high = middle
  }
  return list[low - 1] ?? null
}

/** Reads a document once and tells the place of any offset (UTF-16) in it. */
export function placesIn(text: string): (offset: number) => Place {
  const lines = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.push(at + 1)
  const numbered = lines.map((start, index) => ({ start, number: index + 1 }))
  const headings = parseBlocks(text).filter((block) => block.kind === 'heading')
  return (offset) => ({
    line: lastUpTo(numbered, offset, (line) => line.start)?.number ?? 1,
    section: lastUpTo(headings, offset, (heading) => heading.start)?.text ?? null,
  })
}
