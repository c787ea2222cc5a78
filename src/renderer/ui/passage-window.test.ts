import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowAround } from './passage-window.ts'

const texts = fc.string({ minLength: 1, maxLength: 400 })

test('the shown parts are a stretch of the text, and the passage in focus is marked whole', () => {
  fc.assert(
    fc.property(texts, fc.nat(399), fc.nat(60), fc.nat(100), (text, at, length, reach) => {
      const start = Math.min(at, text.length - 1)
      const end = Math.min(text.length, start + 1 + length)
      const shown = windowAround(text, [{ start, end }], 0, reach)
      const all = shown.parts.map((part) => part.text).join('')
      expect(text).toContain(all)
      expect(
        shown.parts
          .filter((part) => part.mark === 0)
          .map((part) => part.text)
          .join(''),
      ).toBe(text.slice(start, end))
      if (!shown.cutBefore && !shown.cutAfter) expect(all).toBe(text)
    }),
  )
})

test('a document of ten million characters shows only the neighbourhood of its passage', () => {
  const text = 'A line of a very long document.\n'.repeat(320_000)
  const shown = windowAround(text, [{ start: 5_000_000, end: 5_000_020 }], 0, 1500)
  expect(shown.parts.reduce((sum, part) => sum + part.text.length, 0)).toBeLessThan(4000)
  expect(shown).toMatchObject({ cutBefore: true, cutAfter: true })
})
