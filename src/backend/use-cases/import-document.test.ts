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
          Buffer.from([...Buffer.from('Caf'), 0xe9, ...Buffer.from(' manager plans the rota\n')]),
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
