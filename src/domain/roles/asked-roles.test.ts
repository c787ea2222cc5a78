import { expect, test } from 'vitest'
import { parseProse } from './parse-prose.ts'

const rolesIn = (text: string) => {
  const { roles, facts } = parseProse(text, 's')
  return roles.map(({ id, name }) => [
    name,
    facts.filter((fact) => fact.role === id).map((fact) => fact.text),
  ])
}

test('answers to “who” name roles and tell their duties; an unknown name gives nobody those of another', () => {
  const bakery = `# Questions about our bakery staff

## Who decides what is baked?
The Head Baker does. She writes the list for the week and orders the flour.

## What do the night hands do?
They weigh dough and shape rolls.

## And who drives?
Our drivers load the vans before six and collect the empty crates.

## How do I apply?
Write to us.
`
  expect(rolesIn(bakery)).toEqual([
    ['Head Baker', ['write the list for the week and order the flour']],
    ['driver', ['load the vans before six and collect the empty crates']],
  ])
})

test('answers below the sections of roles tell no duties again', () => {
  const bank = `# Bank

## Bursar

- pays the invoices of the college
- keeps the accounts of each house

## FAQ

### Who opens the post?
The Bursar sorts the letters of the day.
`
  expect(rolesIn(bank)).toEqual([
    ['Bursar', ['pay the invoices of the college', 'keep the accounts of each house']],
  ])
})
