import type { ImportMessage, ImportOrder } from './worker-messages.ts'

/** A Node process talks to its parent by itself, Electron's utility process by a port. */
interface Channel {
  readonly post: (message: ImportMessage) => void
  readonly onOrder: (take: (order: ImportOrder) => void) => void
}

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', hear: (event: { data: unknown }) => void): void
}

/** The way from a worker to whoever started it. */
export function toParent(): Channel {
  if ('parentPort' in process && process.parentPort) {
    const port = process.parentPort as ParentPort // as: Electron sets it, and only in its utility processes
    return {
      post: (message) => port.postMessage(message),
      onOrder: (take) => port.on('message', ({ data }) => take(data as ImportOrder)), // as: read-in-worker.ts sends nothing else
    }
  }
  return {
    post: (message) => process.send?.(message),
    onOrder: (take) => {
      process.on('message', (order) => take(order as ImportOrder)) // as: read-in-worker.ts sends nothing else
      process.on('disconnect', () => process.exit(0))
    },
  }
}
