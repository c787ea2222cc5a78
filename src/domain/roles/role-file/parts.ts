import { isBaseVerb } from '../lexicon/verbs.ts'
import { liveMarks, readWords } from './words.ts'

/** A stretch of a line, from its beginning. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const trimmed = (raw: string, from: number, to: number): Stretch => {
  const part = raw.slice(from, to)
  const start = from + (part.length - part.trimStart().length)
  return { start, end: Math.max(start, from + part.trimEnd().length) }
}

/** Cuts a line in two at the first or last live `separator`; null when there is none. */
export function cutAt(
  raw: string,
  separator: RegExp,
  which: 'first' | 'last' = 'first',
): readonly [Stretch, Stretch] | null {
  const found = [...liveMarks(raw).matchAll(separator)].at(which === 'first' ? 0 : -1)
  if (!found) return null
  const after = found.index + found[0].length
  return [trimmed(raw, 0, found.index), trimmed(raw, after, raw.length)]
}

const colon = /:(?=\s|$)/g
const boldTitle = /^(\*\*|__)(.+?)(?::\1|\1\s*[:–—-])(?=\s|$)/s
const longestTitle = 60

/** "Title: what it means" and "**Title**: what it means"; null for a duty without a title. */
function titleIn(raw: string): readonly [Stretch, Stretch] | null {
  const bold = boldTitle.exec(liveMarks(raw))
  if (bold?.[2] !== undefined)
    return [trimmed(raw, 2, 2 + bold[2].length), trimmed(raw, bold[0].length, raw.length)]
  const parts = cutAt(raw, colon)
  if (!parts) return null
  const title = readWords(raw.slice(parts[0].start, parts[0].end))
  const isTitle = title.length >= 2 && title.length <= longestTitle && !/[.!?]\s/.test(title)
  return isTitle ? parts : null
}

export interface DutyParts {
  readonly title: (Stretch & { readonly text: string }) | null
  readonly duty: Stretch & { readonly text: string }
  readonly form: 'phrase' | 'clause'
}

/** What a duty looks like by its first word. */
export const formOf = (text: string): 'phrase' | 'clause' =>
  isBaseVerb(/^[\p{L}-]+/u.exec(text)?.[0] ?? '') ? 'phrase' : 'clause'

/**
 * A duty with its title and its place in the line. One that begins with a verb in base form is a phrase and is kept
 * with a small first letter; `form` decides against appearance. One full stop at the end is left out.
 */
export function dutyIn(raw: string, form: 'phrase' | 'clause' | null): DutyParts {
  const [title, body] = titleIn(raw) ?? [null, trimmed(raw, 0, raw.length)]
  const text = readWords(raw.slice(body.start, body.end)).replace(/\.$/, '')
  const own = form ?? formOf(text)
  const isAcronym = /^\p{Lu}{2}/u.test(text)
  const said = own === 'phrase' && !isAcronym ? text.charAt(0).toLowerCase() + text.slice(1) : text
  return {
    title: title && { ...title, text: readWords(raw.slice(title.start, title.end)) },
    duty: { ...body, text: said },
    form: own,
  }
}

/** "Label: the rest" with both in words; the rest is null where there is no colon. */
export function labelled(raw: string): {
  readonly label: Stretch & { readonly text: string }
  readonly rest: (Stretch & { readonly text: string }) | null
} {
  const parts = cutAt(raw, colon)
  const [label, rest] = parts ?? [trimmed(raw, 0, raw.length), null]
  const said = (stretch: Stretch) => ({
    ...stretch,
    text: readWords(raw.slice(stretch.start, stretch.end)),
  })
  return { label: said(label), rest: rest && said(rest) }
}

/** Fields of a card: each begins a line with `Q:`, `A:`, `X:` or `Because:`. */
export function cardFields(raw: string): { readonly name: string; readonly text: string }[] {
  // On one line as well: "Q: … A: …".
  const lines = /\n/.test(raw) ? raw.split('\n') : raw.split(/\s(?=A:\s)/)
  const fields: { name: string; lines: string[] }[] = []
  for (const line of lines) {
    const named = /^\s*(Q|A|X|Because):\s*/.exec(line)
    if (named?.[1]) fields.push({ name: named[1], lines: [line.slice(named[0].length)] })
    else fields.at(-1)?.lines.push(line)
  }
  return fields.map(({ name, lines: own }) => ({ name, text: readWords(own.join('\n')) }))
}

/** Names in one line, separated by commas. */
export function namesIn(raw: string): string[] {
  const live = liveMarks(raw)
  const cuts = [...live.matchAll(/,/g)].map((match) => match.index)
  return [-1, ...cuts]
    .map((cut, index) => readWords(raw.slice(cut + 1, cuts[index] ?? raw.length)))
    .filter((name) => name !== '')
}
