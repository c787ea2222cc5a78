import { expect, test } from 'vitest'
import { parseProse } from './parse-prose.ts'

const boiler = `# Boiler start-up

## Before lighting

### Shift Engineer
1. Read the log of the last shift.
2. Release the boiler for start-up.

### Stoker (ST)
3. Rake out the ash.
4. Open the damper fully.

## Lighting

### Stoker
5. Lay the fire and light it.

### Safety Fitter
6. Test both valves by hand.
7. Sign the release slip.
`

test('in a procedure, whoever has a heading again has the steps below both', () => {
  const { roles, facts } = parseProse(boiler, 's')
  expect(roles.map((role) => role.name)).toEqual(['Shift Engineer', 'Stoker', 'Safety Fitter'])
  const stoker = facts.filter((fact) => fact.role === roles[1]?.id)
  expect(stoker.map((fact) => fact.text)).toEqual([
    'rake out the ash',
    'open the damper fully',
    'lay the fire and light it',
  ])
})

test('aspects that come again below each level are nobody', () => {
  const levels = ['Junior Weaver', 'Senior Weaver']
    .map((name) => `## ${name}\n\n### Scope\n\n- Set up one loom\n- Mend threads\n`)
    .join('\n')
  expect(parseProse(`# Levels\n\n${levels}`, 's').roles.map((role) => role.name)).toEqual([
    'Junior Weaver',
    'Senior Weaver',
  ])
})

const dutiesIn = (text: string) => {
  const { roles, facts } = parseProse(text, 's')
  const of = (id: string) => facts.filter((fact) => fact.role === id).map((fact) => fact.text)
  return Object.fromEntries(roles.map(({ id, name }) => [name, of(id)]))
}

test('a name in brackets after each step is who does it, whether or not it is a known job', () => {
  const told = dutiesIn(`# Firing the kiln

### Step 1: Loading (Setter)
1. Stacks the pots on the shelves.
2. Reports cracks to the Glaze Technician.

### Step 2: Glazing (Glaze Technician)
1. Mixes the glaze from the recipe.
2. Fills each mould twice.

### Step 3: Burning (Night Stoker)
1. Lights the burners at dusk.
2. Writes the temperature in the log.
`)
  expect(told).toEqual({
    Setter: ['stack the pots on the shelves', 'report cracks to the Glaze Technician'],
    'Glaze Technician': ['mix the glaze from the recipe', 'fill each mould twice'],
    'Night Stoker': ['light the burners at dusk', 'write the temperature in the log'],
  })
})

test('remarks in brackets after headings name nobody', () => {
  const told = dutiesIn(`# Ferry timetable

### Morning (winter)
1. Check the tide table.
2. Buy a ticket at the kiosk.

### Evening (summer)
1. Check the board.
2. Wait for the bell.

### Night (never)
1. Call a taxi.
2. Walk over the bridge.
`)
  expect(told).toEqual({})
})

test('a table of posts names them, and what the text says of one by that name is theirs', () => {
  const told = dutiesIn(`# Lock keeping

| Post | Appointed by | Course |
|---|---|---|
| Lock Manager | Board | two weeks |
| Sluice Keeper | Lock Manager | one week |
| Banker | Lock Manager | none |

The Lock Manager signs the log every evening.

Bankers hold the ropes and shut the gates by hand.
`)
  expect(told).toEqual({
    'Lock Manager': ['sign the log every evening'],
    Banker: ['hold the ropes and shut the gates by hand'],
  })
})

const fogDrill = `# Drill FD-2: fog on the river

This sheet says who does what from the first bank of fog on.

## A. First sight

**A.1 Ferry Master**

a) Orders half speed and starts the bell
b) Calls the harbour on channel 12

**A.2 Deckhands**

a) Close the bow gate
b) Count the life jackets and tell the Ferry Master

**A.3 Gangway**

a) Chain across, lamp on
b) Keep the planks dry

## B. Mooring

**B.1 Deckhands**

a) Lay out the fenders on both sides
b) Pass the lines to the pier
`

test('the number before a name is no part of it, and no numbered heading goes on with the one before', () => {
  const told = dutiesIn(fogDrill)
  expect(told['Ferry Master']).toEqual([
    'order half speed and start the bell',
    'call the harbour on channel 12',
  ])
  expect(told.Deckhand).toEqual([
    'close the bow gate',
    'count the life jackets and tell the Ferry Master',
    'lay out the fenders on both sides',
    'pass the lines to the pier',
  ])
  expect(JSON.stringify(told)).not.toContain('planks')
})
