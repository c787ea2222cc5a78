import { expect, test } from 'vitest'
import type { RoleModel } from '#domain/roles/model.ts'
import { readModel } from '#domain/roles/read-model.ts'
import { createTruthIndex } from './truth.ts'

const text = `# Who does what

## Optometrist

Responsibilities:

- Tests the sight of children
- Writes prescriptions for glasses

## Travelling Optometrist

Responsibilities:

- Plans the route through the villages
- Packs the folding chart

## Glass Cutter

Responsibilities:

- Grinds lenses to the shape of the frame
- Logs breakages with the reason
`

test('who bears the whole name of another may have its duties, and the other way round', () => {
  const model: RoleModel = readModel(text, 's').model
  const truth = createTruthIndex(model)
  const idOf = (name: string) => model.roles.find((role) => role.name === name)?.id ?? ''
  const fact = model.facts.find((each) => each.text.startsWith('write prescriptions'))
  const route = model.facts.find((each) => each.text.startsWith('plan the route'))
  if (!fact || !route) throw new Error('the sample was read otherwise')
  expect(truth.mayHave(idOf('Travelling Optometrist'), fact)).toBe(true)
  expect(truth.mayHave(idOf('Optometrist'), route)).toBe(true)
  expect(truth.mayHave(idOf('Glass Cutter'), fact)).toBe(false)
})
