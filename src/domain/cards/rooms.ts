import type { CardDraft, Rooms } from './draft.ts'
import { isAboutDuty, isLastResort, isScarce, leastOfSecond, mostOfScarce } from './select.ts'

/**
 * Lets no draft be written that `select` would not keep: better recipes come first, and what they leave no room for
 * is never asked for.
 */
export function createRooms(): Rooms {
  const sure = new Map<string, CardDraft[]>()
  const scarce = new Map<string, number>()
  return {
    for(fact, { recipe, type, score }) {
      if (isScarce(recipe) && (scarce.get(fact.role) ?? 0) >= mostOfScarce) return null
      const own = sure.get(fact.id)
      const best = own?.reduce((a, b) => (b.score > a.score ? b : a))
      if (!own || !best) return 'best'
      if (isLastResort({ type, score })) return null
      if (score > best.score) return 'best'
      if (score < leastOfSecond || type === best.type) return null
      // Of gaps a document has only so many: one that would be the second may yet be left out.
      const hasTwo = own.some(
        (each) => each.type !== best.type && each.type !== 'cloze' && each.score >= score,
      )
      return hasTwo ? null : 'second'
    },
    add(draft) {
      const [fact] = draft.target
      if (fact === undefined || !isAboutDuty(draft)) return
      if (isScarce(draft.recipe))
        scarce.set(draft.role ?? '', (scarce.get(draft.role ?? '') ?? 0) + 1)
      else if (!isLastResort(draft)) {
        const own = sure.get(fact)
        if (own) own.push(draft)
        else sure.set(fact, [draft])
      }
    },
  }
}
