import type { Grade } from './grade.ts'

/** Where a card goes next: to a step, or out into days. */
export type Move =
  { readonly to: 'step'; readonly step: number; readonly waitMs: number } | { readonly to: 'days' }

const dayMs = 86_400_000

/**
 * From one step to the next, as Anki does it: Again starts over, Good goes on, Easy leaves for days. Hard stays: on the
 * first step it waits halfway to the second (one and a half times a single step, a day more at most), on later ones as long again.
 */
export function moveFrom(step: number, steps: readonly number[], grade: Grade): Move {
  const first = steps[0]
  if (first === undefined || grade === 4) return { to: 'days' }
  if (grade === 1) return { to: 'step', step: 0, waitMs: first }
  if (grade === 2) {
    const second = steps[1]
    const onFirst =
      second === undefined ? Math.min(first * 1.5, first + dayMs) : (first + second) / 2
    const waitMs = step === 0 ? onFirst : (steps[step] ?? first)
    return { to: 'step', step: Math.min(step, steps.length - 1), waitMs }
  }
  const next = steps[step + 1]
  return next === undefined ? { to: 'days' } : { to: 'step', step: step + 1, waitMs: next }
}
