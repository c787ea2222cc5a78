import { describe, expect, test } from 'vitest'
import { generate } from '#domain/cards/generate.ts'
import type { RoleGen } from '#domain/cards/rolegen.ts'

const read = (text: string) =>
  generate({ sourceId: 's', path: 'table.md', format: 'markdown', sha256: 'a'.repeat(64), text })
const dutiesOf = (gen: RoleGen, name: string) => {
  const role = gen.roles.find((each) => each.name.endsWith(name))
  return gen.responsibilities.filter((duty) => duty.role === role?.id).map((duty) => duty.text)
}
const askedBy = (gen: RoleGen, recipe: string) =>
  gen.cards
    .filter((card) => card.recipe === recipe)
    .map((card) => `${card.prompt} ${String(card.answer)}`)

const tasks = [
  '| # | Task | Programme Lead | Stage Crew | Treasurer | Volunteer Coordinator |',
  '|---|---|:-:|:-:|:-:|:-:|',
  '| 1 | Book the bands | **A** | R | C | - |',
  '| 2 | Set up the lights | I | A/R | | |',
  '| 3 | Approve every invoice | C | - | A / R | |',
  '| 4 | Train the ticket sellers | | | I | A, R |',
]

describe('a responsibility matrix', () => {
  test('gives each task to whoever is accountable or does the work, past a column of numbers', () => {
    const gen = read(`# Festival\n\n${tasks.join('\n')}\n`)
    expect(dutiesOf(gen, 'Programme Lead')).toEqual(['book the bands'])
    expect(dutiesOf(gen, 'Stage Crew')).toEqual(['book the bands', 'set up the lights'])
    expect(askedBy(gen, 'resp-role.raci-r')).toEqual([
      'Which role carries out “Book the bands”? Stage Crew',
    ])
  })

  test('may have its roles down and its tasks across', () => {
    const gen = read(`# Festival

| | Book the bands | Set up the lights | Approve every invoice |
|---|---|---|---|
| Programme Lead | A | I | C |
| Stage Crew | R | A/R | |
| Treasurer | C | | A |
`)
    expect(dutiesOf(gen, 'Stage Crew')).toEqual(['book the bands', 'set up the lights'])
    expect(askedBy(gen, 'resp-role.raci').map((each) => each.split('? ')[1])).toEqual(
      expect.arrayContaining(['Programme Lead', 'Treasurer']),
    )
  })

  test('asks nobody who has a letter in the row as a wrong option', () => {
    const gen = read(`# Festival\n\n${tasks.join('\n')}\n`)
    const bands = gen.cards.find(({ prompt }) =>
      prompt.includes('accountable for “Book the bands”'),
    )
    expect(bands?.choices).toBeUndefined()
  })
})

test('levels across a table each have the duties of their column; scope and time are none', () => {
  const gen = read(`# Support levels

| | L1 Support Associate | L2 Support Specialist | L3 Support Lead |
|---|---|---|---|
| Scope | single tickets | a product area | one team |
| Tickets | Answers tickets from the queue | Resolves technical tickets end to end | Reassigns tickets over the limit |
| Articles | Reports outdated articles | Writes articles for own area | Approves articles written by others |
| Time | 6-12 months | 1-2 years | open |
`)
  expect(dutiesOf(gen, 'Support Specialist')).toEqual([
    'resolve technical tickets end to end',
    'write articles for own area',
  ])
  expect(gen.responsibilities.map((duty) => duty.text).join()).not.toMatch(/months|single tickets/)
})

test('several columns of duties and several duties in a cell are read, each with its own place', () => {
  const gen = read(`# Library

| Role | Main duties | Other tasks |
| --- | --- | --- |
| Cataloguer | Describe each new book<br>assign its shelf mark | Label worn copies |
| Archivist | Restore torn maps; scan fragile letters | Answer letters from readers |
`)
  expect(dutiesOf(gen, 'Cataloguer')).toEqual([
    'describe each new book',
    'assign its shelf mark',
    'label worn copies',
  ])
  expect(dutiesOf(gen, 'Archivist')).toContain('scan fragile letters')
})
