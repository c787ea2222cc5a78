import { expect, test } from 'vitest'
import { generate } from '../generate.ts'

const text = `# Quantity Surveyor vs Project Manager

## Quantity Surveyor

A Quantity Surveyor (QS) looks after the money of a building project.

- estimate the cost of the scheme at each stage
- measure quantities from the drawings
- negotiate the final account

## Project Manager

A Project Manager (PM) is responsible for delivering the building on time.

- run the risk register
- chair the site meetings each week
- draw up the programme of works

## Head to head

**Quantity Surveyor vs Project Manager**

- **Focus:** The QS focuses on cost and contract value. The PM focuses on programme and people.
`

test('a comparison names both roles once, whatever the document calls them there', () => {
  const gen = generate({
    sourceId: 's',
    path: 's.md',
    format: 'markdown',
    sha256: 'a'.repeat(64),
    text,
  })
  expect(
    gen.cards
      .filter(({ recipe }) => recipe === 'cmp.basic')
      .map((card) => [card.prompt, card.answer]),
  ).toEqual([
    [
      'How do the Quantity Surveyor and the Project Manager differ in focus?',
      'The Quantity Surveyor focuses on cost and contract value. The Project Manager focuses on programme and people.',
    ],
  ])
})

test.each([
  ['What about robots?', 'They may well come one day to the sites.', false],
  ['What is a locum?', 'Everything You Need To Know', false],
  ['Who signs the final account?', 'The Quantity Surveyor signs it with the contractor.', true],
])('the question “%s” is a card: %#', (question, answer, isCard) => {
  const gen = generate({
    sourceId: 's',
    path: 's.md',
    format: 'markdown',
    sha256: 'a'.repeat(64),
    text: `${text}\n## FAQ\n\n**${question}**\n\n${answer}\n`,
  })
  expect(gen.cards.some(({ prompt }) => prompt === question)).toBe(isCard)
})
