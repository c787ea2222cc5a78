/**
 * A function of a text alone that keeps what it has worked out, for texts that come again and again. What it gives is
 * shared and must not be changed. It starts anew when `most` texts are kept, so that memory has its bound.
 */
export function remembered<Result>(
  compute: (text: string) => Result,
  most = 10_000,
): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const result = compute(text)
    if (known.size >= most) known.clear()
    known.set(text, result)
    return result
  }
}
