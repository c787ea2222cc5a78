/** A stretch to mark. */
interface Mark {
  readonly start: number
  readonly end: number
}

/** A piece of shown text with the indexes of the passages that hold it, the narrowest first. */
export interface TextPart {
  readonly text: string
  readonly marks: readonly number[]
}

export interface TextWindow {
  readonly cutBefore: boolean
  readonly cutAfter: boolean
  readonly parts: readonly TextPart[]
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', Math.max(0, at - 1)) + 1
const lineEnd = (text: string, at: number) => {
  const found = text.indexOf('\n', at)
  return found === -1 ? text.length : found
}

/**
 * The part of a text around the passage in focus, `reach` characters to each side and then to whole lines, with
 * every passage in it marked, those within others too: a document of any size shows at once.
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
    .map(({ start, end }, index) => ({
      start: Math.max(start, from),
      end: Math.min(end, to),
      index,
    }))
    .filter(({ start, end }) => end > start)
  const edges = [...new Set([from, to, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  // Sweeps over the edges, so that a page of many passages costs no more than it shows.
  const starting = Map.groupBy(marks, (mark) => mark.start)
  let open: typeof marks = []
  const parts = edges.slice(0, -1).map((edge, index): TextPart => {
    open = [...open.filter((mark) => mark.end > edge), ...(starting.get(edge) ?? [])]
    const narrowFirst = open.toSorted(
      (a, b) => a.end - a.start - (b.end - b.start) || a.index - b.index,
    )
    return {
      text: text.slice(edge, edges[index + 1]),
      marks: narrowFirst.map((mark) => mark.index),
    }
  })
  return { cutBefore: from > 0, cutAfter: to < text.length, parts }
}
