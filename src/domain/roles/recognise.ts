import { wordsOf } from './words.ts'

/** A document that was just read, as far as it tells whether it came before. */
export interface IncomingDocument {
  readonly key: string | null
  readonly path: string
  readonly sha256: string
  readonly text: string
  /** Ids of its facts. */
  readonly facts: ReadonlySet<string>
}

/** A stored document that may be an earlier version of it. */
export interface StoredDocument {
  readonly sourceId: string
  readonly key: string | null
  readonly path: string
  readonly sha256: string
  readonly factCount: number
  /** How many of its facts the incoming document has as well. */
  readonly sharedFacts: number
  /** Its text; asked for only when the facts do not tell. */
  readonly text: () => string
}

/**
 * Why a document is taken for a version of a stored one. `same`: its very words; `key`: a role file's own id;
 * `name`: the file's name and most of what it says; `alike`: too little for that, so the learner decides.
 */
export type Likeness = 'same' | 'key' | 'name' | 'alike'
export interface Recognised {
  readonly sourceId: string
  readonly likeness: Likeness
}

/** With the same file name this share in common makes it the same document, ... */
const enoughWithName = 0.5
/** ... and this much makes it a question; so does `enoughWithName` of the larger one under another name. */
const enoughToAsk = 0.2
const fewestShared = 3

const fileName = (path: string) => (path.split(/[\\/]/).at(-1) ?? '').trim().toLowerCase()

const runLength = 4
const mostRuns = 50_000

/** Runs of four words: what two texts have in common, however they break their lines. */
function runsOf(text: string): Set<string> {
  const words = wordsOf(text)
  const runs = new Set<string>()
  for (let at = 0; at + runLength <= words.length && runs.size < mostRuns; at += 1)
    runs.add(words.slice(at, at + runLength).join(' '))
  return runs
}

/** Share of the smaller text that the larger one has as well, 0..1. */
function sharedText(a: ReadonlySet<string>, text: string): number {
  const b = runsOf(text)
  const smaller = Math.min(a.size, b.size)
  return smaller === 0 ? 0 : a.intersection(b).size / smaller
}

const rank: Record<Likeness, number> = { same: 0, key: 1, name: 2, alike: 3 }

/**
 * The stored document that this one is a version of, or null. A role file's own id wins over everything else, and
 * two different ids are two documents. Of several that fit, the surest and then the most alike is taken.
 */
export function recognise(
  incoming: IncomingDocument,
  stored: readonly StoredDocument[],
): Recognised | null {
  let runs: ReadonlySet<string> | null = null
  const judge = (known: StoredDocument): { likeness: Likeness; share: number } | null => {
    const hasKey = incoming.key !== null && [known.key, known.sourceId].includes(incoming.key)
    if (known.sha256 === incoming.sha256) return { likeness: 'same', share: 1 }
    if (hasKey) return { likeness: known.text() === incoming.text ? 'same' : 'key', share: 1 }
    if (incoming.key !== null && known.key !== null) return null
    const isNamed = fileName(known.path) === fileName(incoming.path)
    const { sharedFacts, factCount } = known
    if (!isNamed) {
      const share = sharedFacts / Math.max(1, factCount, incoming.facts.size)
      const isAlike = share >= enoughWithName && sharedFacts >= fewestShared
      return isAlike ? { likeness: 'alike', share } : null
    }
    const share = sharedFacts / Math.max(1, Math.min(factCount, incoming.facts.size))
    if (share >= enoughWithName && known.text() === incoming.text)
      return { likeness: 'same', share }
    if (share >= enoughWithName) return { likeness: 'name', share }
    // A role under another name changes all its facts' ids; the words tell.
    runs ??= runsOf(incoming.text)
    const most = Math.max(share, sharedText(runs, known.text()))
    if (most >= enoughWithName) return { likeness: 'name', share: most }
    return most >= enoughToAsk ? { likeness: 'alike', share: most } : null
  }
  const [best] = stored
    .flatMap((known) => {
      const judged = judge(known)
      return judged ? [{ sourceId: known.sourceId, ...judged }] : []
    })
    .sort((a, b) => rank[a.likeness] - rank[b.likeness] || b.share - a.share)
  return best ? { sourceId: best.sourceId, likeness: best.likeness } : null
}
