import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuidv7 } from './ids.ts'

const random = (bytes: Uint8Array) => ({ bytes: (count: number) => bytes.slice(0, count) })
const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

test('ids are UUIDs of version 7', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), tenBytes, (now, bytes) => {
      expect(uuidv7(now, random(bytes))).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
    }),
  )
})

test('ids of later instants sort later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 46 }),
      fc.integer({ min: 1, max: 2 ** 40 }),
      tenBytes,
      tenBytes,
      (now, later, a, b) => {
        expect(uuidv7(now, random(a)) < uuidv7(now + later, random(b))).toBe(true)
      },
    ),
  )
})
