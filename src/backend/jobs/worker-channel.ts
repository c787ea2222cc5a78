/** A Node process talks to its parent by itself, Electron's utility process by a port. */
interface Channel<Order, Message> {
  readonly post: (message: Message) => void
  readonly onOrder: (take: (order: Order) => void) => void
}

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', hear: (event: { data: unknown }) => void): void
}

/** The way from a worker to whoever started it, which sends nothing but orders of this kind. */
export function toParent<Order, Message>(): Channel<Order, Message> {
  if ('parentPort' in process && process.parentPort) {
    const port = process.parentPort as ParentPort // as: Electron sets it, and only in its utility processes
    return {
      post: (message) => port.postMessage(message),
      onOrder: (take) => port.on('message', ({ data }) => take(data as Order)), // as: see above
    }
  }
  return {
    post: (message) => process.send?.(message),
    onOrder: (take) => {
      process.on('message', (order) => take(order as Order)) // as: see above
      process.on('disconnect', () => process.exit(0))
    },
  }
}
