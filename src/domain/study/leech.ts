/** A card that was forgotten so often is looked at again: rewritten, split, compared. */
export const leechLapses = 8
/** After that each time it was forgotten so often more. */
export const leechEvery = 4

/** Does a card wait to be looked at, having been forgotten `lapses` times and found in order at `settled`? */
export function isLeech(lapses: number, settled: number | null): boolean {
  if (lapses < leechLapses) return false
  if (settled === null || settled < leechLapses) return true
  return lapses >= leechLapses + leechEvery * (Math.floor((settled - leechLapses) / leechEvery) + 1)
}

/** Did this very answer make a card wait to be looked at? */
export const becameLeech = (before: number, after: number, settled: number | null): boolean =>
  after > before && isLeech(after, settled) && (after - leechLapses) % leechEvery === 0
