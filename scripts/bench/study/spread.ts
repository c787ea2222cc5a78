import { performance } from 'node:perf_hooks'

/** What many times of one thing come to, in ms; `cpu` is the processor's on average. */
export interface Spread {
  readonly median: number
  readonly p99: number
  readonly cpu: number
}

/** Collects times of one thing. */
export function stopwatch() {
  const walls: number[] = []
  let cpu = 0
  return {
    async time<Value>(work: () => Value | Promise<Value>): Promise<Value> {
      const before = process.cpuUsage()
      const start = performance.now()
      const value = await work()
      walls.push(performance.now() - start)
      const { user, system } = process.cpuUsage(before)
      cpu += (user + system) / 1000
      return value
    },
    spread(): Spread {
      const sorted = walls.toSorted((a, b) => a - b)
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
      return { median: at(0.5), p99: at(0.99), cpu: cpu / Math.max(1, walls.length) }
    },
  }
}
