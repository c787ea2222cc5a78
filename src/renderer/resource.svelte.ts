import type { Client } from '#contract/client.ts'
import { problemOf, type Problem } from './context.ts'

/** A value of the backend that a screen shows: loaded once, and again whenever the collection changes. */
export class Resource<Value> {
  value = $state.raw<Value | null>(null)
  problem = $state.raw<Problem | null>(null)
  readonly #read: () => Promise<Value>
  #latest = 0

  constructor(read: () => Promise<Value>) {
    this.#read = read
  }

  async load(): Promise<void> {
    this.#latest += 1
    const own = this.#latest
    try {
      const value = await this.#read()
      // A slower, older answer must not replace a newer one.
      if (own === this.#latest) {
        this.value = value
        this.problem = null
      }
    } catch (error) {
      if (own === this.#latest) this.problem = problemOf(error)
    }
  }

  /** Loads now and after every change; returns the function that ends it. For use in an effect. */
  follow(client: Client): () => void {
    void this.load()
    return client.listen((event) => {
      if (event.event === 'changed') void this.load()
    })
  }
}
