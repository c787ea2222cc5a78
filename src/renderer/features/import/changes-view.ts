import type { CardUpdate, ChangeKind } from '#contract/shapes/changes.ts'

/** The kinds in the order in which they matter to somebody who knows the stored version. */
export const kindOrder: readonly ChangeKind[] = [
  'changed',
  'gone',
  'new',
  'reworded',
  'moved',
  'unchanged',
]

/** Shown at once; more on demand. */
export const chunk = 40

/** What is looked at: a kind of change, an entry of it, and how many are shown. */
export interface ChangesView {
  readonly kind: ChangeKind
  readonly index: number
  readonly shown: number
}

export type ViewEvent =
  | { readonly kind: 'choose'; readonly group: ChangeKind }
  /** To the next (+1) or previous (-1) kind that has entries. */
  | { readonly kind: 'turn'; readonly step: 1 | -1 }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  | { readonly kind: 'more' }

export type Groups = ReadonlyMap<ChangeKind, readonly CardUpdate[]>

/** The changes by kind. */
export const groupChanges = (changes: readonly CardUpdate[]): Groups =>
  Map.groupBy(changes, (change) => change.kind)

const sizeOf = (groups: Groups, kind: ChangeKind) => groups.get(kind)?.length ?? 0

const at = (kind: ChangeKind): ChangesView => ({ kind, index: 0, shown: chunk })

/** Begins with the first kind that has entries. */
export const startView = (groups: Groups): ChangesView =>
  at(kindOrder.find((kind) => sizeOf(groups, kind) > 0) ?? 'unchanged')

/** The view after an event. Moving stays within the kind; turning goes round over the kinds that have entries. */
export function advanceView(view: ChangesView, event: ViewEvent, groups: Groups): ChangesView {
  switch (event.kind) {
    case 'choose':
      return at(event.group)
    case 'turn': {
      const filled = kindOrder.filter((kind) => sizeOf(groups, kind) > 0)
      if (filled.length === 0) return view
      const here = filled.indexOf(view.kind)
      // From a kind without entries the way is to the first or the last.
      const next = here === -1 ? (event.step === 1 ? 0 : -1) : here + event.step
      return at(filled.at(next % filled.length) ?? view.kind)
    }
    case 'move': {
      const last = Math.max(0, sizeOf(groups, view.kind) - 1)
      const index = Math.min(last, Math.max(0, view.index + event.step))
      return { ...view, index, shown: index >= view.shown ? view.shown + chunk : view.shown }
    }
    case 'more':
      return { ...view, shown: view.shown + chunk }
  }
}

/** What a key asks for here; `update` and `cancel` are the panel's. Null for all other keys. */
export function eventOf(key: string): ViewEvent | 'update' | 'cancel' | null {
  const group = kindOrder[Number(key) - 1]
  if (group) return { kind: 'choose', group }
  switch (key.toLowerCase()) {
    case 'arrowright':
      return { kind: 'turn', step: 1 }
    case 'arrowleft':
      return { kind: 'turn', step: -1 }
    case 'arrowdown':
      return { kind: 'move', step: 1 }
    case 'arrowup':
      return { kind: 'move', step: -1 }
    case 'u':
      return 'update'
    case 'escape':
      return 'cancel'
    default:
      return null
  }
}
