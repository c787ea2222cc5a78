import { expect, test } from 'vitest'
import { generate } from '../generate.ts'
import { loadDocument } from '../testing/measured-documents.ts'

test('a false statement of a ladder gives a duty to a lower step, never to a higher one', () => {
  const gen = generate(loadDocument('ladder-columns.md'))
  const place = new Map(gen.roles.map((role, index) => [role.id, index]))
  const swaps = gen.cards.filter(({ recipe }) => recipe === 'tf.swap')
  expect(swaps.length).toBeGreaterThan(0)
  for (const { statedRole, role } of swaps)
    expect(place.get(statedRole ?? '')).toBeLessThan(place.get(role ?? '') ?? -1)
})
