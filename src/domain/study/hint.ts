/** So many letters of each word are given at most. */
export const mostHints = 3

/** An answer with the first `letters` letters of each word, the others as dots; short words are not given away. */
export const hintOf = (answer: string, letters: number): string =>
  answer.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const signs = [...word]
    const given = Math.min(letters, Math.max(1, signs.length - 1))
    return [...signs.slice(0, given), ...signs.slice(given).map(() => '·')].join('')
  })
