import type { SourceFormat } from '#domain/cards/rolegen.ts'

const formatOfExtension: ReadonlyMap<string, SourceFormat> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['docx', 'docx'],
  ['pdf', 'pdf'],
] as const)

/** Endings of file names that can be read, as a file picker wants them. */
export const readableExtensions: readonly string[] = [...formatOfExtension.keys()].map(
  (extension) => `.${extension}`,
)

/** The ending of a file's name in lower case; null where it has none. A dot in a title is none. */
export const extensionOf = (path: string): string | null =>
  /\.([a-z][a-z0-9]{0,7})$/i.exec(path.split(/[\\/]/).at(-1) ?? '')?.[1]?.toLowerCase() ?? null

/** The format that a name speaks of: null where it has no ending, undefined where the ending is not known. */
export const formatOfName = (path: string): SourceFormat | null | undefined => {
  const extension = extensionOf(path)
  return extension === null ? null : formatOfExtension.get(extension)
}

/** Word files and PDFs carry pictures; text does not. */
const packedLimitMb = 25
const textLimitMb = 10
export const largestLimitMb = packedLimitMb

/** Files of this name that are larger are refused before they are read, in megabytes (10^6 bytes). */
export function limitMbOf(path: string): number {
  const format = formatOfName(path)
  return format === 'docx' || format === 'pdf' ? packedLimitMb : textLimitMb
}
