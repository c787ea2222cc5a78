import { expect, test } from 'vitest'
import { parseProse } from './parse-prose.ts'

const dutiesIn = (text: string) => {
  const { roles, facts } = parseProse(text, 's')
  const of = (id: string) => facts.filter((fact) => fact.role === id).map((fact) => fact.text)
  return Object.fromEntries(roles.map(({ id, name }) => [name, of(id)]))
}

const garden = `# Who is who in the allotment society

## Teams

### Seeds + Tools

- orders the seed potatoes in January
- sharpens the shears every spring
- keeps the key of the shed

### Water Desk

- reads the meters each month
- drains the pipes before the first frost

## Guilds

Guilds are small and meet when it rains.

**Compost Guild**: Turns the heaps every week. Checks the bins for plastic.

**Bee Guild**: Looks after the hives. Records the honey of each hive.

## Committees (as the statutes ask)

### Council of Elders

Five members. The Council approves the budget and reports to the parish.
`

test('bodies without the name of a job are known by what stands in a row above them', () => {
  const told = dutiesIn(garden)
  expect(Object.keys(told)).toEqual([
    'Seeds + Tools',
    'Water Desk',
    'Compost Guild',
    'Bee Guild',
    'Council of Elders',
  ])
  expect(told['Seeds + Tools']).toHaveLength(3)
  expect(told['Bee Guild']).toContain('look after the hives')
  expect(told['Council of Elders']?.join()).toContain('approve the budget')
})

test('what is called as the heading above it is no body where no neighbour announces one', () => {
  const told = dutiesIn(`# Workshop

## Saws

**Band Saw**: Cuts curves in boards. Runs at two speeds.

## Clerk

The Clerk keeps the log of repairs.
`)
  expect(Object.keys(told)).not.toContain('Band Saw')
})

test('a title that goes on behind a colon names somebody as its neighbours do, and nobody else', () => {
  const told = dutiesIn(`Four jobs at the glassworks

The Gaffer: Fire And Breath

The gaffer blows the largest pieces and decides when the glass is ready. The gaffer leads the bench.

The Furnace Operator: Never Cold

The furnace operator charges the pots at night. The furnace operator checks the gauges every hour.

The Lampist: Small Flames

You will be busy.

Key Responsibilities

- Draws rods over the burner
- Repairs broken stems

The Glow: What Nobody Tells You

- Keep a towel at hand
- Drink enough water
`)
  expect(told.Lampist).toEqual(['draw rods over the burner', 'repair broken stems'])
  expect(told['Furnace Operator']).toHaveLength(2)
  expect(JSON.stringify(told)).not.toContain('towel')
})

test('a section for everybody, called "General", is no role', () => {
  const told = dutiesIn(`# Staff manual of the lido

## 4. Who does what

4.1 Pool Warden

4.1.1 The Pool Warden tests the water at six and at noon.
4.1.2 The Pool Warden shall close the pool in a storm.

4.2 Cashier

4.2.1 The Cashier counts the float before opening.
4.2.2 The Cashier shall hand lost property to the warden.

4.3 General

4.3.1 Wear the yellow shirt on duty.
4.3.2 Report every accident in the book at the gate.
4.3.3 Leave the lockers empty at night.
`)
  expect(Object.keys(told)).toEqual(['Pool Warden', 'Cashier'])
  expect(JSON.stringify(told)).not.toMatch(/shirt|lockers/)
})
