/** The question on screen where questions come one after the other, and how much of the quiz's time had gone when it came. */
export interface Turn {
  readonly n: number
  readonly sinceMs: number
}

/**
 * The turn after so much time: a question whose time is over is locked and the next one comes, several at once when nobody
 * looked meanwhile. `isOver`: the last one's time has run out as well.
 */
export function turnAt(
  turn: Turn,
  elapsedMs: number,
  { perQuestionMs, count }: { readonly perQuestionMs: number | null; readonly count: number },
): Turn & { readonly isOver: boolean } {
  if (perQuestionMs === null) return { ...turn, isOver: false }
  const passed = Math.max(0, Math.floor((elapsedMs - turn.sinceMs) / perQuestionMs))
  const left = count - 1 - turn.n
  const steps = Math.min(passed, left)
  return {
    n: turn.n + steps,
    sinceMs: turn.sinceMs + steps * perQuestionMs,
    isOver: passed > left,
  }
}
