/**
 * How many entries at the beginning of a sorted list are before something: the place where the first of the others
 * stands. By halves, so a list of n is asked about log n of its entries.
 * @param length of the list
 * @param isBefore asked with an index; once false, it stays false for all after it
 */
export function countBefore(length: number, isBefore: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Reads a text once and tells the line, from 1, of any offset (UTF-16) in it. */
export function linesIn(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => countBefore(starts.length, (index) => (starts[index] ?? 0) <= offset)
}
