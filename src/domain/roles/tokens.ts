/** A word of a text with its place. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  /** What stands between this token and the one before: blanks, a slash, other. */
  readonly gap: string
}

/** Character classes of ASCII: 1 begins and ends a word, 2 only ends one, 3 only stands within, 0 parts words. */
const classes = new Uint8Array(128)
for (const [from, to] of [
  ['0', '9'],
  ['A', 'Z'],
  ['a', 'z'],
] as const)
  classes.fill(1, from.charCodeAt(0), to.charCodeAt(0) + 1)
for (const mark of '+#') classes[mark.charCodeAt(0)] = 2
for (const mark of '&.-') classes[mark.charCodeAt(0)] = 3

const letter = /^[\p{L}\p{N}]/u

/** The class of the character at a place and how many code units it takes. */
function classAt(text: string, at: number): { kind: number; size: number } {
  const code = text.charCodeAt(at)
  if (code < 128) return { kind: classes[code] ?? 0, size: 1 }
  const size = code >= 0xd800 && code < 0xdc00 ? 2 : 1
  return { kind: letter.test(text.slice(at, at + size)) ? 1 : 0, size }
}

const numbered = /^\d{1,2}\.\p{Lu}\p{L}$/u

/** The end of the word that begins at a place: marks at its end that only stand within words are left out. */
function wordEnd(text: string, start: number): number {
  let end = start
  for (let at = start; at < text.length;) {
    const code = text.charCodeAt(at)
    const { kind, size } = code < 128 ? { kind: classes[code] ?? 0, size: 1 } : classAt(text, at)
    if (kind === 0) break
    // "6.Head Baker": the number of an item that no blank parts from it.
    if (code === 46 && at === end && numbered.test(text.slice(start, at + 3))) break
    at += size
    if (kind < 3) end = at
  }
  return end
}

/** The words of a text; one scan, since it runs over whole documents. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let before = 0
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    const { kind, size } = code < 128 ? { kind: classes[code] ?? 0, size: 1 } : classAt(text, at)
    if (kind !== 1) {
      at += size
      continue
    }
    const end = wordEnd(text, at)
    tokens.push({ text: text.slice(at, end), start: at, end, gap: text.slice(before, at) })
    before = end
    at = end
  }
  return tokens
}

/** Does a word begin with a capital letter? */
export const isCapital = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word)
}
