import { expect, test } from 'vitest'
import type { RoleModel } from './model.ts'
import { parseProse } from './parse-prose.ts'

const namesIn = (model: RoleModel) => model.roles.map((role) => role.name)
const dutiesIn = (model: RoleModel) => model.facts.map((fact) => fact.text)

const areasOfOneJob = `NORTHQUAY HARBOUR
JOB DESCRIPTION

1. IDENTIFICATION

Job title:      Crane Operator
Department:     Cargo
Reports to:     Terminal Manager

2. MAIN DUTIES

2.1 Lifting

(a) Operate the gantry crane within its load table.
(b) Stop the lift when the wind passes the limit.

2.2 Records

(a) Enter each lift in the crane log.
(b) Sign the handover sheet at the end of the shift.
`

const boldAreas = `# Role profile: Head Gardener

## Key responsibilities

**Glasshouse**
- Sow vegetables in early spring
- Air the vinery on warm days

**People**
- Train the apprentices
- Greet visiting botanists
`

test('the areas that the duties of one job are parted into are no roles', () => {
  const crane = parseProse(areasOfOneJob, 's')
  expect(namesIn(crane)).toEqual(['Crane Operator'])
  expect(dutiesIn(crane)).toEqual([
    'operate the gantry crane within its load table',
    'stop the lift when the wind passes the limit',
    'enter each lift in the crane log',
    'sign the handover sheet at the end of the shift',
  ])
  const garden = parseProse(boldAreas, 's')
  expect(namesIn(garden)).toEqual(['Head Gardener'])
  expect(garden.facts).toHaveLength(4)
})

test('a colleague who is named among the duties of the one job takes none of the others', () => {
  const { roles, facts } = parseProse(
    `JOB DESCRIPTION

Job title:      Night Porter
Reports to:     Duty Manager

WHAT YOU WILL DO

1.  The door

1.1  Open the door to guests after midnight
1.2  Walk the corridors every two hours

2.  The desk

2.1  Take calls for early taxis
2.2  Balances the till, together with the Night Auditor
2.3  Print the breakfast list before five

3.  Keys

*   Count the master keys at each handover
*   Report a lost key at once

You won't cook. The Night Auditor closes the books of the day.
`,
    's',
  )
  const porter = roles.find((role) => role.name === 'Night Porter')?.id
  const own = facts.filter((fact) => fact.role === porter).map((fact) => fact.text)
  expect(own).toContain('take calls for early taxis')
  expect(own).toContain('report a lost key at once')
  expect(own).toHaveLength(7)
  const others = facts.filter((fact) => fact.role !== porter).map((fact) => fact.text)
  expect(others).toEqual(['close the books of the day'])
})

test('a job that only a table names has the duties and skills that are listed', () => {
  const { roles, facts, skills } = parseProse(
    `# Job description

| Job title | Crane Signaller |
|---|---|
| Department | Yard |

## Main duties

- Signals the lift to the cab by hand.
- Checks slings before each lift.

## Skills

- Slinging ticket
- Good eyesight
`,
    's',
  )
  expect(roles.map(({ name }) => name)).toEqual(['Crane Signaller'])
  expect(facts.map(({ text }) => text)).toEqual([
    'signal the lift to the cab by hand',
    'check slings before each lift',
  ])
  expect(skills.map(({ name }) => name)).toEqual(['Slinging ticket', 'Good eyesight'])
})

test('committees below a heading that ends so are named in bold; when they meet is no duty', () => {
  const { roles, facts } = parseProse(
    `# The rowing club

## Boat Keeper

Counts the oars every winter and orders new ones. Meets: first Friday.

## Standing committees

**Boat Committee.** Checks the hulls every spring; orders new oars.

**Race & Regatta Group.** Draws the lanes and publishes the results.
`,
    's',
  )
  expect(roles.map(({ name }) => name)).toEqual([
    'Boat Keeper',
    'Boat Committee',
    'Race & Regatta Group',
  ])
  expect(facts.map(({ text }) => text).join()).toContain('draw the lanes and publish the results')
  expect(facts.some(({ text }) => /friday/i.test(text))).toBe(false)
})
