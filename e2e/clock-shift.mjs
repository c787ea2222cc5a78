// Preloaded into the real host by tests (`node --import`): shifts what Date says by the offset that the test
// sends over IPC. The product itself has no way to set its clock.
let offset = 0
const RealDate = Date
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [target.now() + offset] : args, newTarget),
  get: (target, name) => (name === 'now' ? () => target.now() + offset : Reflect.get(target, name)),
})
process.on('message', (message) => {
  if (typeof message !== 'object' || message === null || !('shiftMs' in message)) return
  offset += Number(message.shiftMs)
  process.send?.({ shifted: offset })
})
// The channel alone must not keep the host running.
process.channel?.unref()
