import { expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'

const read = (text: string) =>
  generate({ sourceId: 's', path: 'statutes.txt', format: 'text', sha256: 'a'.repeat(64), text })
const rolesOf = (gen: RoleGen) => gen.roles.map((role) => role.name).sort()
const dutiesOf = (gen: RoleGen, name: string) => {
  const role = gen.roles.find((each) => each.name === name)
  return gen.responsibilities.filter((duty) => duty.role === role?.id).map((duty) => duty.text)
}

const statutes = `STATUTES OF THE FERRY LANE VOLUNTEER BELL RINGERS SOCIETY, INC.

ARTICLE I - NAME

Section 1. The Society shall keep the name under which it was founded. The purpose of the Society is to ring the bells
of St Anne's.

ARTICLE II - THE OFFICERS

Section 1. The tower officers are the Tower Captain, the Ropekeep and the Almsward. The Almsward is elected for two years.

ARTICLE III - DUTIES OF THE TOWER OFFICERS

Section 1. The Tower Captain shall choose the touches for each service. He or she shall stop the ringing when a rope is frayed.

Section 2. It is the duty of the Ropekeep:
   (a) to splice worn ropes before Easter;
   (b) to keep a record of each rope's age, and to warn the Tower Captain when one is ten years old.

Section 3. It shall further be the Almsward's duty to visit sick ringers, and to collect the wedding fees. The Almsward has
charge of the charity box.

ARTICLE IV - CHAPLAIN AND STEEPLE WARDEN

§ 1 A Chaplain is appointed by the Tower Captain. The Chaplain blesses new bells and reads the names of the dead in November.

§ 2 Once a year the Steeple Warden inspects the louvres for nests. Repairs above the limit shall be put to the Society first.

§ 3 The accounts shall be laid before the annual meeting by the Steeple Warden.
`

test('statutes name their offices by sentences, those that no list of jobs knows as well', () => {
  expect(rolesOf(read(statutes))).toEqual([
    'Almsward',
    'Chaplain',
    'Ropekeep',
    'Steeple Warden',
    'Tower Captain',
  ])
})

test('what "he or she" shall do goes on with the office before', () => {
  expect(dutiesOf(read(statutes), 'Tower Captain')).toEqual([
    'choose the touches for each service',
    'stop the ringing when a rope is frayed',
    'appoint a Chaplain',
  ])
})

test('a duty of somebody is split at each "to", in a sentence and in a list below it', () => {
  const gen = read(statutes)
  expect(dutiesOf(gen, 'Ropekeep')).toEqual([
    'splice worn ropes before Easter',
    "keep a record of each rope's age, and warn the Tower Captain when one is ten years old",
  ])
  expect(dutiesOf(gen, 'Almsward')).toEqual([
    'visit sick ringers',
    'collect the wedding fees',
    'have charge of the charity box',
  ])
})

test('a duty stands after a phrase of time without a comma, or before "by" its holder', () => {
  expect(dutiesOf(read(statutes), 'Steeple Warden')).toEqual([
    'inspect the louvres for nests once a year',
    'lay the accounts before the annual meeting',
  ])
})

test('the list below "The Porter shall" is the porter\'s, and the text below it nobody\'s', () => {
  const gen = read(`RULES OF THE HALL

The following was agreed in spring. The Porter shall:

- lock the side gate at ten
- carry the urn to the kitchen

Guests may bring a dog.

It is for the Head Gardener to prune the limes and to burn the cuttings.
`)
  expect(dutiesOf(gen, 'Porter')).toEqual([
    'lock the side gate at ten',
    'carry the urn to the kitchen',
  ])
  expect(dutiesOf(gen, 'Head Gardener')).toEqual(['prune the limes', 'burn the cuttings'])
})

test('terms of a contract give no office to its parties or to what they made', () => {
  const gen = read(`TERMS OF USE

1. The Supplier is appointed by the Customer. The Supplier shall deliver the Software within ten days.

2. The Software shall record each visit. The System shall delete the records after a year.

3. The Licensee shall keep the key secret. It is the duty of the Licensee to report a loss.
`)
  expect([gen.roles, gen.cards]).toEqual([[], []])
})
