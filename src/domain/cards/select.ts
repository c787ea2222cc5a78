import type { CardDraft } from './draft.ts'

const perFact = 2
/** The same question over and over would teach to tell answers apart by their look. */
export const mostOfScarce = 2
export const isScarce = (recipe: string): boolean => recipe === 'role-resp.mcq'
/** A second card of a duty has to be good. */
export const leastOfSecond = 0.7
/** Gaps are the weakest kind of question. */
const clozeShare = 0.1

const isSet = ({ recipe }: CardDraft) => recipe.startsWith('list.') || recipe.startsWith('match.')
/** Is a draft about one duty, rather than about a list, a skill or a role? */
export const isAboutDuty = (draft: CardDraft): boolean =>
  (draft.target[0]?.startsWith('r-') ?? false) && !isSet(draft)
/** A gap for a term is better than a statement that is true, and worse than one to find wrong. */
type Standing = Pick<CardDraft, 'type' | 'score'>
const isWeakGap = ({ type, score }: Standing) => type === 'cloze' && score < 0.7
export const isLastResort = (draft: Standing): boolean => draft.type === 'tf' || isWeakGap(draft)
const lastResort = (own: readonly CardDraft[]) =>
  own.find(({ recipe }) => recipe === 'tf.swap') ??
  own.find(isWeakGap) ??
  own.find(({ type }) => type === 'tf')

/**
 * Which drafts become cards. Cards about other things than one duty stay all; each duty gets its best card, and a
 * second one of another kind where that is good; a statement to judge only where nothing else could be asked.
 * @param drafts those that passed the checks, in the order of the document
 */
export function select(drafts: readonly CardDraft[]): CardDraft[] {
  const others = new Set(drafts.filter((draft) => !isAboutDuty(draft)))
  const byFact = [
    ...Map.groupBy(drafts.filter(isAboutDuty), (draft) => draft.target[0]).values(),
  ].map((own) => own.toSorted((a, b) => b.score - a.score))

  const chosen = new Set<CardDraft>()
  const scarce = new Map<string, number>()
  const mayTake = (draft: CardDraft) =>
    !isScarce(draft.recipe) || (scarce.get(draft.role ?? '') ?? 0) < mostOfScarce
  const take = (draft: CardDraft) => {
    chosen.add(draft)
    if (isScarce(draft.recipe))
      scarce.set(draft.role ?? '', (scarce.get(draft.role ?? '') ?? 0) + 1)
  }

  for (const own of byFact) {
    const best = own.find((draft) => !isLastResort(draft) && mayTake(draft)) ?? lastResort(own)
    if (best) take(best)
  }
  let gaps = [...chosen].filter((draft) => draft.type === 'cloze').length
  const mostGaps = Math.floor((chosen.size + others.size) * clozeShare)
  for (const own of byFact) {
    for (const draft of own) {
      const mine = own.filter((each) => chosen.has(each))
      const isMore =
        mine.length < perFact &&
        !chosen.has(draft) &&
        !isLastResort(draft) &&
        draft.score >= leastOfSecond &&
        mine.every((each) => each.type !== draft.type) &&
        (draft.type !== 'cloze' || gaps < mostGaps) &&
        mayTake(draft)
      if (!isMore) continue
      if (draft.type === 'cloze') gaps += 1
      take(draft)
    }
  }
  return drafts.filter((draft) => chosen.has(draft) || others.has(draft))
}
