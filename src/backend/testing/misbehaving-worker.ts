import type { ImportMessage, ImportOrder } from '../jobs/worker-messages.ts'
import { toParent } from '../jobs/worker-channel.ts'
import { watchLimits } from '../jobs/worker-watch.ts'

/** What a library does with a hostile file, by the name of the document. */
const faults: Readonly<Record<string, () => void>> = {
  hangs: () => {
    for (;;);
  },
  'fills its heap': () => {
    const kept: unknown[] = []
    for (;;) kept.push({ text: `${kept.length}`, list: [kept.length] })
  },
  'allocates one array after the other': () => {
    const kept: unknown[] = []
    for (;;) kept.push(new Array(5_000_000).fill(kept.length))
  },
  'fills buffers beside its heap': () => {
    const kept: unknown[] = []
    for (;;) kept.push(new Uint8Array(50_000_000).fill(1))
  },
  throws: () => {
    throw new Error('no such thing')
  },
  'ends without a word': () => process.exit(0),
}

const { post, onOrder } = toParent<ImportOrder, ImportMessage>()
const allow = watchLimits()
process.on('uncaughtException', (error) => post({ kind: 'crashed', error: String(error) }))
onOrder(({ path }) => {
  allow({ baseMs: path === 'hangs' ? 500 : 20_000, perMbMs: 0 }, 0)
  faults[path]?.()
})
post({ kind: 'started' })
