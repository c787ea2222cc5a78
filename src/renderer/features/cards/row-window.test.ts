import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowPx, rowsShown, scrollFor } from './row-window.ts'

const places = fc.record({
  top: fc.integer({ min: -100, max: 5_000_000 }),
  height: fc.integer({ min: 0, max: 4000 }),
  total: fc.nat(110_000),
})

test('every row that is seen is drawn, and never many more than that', () => {
  fc.assert(
    fc.property(places, ({ top, height, total }) => {
      const { from, to } = rowsShown(top, height, total)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(total)
      expect(to - from).toBeLessThanOrEqual(height / rowPx + 27)
      const first = Math.max(0, Math.floor(top / rowPx))
      const last = Math.min(total - 1, Math.ceil((top + height) / rowPx) - 1)
      for (const row of [first, last]) {
        if (first >= total || height === 0 || top < 0) continue
        expect(row).toBeGreaterThanOrEqual(from)
        expect(row).toBeLessThan(to)
      }
    }),
  )
})

test('a row is scrolled into view by the shortest way', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.nat(4_000_000),
      fc.integer({ min: rowPx, max: 2000 }),
      (index, top, height) => {
        const now = scrollFor(index, top, height)
        expect(index * rowPx).toBeGreaterThanOrEqual(now)
        expect((index + 1) * rowPx).toBeLessThanOrEqual(now + height)
        expect(scrollFor(index, now, height)).toBe(now)
      },
    ),
  )
})
