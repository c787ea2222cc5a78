import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  handbook,
  jobDescription,
  matrix,
  prose,
  roleFile,
  roleTable,
} from '#domain/roles/samples.ts'
import type { RawDocument } from '#domain/roles/document.ts'
import { stemsOf } from '#domain/roles/words.ts'
import { generate } from './generate.ts'
import type { GeneratedCard, RoleGen } from './rolegen.ts'
import { documentNames, loadDocument } from './testing/measured-documents.ts'

const sample = (path: string, text: string): RawDocument => ({
  sourceId: path,
  path,
  format: 'markdown',
  sha256: 'a'.repeat(64),
  text,
})
const bundled = readFileSync(
  join(import.meta.dirname, '../../../decks/mlops-roles/deck.json'),
  'utf8',
)
const generations: readonly RoleGen[] = [
  ...[handbook, jobDescription, prose, roleFile, matrix, roleTable].map((text, index) =>
    generate(sample(`${index}.md`, text)),
  ),
  ...documentNames.map((name) => generate(loadDocument(name))),
  JSON.parse(bundled) as RoleGen, // as: a test of its own holds it to the generator's bytes
]
const cards = generations.flatMap((gen) => gen.cards)

/** Share of the answer's content words that stand in the passages, 0..1; null where the answer is no words of the document. */
function held(card: GeneratedCard): number | null {
  if (typeof card.answer !== 'string') return null
  const told = new Set(stemsOf(card.answer))
  const passages = new Set(stemsOf(card.prov.map((range) => range.quote).join(' ')))
  return told.size === 0 ? null : told.intersection(passages).size / told.size
}

test('the passages of at least 98 of 100 cards hold most of the answer', () => {
  const shares = cards.map(held).filter((share) => share !== null)
  expect(shares.length).toBeGreaterThan(400)
  expect(shares.filter((share) => share >= 0.6).length / shares.length).toBeGreaterThanOrEqual(0.98)
})

test('the check notices passages of another card', () => {
  const shares = cards
    .map((card, index) => held({ ...card, prov: cards[(index + 7) % cards.length]?.prov ?? [] }))
    .filter((share) => share !== null)
  expect(shares.filter((share) => share >= 0.6).length / shares.length).toBeLessThan(0.5)
})

test('a passage is a sentence, an item or a cell: never a section, never over a blank line', () => {
  const long = cards
    .flatMap((card) => card.prov)
    .filter((range) => /\n\s*\n/.test(range.quote) || range.quote.length > 600)
  expect(long.map((range) => range.quote)).toEqual([])
})
