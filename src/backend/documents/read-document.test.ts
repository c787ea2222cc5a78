import { describe, expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { fromMarkdown, makeDocx } from '../testing/make-docx.ts'
import { makePdf, typeset } from '../testing/make-pdf.ts'
import { readDocument } from './read-document.ts'

const handbook = `# Who does what in our clinic

This page says who does what in our clinic, from the ward to the office. Everybody should know the colleagues and what they are there for.

## Ward Nurse

- Medication rounds: give each patient the prescribed medicine at the set hour.
- Wound care: clean and dress wounds by the ward protocol.
- Handover: report the state of each patient to the next shift.

## Hospital Pharmacist

The Hospital Pharmacist works beside the wards.

- Stock control: order medicines before the store falls below its minimum.
- Recall handling: remove a recalled medicine from all wards and write down where each of the packages came from and went.

## Clinic Manager

- Rota planning: assign staff to shifts for the coming month.
- Complaint handling: answer each written complaint within ten days.
`

const read = async (bytes: Uint8Array, path: string): Promise<RoleGen> =>
  generate(await readDocument({ sourceId: 'clinic', path, bytes }))

/** Roles with their duties and cards, without places and formats. */
const contentOf = (gen: RoleGen) => ({
  roles: gen.roles.map(({ id, name, aliases }) => ({ id, name, aliases })),
  duties: gen.responsibilities.map(({ id, role, text, title }) => ({ id, role, text, title })),
  cards: gen.cards.map(({ id, prompt, answer, choices }) => ({ id, prompt, answer, choices })),
})

function expectEveryRangeToHold(gen: RoleGen) {
  const text = gen.sources[0]?.text ?? ''
  const ranges = [...gen.cards, ...gen.responsibilities].flatMap((each) => each.prov)
  expect(ranges.length).toBeGreaterThan(0)
  for (const { start, end, quote } of ranges) expect(text.slice(start, end)).toBe(quote)
}

describe('one handbook in several formats', () => {
  const markdown = () => read(Buffer.from(handbook), 'clinic.md')

  test('a Word document gives the roles, duties and cards of the Markdown file', async () => {
    const gen = await read(makeDocx(fromMarkdown(handbook)), 'clinic.docx')
    expect(gen.sources[0]?.format).toBe('docx')
    expect(contentOf(gen)).toEqual(contentOf(await markdown()))
    expect(gen.notices).toBeUndefined()
    expectEveryRangeToHold(gen)
  })

  test('a PDF gives the roles, duties and cards of the Markdown file', async () => {
    const gen = await read(makePdf(typeset(handbook)), 'clinic.pdf')
    expect(gen.sources[0]?.format).toBe('pdf')
    expect(contentOf(gen)).toEqual(contentOf(await markdown()))
    expect(gen.notices).toBeUndefined()
    expectEveryRangeToHold(gen)
  })

  test('the same bytes give the same text every time', async () => {
    for (const [bytes, path] of [
      [makeDocx(fromMarkdown(handbook)), 'clinic.docx'],
      [makePdf(typeset(handbook)), 'clinic.pdf'],
    ] as const) {
      const first = JSON.stringify(await read(bytes, path))
      expect(JSON.stringify(await read(bytes, path))).toBe(first)
    }
  })

  test('content decides, not the name; the reader is told', async () => {
    const gen = await read(makePdf(typeset(handbook)), 'clinic.docx')
    expect(gen.sources[0]?.format).toBe('pdf')
    expect(gen.notices).toEqual([
      { code: 'read_by_content', params: { extension: 'docx', format: 'pdf' } },
    ])
  })
})
