const mostSteps = 8
const longestMinutes = 1439

/** Steps as they are typed: whole minutes with spaces or commas between them. Null where one is none, or too many. */
export function readSteps(text: string): number[] | null {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '')
  const steps = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN))
  const isRight = steps.every((step) => step >= 1 && step <= longestMinutes)
  return isRight && steps.length <= mostSteps ? steps : null
}

/** The other way. */
export const writeSteps = (steps: readonly number[]): string => steps.join(' ')
