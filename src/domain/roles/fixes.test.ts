import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFixes, type RoleFix } from './fixes.ts'
import type { Fact, RoleModel } from './model.ts'
import { parseProse } from './parse-prose.ts'
import { parseRoleFile } from './role-file.ts'
import { handbook, matrix, prose, roleFile, roleTable } from './samples.ts'

/** Four cooks with everything that a role file can say, two of them nearly the same. */
const kitchen = `---
schema: role-file/1
---

# Chef

> Decides what is cooked.

## Responsibilities

- Menu: choose the dishes of the week.
- Portions: set the weight of each plate.
- Allergens: label every dish with what it contains.

## Skills

### Technical

- Costing

## Not responsible for

- Writing the shopping list -> Head Cook

## Cards

- Q: When does the kitchen close?
  A: At ten in the evening.

# Head Cook
aliases: Lead Cook

> Runs the stove.

## Responsibilities

- Dishes: choose the dishes of the week.
- Shopping: write the shopping list before Monday.

## Skills

### Technical

- Costing
- Knife work

## Cards

- Q: Who tastes the soup?
  A: Whoever stands at the stove.

# Waiter

## Responsibilities

- Orders: write each order to the kitchen at once.
- Bills: split the sum as the table wishes.

## Compare: Head Cook vs Waiter

- Place: the kitchen | the dining room

## Compare: Chef vs Waiter

- Place: the office | the dining room
- Hours: the morning | the evening

# Porter

## Responsibilities

- Deliveries: check each crate against its slip.
- Waste: take the bins out before eight.
`

const documents: [string, RoleModel][] = [
  ['a role file', parseRoleFile(kitchen, 's')],
  ['a small role file', parseRoleFile(roleFile, 's')],
  ['a handbook', parseProse(handbook, 's')],
  ['a matrix', parseProse(matrix, 's')],
  ['a table', parseProse(roleTable, 's')],
  ['prose', parseProse(prose, 's')],
]
const model = parseRoleFile(kitchen, 's')
const idOf = (name: string) => {
  const role = model.roles.find((each) => each.name === name)
  if (!role) throw new Error(`no role ${name}`)
  return role.id
}
const textsOf = (fixed: RoleModel, name: string) => {
  const role = fixed.roles.find((each) => each.name === name)
  return fixed.facts.filter((fact) => fact.role === role?.id).map((fact) => fact.text)
}

/** Fixes that touch only some of the roles and their duties. */
const fixesOf = (roles: readonly string[], facts: readonly Fact[]): fc.Arbitrary<RoleFix> => {
  const role = fc.constantFrom(...roles)
  return fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), role, into: role }),
    fc.record({ kind: fc.constant('drop' as const), role }),
    fc.record({
      kind: fc.constant('rename' as const),
      role,
      name: fc.constantFrom('Boss', 'Aide'),
    }),
    fc.record({
      kind: fc.constant('move' as const),
      facts: fc.subarray(facts.filter((fact) => roles.includes(fact.role)).map((fact) => fact.id)),
      to: role,
    }),
  )
}
const someFixes = (from: RoleModel) =>
  fc.array(
    fixesOf(
      from.roles.map((role) => role.id),
      from.facts,
    ),
    { maxLength: 6 },
  )

describe.each(documents)('fixes over %s', (_, from) => {
  test('laid over twice are the same as once', () => {
    fc.assert(
      fc.property(someFixes(from), (fixes) => {
        const once = applyFixes(from, fixes)
        expect(applyFixes(once, fixes)).toEqual(once)
      }),
    )
  })

  test('of different roles may come in any order', () => {
    const ids = from.roles.map((role) => role.id)
    const half = Math.floor(ids.length / 2)
    const sides = fc.tuple(
      fc.array(fixesOf(ids.slice(0, half), from.facts), { maxLength: 3 }),
      fc.array(fixesOf(ids.slice(half), from.facts), { maxLength: 3 }),
    )
    fc.assert(
      fc.property(sides, ([one, other]) => {
        expect(applyFixes(from, [...other, ...one])).toEqual(applyFixes(from, [...one, ...other]))
      }),
    )
  })

  test('leave nothing that points to a role or duty that is gone, and every range as it was', () => {
    const known = new Set(
      JSON.stringify(from).match(/\{"source":"s","start":\d+,"end":\d+,"quote":"(?:[^"\\]|\\.)*"/g),
    )
    fc.assert(
      fc.property(someFixes(from), (fixes) => {
        const fixed = applyFixes(from, fixes)
        const roles = new Set(fixed.roles.map((role) => role.id))
        const facts = new Map(fixed.facts.map((fact) => [fact.id, fact.role]))
        const named = [
          ...fixed.facts.map((fact) => fact.role),
          ...fixed.skills.map((skill) => skill.role),
          ...fixed.definitions.map((each) => each.role),
          ...fixed.comparisons.flatMap(({ a, b }) => [a, b]),
          ...fixed.lists.map((list) => list.role),
          ...fixed.assignments.flatMap(({ accountable, involved }) => [accountable, ...involved]),
          ...fixed.boundaries.map((each) => each.role),
          ...fixed.written.map((each) => each.role),
        ]
        for (const role of named) if (role !== null) expect(roles).toContain(role)
        for (const each of fixed.assignments) expect(facts.get(each.fact)).toBe(each.accountable)
        for (const list of fixed.lists) {
          for (const id of list.facts) expect(facts.get(id)).toBe(list.role)
        }
        const now = JSON.stringify(fixed).match(
          /\{"source":"s","start":\d+,"end":\d+,"quote":"(?:[^"\\]|\\.)*"/g,
        )
        for (const range of now ?? []) expect(known).toContain(range)
      }),
    )
  })
})

describe('two roles that are one', () => {
  const merged = applyFixes(model, [{ kind: 'merge', role: idOf('Head Cook'), into: idOf('Chef') }])

  test('have the duties of both, a shared one once with both its passages', () => {
    expect(textsOf(merged, 'Chef')).toEqual([
      'choose the dishes of the week',
      'set the weight of each plate',
      'label every dish with what it contains',
      'write the shopping list before Monday',
    ])
    const dishes = merged.facts.find((fact) => fact.text.startsWith('choose'))
    expect(dishes?.prov.map((range) => range.quote)).toEqual([
      'choose the dishes of the week.',
      'Menu',
      'choose the dishes of the week.',
      'Dishes',
    ])
  })

  test('answer to both names, and are defined by the one that stays', () => {
    expect(merged.roles.map((role) => role.name)).toEqual(['Chef', 'Waiter', 'Porter'])
    expect(merged.roles[0]?.aliases).toEqual(['Head Cook', 'Lead Cook'])
    expect(merged.definitions.map((each) => each.text)).toEqual(['Decides what is cooked.'])
  })

  test('are compared with a third once for each aspect, and have each skill once', () => {
    expect(merged.comparisons.map(({ aspects }) => aspects.map((aspect) => aspect.name))).toEqual([
      ['Place'],
      ['Hours'],
    ])
    expect(merged.skills.map((skill) => skill.name)).toEqual(['Costing', 'Knife work'])
  })

  test('no longer hand tasks to each other, and no list of theirs is whole', () => {
    expect(merged.boundaries).toEqual([])
    expect(merged.lists.filter((list) => list.role === idOf('Chef'))).toEqual([])
    expect(model.lists.filter((list) => list.role === idOf('Chef'))).toHaveLength(1)
  })
})

describe('other fixes', () => {
  test('a role that is none goes with all that was read for it', () => {
    const fixed = applyFixes(model, [{ kind: 'drop', role: idOf('Waiter') }])
    expect(fixed.roles.map((role) => role.name)).toEqual(['Chef', 'Head Cook', 'Porter'])
    expect(fixed.comparisons).toEqual([])
    expect(JSON.stringify([fixed.facts, fixed.lists])).not.toContain(idOf('Waiter'))
  })

  test('a new name keeps the old one as another, and the last one counts', () => {
    const role = idOf('Porter')
    const fixed = applyFixes(model, [
      { kind: 'rename', role, name: 'Storekeper' },
      { kind: 'rename', role, name: 'Storekeeper' },
    ])
    expect(fixed.roles.find((each) => each.id === role)).toMatchObject({
      name: 'Storekeeper',
      aliases: ['Porter'],
    })
  })

  test('duties go to the role that they belong to', () => {
    const [menu] = model.facts
    const fixed = applyFixes(model, [{ kind: 'move', facts: [menu?.id ?? ''], to: idOf('Porter') }])
    expect(textsOf(fixed, 'Porter')).toContain(menu?.text)
    expect(textsOf(fixed, 'Chef')).not.toContain(menu?.text)
    expect(fixed.passages.get(idOf('Porter'))).toContain(menu?.prov[0]?.quote)
  })

  test('roles that are not there change nothing', () => {
    expect(
      applyFixes(model, [
        { kind: 'merge', role: 'role-x', into: idOf('Chef') },
        { kind: 'merge', role: idOf('Chef'), into: idOf('Chef') },
        { kind: 'drop', role: 'role-x' },
        { kind: 'move', facts: ['r-x'], to: idOf('Chef') },
      ]),
    ).toEqual(model)
  })
})
