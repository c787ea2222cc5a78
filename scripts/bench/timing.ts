import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** How long something took: on the wall clock, and of the processor, which other programs do not lengthen. */
export interface Took {
  readonly wallMs: number
  readonly cpuMs: number
}

export function timed(work: () => unknown): Took {
  const cpu = process.cpuUsage()
  const start = performance.now()
  work()
  const wallMs = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { wallMs, cpuMs: (user + system) / 1000 }
}

/** The middle one of several runs, by processor time. */
export const median = (runs: readonly Took[]): Took =>
  runs.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.floor(runs.length / 2)] ?? { wallMs: 0, cpuMs: 0 }

/** Short texts are repeated to so many characters, since a processor's time is not told finely enough. */
const enough = 1_000_000

/**
 * Processor time in ms of what any program has to do that reads the texts at all: through JSON and back, and their
 * words counted by a pattern. Measured in the same process and minute as what is compared with it.
 */
export function baselineMs(texts: readonly string[]): number {
  const size = texts.reduce((sum, text) => sum + text.length, 0)
  const times = Math.ceil(enough / Math.max(1, size))
  const run = () => {
    let words = 0
    for (let time = 0; time < times; time += 1) {
      for (const text of JSON.parse(JSON.stringify(texts)) as string[])
        words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    }
    return words
  }
  run()
  return median([timed(run), timed(run), timed(run)]).cpuMs / times
}

/** Words before a command that hold it to one core; none where the system cannot. */
const pinning: readonly string[] =
  spawnSync('taskset', ['--version']).status === 0 ? ['taskset', '-c', '0'] : []

export const isPinned: boolean = pinning.length > 0

const tellOnExit =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write(`\\ncpu ${(user+system)/1000}\\n`)})'

/** Runs this Node with some words in a process of its own, on one core where the system can. */
export function runNode(words: readonly string[]): {
  readonly printed: string
  readonly took: Took
} {
  const [program = '', ...rest] = [
    ...pinning,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    '--import',
    tellOnExit,
    ...words,
  ]
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(program, rest, {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, INIT_CWD: process.cwd() },
  })
  const wallMs = performance.now() - start
  if (status !== 0) throw new Error(`${words.join(' ')} failed: ${stderr}`)
  const cpuMs = Number(/\ncpu ([\d.]+)\n$/.exec(stderr)?.[1] ?? Number.NaN)
  return { printed: stdout, took: { wallMs, cpuMs } }
}
