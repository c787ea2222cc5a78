// Cards: the table of all cards, the search above it, what is done with many at once, a card's history.
// May import what every feature may: contract, domain, i18n, keys, ui.
// This file: which rows of a long list are drawn.

/** Every row is as high as this, in px: then a place follows from a number, and nothing has to be measured. */
export const rowPx = 44

/** Rows drawn above and below what is seen, so that a turn of the wheel shows no gap. */
const beyond = 12

/** The rows to draw, first and behind the last, when `top` px of the list are scrolled away and `height` px are seen. */
export function rowsShown(
  top: number,
  height: number,
  total: number,
): { readonly from: number; readonly to: number } {
  const first = Math.floor(Math.max(0, top) / rowPx) - beyond
  const behind = Math.ceil((Math.max(0, top) + Math.max(0, height)) / rowPx) + beyond
  const to = Math.min(total, Math.max(0, behind))
  return { from: Math.max(0, Math.min(first, to)), to }
}

/** How far to scroll so that a row is seen whole: as little as possible, not at all when it is. */
export function scrollFor(index: number, top: number, height: number): number {
  const start = index * rowPx
  if (start < top) return start
  return start + rowPx > top + height ? start + rowPx - height : top
}
