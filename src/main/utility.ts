import { utilityProcess } from 'electron'
import { memoryFlags } from '#backend/jobs/worker-limits.ts'
import type { StartWorker } from '#backend/ports.ts'

/** Starts workers as Electron's utility processes: its binary cannot be run as Node. */
export const startUtility =
  (file: string, serviceName: string): StartWorker =>
  () => {
    const child = utilityProcess.fork(file, [], {
      execArgv: [...memoryFlags],
      env: {},
      stdio: 'ignore',
      serviceName,
    })
    let isWanted = true
    return {
      post: (message) => child.postMessage(message),
      onMessage: (hear) => child.on('message', hear),
      onExit: (hear) =>
        child.once('exit', (code) => hear(isWanted && code !== 0 ? 'memory' : 'end')),
      peakBytes: () => null,
      kill: () => {
        isWanted = false
        child.kill()
      },
    }
  }
