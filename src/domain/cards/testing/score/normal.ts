import { stemmer } from 'stemmer'

/** Words that carry no meaning of their own; the templates of questions are among them. */
const idle = new Set(
  `a all also an and another any are as at be been both but by can could did do does each either every for from had has
  have he her his how if in into is it its may might must neither nor not of off on one only or our out over own per she
  should so some such than that the their them then there these they this those to too under up upon via was we were what
  when where which while who whom whose why will with within without would you your
  role roles responsibility responsibilities responsible true false following listed according text name names`.split(
    /\s+/,
  ),
)

/** Blanks of every kind squeezed to one, zero-width marks removed. */
export const squeezed = (text: string): string =>
  text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** For comparing: lower case, letters, digits and the signs of names such as C# or CI/CD. */
export const folded = (text: string): string =>
  squeezed(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#/ ]/gu, '')
    .replace(/ +/g, ' ')
    .trim()

/** A role's name for comparing: folded, each word in the singular. */
export const nameForm = (name: string): string =>
  folded(name)
    .split(' ')
    .map((word) => (word.length > 3 && !word.endsWith('ss') ? word.replace(/s$/, '') : word))
    .join(' ')

/** The words of a text, lower case, possessives cut. */
export const wordsIn = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:[+#.&'-][\p{L}\p{N}]+)*[+#]*/gu) ?? []
  ).map((word) => word.replace(/'s$/, ''))

/** The stems that tell what a text is about. */
export const stemsIn = (text: string): Set<string> =>
  new Set(
    wordsIn(text)
      .filter((word) => word.length > 1 && !idle.has(word))
      .map((word) => stemmer(word)),
  )

/** How much two sets have in common, 0..1. */
export const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const all = a.union(b).size
  return all === 0 ? 0 : a.intersection(b).size / all
}

/** Share of `part` that stands in `whole`; words of one family ("schedule", "scheduling") count as one. 1 for an empty part. */
export function shareFound(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 1
  const heads = new Set([...whole].map((stem) => stem.slice(0, 5)))
  const found = [...part].filter(
    (stem) => whole.has(stem) || (stem.length >= 4 && heads.has(stem.slice(0, 5))),
  )
  return found.length / part.size
}

/** `part` of `whole` in per cent with one decimal; null when there is nothing to measure. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((1000 * part) / whole) / 10
