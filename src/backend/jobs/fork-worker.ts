import { fork } from 'node:child_process'
import type { StartWorker } from '../ports.ts'
import { memoryFlags } from './worker-limits.ts'

/** May only read files: no writing, no programs, no native code; where Node can say so. */
const confined = process.allowedNodeEnvironmentFlags.has('--permission')
  ? ['--permission', '--allow-fs-read=*', '--allow-worker']
  : []

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
        child.once('exit', (code, signal) =>
          hear(isWanted && (signal !== null || code === 134) ? 'killed' : 'ended'),
        ),
      kill: () => {
        isWanted = false
        child.kill('SIGKILL')
      },
    }
  }
