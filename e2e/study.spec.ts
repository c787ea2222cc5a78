import Database from 'better-sqlite3'
import { join } from 'node:path'
import { answerCard, goTo, startBundledDeck } from './pages.ts'
import { expect, test } from './fixtures.ts'

const reviewsIn = (dataDir: string) => {
  const db = new Database(join(dataDir, 'remit.db'), { readonly: true })
  const rows = db.prepare('select kind, grade from review order by n').all()
  db.close()
  return rows
}

test('studying is two clicks away from the first start', async ({ local, dataDir }) => {
  await startBundledDeck(local)
  await local.getByRole('button', { name: 'Show answer' }).click()
  await local.getByRole('button', { name: /^Good comes back in 10m/ }).click()
  await expect.poll(() => reviewsIn(dataDir)).toEqual([{ kind: 'study', grade: 3 }])
})

test('a whole session goes by keyboard: reveal, grade, undo, source, end', async ({
  local,
  dataDir,
}) => {
  await startBundledDeck(local)
  const card = local.getByRole('article')
  const first = await card.locator('.prompt').innerText()
  await local.keyboard.press('Space')
  await expect(local.getByRole('group', { name: 'How well did you know it?' })).toBeVisible()
  await local.keyboard.press('o')
  await expect(
    local.getByRole('complementary', { name: 'Where this card comes from' }),
  ).toBeVisible()
  await expect(local.locator('mark.current')).toBeInViewport()
  await local.keyboard.press('1')
  await expect(card).not.toContainText(first)
  await local.keyboard.press('u')
  await expect(card).toContainText(first)
  await local.keyboard.press('Space')
  await local.keyboard.press('4')
  await expect
    .poll(() => reviewsIn(dataDir))
    .toEqual([
      { kind: 'study', grade: 1 },
      { kind: 'undo', grade: null },
      { kind: 'study', grade: 4 },
    ])
  await local.keyboard.press('Escape')
  await expect(local.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
})

test('a card answered Again comes back, and the session ends with a summary', async ({ local }) => {
  await goTo(local, 'Today')
  await startBundledDeck(local)
  await answerCard(local, 'Again')
  for (let card = 0; card < 9; card += 1) await answerCard(local, 'Easy')
  await expect(local.getByRole('heading', { name: 'A short pause' })).toBeVisible()
  await local.getByRole('button', { name: 'Show it now' }).click()
  await answerCard(local, 'Easy')
  await expect(local.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  await expect(local.getByText('11', { exact: true })).toBeVisible()
  await expect(local.getByText(/new cards wait/)).toBeVisible()
})

test('answers survive a kill, and the streak counts the day', async ({ startLocal, openLocal }) => {
  const host = await startLocal()
  const page = await openLocal(host)
  await startBundledDeck(page)
  await answerCard(page, 'Good')
  await expect(page.getByText('1 answer · 10 cards left')).toBeVisible()
  await goTo(page, 'Progress')
  await expect(page.getByText('1 answer on 1 day', { exact: false })).toBeVisible()
  await host.stop('SIGKILL')
  await page.close()
  const again = await openLocal(await startLocal())
  await goTo(again, 'Progress')
  await expect(again.getByText('1 answer on 1 day', { exact: false })).toBeVisible()
  await goTo(again, 'Today')
  await expect(again.getByText('1 day', { exact: true }).first()).toBeVisible()
  await expect(again.getByText('Today counts.')).toBeVisible()
})

test('an answer given in the instant before a reload is saved', async ({
  startLocal,
  openLocal,
}) => {
  const page = await openLocal(await startLocal())
  await startBundledDeck(page)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /^Easy/ })).toBeVisible()
  const sent = page.waitForRequest(/\/api\/answerCard$/)
  await page.keyboard.press('4')
  await sent
  await page.reload()
  await goTo(page, 'Today')
  await expect(page.getByText('Today counts.')).toBeVisible()
})

test('a day later the streak is at risk, two days later it begins anew', async ({
  startLocal,
  openLocal,
}) => {
  const host = await startLocal()
  const page = await openLocal(host)
  await startBundledDeck(page)
  await answerCard(page, 'Easy')
  await goTo(page, 'Today')
  await expect(page.getByText('Today counts.')).toBeVisible()
  await host.shiftClock(24 * 3_600_000)
  await page.reload()
  await expect(page.getByText(/to keep your streak/)).toBeVisible()
  await host.shiftClock(24 * 3_600_000)
  await page.reload()
  await expect(page.getByText('0 days', { exact: true })).toBeVisible()
  await expect(page.getByText('Longest: 1 day')).toBeVisible()
})

test('two tabs stay in step, and an answer given twice counts once', async ({
  local,
  context,
  dataDir,
}) => {
  await startBundledDeck(local)
  const other = await context.newPage()
  await local
    .evaluate(() => sessionStorage.getItem('remit-session'))
    .then((secret) =>
      other.addInitScript((value) => sessionStorage.setItem('remit-session', value ?? ''), secret),
    )
  await other.goto(local.url())
  await expect(other.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await answerCard(local, 'Easy')
  await expect.poll(() => reviewsIn(dataDir)).toHaveLength(1)
  await answerCard(other, 'Easy')
  await expect(other.getByRole('alert')).toContainText('answered elsewhere')
  await expect.poll(() => reviewsIn(dataDir)).toHaveLength(1)
})
