// Checks of case files against the real domain code, one file a format.
// May import src/domain and node:.

/** What a check of one file found. */
export interface Verdict {
  readonly cases: number
  /** One line for each case that came out wrong. */
  readonly wrong: readonly string[]
}

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** Equal as JSON, the order of members aside. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => sameJson(each, b[index]))
  }
  if (typeof a === 'object' && a && typeof b === 'object' && b) {
    const left = Object.entries(a)
    const right = new Map(Object.entries(b))
    return (
      left.length === right.size && left.every(([name, value]) => sameJson(value, right.get(name)))
    )
  }
  return Object.is(a, b)
}

/** Within `relative` of the expected value, or within `absolute`. */
export const isNear = (
  value: number,
  expected: number,
  { relative = 0, absolute = 0 }: { relative?: number; absolute?: number },
): boolean => Math.abs(value - expected) <= Math.max(absolute, relative * Math.abs(expected))
