import { compare, senseOf } from './meaning.ts'
import { bestPairs, type Pairing } from './pairs.ts'
import { senseKey, type Subject } from './subject.ts'

/** Without a title or place in common, two wordings are of one fact from this similarity on. */
const enough = 0.5
/** Between the same neighbours less is enough. */
const enoughInPlace = 0.25
/** Words of more facts than this tell nothing; longer lists would make the search quadratic. */
const mostListed = 40
const fewestWordsToMove = 3

interface Entry {
  readonly subject: Subject
  readonly sense: ReadonlySet<string>
  /** Order in the document. */
  readonly at: number
}

const entriesOf = (subjects: readonly Subject[]): Entry[] =>
  subjects.map((subject, at) => ({ subject, sense: senseOf(subject.text), at }))

const scopeOf = ({ kind, role }: Subject) => `${kind}\u0000${role}`
const titleOf = ({ title }: Subject) => title.trim().toLowerCase()

/** Entries by keys; each may have several. */
function listBy(entries: readonly Entry[], keysOf: (entry: Entry) => readonly string[]) {
  const lists = new Map<string, Entry[]>()
  for (const entry of entries)
    for (const key of keysOf(entry)) {
      const list = lists.get(key)
      if (list) list.push(entry)
      else lists.set(key, [entry])
    }
  return lists
}

/** Facts of the same kind and role that share telling words or a title. */
function alikePairs(old: readonly Entry[], fresh: readonly Entry[]): Pairing[] {
  const keysOf = ({ subject, sense }: Entry) => {
    const scope = scopeOf(subject)
    const title = titleOf(subject)
    return [...sense, ...(title === '' ? [] : [`title:${title}`])].map((key) => `${scope}/${key}`)
  }
  const lists = listBy(fresh, keysOf)
  return old.flatMap((entry) => {
    const found = new Set<Entry>()
    for (const key of keysOf(entry)) {
      const list = lists.get(key) ?? []
      if (list.length <= mostListed) for (const each of list) found.add(each)
    }
    return [...found].flatMap((other): Pairing[] => {
      const { alike } = compare(entry.sense, other.sense)
      const title = titleOf(entry.subject)
      const isTitled = title !== '' && title === titleOf(other.subject)
      if (alike < enough && !isTitled) return []
      const score = alike + (isTitled ? enough : 0)
      const distance = Math.abs(entry.at - other.at)
      return [{ old: entry.subject.id, fresh: other.subject.id, score, distance }]
    })
  })
}

/** The matched neighbours between which each open subject stands, as a key; `nameOf` gives matched ones one name. */
function gaps(entries: readonly Entry[], nameOf: (id: string) => string | undefined) {
  const gapOf = new Map<string, Entry[]>()
  for (const row of listBy(entries, ({ subject }) => [scopeOf(subject)]).values()) {
    let before = 'start'
    let open: Entry[] = []
    const close = (after: string) => {
      const [first] = open
      if (first) gapOf.set(`${scopeOf(first.subject)}/${before}/${after}`, open)
      open = []
      before = after
    }
    for (const entry of row) {
      const name = nameOf(entry.subject.id)
      if (name === undefined) open.push(entry)
      else close(name)
    }
    close('end')
  }
  return gapOf
}

/** What stands between the same neighbours as before is the same fact, if it has any likeness left. */
function pairsInPlace(
  old: readonly Entry[],
  fresh: readonly Entry[],
  matched: ReadonlyMap<string, string>,
): Pairing[] {
  const taken = new Set(matched.values())
  const freshGaps = gaps(fresh, (id) => (taken.has(id) ? id : undefined))
  return [...gaps(old, (id) => matched.get(id))].flatMap(([gap, left]) => {
    const right = (freshGaps.get(gap) ?? []).slice(0, mostListed)
    return left.slice(0, mostListed).flatMap((entry, index) =>
      right.flatMap((other, place): Pairing[] => {
        const { alike } = compare(entry.sense, other.sense)
        if (alike < enoughInPlace) return []
        const distance = Math.abs(index - place)
        return [{ old: entry.subject.id, fresh: other.subject.id, score: alike, distance }]
      }),
    )
  })
}

/** Equal wordings: within a role first, then from one role to another, where there is no choice. */
function equalPairs(old: readonly Entry[], fresh: readonly Entry[], isAcross: boolean): Pairing[] {
  const keyOf = ({ subject }: Entry) => [
    `${isAcross ? subject.kind : scopeOf(subject)}/${senseKey(subject.text)}`,
  ]
  const lists = listBy(fresh, keyOf)
  return [...listBy(old, keyOf)].flatMap(([key, left]) => {
    const right = lists.get(key) ?? []
    const isTelling = (left[0]?.sense.size ?? 0) >= fewestWordsToMove
    if (isAcross && !(left.length === 1 && right.length === 1 && isTelling)) return []
    return left.flatMap((entry, index): Pairing[] => {
      const other = right[index]
      if (!other) return []
      return [{ old: entry.subject.id, fresh: other.subject.id, score: 1, distance: 0 }]
    })
  })
}

/**
 * Which fact of the changed document each fact of the stored one is: by id, by equal words, by likeness or title
 * within its role, by place between the same neighbours, and last by equal words under another role. One-to-one.
 * Both lists are in the order of their document; the old ones name roles by the ids of the changed document.
 * @returns ids of the changed document's facts by ids of the stored ones
 */
export function matchSubjects(
  before: readonly Subject[],
  after: readonly Subject[],
): ReadonlyMap<string, string> {
  const old = entriesOf(before)
  const fresh = entriesOf(after)
  const known = new Map(after.map((subject) => [subject.id, subject]))
  const matched = new Map<string, string>()
  for (const { id, kind } of before) if (known.get(id)?.kind === kind) matched.set(id, id)
  const open = () => {
    const taken = new Set(matched.values())
    return {
      left: old.filter(({ subject }) => !matched.has(subject.id)),
      right: fresh.filter(({ subject }) => !taken.has(subject.id)),
    }
  }
  const take = (pairs: readonly Pairing[]) => {
    for (const pair of bestPairs(pairs)) matched.set(pair.old, pair.fresh)
  }
  const within = open()
  take(equalPairs(within.left, within.right, false))
  const alike = open()
  take(alikePairs(alike.left, alike.right))
  take(pairsInPlace(old, fresh, matched))
  const across = open()
  take(equalPairs(across.left, across.right, true))
  return matched
}
