/** A stretch of one of two wordings: in both, or in this one only. */
export interface DiffPart {
  readonly text: string
  readonly isOwn: boolean
}
export interface WordDiff {
  readonly before: readonly DiffPart[]
  readonly after: readonly DiffPart[]
}

/** Above this many words a side, the table would be too large; then the middle is shown as changed as a whole. */
const mostWords = 600

const tokensOf = (text: string): string[] =>
  text.match(/\s+|[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu) ?? []

/** Puts tokens that stand together and are of one kind into one part. */
function joined(tokens: readonly string[], isOwn: (index: number) => boolean): DiffPart[] {
  const parts: { text: string; isOwn: boolean }[] = []
  for (const [index, text] of tokens.entries()) {
    const last = parts.at(-1)
    const own = isOwn(index)
    if (last?.isOwn === own) last.text += text
    else parts.push({ text, isOwn: own })
  }
  return parts
}

/** For each pair of places, how many tokens the rests from there have in common in order. */
function commonRests(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i]
      const below = table[i + 1]
      if (!row || !below) continue
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}

/**
 * Which words stand in one wording only: the fewest that explain the difference. Put together, the parts of a side
 * are its text again. White space counts as it is, so that nothing is lost.
 */
export function diffWords(before: string, after: string): WordDiff {
  const a = tokensOf(before)
  const b = tokensOf(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end += 1
  const middleA = a.slice(start, a.length - end)
  const middleB = b.slice(start, b.length - end)
  const ownA = new Set<number>()
  const ownB = new Set<number>()
  if (middleA.length > mostWords || middleB.length > mostWords) {
    for (const index of middleA.keys()) ownA.add(start + index)
    for (const index of middleB.keys()) ownB.add(start + index)
  } else {
    const table = commonRests(middleA, middleB)
    let i = 0
    let j = 0
    while (i < middleA.length || j < middleB.length) {
      const isLeftA = i < middleA.length
      const isLeftB = j < middleB.length
      if (isLeftA && isLeftB && middleA[i] === middleB[j]) {
        i += 1
        j += 1
      } else if (isLeftA && (!isLeftB || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
        ownA.add(start + i)
        i += 1
      } else {
        ownB.add(start + j)
        j += 1
      }
    }
  }
  return {
    before: joined(a, (index) => ownA.has(index)),
    after: joined(b, (index) => ownB.has(index)),
  }
}
