import type { CardDraft } from './draft.ts'
import type { MissReason } from './miss.ts'

/** Tells why a draft was left out. */
type Leave = (draft: CardDraft, reason: MissReason) => void

const perFact = 2
/** The same question over and over would teach to tell answers apart by their look. */
const roleRespPerRole = 2
/** Gaps are the weakest kind of question. */
const clozeShare = 0.1

const isAbout = (draft: CardDraft): boolean => draft.target[0]?.startsWith('r-') ?? false
const isSet = ({ recipe }: CardDraft) => recipe.startsWith('list.') || recipe.startsWith('match.')
/** A gap for a term is better than a statement that is true, and worse than one to find wrong. */
const isWeakGap = ({ type, score }: CardDraft) => type === 'cloze' && score < 0.7
const isLastResort = (draft: CardDraft) => draft.type === 'tf' || isWeakGap(draft)
const lastResort = (own: readonly CardDraft[]) =>
  own.find(({ recipe }) => recipe === 'tf.swap') ??
  own.find(isWeakGap) ??
  own.find(({ type }) => type === 'tf')

/**
 * Which drafts become cards. Cards about other things than one duty stay all; each duty gets its best card, and a
 * second one of another kind where that is good; a statement to judge only where nothing else could be asked.
 * @param drafts those that passed the checks, in the order of the document
 */
export function select(drafts: readonly CardDraft[], leave: Leave): CardDraft[] {
  const others = new Set(drafts.filter((draft) => !isAbout(draft) || isSet(draft)))
  const byFact = [
    ...Map.groupBy(
      drafts.filter((draft) => isAbout(draft) && !isSet(draft)),
      (draft) => draft.target[0],
    ).values(),
  ].map((own) => own.toSorted((a, b) => b.score - a.score))

  const chosen = new Set<CardDraft>()
  const roleResp = new Map<string, number>()
  const mayTake = (draft: CardDraft) =>
    draft.recipe !== 'role-resp.mcq' || (roleResp.get(draft.role ?? '') ?? 0) < roleRespPerRole
  const take = (draft: CardDraft) => {
    chosen.add(draft)
    if (draft.recipe === 'role-resp.mcq')
      roleResp.set(draft.role ?? '', (roleResp.get(draft.role ?? '') ?? 0) + 1)
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
        draft.score >= 0.7 &&
        mine.every((each) => each.type !== draft.type) &&
        (draft.type !== 'cloze' || gaps < mostGaps) &&
        mayTake(draft)
      if (!isMore) continue
      if (draft.type === 'cloze') gaps += 1
      take(draft)
    }
  }
  for (const draft of byFact.flat()) {
    if (!chosen.has(draft)) leave(draft, 'enough-cards')
  }
  return drafts.filter((draft) => chosen.has(draft) || others.has(draft))
}
