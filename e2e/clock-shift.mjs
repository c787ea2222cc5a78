// Preloaded into the real host by tests (`node --import`): shifts what both clocks say by the offset that the test
// sends over IPC, as if that much time had gone by; `setMs` sets the wall clock alone, as a person does. The product itself has no way to set its clock.
let offset = 0
let handSet = 0
const RealDate = Date
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(
      target,
      args.length === 0 ? [target.now() + offset + handSet] : args,
      newTarget,
    ),
  get: (target, name) =>
    name === 'now' ? () => target.now() + offset + handSet : Reflect.get(target, name),
})
const monotonic = performance.now.bind(performance)
performance.now = () => monotonic() + offset
process.on('message', (message) => {
  if (typeof message !== 'object' || message === null) return
  if ('shiftMs' in message) offset += Number(message.shiftMs)
  else if ('setMs' in message) handSet += Number(message.setMs)
  else return
  process.send?.({ shifted: offset + handSet })
})
// The channel alone must not keep the host running.
process.channel?.unref()
