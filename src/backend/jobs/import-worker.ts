// Jobs: heavy work in processes of their own, with progress, cancel, time and memory limits.
// May import src/domain, src/backend/documents and node:.
// This file runs inside the worker: bytes in, progress and the generated cards (or a problem) out.

import { generate } from '#domain/cards/generate.ts'
import { AppError } from '#domain/errors.ts'
import { readDocument } from '../documents/read-document.ts'
import { toParent } from './worker-channel.ts'
import { generateLimit, readLimit } from './worker-limits.ts'
import type { ImportMessage, ImportOrder } from './worker-messages.ts'
import { watchLimits } from './worker-watch.ts'

const peakBytes = () => process.resourceUsage().maxRSS * 1024

async function run(order: ImportOrder): Promise<void> {
  try {
    allow(readLimit, order.bytes.byteLength)
    const document = await readDocument(order)
    allow(generateLimit, document.text.length)
    post({ kind: 'text', characters: document.text.length })
    const gen = generate(document, (done) => post({ kind: 'progress', done }), order.fixes)
    if (gen.roles.length === 0 || gen.cards.length === 0) throw new AppError('document_no_roles')
    post({ kind: 'ready', gen, peakBytes: peakBytes() })
  } catch (error) {
    if (error instanceof AppError) {
      post({ kind: 'problem', code: error.code, params: error.params, peakBytes: peakBytes() })
    } else post({ kind: 'crashed', error: String(error) })
  }
}

const { post, onOrder } = toParent<ImportOrder, ImportMessage>()
process.on('uncaughtException', (error) => post({ kind: 'crashed', error: String(error) }))
const allow = watchLimits()
onOrder((order) => void run(order))
post({ kind: 'started' })
