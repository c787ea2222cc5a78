import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportWords } from '#contract/report-words.ts'
import { locate } from '../cards/locate.ts'
import { toCsv } from './csv.ts'
import { placesIn } from './place.ts'
import { reportAsCsv, reportAsMarkdown, type ReportedCard } from './report.ts'

/** Reads CSV as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (isQuoted && char === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (char === '"') isQuoted = !isQuoted
    else if (!isQuoted && (char === ',' || char === '\r')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (char === '\r') {
        at += 1
        rows.push([])
      }
    } else cell += char
  }
  return rows.slice(0, -1)
}

const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=HYPERLINK("http://x")',
    '+1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '＝1',
    'a"b,c\r\nd',
  ),
)

describe('CSV', () => {
  test('gives every row back, and no cell begins as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hostile, { minLength: 3, maxLength: 3 })), (rows) => {
        const text = toCsv(rows)
        expect(text.startsWith('\ufeff')).toBe(true)
        const read = readCsv(text.slice(1))
        expect(read.map((row) => row.length)).toEqual(rows.map(() => 3))
        for (const [index, cells] of read.entries()) {
          for (const [at, cell] of cells.entries()) {
            expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/u)
            expect([cell, cell.slice(1)]).toContain(rows[index]?.[at])
          }
        }
      }),
    )
  })
})

const card = (texts: string, role = 'Baker'): ReportedCard => ({
  fault: 'wrong',
  note: texts,
  date: '2026-05-10',
  document: texts,
  role,
  asked: {
    prompt: texts,
    options: [texts],
    key: texts,
    passages: [{ source: 's', start: 0, end: 1, quote: texts }],
  },
  places: [{ line: 3, section: texts }],
})

describe('Markdown', () => {
  test('shows hostile words as words: no markup, HTML, link or mail address of theirs', () => {
    const nasty =
      '# <script>x</script> **b** [a](http://evil.example) `c` www.evil.example a@b.example'
    const text = reportAsMarkdown([card(nasty)], reportWords)
    expect(text.match(/^## (.*)$/m)?.[1]).toBe(
      '\\# \\<script\\>x\\</script\\> \\*\\*b\\*\\* \\[a\\](http\\://evil.example) \\`c\\` www\\.evil.example a\\@b.example',
    )
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\[a|(?<![\\*])\*\*b|http:\/\//)
  })

  test('keeps a passage of several lines within its quote', () => {
    const text = reportAsMarkdown([card('- one\n\n# two\n> three')], reportWords)
    expect(text).toContain('  > \\- one\n  > \\# two\n  > \\> three\n')
  })

  test('groups by document and role, each named once', () => {
    const cards = [card('Handbook', 'Baker'), card('Other'), card('Handbook', ''), card('Handbook')]
    expect(
      reportAsMarkdown(cards, reportWords)
        .split('\n')
        .filter((line) => /^##/.test(line)),
    ).toEqual(['## Handbook', '### Baker', '### Questions in general', '## Other', '### Baker'])
    expect(readCsv(reportAsCsv(cards, reportWords).slice(1)).map((row) => row.slice(0, 2))).toEqual(
      [
        ['Document', 'Role'],
        ['Handbook', 'Baker'],
        ['Handbook', 'Baker'],
        ['Handbook', ''],
        ['Other', 'Baker'],
      ],
    )
  })
})

describe('places', () => {
  test('line and heading of an offset', () => {
    const text = 'Intro here, long enough.\n\n## Baker\n\n- Dough: knead it well.\n'
    const placeOf = placesIn(text)
    expect(placeOf(0)).toEqual({ line: 1, section: null })
    expect(placeOf(text.indexOf('Dough'))).toEqual({ line: 5, section: 'Baker' })
  })

  test('the line is that of counting line feeds, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '#', ' ') }),
        fc.nat(60),
        (text, at) => {
          const offset = Math.min(at, text.length)
          expect(placesIn(text)(offset).line).toBe(text.slice(0, offset).split('\n').length)
        },
      ),
    )
  })

  test('a passage is found where it moved to, nearest first, and not where it is gone', () => {
    const passage = { start: 4, end: 8, quote: 'here' }
    expect(locate('now here', passage)).toBe(passage)
    expect(locate('here and now, and here', passage)).toMatchObject({ start: 0, end: 4 })
    expect(locate('nowhere else', { ...passage, quote: 'there' })).toBeNull()
  })
})
