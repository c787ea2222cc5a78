import { expect, test } from 'vitest'
import { parseProse } from './parse-prose.ts'

const dutiesIn = (text: string) => {
  const { roles, facts } = parseProse(text, 's')
  const of = (id: string) => facts.filter((fact) => fact.role === id).map((fact) => fact.text)
  return Object.fromEntries(roles.map(({ id, name }) => [name, of(id)]))
}

test('heads of a matrix are the jobs that another table explains them to be', () => {
  const told = dutiesIn(`# Bridge repairs: who does what

| Short | Function |
|---|---|
| SE | Site Engineer |
| DL | Dive Leader |
| TO | Traffic Officer |

The letters are the usual ones.

| Task | SE | DL | TO |
|---|---|---|---|
| Survey the piers | A | R | I |
| Close the lane | A/R | – | C |
| Approve the dive plan | C | A/R | I |

The Dive Leader counts the divers after each dive.
`)
  expect(Object.keys(told)).not.toContain('SE')
  expect(told['Site Engineer']).toContain('close the lane')
  expect(told['Dive Leader']).toEqual(
    expect.arrayContaining(['approve the dive plan', 'count the divers after each dive']),
  )
})

test('short forms that stand for no jobs are left as they are', () => {
  const told = dutiesIn(`# Choir tour

| Code | Town |
|---|---|
| LE | Leeds |
| HU | Hull |
| YO | York |

Two people travel with the choir.

| Role | Responsibilities |
|---|---|
| Choir Secretary | Books the halls in LE and HU |
| Stage Manager | Sets out the chairs |
`)
  expect(Object.keys(told)).toEqual(['Choir Secretary', 'Stage Manager'])
})
