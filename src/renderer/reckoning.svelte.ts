import { problemOf, type App, type Problem } from './context.ts'

/** Something that the backend reckons in a worker: how far it is, what came out, and the way to stop it. */
export class Reckoning<Value> {
  value = $state.raw<Value | null>(null)
  problem = $state.raw<Problem | null>(null)
  /** How far it is; null while nothing is reckoned. */
  progress = $state.raw<{ readonly done: number; readonly total: number } | null>(null)
  #runId = ''
  readonly #client: App['client']
  readonly #ask: (runId: string) => Promise<Value>

  constructor(client: App['client'], ask: (runId: string) => Promise<Value>) {
    this.#client = client
    this.#ask = ask
  }

  /** Asks anew; what was asked before is stopped. Resolves when it is over. */
  async run(): Promise<void> {
    this.stop()
    const runId = crypto.randomUUID()
    this.#runId = runId
    this.progress = { done: 0, total: 0 }
    this.problem = null
    try {
      const value = await this.#ask(runId)
      if (this.#runId === runId) this.value = value
    } catch (error) {
      if (this.#runId === runId) this.problem = problemOf(error)
    } finally {
      if (this.#runId === runId) this.progress = null
    }
  }

  /** Stops what is being reckoned; what came out before stays. */
  stop(): void {
    if (this.progress === null) return
    void this.#client.stopReckoning({ runId: this.#runId }).catch(() => {})
    this.#runId = ''
    this.progress = null
  }

  /** Hears of the progress; returns the function that ends it, and what is being reckoned. For use in an effect. */
  follow(): () => void {
    const leave = this.#client.listen((event) => {
      if (event.event !== 'reckoningMoved' || event.runId !== this.#runId) return
      this.progress = { done: event.done, total: event.total }
    })
    return () => {
      leave()
      this.stop()
    }
  }
}
