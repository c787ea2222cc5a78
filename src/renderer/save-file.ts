import type { ExportedFile } from '#contract/shapes/deck.ts'

const types: Readonly<Record<string, string>> = { md: 'text/markdown', csv: 'text/csv' }

/** Hands a text to the person as a file: the browser downloads it, the window asks where to save it. */
export function saveFile({ fileName, text }: ExportedFile): void {
  const type = types[fileName.split('.').at(-1) ?? ''] ?? 'text/plain'
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The host has taken hold of the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
