import { expect, test } from 'vitest'
import { isProductManual } from './product-manual.ts'
import { readModel } from './read-model.ts'

const purifier = `# AirPure 40

## Safety
- Electricians who open the case must have a permit.
- Keep the unit away from water

## Setting up
1. Remove the foil from the filter
2. Push the filter in until it clicks

## App

### Owner
- Delete the unit
- Invite members by code

## Warranty
The courier collects the unit. The service manager sends a price before the work begins.
`

const sewingMachine = `SEWING MACHINE SM-2

1. Unpacking
The operator removes the tape and the foam.

2. Controls
The speed controller sets the speed. The tension controller holds the thread.

3. Care
The operator oils the hook every month.
`

test('the manual of a thing makes no roles of its users and its parts', () => {
  for (const text of [purifier, sewingMachine]) {
    expect(isProductManual(text)).toBe(true)
    expect(readModel(text, 's').model.roles).toEqual([])
  }
})

test('a handbook for those who work with a thing is no such manual', () => {
  const handbook = `${purifier}\n## Responsibilities\n\nThe Cleaner wipes the filter.\n`
  expect(isProductManual(handbook)).toBe(false)
  expect(isProductManual('# Laundry\n\n## Maintenance\n\nThe Fitter mends the belts.\n')).toBe(
    false,
  )
})
