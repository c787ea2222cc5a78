import { describe, expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import * as others from './other-subjects.ts'
import { parseProse } from './parse-prose.ts'

const read = (text: string) =>
  generate({ sourceId: 's', path: 'guide.md', format: 'markdown', sha256: 'a'.repeat(64), text })

test('a guide to a device is not about roles, although its name ends like a job', () => {
  const gen = read(`# ORBIT LAWN CONTROLLER

### Mount the controller

1. Choose a dry place at eye level.
2. Mark the holes and drill them.

### First start

1. Turn the main switch and wait for the display.
2. Set the clock and the length of each shower.

The controller asks for a code.
`)
  expect([gen.roles, gen.cards]).toEqual([[], []])
})

test('a list of areas without a job in their names is, where each has duties of its own', () => {
  const gen = read(`# Who looks after what

## Pot wash

- Scrape plates into the bin before they are stacked.
- Change the water when it is cloudy.

## Front of house

- Seat guests in the order in which they came.
- Ask about allergies before the order is taken.
`)
  expect(gen.roles.map((role) => role.name)).toEqual(['Pot wash', 'Front of house'])
})

test('a first sentence behind a bold lead-in is read like the others', () => {
  const gen = read(`# Loans Registrar

## What you'll be doing

**Paperwork that holds.** You'll draft loan agreements and get them signed. You'll also keep the valuations up to date.

**On the road.** You'll book transport and crates for each loan.
`)
  const duties = gen.responsibilities.map((duty) => duty.text)
  expect(duties).toContain('book transport and crates for each loan')
  expect(duties.join()).toContain('draft loan agreements')
})

describe('no card is made of', () => {
  test.each(Object.entries(others))('a %s', (_, text) => {
    const gen = read(text)
    expect([gen.roles, gen.cards]).toEqual([[], []])
  })

  test.each([
    'licence',
    'manual',
    'changelog',
    'contract',
    'tale',
    'libraryGuide',
    'designNote',
  ] as const)('a %s, whose sentences or lists look like duties one by one', (kind) => {
    expect(parseProse(others[kind], 's').facts).not.toEqual([])
  })
})

test('long lists below the names of jobs are about roles, although they speak of no person', () => {
  const list = (verb: string) =>
    Array.from({ length: 12 }, (_, n) => `- ${verb} the valves of tank ${n + 1} at the north wall`)
  const gen = read(
    ['# Tanks', '## Valve Inspector', ...list('check'), '## Tank Painter', ...list('scrape')].join(
      '\n',
    ),
  )
  expect(gen.roles.map((role) => role.name)).toEqual(['Valve Inspector', 'Tank Painter'])
})

test('people are read about although a program knows their roles by name', () => {
  const gen = read(`# On call for the data platform

## Scribe

- Writes down who did what, with the time.
- Posts the notes for colleagues who come on shift later.

## Commander

- Decides whether a server is taken out of service.
- Hands over to the next commander at the end of the shift.

\`\`\`sh
incident assign --scribe sam --commander lee   # everybody in the team may do this
\`\`\`

A \`scribe\` who leaves the call tells the \`commander\` first, so that somebody else in the team can take the notes.
`)
  expect(gen.roles.map((role) => role.name)).toEqual(['Scribe', 'Commander'])
})
