/**
 * A text as typed answers are compared: compatibility forms, case and runs of spaces do not matter. Case is folded letter by
 * letter and through capitals, so that ß is ss and both small sigmas are one; the dotless i stays itself.
 */
export const foldText = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((letter) => (letter === 'ı' ? letter : letter.toLowerCase().toUpperCase().toLowerCase()))
    .join('')
    .replaceAll('ς', 'σ')
    .replace(/\s+/gu, ' ')
    .trim()
