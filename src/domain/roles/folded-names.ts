import { rankWords } from './lexicon/role-nouns.ts'

/** Rare longer names fold into a much more frequent shorter one: "Powerful X Engineer" is an X Engineer. */
export function foldKeys(
  counts: ReadonlyMap<string, number>,
  inProse: ReadonlySet<string>,
  inTitles: ReadonlySet<string>,
): Map<string, string> {
  const target = new Map<string, string>()
  const keys = [...counts.keys()].sort(
    (a, b) => b.split(' ').length - a.split(' ').length || (a < b ? -1 : 1),
  )
  const byTail = Map.groupBy(
    keys.flatMap((key) => {
      const words = key.split(' ')
      return words.slice(1).map((_, cut) => ({ key, tail: words.slice(cut + 1).join(' ') }))
    }),
    (each) => each.tail,
  )
  for (const key of keys) {
    const words = key.split(' ')
    const own = counts.get(key) ?? 0
    for (let cut = 1; cut < words.length - 1; cut += 1) {
      const tail = words.slice(cut).join(' ')
      const tailCount = counts.get(tail) ?? 0
      if (tailCount === 0) continue
      const isRank = cut === 1 && rankWords.has(words[0] ?? '')
      if (isRank && (own > 1 || inTitles.has(key))) break
      if (inTitles.has(key) && inTitles.has(tail)) break
      // The longer name is the true one when it stands often enough, and no other longer name shares the tail.
      const rivals = (byTail.get(tail) ?? []).filter(
        (other) => other.key !== key && (counts.get(other.key) ?? 0) > 1,
      )
      const isTrueName =
        rivals.length === 0 &&
        tail.includes(' ') &&
        ((own >= 2 && inProse.has(key)) || (inTitles.has(key) && !inTitles.has(tail)))
      const isTie =
        rivals.length === 0 && tail.includes(' ') && !inTitles.has(tail) && own >= tailCount
      if (isTrueName || (isTie && inProse.has(key))) target.set(tail, key)
      else if (own * 4 <= tailCount || (!inProse.has(key) && own < tailCount)) target.set(key, tail)
      break
    }
  }
  return target
}

/**
 * "Technician" for the only one of several technicians' names, "MI Pharmacist" for "Medicines Information
 * Pharmacist": short forms of names that no title gives as they are.
 */
export function shortForms(
  keys: readonly string[],
  inTitles: ReadonlySet<string>,
): Map<string, string> {
  const target = new Map<string, string>()
  const byLast = Map.groupBy(keys, (key) => key.split(' ').at(-1) ?? '')
  for (const key of keys) {
    const words = key.split(' ')
    if (inTitles.has(key)) continue
    const longer = (byLast.get(words.at(-1) ?? '') ?? []).filter(
      (other) => other !== key && other.split(' ').length > words.length,
    )
    const [only] = longer
    if (words.length === 1 && longer.length === 1 && only !== undefined) target.set(key, only)
    if (words.length !== 2) continue
    const spelled = longer.filter((other) => {
      const initials = other
        .split(' ')
        .slice(0, -1)
        .map((word) => word.charAt(0))
        .join('')
      return initials === words[0]
    })
    if (spelled.length === 1 && spelled[0] !== undefined) target.set(key, spelled[0])
  }
  return target
}
