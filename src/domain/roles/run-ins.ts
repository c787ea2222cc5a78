/** A title at the beginning of a list item or paragraph, with the place where its text begins. */
export interface RunIn {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly bodyStart: number
  readonly isBold: boolean
  readonly joint: 'colon' | 'dash' | 'none'
}

const bold =
  /^(\*\*|__)(?!\s)(.{2,80}?)\1[ \t\u00a0]*(\([^)\n]{1,30}\)[ \t\u00a0]*)?([:–—-]?)\s*(?=\S)/
const colon = /^((?:\p{Lu}|\d)[^:.!?\n|]{1,60}?)\s*:\s+(?=\S)/u
const dashed = /^((?:\p{L}|\d)[^:.!?,;\n|–—]{1,48}?)(?:\s+[–—-]{1,2}|—)\s+(?=\S)/u
/** "Porter (Ann, nights: Bo) - text": what stands in the brackets may hold any sign. */
const bracketed =
  /^(\p{Lu}[^:.!?,;\n|()–—]{1,48}?[ \t]*\([^()\n]{1,60}\))(\s*:\s+|\s+[–—-]{1,2}\s+|—)(?=\S)/u

/** "**Title:** text", "Title: text", "Title – text": the title of a block; null when it has none. */
export function runInOf(
  text: string,
  block: { readonly start: number; readonly end: number },
): RunIn | null {
  const raw = text.slice(block.start, Math.min(block.end, block.start + 200))
  const strong = bold.exec(raw)
  if (strong?.[2]) {
    const inner = strong[2].replace(/\s*[:.–—-]\s*$/, '')
    const start = block.start + 2
    const mark = strong[4] || /[:–—-]\s*$/.exec(strong[2])?.[0].trim() || ''
    return {
      start,
      end: start + inner.length,
      text: inner,
      bodyStart: block.start + strong[0].length,
      isBold: true,
      joint: mark === ':' ? 'colon' : mark === '' ? 'none' : 'dash',
    }
  }
  const named = bracketed.exec(raw)
  const plain = named ? (named[2]?.includes(':') ? named : null) : colon.exec(raw)
  const line = named ?? plain ?? dashed.exec(raw)
  const title = line?.[1]
  if (!line || !title || title.split(/\s+/).length > 9) return null
  if (title.split('(').length !== title.split(')').length) return null
  return {
    start: block.start,
    end: block.start + title.length,
    text: title.replace(/[*_`]/g, ''),
    bodyStart: block.start + line[0].length,
    isBold: false,
    joint: plain ? 'colon' : 'dash',
  }
}
