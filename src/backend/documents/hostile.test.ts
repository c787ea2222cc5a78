import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { AppError } from '#domain/errors.ts'
import type { RawDocument } from '#domain/roles/document.ts'
import { docxParts, fromMarkdown, makeDocx, paragraph } from '../testing/make-docx.ts'
import { makePdf, pdfOf, typeset } from '../testing/make-pdf.ts'
import { readDocument } from './read-document.ts'
import { storedZip } from './stored-zip.ts'

const clinic =
  '# Clinic\n\n## Ward Nurse\n\n- Wound care: clean and dress wounds.\n- Handover: report to the next shift.\n'
const good = () => makeDocx(fromMarkdown(clinic))

const read = (bytes: Uint8Array, path: string): Promise<RawDocument> =>
  readDocument({ sourceId: 's', path, bytes })

/** How a document ends: the code of its refusal, or the codes of its notices. */
async function outcome(bytes: Uint8Array, path: string): Promise<string> {
  try {
    const { notices = [] } = await read(bytes, path)
    return notices.map((notice) => notice.code).join(' ') || 'full'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** An archive whose first entry of that name is changed in the directory and in its own header. */
function patched(
  bytes: Uint8Array,
  name: string,
  change: (header: DataView, isDirectory: boolean) => void,
) {
  const copy = Uint8Array.from(bytes)
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 30; at += 1) {
    const mark = view.getUint32(at, true)
    if (mark !== 0x04034b50 && mark !== 0x02014b50) continue
    const isDirectory = mark === 0x02014b50
    const from = at + (isDirectory ? 46 : 30)
    const own = Buffer.from(copy.subarray(from, from + name.length)).toString('latin1')
    if (own === name) change(new DataView(copy.buffer, at), isDirectory)
  }
  return copy
}

/** A Word file whose text is packed, declared with any size. */
function packed(content: Uint8Array, declared: number): Uint8Array {
  const parts = docxParts('')
  const body = deflateRawSync(content, { level: 9 })
  parts.set('word/document.xml', body)
  return patched(storedZip(parts), 'word/document.xml', (header, isDirectory) => {
    header.setUint16(isDirectory ? 10 : 8, 8, true)
    header.setUint32(isDirectory ? 24 : 22, declared, true)
  })
}

const within = async (ms: number, work: () => Promise<string>) => {
  const started = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(ms)
  return result
}

describe('Word files that are damaged or made to do harm', () => {
  test('a good one is read in full', async () => {
    expect(await outcome(good(), 'x.docx')).toBe('full')
  })

  test('cut off anywhere it is damaged, never half a document', async () => {
    const bytes = good()
    for (let share = 1; share < 20; share += 1) {
      const end = Math.floor((bytes.length * share) / 20)
      expect(await outcome(bytes.subarray(0, end), 'x.docx'), String(share)).toBe(
        'document_damaged',
      )
    }
    expect(await outcome(bytes.subarray(0, -1), 'x.docx')).toBe('document_damaged')
  })

  test('a rotten bit in its text is noticed', async () => {
    const bytes = Uint8Array.from(good())
    const at = Buffer.from(bytes).indexOf('Wound care')
    bytes[at] = 0x58
    expect(await outcome(bytes, 'x.docx')).toBe('document_damaged')
  })

  test.each([
    ['more than it declares', 20_000_000, 1000, 'document_bomb'],
    [
      'as much as it declares, a thousand times its packed size',
      50_000_000,
      50_000_000,
      'document_bomb',
    ],
    ['less than it declares', 1000, 5000, 'document_damaged'],
    ['less than the gigabytes it declares', 1000, 4_000_000_000, 'document_bomb'],
  ])('text that unpacks to %s is refused', async (_, size, declared, code) => {
    const bytes = packed(Buffer.alloc(size, ' '), declared)
    expect(await within(3000, () => outcome(bytes, 'x.docx'))).toBe(code)
  })

  test('a picture that would unpack to gigabytes is a bomb although it is never unpacked', async () => {
    const parts = docxParts(fromMarkdown(clinic))
    parts.set('word/media/image1.png', new Uint8Array(3000))
    const bytes = patched(storedZip(parts), 'word/media/image1.png', (header, isDirectory) =>
      header.setUint32(isDirectory ? 24 : 22, 3_900_000_000, true),
    )
    expect(await outcome(bytes, 'x.docx')).toBe('document_bomb')
  })

  test('entries that share their bytes are refused', async () => {
    const bytes = patched(good(), 'word/styles.xml', (header, isDirectory) => {
      if (isDirectory) header.setUint32(42, 0, true)
    })
    expect(await outcome(bytes, 'x.docx')).toBe('document_bomb')
  })

  test('thousands of entries and names that stand twice are refused', async () => {
    const parts = docxParts(fromMarkdown(clinic))
    for (let index = 0; index < 6000; index += 1)
      parts.set(`word/media/${index}.png`, new Uint8Array())
    expect(await outcome(storedZip(parts), 'x.docx')).toBe('document_bomb')
    const twice = docxParts(fromMarkdown(clinic))
    twice.set('word/styles.xmm', new Uint8Array())
    const bytes = Buffer.from(storedZip(twice))
      .toString('latin1')
      .replaceAll('styles.xmm', 'styles.xml')
    expect(await outcome(Buffer.from(bytes, 'latin1'), 'x.docx')).toBe('document_damaged')
  })

  test('document types, entities and bombs of them are refused before a parser sees them', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`
    const body = new TextDecoder().decode(docxParts(paragraph('&b;')).get('word/document.xml'))
    const bytes = makeDocx('', { 'word/document.xml': body.replace('?>', `?>${laughs}`) })
    expect(await outcome(bytes, 'x.docx')).toBe('document_unsafe_xml')
    const outer = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><w:styles/>'
    expect(await outcome(makeDocx('', { 'word/styles.xml': outer }), 'x.docx')).toBe(
      'document_unsafe_xml',
    )
  })

  test('deep nesting, broken XML and more elements than any book has are refused', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`
    expect(await outcome(makeDocx(deep), 'x.docx')).toBe('document_too_deep')
    expect(await outcome(makeDocx('<w:p>'), 'x.docx')).toBe('document_damaged')
    expect(await outcome(makeDocx('<w:p><w:r></w:p></w:r>'), 'x.docx')).toBe('document_damaged')
    expect(await within(8000, () => outcome(makeDocx('<w:p/>'.repeat(500_000)), 'x.docx'))).toBe(
      'document_too_complex',
    )
  })

  test('a numbering that points to itself ends', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const changes = {
      'word/styles.xml': `<w:styles ${w}><w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
      'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    }
    const bytes = makeDocx(paragraph('Clean wounds', { list: 1 }), changes)
    expect(await within(3000, () => outcome(bytes, 'x.docx'))).toBe('full')
  })

  test('names of prototypes are names', async () => {
    const bytes = makeDocx(
      `${paragraph('One', { style: '__proto__' })}${paragraph('Two', { style: 'constructor' })}`,
    )
    expect((await read(bytes, 'x.docx')).text).toContain('Two')
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'macros_dropped'],
    ['embedded files', { 'word/embeddings/sheet.xlsx': 'x' }, 'embedded_dropped'],
    [
      'a template elsewhere',
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId9" Type="http://x/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/></Relationships>',
      },
      'external_dropped',
    ],
    [
      'a script link',
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId9" Type="http://x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>',
      },
      'external_dropped',
    ],
  ])('%s are left out and told of', async (_, changes, code) => {
    const bytes = makeDocx(fromMarkdown(clinic), changes)
    expect(await outcome(bytes, 'x.docx')).toBe(code)
    expect((await read(bytes, 'x.docx')).text).toContain('Wound care')
  })

  test('plain links are no reason for a notice', async () => {
    const rels =
      '<Relationships><Relationship Id="rId9" Type="http://x/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>'
    const bytes = makeDocx(fromMarkdown(clinic), { 'word/_rels/document.xml.rels': rels })
    expect(await outcome(bytes, 'x.docx')).toBe('full')
  })
})

describe('PDFs that are damaged, locked or made to do harm', () => {
  const pdf = () => makePdf(typeset(clinic))

  test('a good one is read in full; cut off anywhere it is damaged', async () => {
    expect(await outcome(pdf(), 'x.pdf')).toBe('full')
    const bytes = pdf()
    for (let share = 1; share < 20; share += 1) {
      const end = Math.floor((bytes.length * share) / 20)
      expect(await outcome(bytes.subarray(0, end), 'x.pdf'), String(share)).toBe('document_damaged')
    }
  })

  test('a page without text is a picture; a file of such pages has no text', async () => {
    expect(await outcome(makePdf([[]]), 'x.pdf')).toBe('document_no_text')
    expect(await outcome(makePdf([...typeset(clinic), []]), 'x.pdf')).toBe('pages_without_text')
  })

  test('one that opens with a password only is told so', async () => {
    const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'28'.repeat(32)}> /U <${'41'.repeat(32)}> >>`
    const bytes = pdfOf(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', lock],
      '/Encrypt 3 0 R /ID [<0123456789abcdef0123456789abcdef> <0123456789abcdef0123456789abcdef>] ',
    )
    expect(await outcome(bytes, 'x.pdf')).toBe('document_encrypted')
  })

  test('a script that runs when it opens is left out and told of', async () => {
    const bytes = makePdf(typeset(clinic), {
      catalog: '/OpenAction << /Type /Action /S /JavaScript /JS (app.alert\\(1\\)) >> ',
    })
    expect(await outcome(bytes, 'x.pdf')).toBe('scripts_dropped')
  })

  test('pages that point to their own parents and counts that lie end', async () => {
    const round = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
    ])
    expect(await within(3000, () => outcome(round, 'x.pdf'))).toBe('document_damaged')
    const many = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 2000000 >>',
    ])
    expect(await within(3000, () => outcome(many, 'x.pdf'))).toBe('document_damaged')
  })

  test('more pages than a handbook has are refused', async () => {
    const pages = Array.from({ length: 1001 }, () => typeset('One line.')[0] ?? [])
    expect(await outcome(makePdf(pages), 'x.pdf')).toBe('document_too_many_pages')
  })
})

describe('files that are not what they are called', () => {
  const ole = Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(600).fill(0),
  ])
  const text = (content: string) => Buffer.from(content)
  const cases: [string, Uint8Array, string, string][] = [
    [
      'a picture called a Word file',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      'x.docx',
      'document_picture',
    ],
    [
      'a photo called a PDF',
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
      'x.pdf',
      'document_picture',
    ],
    ['text called a Word file', text(clinic), 'x.docx', 'document_not_what_it_says'],
    ['text called a PDF', text(clinic), 'x.pdf', 'document_not_what_it_says'],
    ['an old Word file', ole, 'x.doc', 'document_old_word'],
    ['an old Word file called a new one', ole, 'x.docx', 'document_old_word'],
    [
      'a locked Word file',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'x.docx',
      'document_encrypted',
    ],
    [
      'an archive of something else',
      storedZip(new Map([['a.txt', text('a')]])),
      'x.docx',
      'document_not_word',
    ],
    ['an empty archive', storedZip(new Map()), 'x.docx', 'document_not_word'],
    ['a Word file called text', makeDocx(fromMarkdown(clinic)), 'x.txt', 'read_by_content'],
    [
      'a page called Markdown',
      text(`<!doctype html><html><body><p>${clinic}</p></body></html>`),
      'x.md',
      'read_by_content',
    ],
    ['nothing', new Uint8Array(), 'x.pdf', 'document_empty'],
    ['an unknown kind', text(clinic), 'x.xyz', 'document_unknown_format'],
  ]
  test.each(cases)('%s', async (_, bytes, path, expected) => {
    expect(await outcome(bytes, path)).toBe(expected)
  })
})

describe('characters of all sorts', () => {
  test.each([
    [
      'UTF-8 with a mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(clinic)]),
      'full',
    ],
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(clinic, 'utf16le')]),
      'full',
    ],
    ['UTF-16 without a mark', Buffer.from(clinic, 'utf16le'), 'full'],
    ['UTF-16 the other way round', Buffer.from(clinic, 'utf16le').swap16(), 'full'],
    ['Latin-1', Buffer.from(`${clinic}Café\n`, 'latin1'), 'read_as_windows_1252'],
    [
      'UTF-8 that was cut through',
      Buffer.from(`${clinic}Café crème\n`).subarray(0, -4),
      'document_wrong_encoding',
    ],
    ['single zeros', Buffer.from(`${clinic}a\0b\0c\n`), 'characters_dropped'],
    [
      'signs that turn the direction',
      Buffer.from(`${clinic}\u202egnp.exe\n`),
      'characters_dropped',
    ],
    [
      'half a pair of surrogates',
      Buffer.concat([Buffer.from(clinic), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('\n')]),
      'characters_replaced',
    ],
    ['zeros everywhere', Buffer.alloc(4000), 'document_binary'],
  ])('%s', async (_, bytes, expected) => {
    expect(await outcome(bytes, 'x.md')).toBe(expected)
    if (expected !== 'full') return
    const { text } = await read(bytes, 'x.md')
    expect(text.replace('\ufeff', '')).toBe(clinic)
  })
})
