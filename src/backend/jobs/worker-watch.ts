import { Worker } from 'node:worker_threads'
import { memoryLimit, msFor, type TimeLimit } from './worker-limits.ts'

/**
 * Ends this process when it takes more memory or time than it may, or has lost its parent. A thread of its own,
 * because the one that parses may hang; buffers lie outside of the heap that the runtime limits itself. Time is
 * that of the processor: on a busy machine an honest document only waits longer. Returns how to allow for more.
 */
export function watchLimits(): (limit: TimeLimit, size: number) => void {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads')
    const parent = process.ppid
    const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
    let until = Infinity
    parentPort.on('message', (ms) => { until = used() + ms })
    setInterval(() => {
      if (process.memoryUsage.rss() > workerData || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
      if (used() > until) process.kill(process.pid, process.platform === 'win32' ? 'SIGKILL' : 'SIGXCPU')
    }, 20)`
  const options = {
    eval: true,
    workerData: memoryLimit,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  }
  const thread = new Worker(code, options)
  thread.unref()
  return (limit, size) => thread.postMessage(msFor(limit, size))
}
