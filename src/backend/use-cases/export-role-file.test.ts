import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ApiName, Input, Output } from '#contract/api.ts'
import { open } from '#contract/envelope.ts'
import { AppError } from '#domain/errors.ts'
import { handbook } from '#domain/roles/samples.ts'
import { startSampleBackend, type SampleBackend } from '../testing/sample-backend.ts'

let running: SampleBackend
afterEach(() => running.stop())

const call = async <K extends ApiName>(name: K, input: Input<K>): Promise<Output<K>> =>
  open(await running.backend.dispatch(name, input)) as Output<K> // as: dispatch answers by the table

async function read(name: string, text: string): Promise<string> {
  const { importId } = await call('startImport', { name, content: { kind: 'text', text } })
  await vi.waitUntil(
    () =>
      running.events.some(
        (event) =>
          event.event === 'importMoved' &&
          event.status.importId === importId &&
          event.status.status !== 'running',
      ),
    { timeout: 30_000 },
  )
  return importId
}

describe('saving as a role file', () => {
  test('gives the same file before and after a document is stored, with edits and pins as they are', async () => {
    running = startSampleBackend()
    const importId = await read('handbook.md', handbook)
    const { cards, title } = await call('getImportPreview', { importId })
    const [first, second] = cards.filter((card) => card.face.recipe === 'label-how.basic')
    const kept = { verdict: 'kept' as const, inBulk: false }
    await call('decideImport', {
      importId,
      changes: [
        {
          cardId: first?.cardId ?? '',
          decision: {
            ...kept,
            isPinned: false,
            edit: { prompt: 'In my words?', answer: 'In mine' },
          },
        },
        { cardId: second?.cardId ?? '', decision: { ...kept, isPinned: true, edit: null } },
      ],
    })
    const before = await call('exportRoleFile', { from: 'import', importId })
    expect(before.fileName).toBe('how-our-bakery-works.role.md')
    expect(before.text).toContain('- Q: In my words?')
    expect(before.text.match(/\{of=/g)).toHaveLength(2)
    const { deckId, sourceId } = await call('saveImport', { importId, title })
    expect(await call('exportRoleFile', { from: 'deck', deckId })).toEqual(before)
    expect(before.text).toContain(`id: ${sourceId}`)
    const roleDeck = (await call('listDecks', {})).find((deck) => deck.parentId === deckId)
    expect(await call('exportRoleFile', { from: 'deck', deckId: roleDeck?.deckId ?? '' })).toEqual(
      before,
    )
  })

  test('the file is read as the same cards', async () => {
    running = startSampleBackend()
    const importId = await read('handbook.md', handbook)
    const preview = await call('getImportPreview', { importId })
    await call('saveImport', { importId, title: preview.title })
    const { text, fileName } = await call('exportRoleFile', { from: 'import', importId })
    const again = await call('getImportPreview', { importId: await read(fileName, text) })
    expect(again.title).toBe(preview.title)
    const prompts = (of: typeof again) => of.cards.map((card) => card.face.prompt).sort()
    expect(prompts(again)).toEqual(prompts(preview))
  })

  test('a deck that is not there is named', async () => {
    running = startSampleBackend()
    const error = await call('exportRoleFile', { from: 'deck', deckId: 'none' }).catch(
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'deck_not_found' })
  })
})
