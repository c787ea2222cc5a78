import { storedZip } from '../documents/stored-zip.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const run = (text: string, isBold = false) =>
  `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`

/** A paragraph in a named style; `list`: 1 bullets, 2 numbers, at a level from 0. */
export const paragraph = (
  text: string,
  { style = '', list = 0, level = 0, isBold = false } = {},
): string =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${
    list === 0 ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
  }</w:pPr>${run(text, isBold)}</w:p>`

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

/** Word's paragraphs of a Markdown text: headings, bullets, numbered lists, tables. */
export function fromMarkdown(markdown: string): string {
  const rows: string[][] = []
  const flush = () => (rows.length > 0 ? table(rows.splice(0)) : '')
  const body = markdown.split('\n').map((line) => {
    if (line.startsWith('|')) {
      if (!/^[|\s:-]+$/.test(line))
        rows.push(
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        )
      return ''
    }
    const before = flush()
    const heading = /^(#+) (.*)$/.exec(line)
    const item = /^(\s*)(-|\d+\.) (.*)$/.exec(line)
    if (heading)
      return `${before}${paragraph(heading[2] ?? '', { style: `Kop${heading[1]?.length}` })}`
    if (item) {
      const list = item[2] === '-' ? 1 : 2
      return `${before}${paragraph(item[3] ?? '', { list, level: (item[1]?.length ?? 0) / 2 })}`
    }
    return line.trim() === '' ? before : `${before}${paragraph(line)}`
  })
  return `${body.join('')}${flush()}`
}

const level = (index: number, format: string) =>
  `<w:lvl w:ilvl="${index}"><w:numFmt w:val="${format}"/></w:lvl>`
const numbering = `<w:numbering ${w}>${['bullet', 'decimal']
  .map(
    (format, id) =>
      `<w:abstractNum w:abstractNumId="${id}">${[0, 1, 2].map((each) => level(each, format)).join('')}</w:abstractNum>`,
  )
  .join(
    '',
  )}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
/** A Dutch Word: its style ids are Dutch, the names of built-in styles are English in every language. */
const styles = `<w:styles ${w}>${[1, 2, 3]
  .map(
    (rank) =>
      `<w:style w:type="paragraph" w:styleId="Kop${rank}"><w:name w:val="heading ${rank}"/></w:style>`,
  )
  .join('')}</w:styles>`

/** The parts of a Word file by name, as text; `changes` replaces, adds or (undefined) leaves out. */
export function docxParts(
  body: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Map<string, Uint8Array> {
  const parts: Record<string, string | undefined> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${w} ${r}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    ...changes,
  }
  const encoder = new TextEncoder()
  return new Map(
    Object.entries(parts).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, encoder.encode(text)] as const],
    ),
  )
}

/** A Word file of the given paragraphs. */
export const makeDocx = (
  body: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Uint8Array => storedZip(docxParts(body, changes))
