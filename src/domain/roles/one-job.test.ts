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
