/** A stretch of two texts laid over each other: in both, only in the right one, only in the typed one. */
export interface Stretch {
  readonly kind: 'same' | 'missing' | 'extra'
  readonly text: string
}

/** `close`: right but for slips that do not matter. */
export type Mark = 'right' | 'close' | 'wrong'

const articles = new Set(['a', 'an', 'the'])

/** Words without case, accents, punctuation and articles. */
const wordsOf = (text: string): string[] => {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const words = plain.split(' ').filter((word) => word !== '')
  const without = words.filter((word) => !articles.has(word))
  // An answer that is nothing but an article is that article.
  return without.length > 0 ? without : words
}

/** Edits between two texts, neighbours that changed places counted as one (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      let best = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}

/** Slips that a word of this length may have: short words are other words at once. */
const slipsIn = (word: string): number => (word.length < 5 ? 0 : word.length < 9 ? 1 : 2)

/** A word with a digit in it has no slips: 10 is not 19. */
const isLike = (right: string, typed: string): boolean =>
  right === typed || (!/\p{N}/u.test(right + typed) && distance(right, typed) <= slipsIn(right))

/**
 * How well what was typed fits the answer: case, accents, punctuation, articles, spaces and small slips by the length of
 * each word do not matter; another word, or one more or fewer, does.
 */
export function markTyped(answer: string, typed: string): Mark {
  const right = wordsOf(answer)
  const own = wordsOf(typed)
  if (right.join(' ') === own.join(' ')) return 'right'
  if (right.join('') === own.join('')) return 'close'
  if (right.length !== own.length) return 'wrong'
  return right.every((word, index) => isLike(word, own[index] ?? '')) ? 'close' : 'wrong'
}

/** What to show of the two texts: what both have (by their longest common part), what is missing, what is too much. */
export function compareTyped(answer: string, typed: string): Stretch[] {
  const a = [...answer.trim()]
  const b = [...typed.trim()]
  const isSame = (x: string | undefined, y: string | undefined) =>
    x !== undefined && y !== undefined && x.toLowerCase() === y.toLowerCase()
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number) => length[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = length[i] ?? []
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = isSame(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const stretches: { kind: Stretch['kind']; text: string }[] = []
  const add = (kind: Stretch['kind'], sign: string) => {
    const last = stretches.at(-1)
    if (last?.kind === kind) last.text += sign
    else stretches.push({ kind, text: sign })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (isSame(a[i], b[j])) {
      add('same', a[i] ?? '')
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      add('missing', a[i] ?? '')
      i += 1
    } else {
      add('extra', b[j] ?? '')
      j += 1
    }
  }
  return stretches
}

/** Have the two texts so much in common that showing one within the other helps? Else each is read better by itself. */
export function isComparable(stretches: readonly Stretch[]): boolean {
  const lengthOf = (...kinds: Stretch['kind'][]) =>
    stretches.reduce((sum, { kind, text }) => sum + (kinds.includes(kind) ? text.length : 0), 0)
  return lengthOf('same') * 2 >= Math.max(lengthOf('same', 'missing'), lengthOf('same', 'extra'))
}

/** Is an answer short enough to be typed? */
export const isTypeable = (answer: string): boolean =>
  answer.length <= 60 && wordsOf(answer).length <= 6 && wordsOf(answer).length > 0
