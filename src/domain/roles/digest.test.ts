import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOf } from './digest.ts'

test('the digest of "abc" is that of the standard', () => {
  expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('digests are those of the library, whatever the signs and the length', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    }),
  )
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 64 }), (each, digits) => {
      const whole = bytesToHex(sha256(utf8ToBytes(each)))
      expect(digestOf(each, digits)).toBe(whole.slice(0, digits))
    }),
  )
})

test('the borders of a block are met: 55, 56, 63, 64, 119 and 120 bytes', () => {
  for (const length of [0, 1, 3, 4, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const text = 'é'.repeat(length >> 1) + 'x'.repeat(length & 1)
    expect(digestOf(text)).toBe(bytesToHex(sha256(utf8ToBytes(text))))
    expect(digestOf('y'.repeat(length))).toBe(bytesToHex(sha256(utf8ToBytes('y'.repeat(length)))))
  }
})
