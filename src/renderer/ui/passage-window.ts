/** A stretch to mark. */
interface Mark {
  readonly start: number
  readonly end: number
}

export interface TextWindow {
  readonly cutBefore: boolean
  readonly cutAfter: boolean
  /** `mark`: the index of the marked passage, null for text between. */
  readonly parts: readonly { readonly text: string; readonly mark: number | null }[]
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', Math.max(0, at - 1)) + 1
const lineEnd = (text: string, at: number) => {
  const found = text.indexOf('\n', at)
  return found === -1 ? text.length : found
}

/**
 * The part of a text around the passage in focus, `reach` characters to each side and then to whole lines, with
 * every passage in it marked: a document of any size shows at once.
 */
export function windowAround(
  text: string,
  passages: readonly Mark[],
  focus: number,
  reach: number,
): TextWindow {
  const centre = passages[focus] ?? passages[0] ?? { start: 0, end: 0 }
  const from = lineStart(text, Math.max(0, centre.start - reach))
  const to = lineEnd(text, Math.min(text.length, centre.end + reach))
  const marks = passages
    .map((passage, index) => ({ ...passage, index }))
    .filter((passage) => passage.end > from && passage.start < to && passage.end > passage.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const parts: { text: string; mark: number | null }[] = []
  let at = from
  for (const mark of marks) {
    const start = Math.max(mark.start, at)
    const end = Math.min(mark.end, to)
    if (end <= start) continue
    if (start > at) parts.push({ text: text.slice(at, start), mark: null })
    parts.push({ text: text.slice(start, end), mark: mark.index })
    at = end
  }
  if (at < to) parts.push({ text: text.slice(at, to), mark: null })
  return { cutBefore: from > 0, cutAfter: to < text.length, parts }
}
