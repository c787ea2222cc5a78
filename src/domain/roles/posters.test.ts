import { describe, expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { parseBlocks } from './blocks.ts'

const read = (text: string) =>
  generate({ sourceId: 's', path: 'poster.txt', format: 'text', sha256: 'a'.repeat(64), text })
const dutiesOf = (gen: RoleGen, name: string) => {
  const role = gen.roles.find((each) => each.name === name)
  return gen.responsibilities.filter((duty) => duty.role === role?.id).map((duty) => duty.text)
}
const blocksOf = (text: string) =>
  parseBlocks(text).map(({ kind, text: words }) => `${kind}: ${words}`)

const poster = `****************************************
      TOOL LIBRARY, EAST QUAY
      WHO DOES WHAT
****************************************

COUNTER  (left of the stairs)
~~~~~~~~~
  stamp the card of whoever borrows something
  deposits into the tin, receipt to the borrower
  ring members whose drill is overdue

WORKBENCH
~~~~~~~~~
  sharpen chisels on Mondays
  new blades for the saws before
     the spring fair
  oil every hinge once a month

STORE ROOM
~~~~~~~~~
  ladders on the hooks, longest at the back
  count the clamps on Fridays
  throw out split handles

COUNTER = green apron. There is always one.

---------------------------------
 LEAK?   1 stopcock   2 shout
         3 mop, then sit down
---------------------------------
`

test('a poster gives each area the lines below its ruled title', () => {
  const gen = read(poster)
  expect(gen.roles.map((role) => role.name)).toEqual(['Counter', 'Workbench', 'Store Room'])
  expect(dutiesOf(gen, 'Counter')).toEqual([
    'stamp the card of whoever borrows something',
    'deposit into the tin, receipt to the borrower',
    'ring members whose drill is overdue',
  ])
  expect(dutiesOf(gen, 'Workbench')).toContain('new blades for the saws before the spring fair')
  expect(dutiesOf(gen, 'Store Room')).toHaveLength(3)
})

test.each(['~', '-', '=', '*', '_', '#'])('titles may be underlined with %s', (sign) => {
  const gen = read(poster.replaceAll('~', sign))
  expect(gen.roles.map((role) => role.name)).toEqual(['Counter', 'Workbench', 'Store Room'])
})

describe('ruled lines', () => {
  test('fence code in where a closing row of tildes says so', () => {
    expect(blocksOf('Build\n~~~\nmake all\n~~~\n\nmore')).not.toContain('paragraph: make all')
  })

  test('frame titles, and notices that are none', () => {
    expect(blocksOf('=======\n BOAT CLUB\n RULES\n=======\n\nText.')).toEqual([
      'heading: BOAT CLUB',
      'heading: RULES',
      'paragraph: Text.',
    ])
    expect(blocksOf('-------\n fire? shout\n and leave\n-------\n')).toEqual([
      'quote: fire? shout',
      'quote: and leave',
    ])
  })

  test('of stars below one line alone part text rather than underline it', () => {
    expect(blocksOf('Text that ends here\n****\n\nMore text.')[0]).toBe(
      'paragraph: Text that ends here',
    )
  })
})

test('wrapped prose below a title stays running text, indented or not', () => {
  const prose = `OUR HISTORY
-----------
  the society was founded by three sisters who
  owned one saw between them and wanted to lend
  it to the street without losing sight of it,
  so they wrote every loan into a school book.
`
  expect(parseBlocks(prose).map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
})

test('a poster of opening hours and prices makes no cards', () => {
  const gen = read(`***************
  TEA ROOM
***************

SCONES
~~~~~~
  plain 1.20
  cheese 1.50
  with jam and cream 2.80

OPEN
~~~~
  weekdays ten to four
  sundays from noon

WALKS
~~~~~
  to the mill, forty minutes
  to the ford, an hour
`)
  expect([gen.roles, gen.cards]).toEqual([[], []])
})
