import type { EpochMs } from '#domain/time/clock.ts'
import type { Random } from '#domain/time/random.ts'

const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of `now`, then random bits, so ids of later
 * instants sort later as text. Instants before 1970 count as 0.
 */
export function uuidv7(now: EpochMs, random: Random): string {
  const bytes = Uint8Array.from([0, 0, 0, 0, 0, 0, ...random.bytes(10)])
  let rest = Math.max(0, Math.floor(now))
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const text = hex(bytes)
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-')
}
