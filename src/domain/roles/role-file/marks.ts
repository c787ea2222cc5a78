import { liveMarks } from './words.ts'

/**
 * What stands in braces at the end of a line, by which Remit knows again what a document said under other words:
 * `{#r-1f2e… .clause from=role-9a…}`.
 */
export interface Mark {
  /** The id of what the line says, where it does not follow from the words. */
  readonly id: string | null
  /** A duty whose first word is a verb, or is none, against appearance. */
  readonly form: 'phrase' | 'clause' | null
  /** The roles that it was read for, before the learner gave it to another. */
  readonly from: readonly string[]
  /** The generated card whose words these are: recipe and target. */
  readonly of: { readonly recipe: string; readonly target: string } | null
}

export const noMark: Mark = { id: null, form: null, from: [], of: null }

const part =
  /^(?:#[\w-]+|\.phrase|\.clause|from=[\w-]+|of=[\w.-]+\/(?:[\w.!~*'()-]|%[0-9A-F]{2})+)$/

const readOf = (text: string): Mark['of'] => {
  const slash = text.indexOf('/')
  try {
    return { recipe: text.slice(0, slash), target: decodeURIComponent(text.slice(slash + 1)) }
  } catch {
    return null
  }
}

/** Cuts the mark off the end of a line: how long the words are, and what the mark says. */
export function markOf(raw: string): { readonly length: number; readonly mark: Mark } {
  const live = liveMarks(raw).trimEnd()
  const opens = live.lastIndexOf('{')
  const none = { length: raw.length, mark: noMark }
  if (opens === -1 || !live.endsWith('}')) return none
  const parts = live.slice(opens + 1, -1).split(/\s+/)
  if (!parts.every((each) => part.test(each))) return none
  const form = parts.find((each) => each.startsWith('.'))?.slice(1)
  return {
    length: raw.slice(0, opens).trimEnd().length,
    mark: {
      id: parts.find((each) => each.startsWith('#'))?.slice(1) ?? null,
      form: form === 'phrase' || form === 'clause' ? form : null,
      of: readOf(parts.find((each) => each.startsWith('of='))?.slice(3) ?? '%'),
      from: parts.filter((each) => each.startsWith('from=')).map((each) => each.slice(5)),
    },
  }
}

/** Does a line end in its words, so that a mark may follow? */
export const isUnmarked = (raw: string): boolean => markOf(`x ${raw}`).length === raw.length + 2

/** A mark as it is written after a blank; nothing when there is nothing to say. */
export function writeMark({ id, form, from, of }: Mark): string {
  const parts = [
    ...(id === null ? [] : [`#${id}`]),
    ...(form === null ? [] : [`.${form}`]),
    ...from.map((role) => `from=${role}`),
    ...(of === null ? [] : [`of=${of.recipe}/${encodeURIComponent(of.target)}`]),
  ]
  return parts.length === 0 ? '' : ` {${parts.join(' ')}}`
}
