/** A sentence with its place in the canonical text. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

const abbreviations =
  /\b(?:e\.g|i\.e|etc|vs|cf|dr|mr|mrs|ms|prof|inc|ltd|co|no|fig|st|approx|dept|est|u\.s|u\.k|a\.m|p\.m|[A-Z])\.$/i

/** Splits `text.slice(start, end)` into sentences; a full stop after an abbreviation or within a number does not end one. */
export function sentencesIn(text: string, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = []
  const push = (from: number, to: number) => {
    const raw = text.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    if (trimmed !== '') {
      sentences.push({ start: from + lead, end: from + lead + trimmed.length, text: trimmed })
    }
  }
  const stops = /[.!?]+["”’)\]*_]*(?=\s|$)/g
  stops.lastIndex = start
  let from = start
  for (let found = stops.exec(text); found && found.index < end; found = stops.exec(text)) {
    const to = found.index + found[0].length
    if (to > end) break
    const before = text.slice(Math.max(from, to - 12), to)
    const after = text.slice(to, to + 3).trimStart()
    if (abbreviations.test(before) || /^[a-z]/.test(after)) continue
    push(from, to)
    from = to
  }
  if (from < end) push(from, end)
  return sentences
}
