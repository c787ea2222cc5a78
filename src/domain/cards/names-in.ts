import { wordsOf } from '#domain/roles/words.ts'

/** Does a text hold one of these names? They are looked up by their last word, not one by one. */
export function namesOneOf(names: readonly string[]): (text: string) => boolean {
  const byLastWord = Map.groupBy(
    names.map((name) => name.toLowerCase()),
    (name) => wordsOf(name).at(-1) ?? '',
  )
  return (text) => {
    const lower = text.toLowerCase()
    const holdsOneBy = (word: string) =>
      byLastWord.get(word)?.some((name) => lower.includes(name)) === true
    for (const word of wordsOf(text))
      if (holdsOneBy(word) || (word.endsWith('s') && holdsOneBy(word.slice(0, -1)))) return true
    return false
  }
}
