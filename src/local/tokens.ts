import type { Clock } from '#domain/time/clock.ts'
import type { Random } from '#domain/time/random.ts'
import { isSame } from './guard.ts'

const lifeMs = 10 * 60_000
const triesPerMinute = 10

/** A random secret of 256 bits, safe in a URL. */
export const newSecret = (random: Random): string =>
  Buffer.from(random.bytes(32)).toString('base64url')

/** One-time tokens: what the printed link carries and the page trades for its session. */
export function createTokens(random: Random, clock: Clock) {
  let valid: { token: string; until: number }[] = []
  let tries: number[] = []
  return {
    /** A token that can be used once, within ten minutes. */
    issue(): string {
      const token = newSecret(random)
      valid = [...valid.slice(-4), { token, until: clock.now() + lifeMs }]
      return token
    },
    /** Uses a token up. `busy`: too many tries in this minute, right or wrong. */
    redeem(given: unknown): 'ok' | 'wrong' | 'busy' {
      const now = clock.now()
      tries = [...tries.filter((at) => now - at < 60_000), now]
      if (tries.length > triesPerMinute) return 'busy'
      if (typeof given !== 'string') return 'wrong'
      const match = valid.find((each) => isSame(given, each.token) && each.until >= now)
      valid = valid.filter((each) => each !== match && each.until >= now)
      return match ? 'ok' : 'wrong'
    },
  }
}
