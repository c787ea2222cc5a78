import { describe, expect, test } from 'vitest'
import { bySource } from './by-source.ts'

const decks = [
  { deckId: 'clinic', parentId: null, name: 'The clinic' },
  { deckId: 'nurse-1', parentId: 'clinic', name: 'Nurse' },
  { deckId: 'ward', parentId: null, name: 'The ward' },
  { deckId: 'nurse-2', parentId: 'ward', name: 'Nurse' },
  { deckId: 'empty', parentId: null, name: 'Without roles' },
]

describe('roles by source', () => {
  test('roles of one name stand under the source that each came from', () => {
    expect(bySource([{ deckId: 'nurse-2' }, { deckId: 'nurse-1' }], decks)).toEqual([
      { deckId: 'clinic', name: 'The clinic', roles: [{ deckId: 'nurse-1' }] },
      { deckId: 'ward', name: 'The ward', roles: [{ deckId: 'nurse-2' }] },
    ])
  })
  test('a deck without one above it is its own source', () => {
    expect(bySource([{ deckId: 'empty' }], decks)).toEqual([
      { deckId: 'empty', name: 'Without roles', roles: [{ deckId: 'empty' }] },
    ])
  })
  test('a role whose deck has not arrived yet is left out', () => {
    expect(bySource([{ deckId: 'later' }], decks)).toEqual([])
  })
})
