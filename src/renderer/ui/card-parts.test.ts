import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clozeParts, mixed } from './card-parts.ts'

describe('a cloze', () => {
  test('is cut at its gap, which knows its answer', () => {
    expect(clozeParts('The baker sets ____ for each batch.', 'temperature and steam')).toEqual([
      { text: 'The baker sets ' },
      { gap: 'temperature and steam' },
      { text: ' for each batch.' },
    ])
  })

  test('may begin and end with a gap', () => {
    expect(clozeParts('____ bakes ____', 'The baker; bread')).toEqual([
      { gap: 'The baker' },
      { text: ' bakes ' },
      { gap: 'bread' },
    ])
  })

  test('keeps an answer whole that is not divided by as many semicolons as there are gaps', () => {
    expect(clozeParts('a; b; ____', 'c; d')).toEqual([{ text: 'a; b; ' }, { gap: 'c; d' }])
  })

  test('without a gap is plain text', () => {
    expect(clozeParts('No gap here', 'x')).toEqual([{ text: 'No gap here' }])
  })
})

describe('mixing', () => {
  const lists = fc.uniqueArray(fc.string(), { maxLength: 8 })
  test('gives the same order for the same seed, and loses nothing', () => {
    fc.assert(
      fc.property(lists, fc.string(), (list, seed) => {
        const order = mixed(list, seed)
        expect(order.toSorted()).toEqual(list.toSorted())
        expect(mixed(list, seed)).toEqual(order)
      }),
    )
  })

  test('never shows the right order', () => {
    fc.assert(
      fc.property(lists, fc.string(), (list, seed) => {
        fc.pre(list.length > 1)
        expect(mixed(list, seed)).not.toEqual(list)
      }),
    )
  })

  test('differs from card to card', () => {
    const orders = Array.from({ length: 30 }, (_, n) => mixed([1, 2, 3, 4, 5], `c-${n}`).join(''))
    expect(new Set(orders).size).toBeGreaterThan(10)
  })
})
