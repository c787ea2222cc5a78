import { expect, test } from 'vitest'
import { recognise, type IncomingDocument, type StoredDocument } from './recognise.ts'
import { handbook, prose, roleFile, soup } from './samples.ts'

const facts = (count: number) => new Set(Array.from({ length: count }, (_, n) => `r-${n}`))
const incoming = (changes: Partial<IncomingDocument> = {}): IncomingDocument => ({
  key: null,
  path: 'handbook.md',
  sha256: 'new',
  text: handbook,
  facts: facts(10),
  ...changes,
})
const stored = (changes: Partial<StoredDocument> = {}): StoredDocument => ({
  sourceId: 's',
  key: null,
  path: 'C:\\docs\\Handbook.md',
  sha256: 'old',
  factCount: 10,
  sharedFacts: 9,
  text: () => handbook.replace('two days', 'three days'),
  ...changes,
})
const likeness = (a: IncomingDocument, ...b: StoredDocument[]) =>
  recognise(a, b)?.likeness ?? 'unknown'

test('the same bytes are the same document, whatever the file is called', () => {
  expect(likeness(incoming({ path: 'x.md' }), stored({ sha256: 'new', sharedFacts: 0 }))).toBe(
    'same',
  )
})

test('other bytes of the same text are the same document', () => {
  expect(likeness(incoming(), stored({ text: () => handbook }))).toBe('same')
})

test('a role file’s own id wins over its name and its content', () => {
  const file = incoming({ key: 'kitchen', path: 'renamed.md', text: roleFile })
  const own = stored({ sourceId: 'own', key: 'kitchen', path: 'kitchen.role.md', sharedFacts: 0 })
  const other = stored({ sourceId: 'other', path: 'renamed.md', sharedFacts: 10 })
  expect(recognise(file, [other, own])).toEqual({ sourceId: 'own', likeness: 'key' })
})

test('a role file that was made from a stored document names that document', () => {
  expect(likeness(incoming({ key: 's', sharedFacts: 0 } as never), stored())).toBe('key')
})

test('two role files with different ids are two documents, however alike', () => {
  const a = incoming({ key: 'kitchen' })
  expect(likeness(a, stored({ key: 'canteen', sharedFacts: 10 }))).toBe('unknown')
})

test('the same file name and most facts make it a new version', () => {
  expect(likeness(incoming(), stored())).toBe('name')
  expect(likeness(incoming({ facts: facts(40) }), stored({ sharedFacts: 6 }))).toBe('name')
})

test('the same file name and the same words are enough when a role got another name', () => {
  const renamed = () => handbook.replaceAll('Head Baker', 'Night Baker')
  expect(likeness(incoming(), stored({ sharedFacts: 0, text: renamed }))).toBe('name')
})

test('the same file name with little in common is a question, with nothing it is another document', () => {
  const part = () => `${handbook.slice(0, 250)}\n${prose.repeat(2)}`
  expect(likeness(incoming(), stored({ sharedFacts: 3, text: part }))).toBe('alike')
  expect(likeness(incoming(), stored({ sharedFacts: 0, text: () => soup }))).toBe('unknown')
})

test('another file name with much in common is a question', () => {
  const other = incoming({ path: 'handbook-2027.md' })
  expect(likeness(other, stored())).toBe('alike')
  expect(likeness(other, stored({ sharedFacts: 4 }))).toBe('unknown')
  expect(
    likeness(incoming({ path: 'x', facts: facts(2) }), stored({ factCount: 2, sharedFacts: 2 })),
  ).toBe('unknown')
})

test('of several, the surest and then the most alike is taken', () => {
  const two = [
    stored({ sourceId: 'a', sharedFacts: 6 }),
    stored({ sourceId: 'b', sharedFacts: 9 }),
    stored({ sourceId: 'c', path: 'other.md', sharedFacts: 10 }),
  ]
  expect(recognise(incoming(), two)).toEqual({ sourceId: 'b', likeness: 'name' })
  expect(recognise(incoming(), [])).toBeNull()
})
