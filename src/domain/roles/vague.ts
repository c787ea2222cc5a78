import { abstractStems } from './lexicon/abstract-words.ts'
import { contentOf } from './words.ts'

/**
 * Does a duty tell nothing that could be known of one role rather than another ("make informed decisions that fit
 * the goals")? True when no content word is left beside abstract ones and the roles' own names, or one among many.
 */
export function isVague(duty: string, roleStems: ReadonlySet<string>): boolean {
  const content = contentOf(duty)
  const specific = [...content].filter((stem) => !abstractStems.has(stem) && !roleStems.has(stem))
  const own = specific.length + [...content].filter((stem) => roleStems.has(stem)).length * 0.5
  return own < 1 || (specific.length <= 1 && own < 2 && content.size >= 5)
}
