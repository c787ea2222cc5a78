import type { Marker } from './lines.ts'

/** Markers that are open above a list item, to tell how deep it is nested. */
export class Nesting {
  #open: { indent: number; kind: Marker['kind'] }[] = []
  reset(): void {
    this.#open = []
  }
  levelOf({ indent, kind }: Marker): number {
    this.#open = this.#open.filter((each) => each.indent <= indent)
    const same = this.#open.findIndex((each) => each.indent === indent && each.kind === kind)
    // "1." and, as far left, "-": the dash is below the number.
    if (same !== -1) this.#open = this.#open.slice(0, same + 1)
    else this.#open.push({ indent, kind })
    return this.#open.length - 1
  }
}
