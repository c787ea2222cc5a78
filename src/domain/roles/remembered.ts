/**
 * A function of a text alone that keeps what it has worked out, for texts that come again and again. What it gives is
 * shared and must not be changed. It starts anew when `most` texts are kept, so that memory has its bound.
 */
export function remembered<Result>(
  compute: (text: string) => Result,
  most = 10_000,
): (text: string) => Result {
  const known = new Map<string, Result>()
  // Mostly the same text is asked for several times in turn: telling that needs no look-up.
  let last: string | null = null
  let lastResult: Result | undefined
  return (text) => {
    if (text === last && lastResult !== undefined) return lastResult
    let result = known.get(text)
    if (result === undefined) {
      result = compute(text)
      if (known.size >= most) known.clear()
      known.set(text, result)
    }
    last = text
    lastResult = result
    return result
  }
}
