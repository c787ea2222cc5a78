import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutPageFurniture } from './page-furniture.ts'
import { parseProse } from './parse-prose.ts'

const handbook = `LIFEBOAT STATION                       Standing Orders

Helmsman

The Helmsman steers the boat and orders the crew to put on their life
jackets before launching. After each trip the Helmsman writes down the

                              Page 1 of 3
\fLIFEBOAT STATION                       Standing Orders

fuel that was used.

Mechanic

- tests the pumps every week
- greases the winch before each exer-
  cise

                              Page 2 of 3
\fLIFEBOAT STATION                       Standing Orders

- drains the tank in the autumn

                              Page 3 of 3
`
const dutiesIn = (text: string) => parseProse(text, 's').facts.map((fact) => fact.text)

describe('the end of a page', () => {
  test('parts no sentence, no list and no word', () => {
    expect(dutiesIn(handbook)).toEqual([
      'steer the boat and order the crew to put on their life jackets before launching',
      'write down the fuel that was used after each trip',
      'test the pumps every week',
      'grease the winch before each exercise',
      'drain the tank in the autumn',
    ])
  })

  test('leaves every quote as the document has it', () => {
    for (const { prov } of parseProse(handbook, 's').facts)
      for (const { start, end, quote } of prov) expect(quote).toBe(handbook.slice(start, end))
  })

  test('is seen by a page number in a column of its own', () => {
    const text = [1, 2, 3]
      .map(
        (page) => `Porter ${page}\n\n${'- carries trunks\n'.repeat(9)}\nHotel rules     ${page}\n`,
      )
      .join('')
    expect(withoutPageFurniture(text)).not.toContain('Hotel rules')
    expect(withoutPageFurniture(text)).toContain('Porter 3')
  })

  test('takes no headings that come again, and no rows of a table', () => {
    const roles = 'Page boys\n\nDuties\n\n- run\n\nPorters\n\nDuties\n\n- carry\n'
    const table = 'Fees     1\nFines     2\nStamps     3\nFees     4\nFees     5\n'
    expect(withoutPageFurniture(roles)).toBe(roles)
    expect(withoutPageFurniture(table)).toBe(table)
  })
})

test('whatever is blanked, no place in the text moves', () => {
  const line = fc.constantFrom(
    'Rules   1',
    'Page 2',
    '\f',
    '\fRules',
    'Rules',
    '',
    'and so on',
    '- 3 -',
    'the',
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n')
      const read = withoutPageFurniture(text)
      expect(read).toHaveLength(text.length)
      expect([...read].every((sign, at) => sign === text[at] || /\s/.test(sign))).toBe(true)
    }),
  )
})
