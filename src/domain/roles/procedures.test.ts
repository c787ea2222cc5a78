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
