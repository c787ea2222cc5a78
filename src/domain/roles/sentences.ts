/** A sentence with its place in the canonical text. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

const abbreviations =
  /\b(?:e\.g|i\.e|etc|vs|cf|dr|mr|mrs|ms|prof|inc|ltd|co|no|fig|st|approx|dept|est|q\d{1,2}|u\.s|u\.k|a\.m|p\.m|[A-Z])\.$/i

/** "the form (JCT? NEC?) and": a mark inside short brackets ends no sentence. */
function isInBrackets(text: string, at: number): boolean {
  const from = Math.max(0, at - 80)
  const open = text.slice(from, at).lastIndexOf('(')
  if (open === -1 || text.slice(from + open, at).includes(')')) return false
  return text.slice(at, from + open + 120).includes(')')
}

/** Splits `text.slice(start, end)` into sentences; a full stop after an abbreviation or within a number does not end one. */
export function sentencesIn(text: string, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = []
  const body = text.slice(start, end)
  const push = (from: number, to: number) => {
    const raw = body.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    if (trimmed === '') return
    const at = start + from + lead
    sentences.push({ start: at, end: at + trimmed.length, text: trimmed })
  }
  let from = 0
  for (const stop of body.matchAll(/[.!?]+["”’)\]*_]*(?=\s|$)/g)) {
    const to = stop.index + stop[0].length
    const before = body.slice(Math.max(from, to - 12), to)
    const after = body.slice(to, to + 3).trimStart()
    if (abbreviations.test(before) || /^[a-z]/.test(after)) continue
    if (isInBrackets(body, stop.index)) continue
    push(from, to)
    from = to
  }
  if (from < body.length) push(from, body.length)
  return sentences
}
