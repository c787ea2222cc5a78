/** Which cards are chosen, which row the keys act on, and where a stretch of chosen rows began. */
export interface Selection {
  readonly chosen: ReadonlySet<string>
  readonly cursor: number
  readonly anchor: number
  /** What was chosen before the stretch that is being drawn. */
  readonly before: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()
export const noSelection: Selection = { chosen: none, cursor: 0, anchor: 0, before: none }

/** The keys act on another row; what is chosen stays. */
export const moveTo = (selection: Selection, cursor: number): Selection => ({
  ...selection,
  cursor,
  anchor: cursor,
  before: selection.chosen,
})

/** Chooses a card, or no longer; a stretch begins here. */
export function toggle(selection: Selection, cursor: number, cardId: string): Selection {
  const chosen = new Set(selection.chosen)
  if (!chosen.delete(cardId)) chosen.add(cardId)
  return { chosen, cursor, anchor: cursor, before: chosen }
}

/** Chooses all from where the stretch began to this row, besides what was chosen before. */
export const extendTo = (
  selection: Selection,
  cursor: number,
  cardIds: readonly string[],
): Selection => ({ ...selection, cursor, chosen: new Set([...selection.before, ...cardIds]) })

/** The rows from where the stretch began to this one, first and behind the last. */
export const stretchTo = ({ anchor }: Selection, cursor: number) => ({
  from: Math.min(anchor, cursor),
  to: Math.max(anchor, cursor) + 1,
})
