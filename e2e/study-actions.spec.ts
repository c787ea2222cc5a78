import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import {
  answerCard,
  clinicHandbook,
  goTo,
  pasteDocument,
  startBundledDeck,
  waitForPreview,
} from './pages.ts'
import { expect, test } from './fixtures.ts'

function read<Row>(dataDir: string, sql: string): Row[] {
  const db = new Database(join(dataDir, 'remit.db'), { readonly: true })
  const rows = db.prepare<[], Row>(sql).all()
  db.close()
  return rows
}
const kindsIn = (dataDir: string) =>
  read<{ kind: string }>(dataDir, 'select kind from review order by n').map((row) => row.kind)

/** What the card on screen asks. */
const promptOf = (page: Page) => page.getByRole('article').locator('.prompt').innerText()
const expectNothingFromAxe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map((each) => each.id)).toEqual([])

test('cards are set aside, flagged, suspended and deleted by keyboard, told of, taken back and done again', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  const first = await promptOf(local)
  await local.keyboard.press('b')
  await expect(
    local.getByRole('status').filter({ hasText: 'Set aside until tomorrow' }),
  ).toBeVisible()
  await expect(local.getByRole('article')).not.toContainText(first)
  await expect(local.getByText('9 cards left', { exact: true })).toBeVisible()
  const second = await promptOf(local)
  await local.keyboard.press('f')
  await expect(local.getByRole('dialog', { name: 'Flag this card' })).toBeVisible()
  await expectNothingFromAxe(local)
  await local.keyboard.press('4')
  await expect(local.getByRole('article')).toContainText('Blue flag')
  await local.keyboard.press('s')
  await expect(local.getByRole('article')).not.toContainText(second)
  const third = await promptOf(local)
  await local.keyboard.press('Delete')
  await expect(local.getByRole('article')).not.toContainText(third)
  await expect.poll(() => kindsIn(dataDir)).toEqual(['bury', 'flag', 'suspend', 'delete'])

  await local.keyboard.press('Control+z')
  await expect(local.getByRole('status').filter({ hasText: 'Undone: deleted' })).toBeVisible()
  await expect(local.getByRole('article')).toContainText(third)
  await local.keyboard.press('u')
  await expect(local.getByRole('article')).toContainText(second)
  await expect(local.getByRole('article')).toContainText('Blue flag')
  await local.keyboard.press('Control+Shift+Z')
  await expect(local.getByRole('status').filter({ hasText: 'Done again: suspended' })).toBeVisible()
  await expect(local.getByRole('status').filter({ hasText: 'Undone' })).toHaveCount(0)
  await expect(local.getByRole('button', { name: 'Do again' })).toHaveCount(0)
  await expect(local.getByRole('article')).not.toContainText(second)
  await local.keyboard.press('Control+Shift+Z')
  await expect
    .poll(() => kindsIn(dataDir))
    .toEqual(['bury', 'flag', 'suspend', 'delete', 'undo', 'undo', 'suspend', 'delete'])
})

test('the More menu offers what is done rarely, with its keys, and fits in the axe rules', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  await answerCard(local, 'Easy')
  await local.keyboard.press('u')
  await local.keyboard.press('m')
  const more = local.getByRole('dialog', { name: 'More for this card' })
  await expect(more.getByRole('button', { name: /^Set the date/ })).toBeDisabled()
  await expectNothingFromAxe(local)
  await more.getByRole('button', { name: /^Edit/ }).click()
  const edit = local.getByRole('dialog', { name: 'Edit this card' })
  await edit.getByRole('textbox', { name: 'Question' }).fill('What do I say now?')
  await expectNothingFromAxe(local)
  await local.keyboard.press('Control+Enter')
  await expect(local.getByRole('article')).toContainText('What do I say now?')
  await expect.poll(() => kindsIn(dataDir)).toEqual(['study', 'undo', 'edit'])
  await local.keyboard.press('Control+z')
  await expect(local.getByRole('article')).not.toContainText('What do I say now?')
})

test('an answer of yesterday is taken back after a restart, on any screen', async ({
  startLocal,
  openLocal,
  dataDir,
}) => {
  const host = await startLocal()
  const page = await openLocal(host)
  await startBundledDeck(page)
  await answerCard(page, 'Easy')
  await expect.poll(() => kindsIn(dataDir)).toEqual(['study'])
  await host.stop('SIGKILL')
  await page.close()
  const again = await openLocal(await startLocal())
  await goTo(again, 'Library')
  await again.keyboard.press('Control+z')
  await expect(again.getByRole('status').filter({ hasText: 'Undone: Easy on' })).toBeVisible()
  await again.getByRole('button', { name: 'Do again' }).click()
  await expect(again.getByRole('status').filter({ hasText: 'Done again: Easy on' })).toBeVisible()
  await expect.poll(() => kindsIn(dataDir)).toEqual(['study', 'undo', 'study'])
})

test('a date of one’s own is set by keyboard, the card keeps its strength', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  await answerCard(local, 'Good')
  for (let card = 0; card < 9; card += 1) await answerCard(local, 'Easy')
  await local.getByRole('button', { name: 'Show it now' }).click()
  await local.keyboard.press('d')
  const dialog = local.getByRole('dialog', { name: 'When shall it come back?' })
  await local.keyboard.type('9999999')
  await expect(dialog.getByRole('button', { name: 'Set the date' })).toBeDisabled()
  await dialog.getByRole('textbox').fill('30')
  await expectNothingFromAxe(local)
  await local.keyboard.press('Enter')
  await expect(local.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  await expect
    .poll(() =>
      read<{ days: number }>(
        dataDir,
        `select memory.due_day - review.study_day as days
        from review join memory using (card_id) where kind = 'date'`,
      ),
    )
    .toEqual([{ days: 30 }])
})

test('keys are changed in Settings, with a warning when one is taken, shown in the help, and reset', async ({
  local,
}, info) => {
  await local.setViewportSize({ width: 1280, height: 800 })
  await goTo(local, 'Today')
  await startBundledDeck(local)
  await goTo(local, 'Settings')
  const keys = local.locator('section', { has: local.getByRole('heading', { name: 'Keys' }) })
  await keys.locator('summary', { hasText: /^Study$/ }).click()
  const change = keys.getByRole('button', { name: /^Change.*Flag the card/ })
  await change.click()
  await local.keyboard.press('e')
  const row = keys.getByRole('listitem').filter({ hasText: 'Flag the card' })
  await expect(row.getByRole('alert')).toContainText('E means “Edit the card; its schedule stays”')
  await expect(row.getByRole('alert')).toBeInViewport({ ratio: 1 })
  await expect(row.getByRole('button').first()).toBeFocused()
  await local.screenshot({ path: info.outputPath('taken.png') })
  await local.keyboard.press('v')
  await expect(keys.getByRole('listitem').filter({ hasText: 'Flag the card' })).toContainText('V')
  await expectNothingFromAxe(local)
  await local.keyboard.press('?')
  const help = local.getByRole('dialog', { name: 'Keys' })
  await expect(help.getByRole('heading', { name: 'Keys' })).toBeInViewport({ ratio: 1 })
  await expect(help.getByRole('heading', { name: 'Keys' })).toBeFocused()
  await local.screenshot({ path: info.outputPath('help.png') })
  await expect(help.locator('dl > div', { hasText: 'Flag the card' })).toContainText('V')
  await local.keyboard.press('Escape')
  await goTo(local, 'Study')
  await expect(local.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await local.keyboard.press('v')
  await expect(local.getByRole('dialog', { name: 'Flag this card' })).toBeVisible()
  await local.keyboard.press('Escape')
  await goTo(local, 'Settings')
  await keys.getByRole('button', { name: 'Right hand' }).click()
  await goTo(local, 'Study')
  await expect(local.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await local.keyboard.press('Space')
  await local.keyboard.press('l')
  await expect(local.getByText('1 answer · 10 cards left')).toBeVisible()
  await goTo(local, 'Settings')
  await keys.getByRole('button', { name: 'Usual keys' }).click()
  await goTo(local, 'Study')
  await expect(local.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await local.keyboard.press('f')
  await expect(local.getByRole('dialog', { name: 'Flag this card' })).toBeVisible()
})

test('on the import screen Ctrl Z takes back a decision there, and no answer of before', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  await answerCard(local, 'Easy')
  await expect.poll(() => kindsIn(dataDir)).toEqual(['study'])
  await pasteDocument(local, clinicHandbook)
  await waitForPreview(local)
  await local.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(local.getByText(/^1 of \d+ decided/).first()).toBeVisible()
  await local.keyboard.press('Control+z')
  await expect(local.getByText(/^0 of \d+ decided/).first()).toBeVisible()
  expect(kindsIn(dataDir)).toEqual(['study'])
})
