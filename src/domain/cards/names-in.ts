import { wordsOf } from '#domain/roles/words.ts'

/** Does a text hold one of these names? They are looked up by their last word, not one by one. */
export function namesOneOf(names: readonly string[]): (text: string) => boolean {
  const byLastWord = Map.groupBy(
    names.map((name) => name.toLowerCase()),
    (name) => wordsOf(name).at(-1) ?? '',
  )
  return (text) => {
    const lower = text.toLowerCase()
    return wordsOf(text).some((word) =>
      (word.endsWith('s') ? [word, word.slice(0, -1)] : [word]).some((each) =>
        (byLastWord.get(each) ?? []).some((name) => lower.includes(name)),
      ),
    )
  }
}
