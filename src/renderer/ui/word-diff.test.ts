import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords, type DiffPart } from './word-diff.ts'

const own = (parts: readonly DiffPart[]) =>
  parts.filter((part) => part.isOwn).map((part) => part.text.trim())
const whole = (parts: readonly DiffPart[]) => parts.map((part) => part.text).join('')

test('marks the words that were exchanged, and only those', () => {
  const { before, after } = diffWords(
    'Answer each complaint within two days.',
    'Answer each complaint within three days.',
  )
  expect(own(before)).toEqual(['two'])
  expect(own(after)).toEqual(['three'])
})

test('marks words that were put in on one side, and nothing on the other', () => {
  const { before, after } = diffWords('order the stops', 'order the many stops')
  expect(own(before)).toEqual([])
  expect(own(after)).toEqual(['many'])
})

test('equal texts have no marks, and an empty one is all on the other side', () => {
  expect(own(diffWords('as it was', 'as it was').after)).toEqual([])
  expect(diffWords('', 'all of it').after).toEqual([{ text: 'all of it', isOwn: true }])
})

const text = fc
  .array(fc.constantFrom('a', 'duty', 'of', ' ', '\n', ',', 'two', 'three', '—', '7'), {
    maxLength: 40,
  })
  .map((words) => words.join(''))

test('put together, the parts are the texts again, and what is in both is the same', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const { before, after } = diffWords(a, b)
      expect(whole(before)).toBe(a)
      expect(whole(after)).toBe(b)
      const common = (parts: readonly DiffPart[]) => whole(parts.filter((part) => !part.isOwn))
      expect(common(before)).toBe(common(after))
    }),
  )
})

test('very long texts are compared without a table of their size', () => {
  const words = (from: number) => Array.from({ length: 5000 }, (_, n) => `w${from + n}`).join(' ')
  const { before, after } = diffWords(`same ${words(0)} end`, `same ${words(9000)} end`)
  expect(whole(before)).toContain('w4999')
  expect(after[0]).toEqual({ text: 'same ', isOwn: false })
})
