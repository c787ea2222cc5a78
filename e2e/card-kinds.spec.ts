import { join } from 'node:path'
import Database from 'better-sqlite3'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { clinicHandbook, goTo, pasteDocument, waitForPreview } from './pages.ts'
import { expect, test } from './fixtures.ts'

interface Kind {
  readonly type: string
  readonly prompt: string
  readonly answer?: string
  readonly choices?: readonly { text: string; correct: boolean; from: string }[]
  readonly items?: readonly string[]
  readonly pairs?: readonly (readonly [string, string])[]
}
const kinds: readonly Kind[] = [
  {
    type: 'cloze',
    prompt: 'The Ward Nurse cleans and dresses ____ by the ward protocol.',
    answer: 'wounds',
  },
  {
    type: 'multi',
    prompt: 'Select all: which of these are skills of the Ward Nurse?',
    answer: 'Calm; Clear words',
    choices: [
      { text: 'Calm', correct: true, from: '' },
      { text: 'Welding', correct: false, from: '' },
      { text: 'Clear words', correct: true, from: '' },
    ],
  },
  {
    type: 'match',
    prompt: 'Who does what?',
    pairs: [
      ['Ward Nurse', 'cleans wounds'],
      ['Clinic Manager', 'assigns shifts'],
      ['Hospital Pharmacist', 'orders medicines'],
    ],
  },
  { type: 'order', prompt: 'Put the steps in order.', items: ['Wash', 'Dry', 'Dress', 'Note'] },
  { type: 'tf', prompt: 'True or false: nurses order medicines.', answer: 'False' },
]

/** Puts cards of these kinds in place of the first ones of a stored document; nothing makes all of them at once. */
function putKinds(dataDir: string): void {
  const db = new Database(join(dataDir, 'remit.db'))
  const ids = db
    .prepare("select min(card_id) as id from memory where status = 'active' group by note_id")
    .pluck()
    .all()
  for (const [index, kind] of kinds.entries()) {
    db.prepare(
      `update card set recipe = 'written.' || @type, type = @type, prompt = @prompt, answer = @answer,
        choices_json = @choices, items_json = @items, pairs_json = @pairs, explanation = null
      where card_id = @id`,
    ).run({
      id: ids[index],
      type: kind.type,
      prompt: kind.prompt,
      answer: kind.answer ?? null,
      choices: kind.choices ? JSON.stringify(kind.choices) : null,
      items: kind.items ? JSON.stringify(kind.items) : null,
      pairs: kind.pairs ? JSON.stringify(kind.pairs) : null,
    })
  }
  const used = ids.slice(0, kinds.length)
  db.prepare(
    `update memory set status = 'archived' where card_id not in (${used.map(() => '?').join()})`,
  ).run(...used)
  db.close()
}

const texts = async (page: Page, name: string) =>
  (await page.getByRole('list', { name }).getByRole('listitem').allInnerTexts()).map(
    (text) => text.split('\n').at(-1)?.trim() ?? '',
  )
const expectNothingFromAxe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map((each) => each.id)).toEqual([])

for (const width of [360, 1400]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 860 } })

    test('every kind of card asks without telling, and tells when it is revealed', async ({
      local,
      dataDir,
    }) => {
      test.setTimeout(180_000)
      await pasteDocument(local, clinicHandbook)
      await waitForPreview(local)
      await local.getByRole('button', { name: /^Save \d+ cards/ }).click()
      await expect(local.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
      putKinds(dataDir)
      await goTo(local, 'Study')
      const card = local.getByRole('article')
      const seen = new Set<string>()
      for (let at = 0; at < kinds.length; at += 1) {
        await expect(local.getByRole('button', { name: 'Show answer' })).toBeVisible()
        const text = await card.innerText()
        const shown = kinds.find(({ prompt }) =>
          text.includes(prompt.split('____')[0]?.trim() ?? prompt),
        )
        if (!shown) throw new Error(`no such card: ${text}`)
        seen.add(shown.prompt)
        const orderBefore = shown.type === 'order' ? await texts(local, 'Not in order') : []
        const sidesBefore = shown.type === 'match' ? await texts(local, 'With one of these') : []
        if (shown.type === 'cloze') {
          await expect(card).not.toContainText('wounds')
          await expect(card).not.toContainText('____')
          await expect(card.getByText('blank')).toBeAttached()
        }
        if (shown.type === 'multi') await expect(card).toContainText('Select all that are right.')
        await expectNothingFromAxe(local)
        await local.keyboard.press('Space')
        await expect(local.getByRole('group', { name: 'How well did you know it?' })).toBeVisible()
        if (shown.type === 'cloze') await expect(card).toContainText('dresses wounds by')
        if (shown.type === 'tf')
          await expect(card.getByText('False', { exact: true })).toBeVisible()
        if (shown.type === 'multi')
          await expect(card.getByText('right', { exact: true })).toHaveCount(2)
        if (shown.type === 'order') {
          expect(orderBefore).not.toEqual(shown.items)
          expect(orderBefore.toSorted()).toEqual(shown.items?.toSorted())
          expect(await texts(local, 'In the right order')).toEqual(shown.items)
        }
        if (shown.type === 'match') {
          const rights = shown.pairs?.map(([, right]) => right) ?? []
          expect(sidesBefore).not.toEqual(rights)
          expect(sidesBefore.toSorted()).toEqual(rights.toSorted())
          const table = local.getByRole('table', { name: 'What belongs together' })
          for (const [left, right] of shown.pairs ?? []) {
            await expect(table.getByRole('row', { name: left })).toContainText(right)
          }
        }
        await expectNothingFromAxe(local)
        await local.keyboard.press('4')
      }
      expect(seen.size).toBe(kinds.length)
    })
  })
}
