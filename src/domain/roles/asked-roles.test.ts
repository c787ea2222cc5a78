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

const climbing = `# Who holds the rope? Your questions about the climbing hall

### Who will I meet at the door?
One of our door hosts. The door host checks the tickets and lends out shoes.

### We are new here. Who shows us the knots?
A route setter. Route setters explain the knots and check every harness.

### Who carries the mats?
Four of our floor keepers, or your friends. The floor keepers stack the mats at night.

### Is there tea?
Yes, in the yard.

#### At a glance

| Person | When | Paid by |
|---|---|---|
| Door Host | at the door | us |
| Route Setter | on the wall | us |
| Belayer | on Sundays | the club |

Belayers hold the rope and count the knots.
`

test('a page of questions is one, says it or not; “two of our …” and a table of persons name somebody', () => {
  expect(rolesIn(climbing)).toEqual([
    ['Door Host', ['check the tickets and lend out shoes']],
    ['Route Setter', ['explain the knots and check every harness']],
    ['floor keeper', ['stack the mats at night']],
    ['Belayer', ['hold the rope and count the knots']],
  ])
  expect(parseProse(climbing, 's').faqs.map(({ question }) => question)).toEqual([
    'Who will I meet at the door?',
    'We are new here. Who shows us the knots?',
    'Who carries the mats?',
    'Is there tea?',
  ])
})
