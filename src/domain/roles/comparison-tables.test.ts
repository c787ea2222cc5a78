import { expect, test } from 'vitest'
import { parseProse } from './parse-prose.ts'

const jobs = `# Notary or Conveyancer?

## Notary

The Notary certifies signatures and keeps the register of deeds.

## Conveyancer

The Conveyancer checks titles and drafts the contract of sale.

## Side by side
`
const aspectsIn = (text: string) =>
  parseProse(text, 's').comparisons.flatMap(({ aspects }) =>
    aspects.map(({ name, a, b }) => [name, a[0]?.quote, b[0]?.quote]),
  )

test('a table of two jobs compares them, whichever way it lies', () => {
  const across = `${jobs}
| | Notary | Conveyancer |
| --- | --- | --- |
| Focus | deeds and signatures | land and houses |
| Training | law degree | diploma |
`
  const down = `${jobs}
| Job | Focus | Training |
| --- | --- | --- |
| Notary | deeds and signatures | law degree |
| Conveyancer | land and houses | diploma |
`
  const aspects = [
    ['Focus', 'deeds and signatures', 'land and houses'],
    ['Training', 'law degree', 'diploma'],
  ]
  expect(aspectsIn(across)).toEqual(aspects)
  expect(aspectsIn(down)).toEqual(aspects)
})

test('one comparison of two jobs has the aspects of the list and of the table', () => {
  const both = `${jobs}
## Notary vs Conveyancer

- **Income:** The Notary lives on fees. The Conveyancer has a salary.
- **Desk:** The Notary sits at court. The Conveyancer sits at the land office.

| | Notary | Conveyancer |
| --- | --- | --- |
| Income | fees | salary |
| Training | law degree | diploma |
`
  expect(aspectsIn(both)).toEqual([
    ['Income', 'The Notary lives on fees.', 'The Conveyancer has a salary.'],
    ['Desk', 'The Notary sits at court.', 'The Conveyancer sits at the land office.'],
    ['Training', 'law degree', 'diploma'],
  ])
})

test('a matrix of letters and the steps of a ladder compare nobody', () => {
  const matrix = `${jobs}
| Task | Notary | Conveyancer |
| --- | --- | --- |
| Search the register | C | R |
| Sign the deed | R | I |
`
  const ladder = `# Levels

| | Junior Weaver | Senior Weaver |
| --- | --- | --- |
| Looms | Sets up one loom | Sets up ten looms |
| Cloth | Mends threads | Designs patterns |
`
  expect(aspectsIn(matrix)).toEqual([])
  expect(aspectsIn(ladder)).toEqual([])
})
