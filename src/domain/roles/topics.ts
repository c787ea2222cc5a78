import type { Block } from './block.ts'
import { contentOf } from './words.ts'

/** Fewer blocks than this have no topic of their own: every word counts. */
const fewest = 30
/** So many blocks, spread over the document, tell what it is about. */
const sampled = 500

/** Stems that stand in more than a tenth of a document's blocks: what it is about, and what tells nothing of one role. */
export function topicsOf(blocks: readonly Block[]): ReadonlySet<string> {
  if (blocks.length < fewest) return new Set()
  const counts = new Map<string, number>()
  const step = Math.max(1, Math.floor(blocks.length / sampled))
  const sample = blocks.filter((_, index) => index % step === 0)
  for (const block of sample) {
    for (const stem of contentOf(block.text)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  const many = sample.length / 10
  return new Set([...counts].filter(([, count]) => count > many).map(([stem]) => stem))
}
