import type { CardType } from '#domain/cards/rolegen.ts'

/** The words for kinds of cards that `kind:` understands, besides the names of recipes. */
const words: Record<CardType, readonly string[]> = {
  basic: ['basic', 'question'],
  cloze: ['cloze', 'gap'],
  mcq: ['mcq', 'choice'],
  multi: ['multi', 'several'],
  tf: ['tf', 'truth'],
  match: ['match', 'matching'],
  order: ['order', 'steps'],
}

/** The first word for each kind. */
export const kindWords: readonly string[] = Object.values(words).map(([first]) => first ?? '')

/**
 * What a kind means: types of cards, and recipes by name (`role-resp.mcq`) or by their beginning.
 * Null when it means nothing.
 */
export function kindOf(
  name: string,
  isPrefix: boolean,
): { readonly types: readonly string[]; readonly recipe: string } | null {
  const lower = name.toLowerCase()
  const types = Object.entries(words)
    .filter(([, each]) => each.some((word) => (isPrefix ? word.startsWith(lower) : word === lower)))
    .map(([type]) => type)
  if (types.length > 0 || isPrefix || lower.includes('.')) return { types, recipe: lower }
  return null
}
