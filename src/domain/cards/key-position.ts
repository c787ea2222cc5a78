import type { CardDraft } from './draft.ts'

/** From so many choice questions on, the place of the right option is kept even. */
const settled = 9
const mostShare = 0.36

/**
 * The drafts with the right option's place spread evenly: each keeps the place that its own hash gave it, unless that
 * place is taken too often already, so that an edit of one duty moves little elsewhere.
 */
export function withEvenKeys(drafts: readonly CardDraft[]): CardDraft[] {
  const count: number[] = []
  let total = 0
  return drafts.map((draft) => {
    const { choices } = draft
    if (draft.type !== 'mcq' || !choices) return draft
    const at = choices.findIndex((choice) => choice.correct)
    const places = choices.map((_, place) => place)
    const rarest = places.reduce((best, place) =>
      (count[place] ?? 0) < (count[best] ?? 0) ? place : best,
    )
    const isTooOften = total >= settled && ((count[at] ?? 0) + 1) / (total + 1) > mostShare
    const place = isTooOften ? rarest : at
    count[place] = (count[place] ?? 0) + 1
    total += 1
    if (place === at) return draft
    const others = choices.filter((choice) => !choice.correct)
    const key = choices.filter((choice) => choice.correct)
    return { ...draft, choices: [...others.slice(0, place), ...key, ...others.slice(place)] }
  })
}
