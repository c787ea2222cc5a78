import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { StartWorker } from '../ports.ts'
import { memoryFlags } from './worker-limits.ts'

/** May only read files: no writing, no programs, no native code; where Node can say so. */
const confined = process.allowedNodeEnvironmentFlags.has('--permission')
  ? ['--permission', '--allow-fs-read=*', '--allow-worker']
  : []

/** For a worker that takes no document: it may load native code, such as the optimiser's. */
export const nativeCode: readonly string[] = process.allowedNodeEnvironmentFlags.has('--permission')
  ? ['--allow-addons']
  : []

/** The runtime aborts where its heap is full; a process without a word and without an error was killed for its memory. */
function howOf(code: number | null, signal: NodeJS.Signals | null): 'memory' | 'time' | 'end' {
  if (signal === 'SIGXCPU') return 'time'
  return signal !== null || code === 134 ? 'memory' : 'end'
}

/** What Linux says of the most memory that a running process has taken. */
function peakOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** Starts workers as processes of this Node; for hosts that are Node themselves. */
export const forkWorker =
  (file: URL, execArgv: readonly string[] = []): StartWorker =>
  () => {
    const child = fork(file, {
      execArgv: [...memoryFlags, ...confined, ...execArgv],
      // Needs nothing of the environment; Windows starts no process without its own folder.
      env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let isWanted = true
    child.on('error', () => {})
    return {
      post: (message) => {
        if (child.connected) child.send(message as object) // as: node's type leaves out what its serialization takes
      },
      onMessage: (hear) => child.on('message', hear),
      onExit: (hear) =>
        child.once('exit', (code, signal) => hear(isWanted ? howOf(code, signal) : 'end')),
      peakBytes: () => peakOf(child.pid),
      kill: () => {
        isWanted = false
        child.kill('SIGKILL')
      },
    }
  }
