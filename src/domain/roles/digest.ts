import { utf8ToBytes } from '@noble/hashes/utils.js'

/** The first `count` primes' roots as the 32 bits behind the point: the constants of FIPS 180-4, section 4.2.2 and 5.3.3. */
function bitsOfRoots(count: number, root: (prime: number) => number): Int32Array {
  const bits = new Int32Array(count)
  let found = 0
  for (let number = 2; found < count; number += 1) {
    let divisor = 2
    while (number % divisor !== 0) divisor += 1
    if (divisor === number) bits[found++] = (root(number) % 1) * 2 ** 32
  }
  return bits
}
const constants = bitsOfRoots(64, Math.cbrt)
const first = bitsOfRoots(8, Math.sqrt)

/** Worked in again and again: a document takes tens of thousands of digests, mostly of one block. */
const state = new Int32Array(8)
const schedule = new Int32Array(64)
let padded = new Int32Array(64)

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** One round of the compression function on the 16 words that stand at `from`. */
function compress(from: number): void {
  const w = schedule
  for (let at = 0; at < 16; at += 1) w[at] = padded[from + at] ?? 0
  for (let at = 16; at < 64; at += 1) {
    const early = w[at - 15] ?? 0
    const late = w[at - 2] ?? 0
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    w[at] = ((w[at - 16] ?? 0) + s0 + (w[at - 7] ?? 0) + s1) | 0
  }
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let at = 0; at < 64; at += 1) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const one = (h + big1 + ((e & f) ^ (~e & g)) + (constants[at] ?? 0) + (w[at] ?? 0)) | 0
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}

/** Lays a text's bytes into `padded`, and returns their number; -1 where a sign needs more than one byte. */
function layPlain(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 127) return -1
    padded[at >> 2] = (padded[at >> 2] ?? 0) | (code << (24 - 8 * (at & 3)))
  }
  return text.length
}

function lay(text: string): number {
  const words = ((text.length * 3 + 72) >> 6) * 16 + 16
  if (padded.length < words) padded = new Int32Array(words)
  else padded.fill(0, 0, words)
  const plain = layPlain(text)
  if (plain !== -1) return plain
  padded.fill(0, 0, words)
  const bytes = utf8ToBytes(text)
  for (const [at, byte] of bytes.entries())
    padded[at >> 2] = (padded[at >> 2] ?? 0) | (byte << (24 - 8 * (at & 3)))
  return bytes.length
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const byteOf = (word: number, shift: number) => hexOfByte[(word >>> shift) & 255] ?? ''
const hexOf = (word: number) =>
  byteOf(word, 24) + byteOf(word, 16) + byteOf(word, 8) + byteOf(word, 0)

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, hex, its first `digits`. Written out here since ids and orders take most of
 * their time in a library's objects: this one makes none.
 */
export function digestOf(text: string, digits = 64): string {
  const length = lay(text)
  const last = ((length + 8) >> 6) * 16 + 15
  padded[length >> 2] = (padded[length >> 2] ?? 0) | (0x80 << (24 - 8 * (length & 3)))
  padded[last] = length * 8
  state.set(first)
  for (let from = 0; from < last; from += 16) compress(from)
  let hex = ''
  for (let at = 0; at * 8 < digits; at += 1) hex += hexOf(state[at] ?? 0)
  return hex.slice(0, digits)
}
