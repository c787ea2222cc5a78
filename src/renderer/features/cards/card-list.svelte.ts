import { SvelteMap } from 'svelte/reactivity'
import type { Client } from '#contract/client.ts'
import type { CardQuery, CardRow } from '#contract/shapes/cards.ts'
import { problemOf, type Problem } from '#renderer/context.ts'
import { extendTo, moveTo, noSelection, stretchTo, toggle, type Selection } from './selection.ts'

/** Rows asked for at once. */
const chunk = 100

/**
 * The list on screen: rows come in chunks, those that are looked at first. Only the latest search counts; rows of an
 * earlier one stay until the first of the new ones are there.
 */
export class CardList {
  total = $state(0)
  day = $state(0)
  isLoaded = $state(false)
  problem = $state.raw<Problem | null>(null)
  selection = $state.raw<Selection>(noSelection)
  readonly rows = new SvelteMap<number, CardRow>()
  readonly #client: Client
  #query: CardQuery = { search: '', order: 'added', isDescending: false }
  #version = 0
  #asked = new Set<number>()
  #seen = { from: 0, to: chunk }

  constructor(client: Client) {
    this.#client = client
  }

  get query(): CardQuery {
    return this.#query
  }

  /** Shows what another search finds. */
  async open(query: CardQuery): Promise<void> {
    const isOther = query.search !== this.#query.search
    this.#query = query
    if (isOther) this.selection = noSelection
    this.#seen = { from: 0, to: chunk }
    await this.reload()
  }

  /** Reads what is looked at again. */
  async reload(): Promise<void> {
    this.#version += 1
    this.#asked = new Set()
    const first = Math.floor(this.#seen.from / chunk)
    await this.#load(first, true)
    this.show(this.#seen.from, this.#seen.to)
  }

  /** Sees to it that these rows are there, or come. */
  show(from: number, to: number): void {
    this.#seen = { from, to }
    if (!this.isLoaded || this.problem) return
    const last = Math.floor((Math.min(to, this.total) - 1) / chunk)
    for (let part = Math.floor(from / chunk); part <= last; part += 1) void this.#load(part, false)
  }

  /** Follows changes of the collection; returns the function that ends it. */
  follow(): () => void {
    return this.#client.listen((event) => {
      if (event.event === 'changed') void this.reload()
    })
  }

  async #load(part: number, isFirst: boolean): Promise<void> {
    if (this.#asked.has(part)) return
    this.#asked.add(part)
    const version = this.#version
    try {
      const found = await this.#client.searchCards({
        ...this.#query,
        from: part * chunk,
        count: chunk,
      })
      // A slower, older answer must not replace a newer one.
      if (version !== this.#version) return
      if (isFirst) this.rows.clear()
      for (const [index, row] of found.rows.entries()) this.rows.set(found.from + index, row)
      this.total = found.total
      this.day = found.day
      this.problem = null
      this.isLoaded = true
      const { cursor } = this.selection
      if (cursor >= found.total)
        this.selection = moveTo(this.selection, Math.max(0, found.total - 1))
    } catch (error) {
      if (version !== this.#version) return
      this.problem = problemOf(error)
      this.#asked.delete(part)
      this.total = 0
      this.rows.clear()
    }
  }

  get cursorRow(): CardRow | null {
    return this.rows.get(this.selection.cursor) ?? null
  }

  move(cursor: number): void {
    this.selection = moveTo(this.selection, Math.max(0, Math.min(cursor, this.total - 1)))
  }

  toggle(index: number): void {
    const row = this.rows.get(index)
    if (row) this.selection = toggle(this.selection, index, row.cardId)
  }

  /** Chooses from where the stretch began to this row, rows that were never shown included. */
  async extend(cursor: number): Promise<void> {
    const to = Math.max(0, Math.min(cursor, this.total - 1))
    const stretch = stretchTo(this.selection, to)
    this.selection = { ...this.selection, cursor: to }
    const ids = await this.#idsOf(stretch.from, stretch.to)
    if (this.selection.cursor === to) this.selection = extendTo(this.selection, to, ids)
  }

  async chooseAll(): Promise<void> {
    if (this.total === 0) return
    const ids = await this.#idsOf(0, this.total)
    this.selection = { ...this.selection, chosen: new Set(ids), before: new Set(ids) }
  }

  chooseNone(): void {
    this.selection = {
      ...noSelection,
      cursor: this.selection.cursor,
      anchor: this.selection.cursor,
    }
  }

  async #idsOf(from: number, to: number): Promise<string[]> {
    const known: string[] = []
    for (let index = from; index < to; index += 1) {
      const row = this.rows.get(index)
      if (!row) return this.#client.listCardIds({ ...this.#query, from, count: to - from })
      known.push(row.cardId)
    }
    return known
  }
}
