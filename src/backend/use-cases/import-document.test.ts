import { afterEach, describe, expect, test } from 'vitest'
import type { ApiName, Input, Output } from '#contract/api.ts'
import { open } from '#contract/envelope.ts'
import type { ImportStatus } from '#contract/shapes/import.ts'
import { fromMarkdown, makeDocx } from '../testing/make-docx.ts'
import { makePdf, typeset } from '../testing/make-pdf.ts'
import { startSampleBackend, type SampleBackend } from '../testing/sample-backend.ts'

let running: SampleBackend
afterEach(() => running.stop())

const call = async <K extends ApiName>(name: K, input: Input<K>): Promise<Output<K>> =>
  open(await running.backend.dispatch(name, input)) as Output<K> // as: dispatch answers by the table

const handbook = `# Who does what in our clinic

## Ward Nurse

- Medication rounds: give each patient the prescribed medicine at the set hour.
- Wound care: clean and dress wounds by the ward protocol.
- Handover: report the state of each patient to the next shift.

## Hospital Pharmacist

- Stock control: order medicines before the store falls below its minimum.
- Dose review: compare each prescription with the patient's other medicines.
- Recall handling: remove a recalled medicine from all wards.

## Clinic Manager

- Rota planning: assign staff to shifts for the coming month.
- Budget tracking: compare monthly spending with the approved plan.
- Complaint handling: answer each written complaint within ten days.
`

const soup = `# Leek soup

Cut two leeks and three potatoes. Fry them in butter for five minutes.
Add a litre of stock and cook until the potatoes are soft. Blend, season, serve with bread.
`

/** Resolves with the import's end; the event stream tells of it. */
function ended(importId: string): Promise<ImportStatus> {
  return new Promise((resolve) => {
    const stop = running.backend.subscribe((event) => {
      if (event.event !== 'importMoved' || event.status.importId !== importId) return
      if (event.status.status === 'running') return
      stop()
      resolve(event.status)
    })
    void call('getImport', { importId }).then((status) => {
      if (status.status !== 'running') resolve(status)
    })
  })
}
const importText = async (text: string, name = 'handbook.md') => {
  const { importId } = await call('startImport', { name, content: { kind: 'text', text } })
  return ended(importId)
}
const importBytes = async (bytes: Uint8Array, name: string) => {
  const data = Buffer.from(bytes).toString('base64')
  const { importId } = await call('startImport', { name, content: { kind: 'base64', data } })
  return ended(importId)
}
const problemOf = (status: ImportStatus) =>
  status.status === 'failed' ? status.problem.code : status.status
const start = () => (running = startSampleBackend())

describe('importing a document', () => {
  test('finds its roles, shows each card with its passage, and stores decks by source and role', async () => {
    start()
    const { importId } = await importText(handbook)
    const preview = await call('getImportPreview', { importId })
    expect(preview.roles.map((role) => role.name)).toEqual([
      'Ward Nurse',
      'Hospital Pharmacist',
      'Clinic Manager',
    ])
    for (const card of preview.cards) {
      for (const { start, end, quote } of card.passages)
        expect(preview.text.slice(start, end)).toBe(quote)
    }
    const title = preview.title
    const saved = await call('saveImport', { importId, title })
    expect(saved).toMatchObject({ unchanged: false, roleCount: 3, cardCount: preview.cards.length })
    const decks = await call('listDecks', {})
    expect(decks.map((deck) => deck.name)).toEqual([
      'Who does what in our clinic',
      'Ward Nurse',
      'Hospital Pharmacist',
      'Clinic Manager',
    ])
    expect(decks[0]?.cardCount).toBe(preview.cards.length)
  })

  test('a second import of the same document changes nothing', async () => {
    start()
    const first = await importText(handbook)
    const one = { title: 'Clinic' }
    const saved = await call('saveImport', { importId: first.importId, ...one })
    const before = await call('listDecks', {})
    const second = await importText(handbook)
    const preview = await call('getImportPreview', { importId: second.importId })
    expect(preview.storedDeckId).toBe(saved.deckId)
    const again = await call('saveImport', { importId: second.importId, ...one })
    expect(again).toMatchObject({
      unchanged: true,
      deckId: saved.deckId,
      cardCount: saved.cardCount,
    })
    expect(await call('listDecks', {})).toEqual(before)
  })

  test('a rejected card is not studied and an edited one reads as edited', async () => {
    start()
    const { importId } = await importText(handbook)
    const preview = await call('getImportPreview', { importId })
    const [rejected, ...kept] = preview.cards
    const edited = kept.find((card) => card.face.type === 'basic')
    if (!rejected || !edited) throw new Error('the handbook gives cards')
    const rejection = { verdict: 'rejected', reason: 'trivial', inBulk: false } as const
    const edit = { prompt: 'My own words?', answer: 'Yes, mine.' }
    const keeping = { verdict: 'kept', isPinned: false, edit, inBulk: false } as const
    const changes = [
      { cardId: rejected.cardId, decision: rejection },
      { cardId: edited.cardId, decision: keeping },
    ]
    await call('decideImport', { importId, changes })
    await call('saveImport', { importId, title: 'Clinic' })
    await call('saveSettings', { newPerDay: 500, reviewsPerDay: 900 })
    const seen = new Map<string, string>()
    const { cards } = await call('openSession', { deckIds: [] })
    for (const card of cards) seen.set(card.cardId, card.face.prompt)
    expect(seen.has(rejected.cardId)).toBe(false)
    expect((await call('listDecks', {}))[0]?.cardCount).toBe(preview.cards.length - 1)
    if (seen.has(edited.cardId)) expect(seen.get(edited.cardId)).toBe('My own words?')
  })

  test('tells of its progress on the way', async () => {
    start()
    const { importId } = await importText(handbook)
    const moves = running.events.filter(
      (event) => event.event === 'importMoved' && event.status.importId === importId,
    )
    expect(moves.length).toBeGreaterThan(1)
    expect(moves.at(-1)).toMatchObject({ status: { status: 'ready' } })
  })

  test('Word files and PDFs give the roles of the text they hold', async () => {
    start()
    const files: [string, Uint8Array][] = [
      ['clinic.docx', makeDocx(fromMarkdown(handbook))],
      ['clinic.pdf', makePdf(typeset(handbook))],
    ]
    for (const [name, bytes] of files) {
      const { importId } = await importBytes(bytes, name)
      const preview = await call('getImportPreview', { importId })
      expect(preview.roles.map((role) => role.name)).toEqual([
        'Ward Nurse',
        'Hospital Pharmacist',
        'Clinic Manager',
      ])
      expect(preview.title).toBe('Who does what in our clinic')
      const saved = { importId, title: name }
      expect((await call('saveImport', saved)).unchanged).toBe(false)
    }
  })

  test('a cancelled import leaves nothing behind', async () => {
    start()
    const { importId } = await call('startImport', {
      name: 'handbook.md',
      content: { kind: 'text', text: handbook.repeat(200) },
    })
    expect((await call('cancelImport', { importId })).status).toBe('cancelled')
    expect(await call('listDecks', {})).toEqual([])
    expect((await importText(handbook)).status).toBe('ready')
  })
})

const chef = (allergens: string) => `---
schema: role-file/1
id: kitchen
title: Our kitchen
---

# Chef

> Decides what is cooked.

## Responsibilities

- Menu: choose the dishes of the week.
- Portions: set the weight of each plate.
- Allergens: ${allergens}
`

describe('importing a changed document', () => {
  const changed = handbook.replace('within ten days', 'within five days')
  const decision = { title: 'Clinic' }
  const save = async (text: string, name?: string) => {
    const { importId } = await importText(text, name)
    return call('saveImport', { importId, ...decision })
  }
  const preview = async (text: string, name?: string) => {
    const { importId } = await importText(text, name)
    return { importId, ...(await call('getImportPreview', { importId })) }
  }

  test('under the same file name updates the stored one, with the same cards', async () => {
    start()
    const saved = await save(handbook)
    const second = await preview(changed, 'C:\\Desktop\\Handbook.md')
    expect(second.known).toEqual({
      sourceId: saved.sourceId,
      title: 'Clinic',
      likeness: 'name',
      isChosen: true,
    })
    const before = await call('listDecks', {})
    const { counts, changes } = await call('getImportChanges', { importId: second.importId })
    expect(counts).toMatchObject({ new: 0, gone: 0 })
    expect(counts.changed).toBeGreaterThan(0)
    for (const change of changes.filter((each) => each.kind === 'changed')) {
      expect(change.before?.passages[0]).toContain('ten days')
      expect(change.after?.passages[0]).toContain('five days')
      expect(change).toMatchObject({ isSeen: false, isDue: false, isEdited: false })
    }
    // So far nothing has been changed.
    expect(await call('listDecks', {})).toEqual(before)
    const again = await call('saveImport', { importId: second.importId, ...decision })
    expect(again).toMatchObject({
      deckId: saved.deckId,
      sourceId: saved.sourceId,
      cardCount: saved.cardCount,
      unchanged: false,
      update: { version: 2, counts },
    })
    expect(await call('listDecks', {})).toHaveLength(4)
  })

  test('may be kept as a document of its own', async () => {
    start()
    const saved = await save(handbook)
    const { importId } = await preview(changed)
    const alone = await call('chooseImportTarget', { importId, sourceId: null })
    expect(alone.known).toMatchObject({ likeness: 'name', isChosen: false })
    const other = await call('saveImport', { importId, ...decision, title: 'Clinic 2' })
    expect(other).toMatchObject({ unchanged: false, update: null })
    expect(other.sourceId).not.toBe(saved.sourceId)
    expect(await call('listDecks', {})).toHaveLength(8)
  })

  test('under another name is stored on its own, unless the learner says what it is', async () => {
    start()
    const saved = await save(handbook)
    const { importId, known } = await preview(changed, 'handbook-new.md')
    expect(known).toMatchObject({ sourceId: saved.sourceId, likeness: 'alike', isChosen: false })
    const chosen = await call('chooseImportTarget', { importId, sourceId: saved.sourceId })
    expect(chosen.known).toMatchObject({ isChosen: true })
    const updated = await call('saveImport', { importId, ...decision })
    expect(updated).toMatchObject({ sourceId: saved.sourceId, update: { version: 2 } })
    const headless = await save(handbook, 'copy.md')
    expect(headless).toMatchObject({ update: null, unchanged: false })
  })

  test('that is a role file is known by its own id, whatever the file is called', async () => {
    start()
    const saved = await save(chef('label every dish with what it contains.'), 'kitchen.role.md')
    const text = chef('tell each guest what the dish contains.')
    const { importId, known } = await preview(text, 'renamed.role.md')
    expect(known).toMatchObject({ sourceId: saved.sourceId, likeness: 'key', isChosen: true })
    const updated = await call('saveImport', { importId, ...decision })
    expect(updated.update?.version).toBe(2)
    expect(updated.sourceId).toBe(saved.sourceId)
  })

  test('in other bytes but the same words changes nothing', async () => {
    start()
    const saved = await save(handbook)
    const again = await save(`\ufeff${handbook.replaceAll('\n', '\r\n')}`)
    expect(again).toMatchObject({ unchanged: true, sourceId: saved.sourceId, update: null })
  })

  test('cannot be compared with a document that is not there', async () => {
    start()
    const { importId } = await importText(handbook)
    await expect(call('getImportChanges', { importId })).rejects.toMatchObject({
      code: 'source_not_found',
    })
    await expect(call('chooseImportTarget', { importId, sourceId: 'none' })).rejects.toMatchObject({
      code: 'source_not_found',
    })
  })
})

describe('refusing a document', () => {
  const cases: [string, () => Promise<ImportStatus>, string][] = [
    ['an empty file', () => importBytes(new Uint8Array(), 'empty.txt'), 'document_empty'],
    ['only blanks', () => importText('  \n\n\t '), 'document_empty'],
    [
      'a binary file',
      () =>
        importBytes(
          Uint8Array.from({ length: 4096 }, (_, n) => (n * 37) % 256),
          'x.txt',
        ),
      'document_binary',
    ],
    [
      'a wrong encoding',
      () =>
        importBytes(
          // Cyrillic letters, a byte each: no UTF-8, and nothing that a Western program wrote.
          Buffer.from([0xcc, 0xe5, 0xed, 0xe5, 0xe4, 0xe6, 0xe5, 0xf0, 10]),
          'x.txt',
        ),
      'document_wrong_encoding',
    ],
    [
      '50 MB of text',
      () => importText('The nurse reports to the manager. '.repeat(1_500_000)),
      'document_too_large',
    ],
    ['a recipe for soup', () => importText(soup, 'soup.md'), 'document_no_roles'],
    [
      'a picture',
      () => importBytes(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'x.docx'),
      'document_picture',
    ],
    [
      'a PDF that was cut off',
      () => importBytes(makePdf(typeset(handbook)).subarray(0, 900), 'x.pdf'),
      'document_damaged',
    ],
    [
      'an unknown kind of file',
      () => importText(handbook, 'handbook.xyz'),
      'document_unknown_format',
    ],
  ]
  test.each(cases)('%s gives its reason and stores nothing', async (_, run, code) => {
    start()
    const status = await run()
    expect(problemOf(status)).toBe(code)
    expect(await call('listDecks', {})).toEqual([])
    expect((await call('getHome', {})).due).toEqual({ fresh: 0, learning: 0, review: 0 })
  })
})
