/** A piece of text on a page: lengths in points, `y` counted down from the page's top edge. */
export interface PdfText {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
  readonly isBold?: boolean
}

const height = 842
const escape = (text: string) => text.replace(/[\\()]/g, '\\$&')

const show = ({ x, y, size, text, isBold = false }: PdfText) =>
  `BT /F${isBold ? 2 : 1} ${size} Tf ${x} ${height - y} Td (${escape(text)}) Tj ET`

/** A file of numbered objects with its table of where they lie. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  const offsets: number[] = []
  let body = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length)
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}

export interface PdfExtras {
  /** More entries of the catalog, such as an action. */
  readonly catalog?: string
  /** Drawing commands behind the text of each page. */
  readonly drawing?: string
}

/** A PDF of pages of text in Helvetica, written by hand. */
export function makePdf(
  pages: readonly (readonly PdfText[])[],
  { catalog = '', drawing = '' }: PdfExtras = {},
): Uint8Array {
  const first = 5
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog}>>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((page, index) => {
      const content = `${page.map(show).join('\n')}\n${drawing}`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Contents ${first + index * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ])
}

const wrap = (text: string, most: number): string[] =>
  text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= most) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])

/** The pages of a Markdown text as a printer would set it: headings large, bullets indented, lines wrapped. */
export function typeset(markdown: string, { x = 72, most = 80 } = {}): PdfText[][] {
  const pages: PdfText[][] = [[]]
  let y = 80
  const put = (text: PdfText) => {
    if (y > height - 80) {
      pages.push([])
      y = 80
    }
    pages.at(-1)?.push({ ...text, y })
  }
  for (const line of markdown.split('\n')) {
    const heading = /^(#+) (.*)$/.exec(line)
    const item = /^- (.*)$/.exec(line)
    if (line.trim() === '') y += 6
    else if (heading) {
      const size = 22 - 4 * (heading[1]?.length ?? 1)
      y += 14
      put({ x, y, size, text: heading[2] ?? '', isBold: true })
      y += 18
    } else if (item) {
      for (const [index, part] of wrap(item[1] ?? '', most - 4).entries()) {
        if (index === 0) put({ x: x + 10, y, size: 11, text: '\u0095' })
        put({ x: x + 24, y, size: 11, text: part })
        y += 14
      }
    } else {
      for (const part of wrap(line, most)) {
        put({ x, y, size: 11, text: part })
        y += 14
      }
    }
  }
  return pages
}
