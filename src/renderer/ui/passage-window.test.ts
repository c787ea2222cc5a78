import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowAround } from './passage-window.ts'

const texts = fc.string({ minLength: 1, maxLength: 400 })
const places = fc.array(fc.record({ at: fc.nat(399), length: fc.nat(60) }), { minLength: 1 })

test('the shown parts are a stretch of the text, and each passage in it is marked whole', () => {
  fc.assert(
    fc.property(texts, places, fc.nat(100), (text, list, reach) => {
      const passages = list.map(({ at, length }) => {
        const start = Math.min(at, text.length - 1)
        return { start, end: Math.min(text.length, start + 1 + length) }
      })
      const shown = windowAround(text, passages, 0, reach)
      const all = shown.parts.map((part) => part.text).join('')
      const from = text.indexOf(all)
      expect(from).not.toBe(-1)
      const markedAs = (index: number) =>
        shown.parts
          .filter((part) => part.marks.includes(index))
          .map((part) => part.text)
          .join('')
      const [first] = passages
      expect(markedAs(0)).toBe(text.slice(first?.start, first?.end))
      if (shown.cutBefore || shown.cutAfter) return
      expect(all).toBe(text)
      for (const [index, { start, end }] of passages.entries())
        expect(markedAs(index)).toBe(text.slice(start, end))
    }),
  )
})

test('a passage within another is marked inside of it, the narrower first', () => {
  const text = 'Oven plan: arrange the loaves.'
  const shown = windowAround(
    text,
    [
      { start: 0, end: 30 },
      { start: 0, end: 9 },
    ],
    0,
    100,
  )
  expect(shown.parts).toEqual([
    { text: 'Oven plan', marks: [1, 0] },
    { text: ': arrange the loaves.', marks: [0] },
  ])
})

test('a document of ten million characters shows only the neighbourhood of its passage', () => {
  const text = 'A line of a very long document.\n'.repeat(320_000)
  const shown = windowAround(text, [{ start: 5_000_000, end: 5_000_020 }], 0, 1500)
  expect(shown.parts.reduce((sum, part) => sum + part.text.length, 0)).toBeLessThan(4000)
  expect(shown).toMatchObject({ cutBefore: true, cutAfter: true })
})
