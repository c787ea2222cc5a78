import { describe, expect, test } from 'vitest'
import { AppError, type ErrorCode } from '#domain/errors.ts'
import { fromMarkdown, makeDocx } from '../testing/make-docx.ts'
import { forkWorker } from './fork-worker.ts'
import { readInWorker } from './read-in-worker.ts'

const startWorker = forkWorker(new URL('./import-worker.ts', import.meta.url))
const parts = { startWorker, log: () => {}, onProgress: () => {} }
const order = (path: string, bytes: Uint8Array) => ({ sourceId: 's', path, bytes, fixes: [] })
const good = order(
  'clinic.docx',
  makeDocx(
    fromMarkdown(
      '# Clinic\n\n## Ward Nurse\n\n- Wound care: clean and dress wounds by the ward protocol.\n- Handover: report the state of each patient to the next shift.\n\n## Clinic Manager\n\n- Rota planning: assign staff to shifts for the coming month.\n- Complaint handling: answer each written complaint within ten days.\n',
    ),
  ),
)
const codeOf = async (reading: { done: Promise<unknown> }): Promise<ErrorCode | 'read'> => {
  try {
    await reading.done
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** A worker that does what the document's name says, under the same watch as the real one. */
const badWorker = forkWorker(new URL('../testing/misbehaving-worker.ts', import.meta.url))
const misbehave = (what: string) =>
  readInWorker(order(what, new Uint8Array(8)), { ...parts, startWorker: badWorker })

describe('a document that is read in a process of its own', () => {
  test('gives its roles and tells what memory it took', async () => {
    const reading = readInWorker(good, parts)
    const gen = await reading.done
    expect(gen.roles.map((role) => role.name)).toEqual(['Ward Nurse', 'Clinic Manager'])
    expect(reading.peakBytes()).toBeGreaterThan(20_000_000)
    expect(reading.peakBytes()).toBeLessThan(400_000_000)
  })

  test.each([
    ['hangs', 'import_timeout'],
    ['fills its heap', 'import_out_of_memory'],
    ['allocates one array after the other', 'import_out_of_memory'],
    ['fills buffers beside its heap', 'import_out_of_memory'],
    ['throws', 'import_failed'],
    ['ends without a word', 'import_failed'],
  ])('is given up when it %s, and the next one is read', async (what, code) => {
    expect(await codeOf(misbehave(what))).toBe(code)
    expect(await codeOf(readInWorker(good, parts))).toBe('read')
  })

  test('ends at once when it is told to', async () => {
    const reading = misbehave('hangs')
    const started = performance.now()
    await reading.end()
    expect(performance.now() - started).toBeLessThan(5000)
    expect(await codeOf(reading)).toBe('import_failed')
  })

  test('the app goes on while a document hangs', async () => {
    const reading = misbehave('hangs')
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    clearInterval(timer)
    await reading.end()
    expect(longest).toBeLessThan(500)
  })
})
