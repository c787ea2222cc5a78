/** "machine learning (ML)": long forms that the text itself shortens, longest first. */
export function abbreviationsIn(text: string): [long: string, short: string][] {
  const found = new Map<string, string>()
  const meanings = new Map<string, Set<string>>()
  for (const match of text.matchAll(/\(([A-Z][A-Za-z]{1,7})\)/g)) {
    const before = text.slice(Math.max(0, match.index - 90), match.index)
    const words = /((?:[\p{L}-]+[ \u00a0]){1,6})$/u.exec(before)?.[1]?.trim().split(/\s+/) ?? []
    const short = match[1] ?? ''
    const initials = short.toLowerCase()
    for (let size = Math.min(words.length, short.length); size >= 2; size -= 1) {
      const long = words.slice(-size)
      const isPrefixOfEach = takesInitials(
        long.map((word) => word.toLowerCase()),
        initials,
      )
      if (isPrefixOfEach) {
        const meaning = long.join(' ').toLowerCase()
        found.set(meaning, initials)
        meanings.set(initials, (meanings.get(initials) ?? new Set()).add(meaning))
        break
      }
    }
  }
  // Two things with one short form ("PM") would become one role.
  return [...found]
    .filter(([, short]) => meanings.get(short)?.size === 1)
    .sort((a, b) => b[0].length - a[0].length)
    .slice(0, 300)
}

/** Can `initials` be read off as one or more first letters of each word, in order ("MLOps": m-l-ops)? */
function takesInitials(words: readonly string[], initials: string): boolean {
  const [first, ...rest] = words
  if (first === undefined) return initials === '' || initials === 's'
  for (let taken = 1; taken <= Math.min(first.length, initials.length); taken += 1) {
    if (first.slice(0, taken) !== initials.slice(0, taken)) return false
    if (takesInitials(rest, initials.slice(taken))) return true
  }
  return false
}
