/** What the bytes 0x80 to 0x9f stand for (WHATWG Encoding, index windows-1252); a blank where they stand for nothing. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** More of a text in letters of other than Western alphabets would be bytes of this kind. */
const mostForeign = 0.25

/** Bytes beyond ASCII: how many, and how many of them are well-formed signs of UTF-8. */
function countForeign(latin: string): { readonly all: number; readonly inUtf8: number } {
  const utf8 =
    /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g
  return {
    all: latin.match(/[\u0080-\u00ff]/g)?.length ?? 0,
    inUtf8: latin.match(utf8)?.reduce((sum, sign) => sum + sign.length, 0) ?? 0,
  }
}

/**
 * The text that a Western program of before UTF-8 wrote (Latin-1, or Windows-1252, which holds it); null where the bytes
 * are rather damaged UTF-8, another alphabet's, or stand for nothing. Mapped by hand, since the decoders of some
 * versions of Node take 0x80 to 0x9f for control characters.
 * @param latin the file's bytes, a character each
 */
export function fromWindows1252(latin: string): string | null {
  const { all, inUtf8 } = countForeign(latin)
  if (inUtf8 * 2 >= all || all > mostForeign * latin.length) return null
  if (/[\u0081\u008d\u008f\u0090\u009d]/.test(latin)) return null
  return latin.replace(/[\u0080-\u009f]/g, (sign) => upper.charAt(sign.charCodeAt(0) - 0x80))
}
