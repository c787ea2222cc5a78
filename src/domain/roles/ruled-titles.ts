import type { Line } from './lines.ts'
import { isCapitals, isTitleCase, looksLikeTitle } from './title-lines.ts'
import { plainText } from './words.ts'

const rule = /^\s*([-=*_~#+])\1{3,}\s*$/

/** The sign that a ruled line is made of ("*" for "*****"), at least four of it; null for any other line. */
const signOf = (line: Line | undefined): string | null => rule.exec(line?.raw ?? '')?.[1] ?? null

/** A line of words that may stand in a frame of ruled lines: capitals or title case, remarks in brackets aside. */
const isFramed = (line: Line): boolean => {
  const bare = plainText(line.raw.replace(/\([^()]*\)/g, ' '))
  return looksLikeTitle(bare) && !/[?:]/.test(bare) && (isCapitals(bare) || isTitleCase(bare))
}

/** What ruled lines of one sign enclose. */
export interface Frame {
  /** The index of the closing rule. */
  readonly last: number
  readonly lines: readonly Line[]
  /** A title, not a notice ("FIRE? 1 shout 2 leave"). */
  readonly isTitle: boolean
}

/** The frame that the ruled line at an index opens: one to four lines between two rules; null when there is none. */
export function frameAt(lines: readonly Line[], index: number): Frame | null {
  const sign = signOf(lines[index])
  if (sign === null) return null
  const inner: Line[] = []
  for (let at = index + 1; at <= index + 5; at += 1) {
    const line = lines[at]
    if (!line || line.isBlank) return null
    if (signOf(line) === sign) {
      // A single line is read as a title with a line below it, whatever stands above.
      const isFrame = inner.length >= 2 || inner.every(isFramed)
      return isFrame && inner.length > 0
        ? { last: at, lines: inner, isTitle: inner.every(isFramed) }
        : null
    }
    inner.push(line)
  }
  return null
}

/**
 * The signs by which a text underlines its titles. A row of stars may part two chapters as well: it underlines where
 * two titles at least stand right above one.
 */
export function underliningSigns(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    const sign = signOf(line)
    const title = lines[index - 1]
    const above = lines[index - 2]
    if (sign === null || !title || title.isBlank || !isFramed(title)) continue
    if (above === undefined || above.isBlank) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([sign]) => sign))
}
