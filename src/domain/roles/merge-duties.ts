import type { Range } from '#domain/cards/rolegen.ts'
import type { DutyParts, FoundDuty } from './duty-parts.ts'
import { factId } from './fact-id.ts'
import type { Fact } from './model.ts'
import { contentOf, sharedCount } from './words.ts'

const rankOf = (found: FoundDuty): number =>
  (found.title !== null ? 4 : 0) + (found.isListed ? 2 : 0) + (found.form === 'phrase' ? 1 : 0)

interface Kept {
  readonly best: FoundDuty
  readonly content: ReadonlySet<string>
  readonly also: Range[]
}

/** Do two duties share half of all their words, or three quarters of the shorter one's? */
function isTwin(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = sharedCount(a, b)
  const fewer = Math.min(a.size, b.size)
  return (
    shared > 0 &&
    (shared / (a.size + b.size - shared) >= 0.5 || (fewer >= 2 && shared / fewer >= 0.75))
  )
}

/** Kept duties of one role by their words, so that only those that share some are compared. */
class KeptDuties {
  readonly #byWord = new Map<string, Kept[]>()
  readonly all: Kept[] = []

  /** The duty that says the same in other words, or undefined. */
  twinOf(content: ReadonlySet<string>): Kept | undefined {
    // The rarest words are enough: twins share most of theirs.
    const lists = [...content]
      .map((word) => this.#byWord.get(word) ?? [])
      .sort((a, b) => a.length - b.length)
      .slice(0, Math.ceil(content.size / 2) + 1)
    const candidates = new Set(lists.flatMap((list) => list.slice(0, 200)))
    for (const other of candidates) if (isTwin(content, other.content)) return other
    return undefined
  }

  add(best: FoundDuty, content: ReadonlySet<string>): void {
    const kept: Kept = { best, content, also: [] }
    this.all.push(kept)
    for (const word of content) {
      const list = this.#byWord.get(word)
      if (list) list.push(kept)
      else this.#byWord.set(word, [kept])
    }
  }
}

/** One fact for each duty of a role: what is said twice in other words is one, with all its passages. */
export function mergeDuties(parts: DutyParts, found: readonly FoundDuty[]): Fact[] {
  const facts: Fact[] = []
  for (const own of Map.groupBy(found, (each) => each.roleKey).values()) {
    const kept = new KeptDuties()
    const ordered = own
      .map((each, index) => ({ each, index }))
      .sort((a, b) => rankOf(b.each) - rankOf(a.each) || a.index - b.index)
    for (const { each } of ordered) {
      const content = contentOf(`${each.text} ${each.title ?? ''}`)
      const twin = kept.twinOf(content)
      if (twin) twin.also.push(...each.prov.filter((range) => range.supports === 'fact'))
      else kept.add(each, content)
    }
    const inOrder = kept.all.toSorted(
      (a, b) => (a.best.prov[0]?.start ?? 0) - (b.best.prov[0]?.start ?? 0),
    )
    for (const { best, also } of inOrder) {
      facts.push({
        id: factId('r', best.roleKey, best.text),
        role: parts.idOfRole(best.roleKey),
        text: best.text,
        ...(best.title === null ? {} : { title: best.title }),
        prov: [...best.prov, ...also],
        form: best.form,
        isListed: best.isListed,
      })
    }
  }
  return uniqueBy(facts, (fact) => fact.id)
}

const uniqueBy = <Each>(list: readonly Each[], keyOf: (each: Each) => string): Each[] =>
  [...new Map(list.toReversed().map((each) => [keyOf(each), each])).values()].toReversed()
