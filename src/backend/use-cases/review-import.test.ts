import { afterEach, describe, expect, test } from 'vitest'
import type { ApiName, Input, Output } from '#contract/api.ts'
import { open } from '#contract/envelope.ts'
import type { PreviewCard } from '#contract/shapes/import.ts'
import { handbook as bakery } from '#domain/roles/samples.ts'
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

## Clinic Manager

- Rota planning: assign staff to shifts for the coming month.
- Complaint handling: answer each written complaint within ten days.

## Head Nurse

- Bed planning: assign each new patient to a free bed by noon.
- Night cover: name a nurse in charge for every night shift.
`
const uuid = '018f2b1c-0000-7000-8000-000000000001'

/** Reads a document to its end; returns the import's id. */
async function read(text = handbook, name = 'handbook.md'): Promise<string> {
  const { importId } = await call('startImport', { name, content: { kind: 'text', text } })
  const isReady = async () => (await call('getImport', { importId })).status !== 'running'
  await expect.poll(isReady, { timeout: 30_000 }).toBe(true)
  return importId
}
const previewOf = (importId: string) => call('getImportPreview', { importId })
const roleId = (preview: Output<'getImportPreview'>, name: string) => {
  const role = preview.roles.find((each) => each.name === name)
  if (!role) throw new Error(`no role ${name}`)
  return role.roleId
}
const kept = { verdict: 'kept', isPinned: false, edit: null, inBulk: false } as const
const rejected = { verdict: 'rejected', reason: 'trivial', inBulk: false } as const
const change = (card: PreviewCard | undefined, decision: typeof kept | typeof rejected) => ({
  cardId: card?.cardId ?? '',
  decision,
})
const start = () => (running = startSampleBackend())

describe('deciding about an import', () => {
  test('is there when the preview is asked for again, and is undone step by step', async () => {
    start()
    const importId = await read()
    const [one, two, three] = (await previewOf(importId)).cards
    await call('decideImport', { importId, changes: [change(one, rejected)] })
    const changes = [change(two, kept), change(three, kept)]
    expect(await call('decideImport', { importId, changes })).toEqual({ importId, steps: 2 })
    const decided = async () =>
      (await previewOf(importId)).review.decisions.map((each) => each.decision.verdict)
    expect(await decided()).toEqual(['rejected', 'kept', 'kept'])
    await call('undoImport', { importId })
    expect(await decided()).toEqual(['rejected'])
    await call('undoImport', { importId })
    expect(await call('undoImport', { importId })).toEqual({ importId, steps: 0 })
    expect(await decided()).toEqual([])
  })

  test('refuses cards that are not there and wordings that make no card, and keeps the rest', async () => {
    start()
    const importId = await read()
    const { cards } = await previewOf(importId)
    const choice = cards.find((card) => card.face.type === 'mcq')
    const both = [
      { text: 'A', correct: true },
      { text: 'B', correct: true },
    ]
    const edit = { prompt: 'Which?', answer: null, choices: both }
    await call('decideImport', { importId, changes: [change(cards[0], kept)] })
    const unknown = { cardId: 'c-none', decision: kept }
    await expect(call('decideImport', { importId, changes: [unknown] })).rejects.toMatchObject({
      code: 'card_not_found',
    })
    const unsound = { cardId: choice?.cardId ?? '', decision: { ...kept, edit } }
    await expect(call('decideImport', { importId, changes: [unsound] })).rejects.toMatchObject({
      code: 'bad_request',
    })
    expect((await previewOf(importId)).review.steps).toHaveLength(1)
  })

  test('tells of the kinds that were rejected in other documents', async () => {
    start()
    const first = await read()
    const { cards } = await previewOf(first)
    const [card, other] = cards.filter((each) => each.face.recipe === 'label-how.basic')
    const bulk = { ...rejected, inBulk: true }
    await call('decideImport', {
      importId: first,
      changes: [change(card, rejected), { cardId: other?.cardId ?? '', decision: bulk }],
    })
    await call('saveImport', { importId: first, title: 'Clinic' })
    const second = await read(bakery, 'bakery.md')
    expect((await previewOf(second)).tally).toEqual([
      { recipe: 'label-how.basic', decided: 1, rejected: 1 },
    ])
  })
})

describe('setting roles right', () => {
  test('makes the cards anew, keeps decisions, and is undone', async () => {
    start()
    const importId = await read()
    const before = await previewOf(importId)
    const card = before.cards.find((each) => each.face.recipe === 'label-how.basic')
    await call('decideImport', { importId, changes: [change(card, kept)] })
    const role = roleId(before, 'Ward Nurse')
    await call('fixImport', { importId, fixes: [{ kind: 'rename', role, name: 'Staff Nurse' }] })
    const after = await previewOf(importId)
    expect(after.roles.map((each) => each.name)).toEqual([
      'Staff Nurse',
      'Clinic Manager',
      'Head Nurse',
    ])
    expect(after.review.decisions.map((each) => each.cardId)).toEqual([card?.cardId])
    expect(after.cards.map((each) => each.cardId)).toContain(card?.cardId)
    await call('undoImport', { importId })
    expect((await previewOf(importId)).roles.map((each) => each.name)).toContain('Ward Nurse')
  })

  test('that would leave no role changes nothing and says so', async () => {
    start()
    const importId = await read()
    const before = await previewOf(importId)
    const fixes = before.roles.map((role) => ({ kind: 'drop' as const, role: role.roleId }))
    await expect(call('fixImport', { importId, fixes })).rejects.toMatchObject({
      code: 'import_no_role_left',
    })
    expect(await previewOf(importId)).toEqual(before)
  })

  test('is stored with the document, and its decks bear the new names', async () => {
    start()
    const importId = await read()
    const preview = await previewOf(importId)
    const fixes = [
      {
        kind: 'merge' as const,
        role: roleId(preview, 'Head Nurse'),
        into: roleId(preview, 'Ward Nurse'),
      },
    ]
    await call('fixImport', { importId, fixes })
    await call('saveImport', { importId, title: 'Clinic' })
    expect((await call('listDecks', {})).map((deck) => deck.name)).toEqual([
      'Clinic',
      'Ward Nurse',
      'Clinic Manager',
    ])
    running = await running.restart()
    const again = await read()
    expect((await previewOf(again)).storedDeckId).not.toBeNull()
  })
})

describe('a card of one’s own', () => {
  test('comes with its passage, can be reworded, and is studied', async () => {
    start()
    const importId = await read()
    const preview = await previewOf(importId)
    const duty = preview.roles[0]?.duties[1]
    const card = {
      type: 'tf' as const,
      prompt: 'True or false: nurses dress wounds as they like.',
      answer: false,
      choices: null,
      explanation: 'By the ward protocol.',
    }
    const quote = duty?.passages[0]?.quote ?? ''
    const fact = duty?.dutyId ?? ''
    await call('fixImport', { importId, fixes: [{ kind: 'write', id: uuid, fact, quote, card }] })
    const own = (await previewOf(importId)).cards.find((each) => each.face.recipe === 'written.tf')
    expect(own).toMatchObject({
      targets: [fact, `own-${uuid}`],
      face: { answer: 'False', explanation: 'By the ward protocol.' },
      passages: [{ quote }],
    })
    const edit = { prompt: 'Reworded.', answer: 'True', explanation: null }
    // Cards that ask for the same fact are not studied on one day: this one is to be the only one.
    const siblings = preview.cards.filter((each) => each.targets.includes(fact))
    const changes = [
      { cardId: own?.cardId ?? '', decision: { ...kept, edit } },
      ...siblings.map((each) => change(each, rejected)),
    ]
    await call('decideImport', { importId, changes })
    await call('saveImport', { importId, title: 'Clinic' })
    await call('saveSettings', { newPerDay: 500 })
    const { cards } = await call('openSession', { deckIds: [] })
    expect(cards.find((each) => each.cardId === own?.cardId)?.face).toMatchObject({
      prompt: 'Reworded.',
      answer: 'True',
      explanation: null,
    })
  })
})
