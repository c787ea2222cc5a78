/**
 * A question that is answered by choosing among what is shown. `right`: for one and many the right options; for an order
 * all options in their order; for a match the option that belongs to each left side.
 */
export interface Choosing {
  readonly kind: 'one' | 'many' | 'order' | 'match'
  readonly options: readonly string[]
  readonly right: readonly number[]
}

/** What is chosen after one more option was pressed; pressing a chosen one takes it back, with what came after it. */
export function choose(
  { kind, options, right }: Choosing,
  chosen: readonly number[],
  option: number,
): readonly number[] {
  if (option < 0 || option >= options.length) return chosen
  if (kind === 'one') return [option]
  const at = chosen.indexOf(option)
  if (kind === 'many')
    return at < 0 ? [...chosen, option] : chosen.filter((each) => each !== option)
  if (at >= 0) return chosen.slice(0, at)
  return chosen.length < right.length ? [...chosen, option] : chosen
}

/** Is nothing left to choose? One of many options may always be added. */
export const isChosen = ({ kind, right }: Choosing, chosen: readonly number[]): boolean =>
  kind === 'one' ? chosen.length === 1 : kind !== 'many' && chosen.length === right.length

/** Is what was chosen right? Options with the same words are the same. */
export function isRight({ kind, options, right }: Choosing, chosen: readonly number[]): boolean {
  const words = (list: readonly number[]) => list.map((index) => options[index] ?? '')
  const [own, key] = [words(chosen), words(right)]
  const isOrdered = kind === 'order' || kind === 'match'
  const inLine = (list: string[]) => JSON.stringify(isOrdered ? list : list.toSorted())
  return inLine(own) === inLine(key)
}
