import { describe, expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'
import { parseBlocks } from './blocks.ts'

const read = (text: string) =>
  generate({ sourceId: 's', path: 'memo.txt', format: 'text', sha256: 'a'.repeat(64), text })
const dutiesOf = (gen: RoleGen, name: string) => {
  const role = gen.roles.find((each) => each.name === name)
  return gen.responsibilities.filter((duty) => duty.role === role?.id).map((duty) => duty.text)
}

const memo = `From: Tilda (studio)
To: everyone@pottery.example
Sent: Monday 08:10
Subject: RE: who minds what from now on

All,

With the new kiln the jobs change as below. Same hours, same biscuits.

Kiln operator (Hal, weekends: Ines) - loading and firing of biscuit ware. Logging each curve in the red book. Fan filters once a month.

Glaze mixer (that's new: Otto) - batches of the house glazes by Wednesday. Testing of every new recipe on tiles. Labels with the date.

Shop assistants (2 per day) - opening of the till. Wrapping sold pots in paper. Orders from the web page, packed the same day. (No glazing any more.)

Clay steward (Bao) - booking deliveries of stoneware. Stacking of bags away from the frost. Reclaim on Fridays.

Then a few things that were nobody's:

Keys to the glaze cupboard - glaze mixer only.
Emptying the sludge trap - the clay steward, every second week.
Old kiln - still nobody. Volunteers?

Tilda
--
Tilda M. | Studio | Long Lane Pottery
This message is confidential.

> -----Original message-----
> From: Otto
> Sent: Sunday 21:00
>
> Can Bao do the reclaim?
`

describe('a memo of one paragraph a job', () => {
  test('gives each job its fragments, verbs only where they are verbs', () => {
    const gen = read(memo)
    expect(gen.roles.map((role) => role.name)).toEqual([
      'Kiln operator',
      'Glaze mixer',
      'Shop assistant',
      'Clay steward',
    ])
    expect(dutiesOf(gen, 'Kiln operator')).toEqual([
      'load and fire biscuit ware',
      'log each curve in the red book',
      'Fan filters once a month',
    ])
    expect(dutiesOf(gen, 'Shop assistant')).toEqual([
      'open the till',
      'wrap sold pots in paper',
      'Orders from the web page, packed the same day',
    ])
  })

  test('takes nobody in brackets for another name of the job', () => {
    expect(read(memo).roles.flatMap((role) => role.aliases)).toEqual([])
  })

  test('may name the duty first and its holder after the dash', () => {
    const gen = read(memo)
    expect(dutiesOf(gen, 'Glaze mixer')).toContain(
      'take responsibility for keys to the glaze cupboard',
    )
    expect(dutiesOf(gen, 'Clay steward')).toContain('empty the sludge trap')
  })

  test('has no text in its head, its signature or the head of a quoted mail', () => {
    const words = parseBlocks(memo).map(({ text }) => text)
    expect(words[0]).toBe('All,')
    expect(words.join(' ')).not.toMatch(/Subject|confidential|Sent/)
  })
})

test('a row of titles in the list of one role names no roles', () => {
  const gen = read(`KILN MASTER

The Kiln Master is responsible for everything that is fired.

1. Plans - drawing up the firing plan each month
2. Assistants - training the two assistants in loading
3. Clients - telling clients when their pots are ready
`)
  expect(gen.roles.map((role) => role.name)).toEqual(['Kiln Master'])
})

test('a mail with names of jobs and prices or hours makes no cards', () => {
  const gen = read(`From: Nan
To: all
Sent: Friday 10:00
Subject: discounts

Teachers (with a card) - 20 percent. Only on Tuesdays.

Nurses (all wards) - 15 percent. Not on cakes.

Students (under 26) - free tea. One cup.

Drivers (of the 14 bus) - half price. Until May.
`)
  expect([gen.roles, gen.cards]).toEqual([[], []])
})
