import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { goTo, startBundledDeck } from './pages.ts'
import { expect, test } from './fixtures.ts'

const expectNothingFromAxe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map((each) => each.id)).toEqual([])

function change(dataDir: string, sql: string): void {
  const db = new Database(join(dataDir, 'remit.db'))
  db.exec(sql)
  db.close()
}
function read(dataDir: string, sql: string): unknown[] {
  const db = new Database(join(dataDir, 'remit.db'), { readonly: true })
  const rows = db.prepare(sql).all()
  db.close()
  return rows
}

test('cards of one role are practised by keyboard; what was missed comes back and no schedule moves', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  await goTo(local, 'Today')
  await local.getByRole('button', { name: 'Practise without a schedule' }).click()
  await expect(local.getByRole('heading', { name: 'Practise' })).toBeVisible()
  await local.getByRole('checkbox', { name: /^Data Engineer/ }).check()
  await local.getByRole('combobox', { name: 'One responsibility only' }).selectOption({ index: 1 })
  await expectNothingFromAxe(local)
  const before = read(dataDir, 'select * from memory order by card_id')
  await local.getByRole('button', { name: 'Start' }).click()
  await expect(local.getByText(/^\d+ left$/)).toBeVisible()
  const total = Number.parseInt(await local.getByText(/^\d+ left$/).innerText(), 10)
  expect(total).toBeGreaterThan(0)
  await local.getByRole('button', { name: 'Show answer' }).click()
  await expect(local.getByRole('group', { name: 'Did you know it?' })).toBeVisible()
  await expectNothingFromAxe(local)
  await local.keyboard.press('1')
  for (let n = 0; n < total; n += 1) {
    await local.getByRole('button', { name: 'Show answer' }).click()
    await local.keyboard.press('2')
  }
  await expect(local.getByRole('heading', { name: 'All known once' })).toBeVisible()
  await expect(local.getByText(`${total + 1} answers, 1 not known at first.`)).toBeVisible()
  await expect
    .poll(() => read(dataDir, "select count(*) as n from review where kind = 'cram'"))
    .toEqual([{ n: total + 1 }])
  expect(read(dataDir, 'select * from memory order by card_id')).toEqual(before)
  await goTo(local, 'Today')
  await expect(local.getByText('Today counts.')).toBeVisible()
})

test('whose a responsibility is, is asked with roles to choose from by digit', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  await goTo(local, 'Today')
  await local.getByRole('button', { name: 'Practise without a schedule' }).click()
  const kind = local.getByRole('radio', { name: /^Whose responsibility/ })
  await expect(kind).toBeVisible()
  await local.keyboard.press('3')
  await expect(kind).toBeChecked()
  await local.getByRole('checkbox', { name: /^Data Engineer/ }).check()
  await local.getByRole('checkbox', { name: /^Data Scientist/ }).check()
  await local.getByRole('button', { name: 'Start' }).click()
  const options = local.getByRole('list', { name: 'Options' })
  await expect(options.getByRole('button', { name: /Data Engineer/ })).toBeVisible()
  await expect(options.getByRole('button', { name: /Data Scientist/ })).toBeVisible()
  await expectNothingFromAxe(local)
  await local.keyboard.press('1')
  await expect(local.getByText('right', { exact: true })).toBeVisible()
  await local.keyboard.press('o')
  await expect(
    local.getByRole('complementary', { name: 'Where this card comes from' }),
  ).toBeVisible()
  await local.keyboard.press('Space')
  await expect(local.getByText('right', { exact: true })).toHaveCount(0)
  expect(read(dataDir, 'select count(*) as n from review')).toEqual([{ n: 0 }])
})

test('looking through grades nothing and keeps nothing', async ({ local, dataDir }) => {
  await startBundledDeck(local)
  await goTo(local, 'Today')
  await local.getByRole('button', { name: 'Practise without a schedule' }).click()
  const kind = local.getByRole('radio', { name: /^Look through/ })
  await expect(kind).toBeVisible()
  await local.keyboard.press('2')
  await expect(kind).toBeChecked()
  await local.getByRole('button', { name: 'Start' }).click()
  const left = local.getByText(/^\d+ left$/)
  const before = await left.innerText()
  await local.getByRole('button', { name: 'Show answer' }).click()
  await local.getByRole('button', { name: 'Next' }).click()
  await expect(left).not.toHaveText(before)
  expect(read(dataDir, 'select count(*) as n from review')).toEqual([{ n: 0 }])
  await local.keyboard.press('Escape')
  await expect(local.getByRole('button', { name: 'Start' })).toBeVisible()
})

test('a card forgotten eight times waits to be put right: contrasted, split, found in order', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  change(
    dataDir,
    `update memory
    set state = 'review', stability = 5, difficulty = 5, reps = 20, lapses = 8, last_review_at = 1,
      last_study_day = 20000, due_day = 30000
    where card_id in (
      select min(card_id) from card where recipe in ('role-resp.mcq', 'resp-role.mcq') group by note_id limit 3)`,
  )
  await goTo(local, 'Today')
  await expect(local.getByText('3 difficult cards.')).toBeVisible()
  await local.getByRole('button', { name: 'Look at them' }).click()
  await expect(local.getByRole('heading', { name: 'Difficult cards' })).toBeVisible()
  await expectNothingFromAxe(local)
  const cards = local.getByRole('main').getByRole('button', { name: 'It is in order' })
  await expect(cards).toHaveCount(3)
  await local.getByRole('button', { name: 'Show the passage' }).first().click()
  await expect(local.locator('mark').first()).toBeVisible()
  await local.getByRole('button', { name: 'Split' }).first().click()
  const split = local.getByRole('dialog', { name: 'Split into smaller cards' })
  const answers = split.getByRole('textbox', { name: 'Answer' })
  await answers.nth(0).fill('The first part')
  await answers.nth(1).fill('The second part')
  await expectNothingFromAxe(local)
  await split.getByRole('button', { name: /^Make \d cards/ }).click()
  await expect(cards).toHaveCount(2)
  await expect(local.getByRole('status').filter({ hasText: /^Split into/ })).toBeVisible()
  await local.getByRole('button', { name: 'Contrast' }).first().click()
  await expect(local.getByRole('dialog')).toContainText(' or ')
  await expectNothingFromAxe(local)
  await local.getByRole('dialog').getByRole('button', { name: 'Make the card' }).click()
  await expect(cards).toHaveCount(1)
  await local.getByRole('button', { name: 'Rewrite' }).click()
  await local.getByRole('textbox', { name: 'Question' }).fill('Said more simply?')
  await local.keyboard.press('Control+Enter')
  await expect(local.getByRole('heading', { name: 'No card is difficult' })).toBeVisible()
  await expect(local.getByRole('status').filter({ hasText: 'Other words on' })).toBeVisible()
})

test('the answer with which a card was forgotten eight times says so, and leads to it', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  change(
    dataDir,
    `update memory
    set state = 'review', stability = 5, difficulty = 5, reps = 20, lapses = 7, last_review_at = 1,
      last_study_day = 20000, due_day = 20000
    where card_id in (select min(card_id) from card where recipe = 'role-resp.mcq')`,
  )
  await goTo(local, 'Today')
  await goTo(local, 'Study')
  await local.getByRole('button', { name: 'Show answer' }).click()
  await local.keyboard.press('1')
  const told = local.getByRole('status').filter({ hasText: 'This card was forgotten 8 times.' })
  await told.getByRole('button', { name: 'Look at them' }).click()
  await expect(local.getByText('Forgotten 8 times')).toBeVisible()
})
