/** Something of the stored document that may be something of the changed one. */
export interface Pairing {
  readonly old: string
  readonly fresh: string
  /** Higher is better. */
  readonly score: number
  /** How far apart the two stand; among equals the nearer pair wins. */
  readonly distance: number
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** One-to-one, the best pair first; ties are broken by distance and then by ids, so that the result is one. */
export function bestPairs(candidates: readonly Pairing[]): Pairing[] {
  const old = new Set<string>()
  const fresh = new Set<string>()
  return candidates
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        a.distance - b.distance ||
        byText(a.old, b.old) ||
        byText(a.fresh, b.fresh),
    )
    .filter((pair) => {
      if (old.has(pair.old) || fresh.has(pair.fresh)) return false
      old.add(pair.old)
      fresh.add(pair.fresh)
      return true
    })
}
